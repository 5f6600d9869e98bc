//! UUIDs: names that do not meet. They are no secrets: use tokens for those.

use core::ffi::c_char;

use super::adapt::{self, all};
use super::status::{answer, csecrets_status};
use crate::entropy::System;
use crate::secrets::uuid;

/// Draws a UUID of version 4, which has 122 random bits.
///
/// @param out  receives CSECRETS_UUID_SIZE bytes
/// @retval CSECRETS_ERR_NULL_POINTER  out is NULL
///
/// Python: uuid.uuid4().bytes. The layout is that of RFC 9562.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_uuid4(out: *mut u8) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::fixed(out) }?;
        out.write(|out| uuid::v4(&mut System, out))
    })
}

/// Draws a UUID of version 7: the time, and 74 random bits. It tells everybody when it was made.
///
/// @param out      receives CSECRETS_UUID_SIZE bytes
/// @param unix_ms  milliseconds since 1970, below 2^48
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  unix_ms is 2^48 or above
///
/// Two of the same millisecond come in any order: csecrets_uuid7_after() gives them one.
/// Python: uuid.uuid7().bytes, from 3.14 on. The layout is that of RFC 9562.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_uuid7(out: *mut u8, unix_ms: u64) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::fixed(out) }?;
        out.write(|out| uuid::v7(&mut System, out, unix_ms))
    })
}

/// Draws a UUID of version 7 that memcmp() finds above another one, whatever the clock does.
///
/// If unix_ms is later than the time of previous, it is a fresh one. Otherwise its 74 random
/// bits are those of previous and a random number from 1 to 2^32; what they carry moves the time to
/// the next millisecond.
///
/// @param out       receives CSECRETS_UUID_SIZE bytes; may be previous
/// @param previous  CSECRETS_UUID_SIZE bytes: the one before, or zeros if there is none yet
/// @param unix_ms   milliseconds since 1970, below 2^48
/// @retval CSECRETS_ERR_NULL_POINTER      out or previous is NULL
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  unix_ms is 2^48 or above, or previous not of version 7
/// @retval CSECRETS_ERR_TOO_LARGE         there is no later millisecond to carry to
///
/// Threads that share previous need a lock of their own. After an error previous is zeros too if it
/// is out.
/// Python: none; its uuid.uuid7 counts in a hidden state. This is method 2 of RFC 9562, section
/// 6.2.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_uuid7_after(
    out: *mut u8,
    previous: *const u8,
    unix_ms: u64,
) -> csecrets_status {
    answer(|| {
        // Read before out is poisoned, which may be the same.
        // SAFETY: the caller's promise.
        let previous = unsafe { adapt::copy(previous) };
        // SAFETY: the caller's promise.
        let (out, previous) = all((unsafe { adapt::fixed(out) }, previous))?;
        out.write(|out| uuid::v7_after(&mut System, out, &previous, unix_ms))
    })
}

/// Writes a UUID as text, in lower case, such as 017f22e2-79b0-7cc3-98c4-dc0c0c07398f.
///
/// @param out       receives 36 characters and a NUL; must not overlap uuid
/// @param out_size  bytes at out: at least CSECRETS_UUID_TEXT_SIZE
/// @param uuid      CSECRETS_UUID_SIZE bytes, of any version
/// @retval CSECRETS_ERR_NULL_POINTER      uuid is NULL, or out is and out_size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_UUID_TEXT_SIZE
///
/// Python: str(uuid.UUID(bytes=...)).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_uuid_text(
    out: *mut c_char,
    out_size: usize,
    uuid: *const u8,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, uuid) = unsafe { all((adapt::text_output(out, out_size), adapt::copy(uuid))) }?;
        out.write(Some(uuid::TEXT_LEN), |text| uuid::text(text, &uuid))
    })
}

/// Reads a UUID from its text, in either case.
///
/// @param out       receives CSECRETS_UUID_SIZE bytes, of any version; must not overlap text
/// @param text      text_len characters, as csecrets_uuid_text() writes them
/// @param text_len  how many: 36
/// @retval CSECRETS_ERR_NULL_POINTER  out is NULL, or text is and text_len is not 0
/// @retval CSECRETS_ERR_TOO_LARGE     text_len is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_MALFORMED     text_len is not 36, or a character is not the digit or '-' of
///                                    its place: text in braces or without '-' is refused
///
/// Python: uuid.UUID(text).bytes, which takes other spellings too.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_uuid_parse(
    out: *mut u8,
    text: *const c_char,
    text_len: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, text) = unsafe { all((adapt::fixed(out), adapt::array(text.cast(), text_len))) }?;
        out.write(|out| uuid::parse(out, text))
    })
}
