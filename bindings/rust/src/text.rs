//! Bytes as text and back, codes for people to type, and UUIDs.

use std::ffi::{c_char, c_void};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::draw::{constant, filled, lent, text};
use crate::error::{Result, check};
use crate::raw::*;

/// The bytes that C reads off a text.
fn decoded(
    typed: &str,
    size: unsafe extern "C" fn(usize) -> usize,
    decode: unsafe extern "C" fn(*mut c_void, usize, *mut usize, *const c_char, usize) -> i32,
) -> Result<Vec<u8>> {
    // SAFETY: it takes any number.
    let size = unsafe { size(typed.len()) };
    let mut length = 0;
    // SAFETY: the buffer has this size, and the text so many bytes.
    let mut out = filled(size, |out| unsafe {
        decode(out, size, &mut length, typed.as_ptr().cast(), typed.len())
    })?;
    out.truncate(length);
    Ok(out)
}

/// The text that C makes of bytes.
fn encoded(
    data: &[u8],
    size: unsafe extern "C" fn(usize) -> usize,
    encode: unsafe extern "C" fn(*mut c_char, usize, *const c_void, usize) -> i32,
) -> Result<String> {
    let (data, nbytes) = lent(data);
    // SAFETY: the buffer has this size, and the data so many bytes.
    unsafe { text(size(nbytes), |out, size| encode(out, size, data, nbytes)) }
}

/// Bytes in hexadecimal.
pub fn hex_encode(data: impl AsRef<[u8]>) -> Result<String> {
    encoded(data.as_ref(), csecrets_hex_size, csecrets_hex_encode)
}

/// The bytes that hexadecimal text spells.
pub fn hex_decode(typed: &str) -> Result<Vec<u8>> {
    decoded(typed, csecrets_hex_decoded_size, csecrets_hex_decode)
}

/// Bytes in base64url.
pub fn urlsafe_encode(data: impl AsRef<[u8]>) -> Result<String> {
    encoded(data.as_ref(), csecrets_urlsafe_size, csecrets_urlsafe_encode)
}

/// The bytes that base64url text spells.
pub fn urlsafe_decode(typed: &str) -> Result<Vec<u8>> {
    decoded(typed, csecrets_urlsafe_decoded_size, csecrets_urlsafe_decode)
}

/// Bytes in base32, for authenticator apps.
pub fn base32_encode(data: impl AsRef<[u8]>) -> Result<String> {
    encoded(data.as_ref(), csecrets_base32_size, csecrets_base32_encode)
}

/// The bytes that base32 text spells, as people type it.
pub fn base32_decode(typed: &str) -> Result<Vec<u8>> {
    decoded(typed, csecrets_base32_decoded_size, csecrets_base32_decode)
}

/// A code for people to type, such as "7K3QX-9MZ4T": recovery, licences, invitations.
pub fn code(groups: usize, group_len: usize, separator: &str) -> Result<String> {
    let between = constant(separator)?;
    // SAFETY: the buffer has this size, and the separator ends in a NUL.
    unsafe {
        text(csecrets_code_size(groups, group_len, separator.len()), |out, size| {
            csecrets_code(out, size, groups, group_len, between.as_ptr())
        })
    }
}

/// What was typed, as it was drawn, without separators: hash this.
pub fn code_normalize(typed: &str) -> Result<String> {
    // SAFETY: the buffer has this size, and the text so many bytes.
    text(typed.len() + 1, |out, size| unsafe {
        csecrets_code_normalize(out, size, typed.as_ptr().cast(), typed.len())
    })
}

/// The 16 bytes of a UUID.
pub type Uuid = [u8; 16];

fn uuid(draw: impl FnOnce(*mut u8) -> i32) -> Result<Uuid> {
    let mut out = [0; 16];
    check(draw(out.as_mut_ptr()))?;
    Ok(out)
}

fn unix_ms(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64)
}

/// A random UUID.
pub fn uuid4() -> Result<Uuid> {
    // SAFETY: out has 16 bytes, here and below.
    uuid(|out| unsafe { csecrets_uuid4(out) })
}

/// A UUID of a time, which everybody can read, and 74 random bits.
pub fn uuid7(time: SystemTime) -> Result<Uuid> {
    // SAFETY: as above.
    uuid(|out| unsafe { csecrets_uuid7(out, unix_ms(time)) })
}

/// A UUID that sorts after a previous one of version 7, whatever the clock does.
pub fn uuid7_after(previous: &Uuid, time: SystemTime) -> Result<Uuid> {
    // SAFETY: as above, and previous has 16 bytes too.
    uuid(|out| unsafe { csecrets_uuid7_after(out, previous.as_ptr(), unix_ms(time)) })
}

/// Its 36 characters, in lower case.
pub fn uuid_text(uuid: &Uuid) -> Result<String> {
    // SAFETY: the buffer has this size.
    text(37, |out, size| unsafe { csecrets_uuid_text(out, size, uuid.as_ptr()) })
}

/// The UUID of its 36 characters, and nothing else.
pub fn uuid_parse(typed: &str) -> Result<Uuid> {
    // SAFETY: as above, and the text has so many bytes.
    uuid(|out| unsafe { csecrets_uuid_parse(out, typed.as_ptr().cast(), typed.len()) })
}
