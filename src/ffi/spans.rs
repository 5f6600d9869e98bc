//! Several byte strings at once: keys, or the parts of a message.

use core::ffi::c_void;

use super::adapt::{self, all};
use crate::error::Error;

/// Bytes that are only read: a key, or a part of a message.
#[repr(C)]
pub struct csecrets_span {
    /// Where they are; may be NULL where nbytes is 0.
    pub data: *const c_void,
    /// How many.
    pub nbytes: usize,
}

/// The bytes of each span.
///
/// # Safety
/// As for `adapt::array`, and for each span's bytes too.
pub unsafe fn spans<'a>(
    spans: *const csecrets_span,
    count: usize,
) -> Result<impl Iterator<Item = &'a [u8]> + Clone, Error> {
    // SAFETY: the caller's promise.
    let spans = unsafe { adapt::array(spans, count) }?;
    // SAFETY: the same.
    unsafe { check(spans) }?;
    // SAFETY: the same.
    Ok(spans.iter().filter_map(|span| unsafe { bytes(span) }.ok()))
}

/// Of all errors the one that comes first, wherever it stands.
///
/// # Safety
/// As for `adapt::array` for each span's bytes.
// Once in the library, and not once for each of its uses.
#[inline(never)]
unsafe fn check(spans: &[csecrets_span]) -> Result<(), Error> {
    // SAFETY: the caller's promise.
    let check = |known, span| all((known, unsafe { bytes(span) })).map(|_| ());
    spans.iter().fold(Ok(()), check)
}

/// # Safety
/// As for `adapt::array`.
unsafe fn bytes<'a>(span: &csecrets_span) -> Result<&'a [u8], Error> {
    // SAFETY: the caller's promise.
    unsafe { adapt::array(span.data.cast(), span.nbytes) }
}
