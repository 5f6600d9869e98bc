//! Tokens: bytes and text that nobody can guess.

use core::ffi::{c_char, c_void};

use super::adapt::{self, all, length};
use super::status::{abort_unless_ok, answer, csecrets_status};

use crate::entropy::System;
use crate::secrets::token;
use crate::text::alphabet::MAX_SIZE;
use crate::text::codec;

/// Draws random bytes.
///
/// @param out     receives nbytes bytes; may be NULL if nbytes is 0
/// @param nbytes  how many; 16 can't be guessed, 32 (CSECRETS_DEFAULT_ENTROPY) are Python's default
/// @retval CSECRETS_ERR_NULL_POINTER  out is NULL
/// @retval CSECRETS_ERR_TOO_LARGE     nbytes is above PTRDIFF_MAX
///
/// Python: secrets.token_bytes, random.SystemRandom.randbytes, os.urandom.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_token_bytes(out: *mut c_void, nbytes: usize) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::uninit_bytes(out, nbytes) }?;
        out.fill(|out| token::bytes(&mut System, out))
    })
}

/// Draws random bytes, or ends the program: for callers who would not check a status.
///
/// @param out     receives nbytes bytes; may be NULL if nbytes is 0
/// @param nbytes  how many
///
/// Returns only on success. On any error it writes a message to standard error and calls abort().
///
/// Python: secrets.token_bytes, whose exception nobody catches.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn csecrets_token_bytes_or_abort(out: *mut c_void, nbytes: usize) {
    // SAFETY: the same promise.
    abort_unless_ok(unsafe { csecrets_token_bytes(out, nbytes) });
}

/// Tells the size of a hexadecimal text, as CSECRETS_HEX_SIZE does.
///
/// @param nbytes  bytes that the text encodes
/// @return 2 * nbytes + 1, which counts the NUL; SIZE_MAX if that overflows.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn csecrets_hex_size(nbytes: usize) -> usize {
    codec::hex_len(nbytes).map_or(usize::MAX, |nchars| nchars.saturating_add(1))
}

/// Tells the size of a base64url text, as CSECRETS_URLSAFE_SIZE does.
///
/// @param nbytes  bytes that the text encodes
/// @return ceil(4 * nbytes / 3) + 1, which counts the NUL; SIZE_MAX if that overflows.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn csecrets_urlsafe_size(nbytes: usize) -> usize {
    codec::urlsafe_len(nbytes).map_or(usize::MAX, |nchars| nchars.saturating_add(1))
}

/// Writes random bytes as lower-case hexadecimal text.
///
/// @param out       receives 2 * nbytes digits and a NUL
/// @param out_size  bytes at out: at least CSECRETS_HEX_SIZE(nbytes)
/// @param nbytes    random bytes, each two digits; 16 can't be guessed
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL and out_size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size or nbytes is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_HEX_SIZE(nbytes)
/// @retval CSECRETS_ERR_WEAK              nbytes is 0: "" equals every other ""
///
/// Python: secrets.token_hex.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_token_hex(
    out: *mut c_char,
    out_size: usize,
    nbytes: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::text_output(out, out_size) };
        let (out, nbytes) = all((out, length(nbytes)))?;
        out.write(codec::hex_len(nbytes), |text| token::hex(&mut System, text))
    })
}

/// Writes random bytes as base64url text without padding: letters, digits, '-' and '_'.
///
/// @param out       receives ceil(4 * nbytes / 3) characters and a NUL
/// @param out_size  bytes at out: at least CSECRETS_URLSAFE_SIZE(nbytes)
/// @param nbytes    random bytes, about 1.3 characters each; 16 can't be guessed
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL and out_size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size or nbytes is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_URLSAFE_SIZE(nbytes)
/// @retval CSECRETS_ERR_WEAK              nbytes is 0: "" equals every other ""
///
/// Python: secrets.token_urlsafe. The encoding is that of RFC 4648, section 5.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_token_urlsafe(
    out: *mut c_char,
    out_size: usize,
    nbytes: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::text_output(out, out_size) };
        let (out, nbytes) = all((out, length(nbytes)))?;
        out.write(codec::urlsafe_len(nbytes), |text| token::urlsafe(&mut System, text))
    })
}

/// Writes random characters of an alphabet, each equally likely at each place.
///
/// @param out       receives nchars characters and a NUL
/// @param out_size  bytes at out: at least nchars + 1
/// @param nchars    random characters; csecrets_alphabet_nchars() tells how many are strong enough
/// @param alphabet  2 to 95 different characters from ' ' to '~', such as CSECRETS_ALPHABET_BASE58
/// @retval CSECRETS_ERR_NULL_POINTER      alphabet is NULL, or out is and out_size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size or nchars is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below nchars + 1
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  alphabet is too short, too long, repeats a character, or
///                                        holds one that is not printable ASCII
/// @retval CSECRETS_ERR_WEAK              nchars is 0: "" equals every other ""
///
/// Python: ''.join(secrets.choice(alphabet) for _ in range(nchars)).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_token_alphabet(
    out: *mut c_char,
    out_size: usize,
    nchars: usize,
    alphabet: *const c_char,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, alphabet, nchars) = unsafe {
            all((
                adapt::text_output(out, out_size),
                adapt::text(alphabet, MAX_SIZE),
                length(nchars),
            ))
        }?;
        out.write(Some(nchars), |text| token::alphabet(&mut System, text, alphabet))
    })
}

/// Tells how many characters of an alphabet are as strong as a number of bits.
///
/// @param alphabet  as csecrets_token_alphabet() takes it
/// @param bits      strength, up to 65536: 128 can't be guessed
/// @return the smallest n with size^n >= 2^bits, exactly, for an alphabet of size characters; 0 for
///         0 bits. SIZE_MAX, which every draw refuses, if alphabet is NULL or not a good one, or
///         bits are above 65536.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_alphabet_nchars(alphabet: *const c_char, bits: u32) -> usize {
    // SAFETY: the caller's promise.
    let alphabet = unsafe { adapt::text(alphabet, MAX_SIZE) };
    let nchars = alphabet.ok().and_then(|alphabet| token::alphabet_nchars(alphabet, bits));
    nchars.unwrap_or(usize::MAX)
}
