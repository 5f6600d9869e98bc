//! Integers of any length, as big-endian bytes.

use super::adapt::{self, all, length};
use super::status::{answer, csecrets_status};
use crate::draw::big;
use crate::entropy::System;

/// Draws an integer of any length from 0 to bound - 1.
///
/// @param out     receives nbytes bytes, the most significant first; must not overlap bound
/// @param bound   nbytes bytes, the most significant first; leading zeros are fine
/// @param nbytes  length of both, 1 and up
/// @retval CSECRETS_ERR_NULL_POINTER      out or bound is NULL
/// @retval CSECRETS_ERR_TOO_LARGE         nbytes is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  bound is 0, or nbytes is
///
/// After an error all bits of out are ones: an integer that is below no bound.
/// Python: secrets.randbelow(bound).to_bytes(nbytes).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_randbelow_big(
    out: *mut u8,
    bound: *const u8,
    nbytes: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, bound) =
            unsafe { all((adapt::values(out, nbytes, u8::MAX), adapt::array(bound, nbytes))) }?;
        out.write(|out| big::below(&mut System, out, bound))
    })
}

/// Draws an integer of any number of random bits. After an error it is 0.
///
/// @param out     receives nbytes bytes, the most significant first; may be NULL if nbytes is 0
/// @param nbytes  length of out: exactly as many bytes as the bits need
/// @param bits    random bits; if they do not fill the first byte, its high bits are 0
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL
/// @retval CSECRETS_ERR_TOO_LARGE         nbytes or bits is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  nbytes is not ceil(bits / 8)
///
/// Python: secrets.randbits(bits).to_bytes(nbytes).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_randbits_big(
    out: *mut u8,
    nbytes: usize,
    bits: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, bits) = all((unsafe { adapt::values(out, nbytes, 0) }, length(bits)))?;
        out.write(|out| big::bits(&mut System, out, bits))
    })
}
