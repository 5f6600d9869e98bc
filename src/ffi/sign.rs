//! Signed tokens, which carry their payload and expiry with them.

use core::ffi::{c_char, c_void};

use super::adapt::{self, all};
use super::spans::{csecrets_span, spans};
use super::status::{answer, csecrets_status};
use crate::secrets::sign;

/// Tells the size of a signed token, as CSECRETS_SIGN_TOKEN_SIZE does.
///
/// @param nbytes  bytes of its payload
/// @return CSECRETS_URLSAFE_SIZE(nbytes + 41), which counts the NUL; SIZE_MAX if that overflows.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn csecrets_sign_token_size(nbytes: usize) -> usize {
    sign::len(nbytes).map_or(usize::MAX, |nchars| nchars.saturating_add(1))
}

/// Writes a token that carries a payload, which nobody without the key can make or change.
///
/// It is signed, not encrypted: who holds it can read the payload. It can't be taken back before it
/// expires. The text is url-safe: letters, digits, '-' and '_'.
///
/// @param out         receives the token and a NUL; must not overlap what is signed
/// @param out_size    bytes at out: at least CSECRETS_SIGN_TOKEN_SIZE(nbytes)
/// @param key         key_len random bytes, from csecrets_token_bytes()
/// @param key_len     how many, at least 32
/// @param purpose     what the token is good for, such as "password reset", at least one character:
///                    a token of one purpose is refused for every other
/// @param payload     nbytes bytes; may be NULL if nbytes is 0
/// @param nbytes      how many
/// @param expires_at  the second since 1970 in which it is no longer good: 1000000000 (2001-09-09:
///                    below, it is a duration, or the clock was never set) to 253402300799 (the
///                    end of the year 9999: above, it is in milliseconds); or
///                    CSECRETS_NEVER_EXPIRES
/// @retval CSECRETS_ERR_NULL_POINTER      purpose is NULL, or another pointer is and its size is
///                                        not 0
/// @retval CSECRETS_ERR_TOO_LARGE         a size is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_SIGN_TOKEN_SIZE(nbytes)
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  purpose is empty, or expires_at no such second
/// @retval CSECRETS_ERR_WEAK              key_len is below 32, or all of the key is zero: what a
///                                        draw that failed leaves
///
/// Python: none; itsdangerous and django.core.signing are like it.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_sign_token(
    out: *mut c_char,
    out_size: usize,
    key: *const c_void,
    key_len: usize,
    purpose: *const c_char,
    payload: *const c_void,
    nbytes: usize,
    expires_at: i64,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, key, purpose, payload) = unsafe {
            all((
                adapt::text_output(out, out_size),
                adapt::array(key.cast(), key_len),
                adapt::text(purpose, usize::MAX),
                adapt::array(payload.cast(), nbytes),
            ))
        }?;
        out.write(sign::len(nbytes), |text| sign::sign(text, key, purpose, payload, expires_at))
    })
}

/// Tells how many bytes of payload a signed token carries.
///
/// @param token_len  characters of the token
/// @return 3 * token_len / 4 - 41, rounded down, as CSECRETS_VERIFY_TOKEN_SIZE says; 0 if it is too short
///         for any token
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn csecrets_verify_token_size(token_len: usize) -> usize {
    sign::payload_len(token_len).unwrap_or(0)
}

/// Checks a signed token, and only then gives out its payload.
///
/// Compare the answer with CSECRETS_OK: errors are not 0, and would pass for true.
///
/// @param payload       receives the payload; must not overlap token; may be NULL if
///                      payload_size is 0
/// @param payload_size  bytes at payload: at least 3 * token_len / 4 - 41, the quotient rounded
///                      down, which is just as long as the payload
/// @param payload_len   receives how many bytes the payload has
/// @param token         token_len characters; may be NULL if token_len is 0
/// @param token_len     how many; a NUL is not one of them
/// @param purpose       the purpose that it must have been signed for
/// @param keys          key_count keys, the one in use and those before it; each is tried
/// @param key_count     how many, 1 and up
/// @param now           the time, as time(NULL) tells it
/// @retval CSECRETS_ERR_NULL_POINTER      payload_len or purpose is NULL, or another pointer, or
///                                        one in keys, is and its size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         a size is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  key_count is 0, purpose empty, or now below 1000000000,
///                                        as of a clock that failed or was set back
/// @retval CSECRETS_ERR_MALFORMED         token is not of the format, or has an expiry that
///                                        csecrets_sign_token() refuses
/// @retval CSECRETS_ERR_WEAK              a key has fewer than 32 bytes, or only zeros
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  payload_size is below what token_len implies, which says
///                                        nothing of who made the token
/// @retval CSECRETS_ERR_BAD_SIGNATURE     it verifies under no key: it was forged or changed, or
///                                        is for another purpose
/// @retval CSECRETS_ERR_EXPIRED           it verifies, but now is not before its expiry
///
/// The rest of payload is zero. Neither the keys nor which of them it was shows. Only the format, which
/// anybody can see, is checked before all keys were tried.
/// Python: none; itsdangerous and django.core.signing are like it.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_verify_token(
    payload: *mut c_void,
    payload_size: usize,
    payload_len: *mut usize,
    token: *const c_char,
    token_len: usize,
    purpose: *const c_char,
    keys: *const csecrets_span,
    key_count: usize,
    now: i64,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise, of each key's bytes too.
        let (payload, payload_len, token, purpose, keys) = unsafe {
            all((
                adapt::values(payload.cast(), payload_size, 0),
                adapt::value(payload_len, 0),
                adapt::array(token.cast(), token_len),
                adapt::text(purpose, usize::MAX),
                spans(keys, key_count),
            ))
        }?;
        payload.write(|payload| {
            *payload_len = sign::verify(payload, token, purpose, keys, now)?;
            Ok(())
        })
    })
}
