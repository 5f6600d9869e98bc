//! Hexadecimal, base64url and base32 text of a caller's bytes, both ways.

use core::ffi::{c_char, c_void};

use super::adapt::{self, all};
use super::status::{answer, csecrets_status};
use crate::error::Error;
use crate::text::{base32, codec};

/// # Safety
/// As for every exported function.
// Once in the library, and not once for each of its uses.
#[inline(never)]
unsafe fn encode(
    len: fn(usize) -> Option<usize>,
    encode: fn(&mut [u8], &[u8]) -> Result<(), Error>,
    (out, out_size): (*mut c_char, usize),
    (data, nbytes): (*const c_void, usize),
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, data) = unsafe { adapt::text_of((out, out_size), (data, nbytes)) }?;
        out.write(len(nbytes), |text| encode(text, data))
    })
}

/// # Safety
/// As for every exported function.
#[inline(never)]
unsafe fn decode(
    decode: fn(&mut [u8], &[u8]) -> Result<usize, Error>,
    (out, out_size): (*mut c_void, usize),
    out_len: *mut usize,
    (text, text_len): (*const c_char, usize),
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, out_len, text) = unsafe {
            all((
                adapt::values(out.cast(), out_size, 0),
                adapt::value(out_len, 0),
                adapt::array(text.cast(), text_len),
            ))
        }?;
        out.write(|out| {
            *out_len = decode(out, text)?;
            Ok(())
        })
    })
}

/// Encodes bytes in lower-case hexadecimal.
///
/// @param out       receives 2 * nbytes digits and a NUL; must not overlap data
/// @param out_size  bytes at out: at least CSECRETS_HEX_SIZE(nbytes)
/// @param data      nbytes bytes, which may be secret; may be NULL if nbytes is 0
/// @param nbytes    how many; 0 gives ""
/// @retval CSECRETS_ERR_NULL_POINTER      out or data is NULL and its size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size or nbytes is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_HEX_SIZE(nbytes)
///
/// Python: bytes.hex.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_hex_encode(
    out: *mut c_char,
    out_size: usize,
    data: *const c_void,
    nbytes: usize,
) -> csecrets_status {
    // SAFETY: the caller's promise.
    unsafe { encode(codec::hex_len, codec::encode_hex, (out, out_size), (data, nbytes)) }
}

/// Tells how many bytes csecrets_hex_decode() needs room for.
///
/// @param text_len  characters of the text
/// @return text_len / 2, rounded down, as CSECRETS_HEX_DECODED_SIZE says
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn csecrets_hex_decoded_size(text_len: usize) -> usize {
    codec::hex_decoded_len(text_len)
}

/// Decodes hexadecimal text in either case, so that a byte can be written in up to four ways.
///
/// @param out       receives the bytes; must not overlap text; may be NULL if out_size is 0
/// @param out_size  bytes at out: at least CSECRETS_HEX_DECODED_SIZE(text_len)
/// @param out_len   receives how many bytes the text encodes
/// @param text      text_len characters, which may be secret; may be NULL if text_len is 0
/// @param text_len  how many; a NUL is not one of them
/// @retval CSECRETS_ERR_NULL_POINTER      out_len is NULL, or out or text is and its length is not
///                                        0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size or text_len is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_HEX_DECODED_SIZE(text_len)
/// @retval CSECRETS_ERR_MALFORMED         a character is no digit, or text_len is odd
///
/// The rest of out is zero. Of the characters only OK or MALFORMED shows, at the end.
/// Python: bytes.fromhex, which also skips white space.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_hex_decode(
    out: *mut c_void,
    out_size: usize,
    out_len: *mut usize,
    text: *const c_char,
    text_len: usize,
) -> csecrets_status {
    // SAFETY: the caller's promise.
    unsafe { decode(codec::decode_hex, (out, out_size), out_len, (text, text_len)) }
}

/// Encodes bytes in base64url without padding: letters, digits, '-' and '_'.
///
/// @param out       receives ceil(4 * nbytes / 3) characters and a NUL; must not overlap data
/// @param out_size  bytes at out: at least CSECRETS_URLSAFE_SIZE(nbytes)
/// @param data      nbytes bytes, which may be secret; may be NULL if nbytes is 0
/// @param nbytes    how many; 0 gives ""
/// @retval CSECRETS_ERR_NULL_POINTER      out or data is NULL and its size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size or nbytes is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_URLSAFE_SIZE(nbytes)
///
/// Python: base64.urlsafe_b64encode(data).rstrip(b'='). The encoding is that of RFC 4648, section
/// 5.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_urlsafe_encode(
    out: *mut c_char,
    out_size: usize,
    data: *const c_void,
    nbytes: usize,
) -> csecrets_status {
    // SAFETY: the caller's promise.
    unsafe { encode(codec::urlsafe_len, codec::encode_urlsafe, (out, out_size), (data, nbytes)) }
}

/// Tells how many bytes csecrets_urlsafe_decode() needs room for.
///
/// @param text_len  characters of the text
/// @return 3 * text_len / 4, rounded down, as CSECRETS_URLSAFE_DECODED_SIZE says
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn csecrets_urlsafe_decoded_size(text_len: usize) -> usize {
    codec::urlsafe_decoded_len(text_len)
}

/// Decodes base64url text without padding. Strictly: no bytes can be written in two ways.
///
/// @param out       receives the bytes; must not overlap text; may be NULL if out_size is 0
/// @param out_size  bytes at out: at least CSECRETS_URLSAFE_DECODED_SIZE(text_len)
/// @param out_len   receives how many bytes the text encodes
/// @param text      text_len characters, which may be secret; may be NULL if text_len is 0
/// @param text_len  how many; a NUL is not one of them
/// @retval CSECRETS_ERR_NULL_POINTER      out_len is NULL, or out or text is and its length is not
///                                        0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size or text_len is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below
///                                        CSECRETS_URLSAFE_DECODED_SIZE(text_len)
/// @retval CSECRETS_ERR_MALFORMED         a character is not of the alphabet ('=', '+', '/' and
///                                        white space are not), text_len is 1 more than a multiple
///                                        of 4, or the last character has bits that belong to no
///                                        byte
///
/// The rest of out is zero. Of the characters only OK or MALFORMED shows, at the end.
/// Python: base64.urlsafe_b64decode, which also takes other spellings.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_urlsafe_decode(
    out: *mut c_void,
    out_size: usize,
    out_len: *mut usize,
    text: *const c_char,
    text_len: usize,
) -> csecrets_status {
    // SAFETY: the caller's promise.
    unsafe { decode(codec::decode_urlsafe, (out, out_size), out_len, (text, text_len)) }
}

/// Tells the size of a base32 text.
///
/// @param nbytes  bytes that it encodes
/// @return ceil(8 * nbytes / 5) + 1, which counts the NUL, as CSECRETS_BASE32_SIZE says; SIZE_MAX if that
///         overflows
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn csecrets_base32_size(nbytes: usize) -> usize {
    base32::len(nbytes).map_or(usize::MAX, |nchars| nchars.saturating_add(1))
}

/// Encodes bytes in base32 without padding, 'A' to 'Z' and '2' to '7': what an authenticator app wants
/// the key of its one-time codes in.
///
/// @param out       receives ceil(8 * nbytes / 5) characters and a NUL; must not overlap data
/// @param out_size  bytes at out: at least CSECRETS_BASE32_SIZE(nbytes)
/// @param data      nbytes bytes, which may be secret; may be NULL if nbytes is 0
/// @param nbytes    how many; 0 gives ""
/// @retval CSECRETS_ERR_NULL_POINTER      out or data is NULL and its size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size or nbytes is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_BASE32_SIZE(nbytes)
///
/// Python: base64.b32encode(data).rstrip(b'='). The encoding is that of RFC 4648, section 6.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_base32_encode(
    out: *mut c_char,
    out_size: usize,
    data: *const c_void,
    nbytes: usize,
) -> csecrets_status {
    // SAFETY: the caller's promise.
    unsafe { encode(base32::len, base32::encode, (out, out_size), (data, nbytes)) }
}

/// Tells how many bytes csecrets_base32_decode() needs room for.
///
/// @param text_len  characters of the text, separators and padding too
/// @return 5 * text_len / 8, rounded down, as CSECRETS_BASE32_DECODED_SIZE says
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn csecrets_base32_decoded_size(text_len: usize) -> usize {
    base32::decoded_len(text_len)
}

/// Decodes base32 text as people type it: in either case, with spaces and '-' anywhere, and with '=' at
/// the end or without.
///
/// @param out       receives the bytes; must not overlap text; may be NULL if out_size is 0
/// @param out_size  bytes at out: at least CSECRETS_BASE32_DECODED_SIZE(text_len)
/// @param out_len   receives how many bytes the text encodes
/// @param text      text_len characters, which may be secret; may be NULL if text_len is 0
/// @param text_len  how many; a NUL is not one of them
/// @retval CSECRETS_ERR_NULL_POINTER      out_len is NULL, or out or text is and its length is not
///                                        0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size or text_len is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_BASE32_DECODED_SIZE(text_len)
/// @retval CSECRETS_ERR_MALFORMED         a character is not of the alphabet (0, 1, 8 and 9 are
///                                        not), a digit comes after a '=', the number of digits is
///                                        1, 3 or 6 more than a multiple of 8, or the last one has
///                                        bits that belong to no byte
///
/// The rest of out is zero. Of the characters only OK or MALFORMED shows, at the end, and how many are
/// digits: of a text longer than 128 characters, how many of each 128. The number of '=' is not looked
/// at.
/// Python: base64.b32decode(text, casefold=True), which wants all of the padding and no separators.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_base32_decode(
    out: *mut c_void,
    out_size: usize,
    out_len: *mut usize,
    text: *const c_char,
    text_len: usize,
) -> csecrets_status {
    // SAFETY: the caller's promise.
    unsafe { decode(base32::decode, (out, out_size), out_len, (text, text_len)) }
}
