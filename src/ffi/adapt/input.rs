//! What a call reads.

use core::ffi::{c_char, c_void};
use core::slice::from_raw_parts;

use super::args::extent;
use crate::error::Error;
use crate::mem::wipe::Scratch;

/// The largest size that a structure may claim to have, whatever later versions add to it.
pub const MAX_STRUCTURE_SIZE: usize = 1024;

/// An input of `count` values.
///
/// # Safety
/// `data` is NULL or valid for reads of `count` values, unless that is more than an object can have.
pub unsafe fn array<'a, T>(data: *const T, count: usize) -> Result<&'a [T], Error> {
    match extent(data, count, size_of::<T>())? {
        0 => Ok(&[]),
        // SAFETY: not NULL, and valid by the caller's promise.
        _ => Ok(unsafe { from_raw_parts(data, count) }),
    }
}

/// An input of `count` elements of `size` bytes.
///
/// # Safety
/// As for `array` with `count * size` bytes.
pub unsafe fn bytes<'a>(base: *const c_void, count: usize, size: usize) -> Result<&'a [u8], Error> {
    // SAFETY: the caller's promise.
    extent(base, count, size).and_then(|nbytes| unsafe { array(base.cast(), nbytes) })
}

/// A copy of an input of `N` bytes, which an output may then overwrite.
///
/// # Safety
/// `data` is NULL or valid for reads of `N` bytes.
pub unsafe fn copy<const N: usize>(data: *const u8) -> Result<Scratch<u8, N>, Error> {
    if data.is_null() {
        return Err(Error::NullPointer);
    }
    // SAFETY: not NULL, and valid by the caller's promise; bytes have no alignment.
    Ok(Scratch::from(unsafe { &*data.cast::<[u8; N]>() }))
}

/// A structure that begins with its own size as a `u32`, so that it can grow; `None` for NULL. One
/// that is larger than this version knows is fine if all that is unknown is zero.
///
/// # Safety
/// `structure` is NULL or readable for the size that it begins with, unless that is refused.
pub unsafe fn structure<T: Copy>(structure: *const T) -> Result<Option<T>, Error> {
    if structure.is_null() {
        return Ok(None);
    }
    // SAFETY: what is read is within the size that the caller vouches for.
    unsafe {
        let size = structure.cast::<u32>().read() as usize;
        let unknown = size.checked_sub(size_of::<T>()).ok_or(Error::InvalidArgument)?;
        let rest = structure.add(1).cast::<u8>();
        if size > MAX_STRUCTURE_SIZE || (0..unknown).any(|i| *rest.add(i) != 0) {
            return Err(Error::InvalidArgument);
        }
        Ok(Some(structure.read()))
    }
}

/// NUL-terminated text, without its NUL; cut off one character after `max_len`.
///
/// # Safety
/// `text` is NULL or points to characters that are readable up to a NUL or `max_len` + 1 of them.
pub unsafe fn text<'a>(text: *const c_char, max_len: usize) -> Result<&'a [u8], Error> {
    if text.is_null() {
        return Err(Error::NullPointer);
    }
    // SAFETY: not NULL, and by the caller's promise readable as far as strnlen looks.
    unsafe {
        let nchars = libc::strnlen(text, max_len.saturating_add(1));
        Ok(from_raw_parts(text.cast(), nchars))
    }
}
