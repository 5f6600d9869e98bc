//! Comparison in constant time.

use core::ffi::{c_char, c_void};

use super::adapt;
use crate::equal;

/// Tells whether two byte strings are equal, in a time that does not show where they differ.
///
/// a, b          the byte strings; may be NULL where the length is 0
/// a_len, b_len  their lengths in bytes, which are not secret
///
/// Returns true only where both hold the same bytes; false where the lengths differ, where a pointer
/// is NULL and its length is not 0, or where a length is above PTRDIFF_MAX. Two empty strings are
/// equal: check first that your secret is set.
/// Thread-safe, async-signal-safe and fork-safe; never blocks.
/// Python: secrets.compare_digest. In C, a function named compare would answer 0 for "same".
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_equal(
    a: *const c_void,
    a_len: usize,
    b: *const c_void,
    b_len: usize,
) -> bool {
    // SAFETY: the caller's promise: a and b are readable for their lengths.
    let strings =
        unsafe { adapt::both(adapt::input(a.cast(), a_len), adapt::input(b.cast(), b_len)) };
    strings.is_ok_and(|(a, b)| equal::equal(a, b))
}

/// Tells whether two texts are equal, in a time that does not show where they differ.
///
/// a, b  texts that end in a NUL; their lengths are not secret
///
/// Returns true only where both hold the same characters; false where one is NULL. Two empty texts
/// are equal: check first that your secret is set.
/// Thread-safe, async-signal-safe and fork-safe; never blocks.
/// Python: secrets.compare_digest of two str.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_equal_text(a: *const c_char, b: *const c_char) -> bool {
    // SAFETY: the caller's promise: a and b end in a NUL.
    let texts = unsafe { adapt::both(adapt::text(a, usize::MAX), adapt::text(b, usize::MAX)) };
    texts.is_ok_and(|(a, b)| equal::equal(a, b))
}
