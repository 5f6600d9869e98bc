//! Choosing among the elements of an array.

use core::ffi::c_void;

use super::adapt::{self, all, length};
use super::status::{answer, csecrets_status};
use crate::draw::pick;
use crate::entropy::System;

/// Copies one element of an array, each equally likely.
///
/// @param out    receives size bytes; must not overlap base
/// @param base   count elements of size bytes each
/// @param count  elements to choose from, 1 and up
/// @param size   bytes of an element, sizeof *base: count comes first, as in qsort
/// @retval CSECRETS_ERR_NULL_POINTER      out or base is NULL
/// @retval CSECRETS_ERR_TOO_LARGE         the array has more than PTRDIFF_MAX bytes
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  count or size is 0
///
/// Which element it was may show in the cache. After TOO_LARGE out is zeroed only if size can't be what
/// made the array too large.
/// Python: secrets.choice.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_choice(
    out: *mut c_void,
    base: *const c_void,
    count: usize,
    size: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, from) = unsafe { adapt::taken((out, 1), (base, count), size) }?;
        out.write(|out| pick::choice(&mut System, out, from))
    })
}

/// Copies k elements of an array, each drawn from all of them: one may come several times.
///
/// @param out    receives k elements; must not overlap base; may be NULL if k is 0
/// @param k      elements to draw
/// @param base   count elements of size bytes each
/// @param count  elements to choose from, 1 and up, for a k of 0 too
/// @param size   bytes of an element, sizeof *base: count comes first, as in qsort
/// @retval CSECRETS_ERR_NULL_POINTER      out or base is NULL
/// @retval CSECRETS_ERR_TOO_LARGE         out or the array has more than PTRDIFF_MAX bytes
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  count or size is 0
///
/// Which elements they were may show in the cache.
/// Python: random.SystemRandom.choices without weights; exact: Python scales a float.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_choices(
    out: *mut c_void,
    k: usize,
    base: *const c_void,
    count: usize,
    size: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, from) = unsafe { adapt::taken((out, k), (base, count), size) }?;
        out.write(|out| pick::choices(&mut System, out, from))
    })
}

/// Copies k different elements of an array, in the order in which they were drawn.
///
/// @param out    receives k elements; must not overlap base; may be NULL if k is 0
/// @param k      elements to draw, 0 to count
/// @param base   count elements of size bytes each
/// @param count  elements to draw from
/// @param size   bytes of an element, sizeof *base: count comes first, as in qsort
/// @retval CSECRETS_ERR_NULL_POINTER      out or base is NULL
/// @retval CSECRETS_ERR_TOO_LARGE         out or the array has more than PTRDIFF_MAX bytes
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  k is above count, or size is 0
///
/// Which elements they were may show in the cache. For up to 128 elements the time does not grow
/// with count. Beyond, it grows in proportion: csecrets_sample_indices() is the faster way to take some
/// thousands out of millions.
/// Python: random.SystemRandom.sample.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_sample(
    out: *mut c_void,
    k: usize,
    base: *const c_void,
    count: usize,
    size: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, from) = unsafe { adapt::taken((out, k), (base, count), size) }?;
        out.write(|out| pick::sample(&mut System, out, from))
    })
}

/// Draws k different indices from 0 to count - 1, in the order in which they were drawn.
///
/// @param out    receives k indices; may be NULL if k is 0
/// @param k      indices to draw, 0 to count; if it is count, out is a permutation
/// @param count  how many indices there are
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL
/// @retval CSECRETS_ERR_TOO_LARGE         count is above PTRDIFF_MAX, or k indices have more bytes
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  k is above count
///
/// Which indices they were may show in the cache. The time is O(k log k) or O(count), whichever is
/// less, and the only memory is out.
/// Python: random.SystemRandom.sample(range(count), k).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_sample_indices(
    out: *mut usize,
    k: usize,
    count: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::values(out, k, usize::MAX) };
        let (out, count) = all((out, length(count)))?;
        out.write(|out| pick::sample_indices(&mut System, out, count))
    })
}

/// Draws an index, each as likely as its weight's share of the sum of all weights.
///
/// @param out      receives the index
/// @param weights  count whole numbers; an index of weight 0 is never drawn
/// @param count    how many weights there are
/// @retval CSECRETS_ERR_NULL_POINTER      out or weights is NULL
/// @retval CSECRETS_ERR_TOO_LARGE         the weights have more than PTRDIFF_MAX bytes, or their
///                                        sum is above UINT64_MAX
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  the sum is 0
///
/// Python: random.SystemRandom.choices(range(count), weights)[0]; exact: Python
/// scales a float.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_weighted_index(
    out: *mut usize,
    weights: *const u64,
    count: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, weights) =
            unsafe { all((adapt::value(out, usize::MAX), adapt::array(weights, count))) }?;
        pick::weighted_index(&mut System, out, weights)
    })
}

/// Brings the elements of an array into random order, each order equally likely.
///
/// @param base   count elements of size bytes each; may be NULL if count is 0
/// @param count  elements
/// @param size   bytes of an element, sizeof *base: count comes first, as in qsort
/// @retval CSECRETS_ERR_NULL_POINTER      base is NULL
/// @retval CSECRETS_ERR_TOO_LARGE         the array has more than PTRDIFF_MAX bytes
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  size is 0
///
/// After an error the array still holds every element once, in an order that is not random. Which elements
/// changed places may show in the cache.
/// Python: random.SystemRandom.shuffle.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_shuffle(
    base: *mut c_void,
    count: usize,
    size: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let list = unsafe { adapt::list(base, count, size) }?;
        pick::shuffle(&mut System, list, size)
    })
}
