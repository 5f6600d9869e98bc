//! Integers of any length, as big-endian bytes.

use super::adapt::{self, all, length};
use super::status::{answer, csecrets_status};
use crate::draw::big;
use crate::entropy::System;

/// Draws an integer of any length from 0 to bound - 1.
///
/// out     receives nbytes bytes, the most significant first; must not overlap bound
/// bound   nbytes bytes, the most significant first; leading zeros are fine
/// nbytes  length of both, 1 and up
///
/// Returns CSECRETS_OK, or
///   CSECRETS_ERR_NULL_POINTER         out or bound is NULL
///   CSECRETS_ERR_TOO_LARGE            nbytes is above PTRDIFF_MAX
///   CSECRETS_ERR_INVALID_ARGUMENT     bound is 0, or nbytes is
///   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
///   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
/// After an error all bits of out are ones, which is below no bound; after TOO_LARGE it is untouched.
/// The bound is not secret.
/// Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
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

/// Draws an integer of any number of random bits.
///
/// out     receives nbytes bytes, the most significant first; may be NULL where nbytes is 0
/// nbytes  length of out: exactly as many bytes as the bits need
/// bits    random bits; where they do not fill the first byte, its high bits are 0
///
/// Returns CSECRETS_OK, or
///   CSECRETS_ERR_NULL_POINTER         out is NULL
///   CSECRETS_ERR_TOO_LARGE            nbytes or bits is above PTRDIFF_MAX
///   CSECRETS_ERR_INVALID_ARGUMENT     nbytes is not ceil(bits / 8)
///   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
/// After an error out holds nbytes zeros; where nbytes is above PTRDIFF_MAX it is untouched.
/// Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
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
