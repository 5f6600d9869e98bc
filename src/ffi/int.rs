//! Integers and reals, each value of a range exactly equally likely.

use super::adapt;
use super::status::{answer, csecrets_status};
use crate::draw::int;
use crate::entropy::System;

/// Draws an integer from 0 to bound - 1.
///
/// @param out    receives the integer
/// @param bound  how many different integers there are, 1 and up
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  bound is 0
///
/// Python: secrets.randbelow. The method is that of D. Lemire, "Fast Random Integer Generation in
/// an Interval" (2019), with its rejection: no value is favoured.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_randbelow(out: *mut u64, bound: u64) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::value(out, u64::MAX) }?;
        int::below(&mut System, out, bound)
    })
}

/// Draws an integer of so many random bits.
///
/// @param out   receives the integer, from 0 to 2^bits - 1
/// @param bits  0 to 64; 0 gives 0
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  bits is above 64
///
/// With 64 bits, only the status tells UINT64_MAX after an error from a result.
/// Python: secrets.randbits, random.SystemRandom.getrandbits.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_randbits(out: *mut u64, bits: u32) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::value(out, u64::MAX) }?;
        int::bits(&mut System, out, bits)
    })
}

/// Draws an integer from low to high, both included.
///
/// @param out   receives the integer
/// @param low   the smallest
/// @param high  the largest; from INT64_MIN to INT64_MAX is fine too
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  low is above high
///
/// If low is INT64_MIN, only the status tells it after an error from a result. Cut to 32 bits it is 0: look
/// at the status first.
/// Python: random.SystemRandom.randint.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_randint(out: *mut i64, low: i64, high: i64) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::value(out, i64::MIN) }?;
        int::between(&mut System, out, low, high)
    })
}

/// Draws one of start, start + step, start + 2 * step, ... that come before stop.
///
/// @param out    receives the integer
/// @param start  the first
/// @param stop   the end, which is not drawn itself
/// @param step   the distance, negative if stop is below start
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  step is 0, or nothing lies between start and stop
///
/// Python: random.SystemRandom.randrange(start, stop, step).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_randrange(
    out: *mut i64,
    start: i64,
    stop: i64,
    step: i64,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::value(out, i64::MIN) }?;
        int::stepped(&mut System, out, start, stop, step)
    })
}

/// Draws a real number from 0 up to but not including 1.
///
/// @param out  receives the number: one of the 2^53 multiples of 2^-53, each equally likely
/// @retval CSECRETS_ERR_NULL_POINTER  out is NULL
///
/// Do not scale it to an integer, which is biased: csecrets_randbelow() is exact.
/// Python: random.SystemRandom.random.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_random(out: *mut f64) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::value(out, f64::NAN) }?;
        int::unit(&mut System, out)
    })
}

/// Draws many integers from 0 to bound - 1.
///
/// @param out    receives count integers; may be NULL if count is 0
/// @param count  how many
/// @param bound  how many different integers there are, 1 and up; checked for a count of 0 too
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL
/// @retval CSECRETS_ERR_TOO_LARGE         count integers have more than PTRDIFF_MAX bytes
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  bound is 0
///
/// Python: [secrets.randbelow(bound) for _ in range(count)].
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_randbelow_many(
    out: *mut u64,
    count: usize,
    bound: u64,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::integers(out, count) }?;
        out.write(|out| int::many::<u64>(&mut System, out, bound))
    })
}

/// Draws many integers from 0 to bound - 1, of 32 bits.
///
/// @param out    receives count integers; may be NULL if count is 0
/// @param count  how many
/// @param bound  how many different integers there are, 1 and up; checked for a count of 0 too
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL
/// @retval CSECRETS_ERR_TOO_LARGE         count integers have more than PTRDIFF_MAX bytes
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  bound is 0
///
/// Python: [secrets.randbelow(bound) for _ in range(count)].
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_randbelow_many_u32(
    out: *mut u32,
    count: usize,
    bound: u32,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::integers(out, count) }?;
        out.write(|out| int::many::<u32>(&mut System, out, bound.into()))
    })
}
