//! Choosing among the elements of an array.

use core::ffi::c_void;

use super::adapt::{self, all, length};
use super::status::{answer, csecrets_status};
use crate::draw::pick;
use crate::entropy::System;

/// Copies one element of an array, each equally likely.
///
/// out    receives size bytes; must not overlap base
/// base   count elements of size bytes each
/// count  elements to choose from, 1 and up
/// size   bytes of an element, sizeof *base: count comes first, as in qsort
///
/// Returns CSECRETS_OK, or
///   CSECRETS_ERR_NULL_POINTER         out or base is NULL
///   CSECRETS_ERR_TOO_LARGE            the array has more than PTRDIFF_MAX bytes
///   CSECRETS_ERR_INVALID_ARGUMENT     count or size is 0
///   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
///   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
/// After an error out holds size zeros; where size is refused, or too large to be believed beside a
/// refused product, it is untouched. Which element it was may show in the cache.
/// Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
/// Python: secrets.choice.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_choice(
    out: *mut c_void,
    base: *const c_void,
    count: usize,
    size: usize,
) -> csecrets_status {
    // SAFETY: the same promise, with a k of 1.
    unsafe { csecrets_choices(out, 1, base, count, size) }
}

/// Copies k elements of an array, each drawn from all of them: one may come several times.
///
/// out    receives k elements; must not overlap base; may be NULL where k is 0
/// k      elements to draw
/// base   count elements of size bytes each
/// count  elements to choose from, 1 and up, for a k of 0 too
/// size   bytes of an element, sizeof *base: count comes first, as in qsort
///
/// Returns CSECRETS_OK, or
///   CSECRETS_ERR_NULL_POINTER         out or base is NULL
///   CSECRETS_ERR_TOO_LARGE            out or the array has more than PTRDIFF_MAX bytes
///   CSECRETS_ERR_INVALID_ARGUMENT     count or size is 0
///   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
///   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
/// After an error out holds k * size zeros; where that is refused, or size too large to be believed
/// beside a refused product, it is untouched. Which elements they were may show in the cache.
/// Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
/// Python: random.SystemRandom.choices without weights; exact, where Python scales a float.
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
/// out    receives k elements; must not overlap base; may be NULL where k is 0
/// k      elements to draw, 0 to count
/// base   count elements of size bytes each
/// count  elements to draw from
/// size   bytes of an element, sizeof *base: count comes first, as in qsort
///
/// Returns CSECRETS_OK, or
///   CSECRETS_ERR_NULL_POINTER         out or base is NULL
///   CSECRETS_ERR_TOO_LARGE            out or the array has more than PTRDIFF_MAX bytes
///   CSECRETS_ERR_INVALID_ARGUMENT     k is above count, or size is 0
///   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
///   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
/// After an error out holds k * size zeros; where that is refused, or size too large to be believed
/// beside a refused product, it is untouched. Which elements they were may show in the cache.
/// For up to 64 elements the time does not grow with count; beyond, it grows in proportion, and
/// csecrets_sample_indices() is the faster way to take some thousands out of millions.
/// Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
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
/// out    receives k indices; may be NULL where k is 0
/// k      indices to draw, 0 to count; where it is count, out is a permutation
/// count  how many indices there are
///
/// Returns CSECRETS_OK, or
///   CSECRETS_ERR_NULL_POINTER         out is NULL
///   CSECRETS_ERR_TOO_LARGE            count is above PTRDIFF_MAX, or k indices have more bytes
///   CSECRETS_ERR_INVALID_ARGUMENT     k is above count
///   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
///   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
/// After an error all of out holds SIZE_MAX; where its size is refused it is untouched. Which indices
/// they were may show in the cache.
/// The time is O(k log k) or O(count), whichever is less, and the only memory is out.
/// Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
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
/// out      receives the index
/// weights  count whole numbers; an index of weight 0 is never drawn
/// count    how many weights there are
///
/// Returns CSECRETS_OK, or
///   CSECRETS_ERR_NULL_POINTER         out or weights is NULL
///   CSECRETS_ERR_TOO_LARGE            the weights have more than PTRDIFF_MAX bytes, or their sum is
///                                     above UINT64_MAX
///   CSECRETS_ERR_INVALID_ARGUMENT     the sum is 0
///   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
///   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
/// After an error out holds SIZE_MAX. The weights are not secret.
/// Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
/// Python: random.SystemRandom.choices(range(count), weights)[0]; exact, where Python scales a float.
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
        *out = pick::weighted_index(&mut System, weights)?;
        Ok(())
    })
}

/// Brings the elements of an array into random order, each order equally likely.
///
/// base   count elements of size bytes each; may be NULL where count is 0
/// count  elements
/// size   bytes of an element, sizeof *base: count comes first, as in qsort
///
/// Returns CSECRETS_OK, or
///   CSECRETS_ERR_NULL_POINTER         base is NULL
///   CSECRETS_ERR_TOO_LARGE            the array has more than PTRDIFF_MAX bytes
///   CSECRETS_ERR_INVALID_ARGUMENT     size is 0
///   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
///   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
/// After an error the array still holds every element once, in an order that is not random: do not
/// use it. Which elements changed places may show in the cache.
/// Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
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
