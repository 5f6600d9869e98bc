//! Comparison in constant time.

use core::ffi::{c_char, c_void};

use super::adapt::{self, all};
use super::status::predicate;
use crate::secrets::equal;

/// Tells whether two byte strings are equal, in a time that does not show where they differ.
///
/// @param a, b          the byte strings; may be NULL if the length is 0
/// @param a_len, b_len  their lengths in bytes, which are not secret
/// @return true only if both hold the same bytes; false if the lengths differ, if a
///         pointer is NULL and its length is not 0, or if a length is above PTRDIFF_MAX. Two
///         empty strings are equal: check first that your secret is set.
///
/// Python: secrets.compare_digest. In C, a function named compare would answer 0 for "same".
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_equal(
    a: *const c_void,
    a_len: usize,
    b: *const c_void,
    b_len: usize,
) -> predicate {
    // SAFETY: the caller's promise.
    let strings = unsafe { all((adapt::array(a.cast(), a_len), adapt::array(b.cast(), b_len))) };
    strings.is_ok_and(|(a, b)| equal::equal(a, b)).into()
}

/// Tells whether two texts are equal, in a time that does not show where they differ.
///
/// @param a, b  texts that end in a NUL; their lengths are not secret
/// @return true only if both hold the same characters; false if one is NULL. Two empty texts
///         are equal: check first that your secret is set.
///
/// Python: secrets.compare_digest of two str.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_equal_text(a: *const c_char, b: *const c_char) -> predicate {
    // SAFETY: the caller's promise.
    let texts = unsafe { all((adapt::text(a, usize::MAX), adapt::text(b, usize::MAX))) };
    texts.is_ok_and(|(a, b)| equal::equal(a, b)).into()
}

/// Finds the first row of an array that equals a needle, in a time that does not tell which it was.
///
/// @param out     receives the row's index
/// @param needle  size bytes, such as a token's hash; may be NULL if size is 0
/// @param base    count rows of size bytes each; may be NULL if there are none
/// @param count   rows, each of which is looked at
/// @param size    bytes of a row, 1 and up
/// @return true only if a row holds the same bytes. False, with SIZE_MAX at out, if none
///         does, if a pointer is NULL, if size is 0, or if the array has more than
///         PTRDIFF_MAX bytes. The lengths are not secret, and whether there is such a row is not.
///
/// Python: none; any(secrets.compare_digest(needle, row) for row in rows) stops where it finds it.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_find_equal(
    out: *mut usize,
    needle: *const c_void,
    base: *const c_void,
    count: usize,
    size: usize,
) -> predicate {
    // SAFETY: the caller's promise.
    let arguments = unsafe {
        all((
            adapt::value(out, usize::MAX),
            adapt::array(needle.cast(), size),
            adapt::bytes(base, count, size),
        ))
    };
    let Ok((out, needle, rows)) = arguments else {
        return false.into();
    };
    let found = equal::find(needle, rows);
    *out = found.unwrap_or(usize::MAX);
    found.is_some().into()
}
