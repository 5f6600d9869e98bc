//! Many integers in one call, for a fraction of the price of as many calls.

use super::adapt;
use super::status::{answer, csecrets_status};
use crate::int;
use crate::source::System;

/// Draws many integers from 0 to bound - 1.
///
/// out    receives count integers; may be NULL where count is 0
/// count  how many
/// bound  how many different integers there are, 1 and up; checked for a count of 0 too
///
/// Returns CSECRETS_OK, or
///   CSECRETS_ERR_NULL_POINTER         out is NULL
///   CSECRETS_ERR_TOO_LARGE            count integers have more than PTRDIFF_MAX bytes
///   CSECRETS_ERR_INVALID_ARGUMENT     bound is 0
///   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
///   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
/// After an error all of out holds UINT64_MAX, which is below no bound; after TOO_LARGE it is
/// untouched.
/// Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
/// Python: [secrets.randbelow(bound) for _ in range(count)].
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_randbelow_many(
    out: *mut u64,
    count: usize,
    bound: u64,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise: out is writable for count integers.
        let out = unsafe { adapt::array(out, count, u64::MAX) }?;
        out.write(|out| int::many(&mut System, out, bound, |value| value))
    })
}

/// Draws many integers from 0 to bound - 1, of 32 bits.
///
/// out    receives count integers; may be NULL where count is 0
/// count  how many
/// bound  how many different integers there are, 1 and up; checked for a count of 0 too
///
/// Returns CSECRETS_OK, or
///   CSECRETS_ERR_NULL_POINTER         out is NULL
///   CSECRETS_ERR_TOO_LARGE            count integers have more than PTRDIFF_MAX bytes
///   CSECRETS_ERR_INVALID_ARGUMENT     bound is 0
///   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
///   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
/// After an error all of out holds UINT32_MAX, which is below no bound; after TOO_LARGE it is
/// untouched.
/// Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
/// Python: [secrets.randbelow(bound) for _ in range(count)].
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_randbelow_many_u32(
    out: *mut u32,
    count: usize,
    bound: u32,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise: out is writable for count integers.
        let out = unsafe { adapt::array(out, count, u32::MAX) }?;
        // Each value is below a bound of 32 bits.
        #[allow(clippy::cast_possible_truncation)]
        out.write(|out| int::many(&mut System, out, bound.into(), |value| value as u32))
    })
}
