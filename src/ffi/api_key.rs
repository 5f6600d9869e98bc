//! API keys with a checksum, in GitHub's layout.

use core::ffi::c_char;

use super::adapt::{self, all};
use super::status::{answer, csecrets_status};
use crate::entropy::System;
use crate::secrets::api_key;

/// Tells the size of an API key, as CSECRETS_API_KEY_SIZE does.
///
/// @param prefix_len  characters of the prefix
/// @return prefix_len + 38, which counts the NUL; SIZE_MAX if that overflows.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn csecrets_api_key_size(prefix_len: usize) -> usize {
    api_key::len(prefix_len).map_or(usize::MAX, |nchars| nchars.saturating_add(1))
}

/// Writes a new API key: the prefix, '_', 30 random letters and digits, and 6 that check them.
///
/// The layout is GitHub's: the checksum is the CRC-32 of the 30, in base62 digits 0-9A-Za-z. The 30
/// have 178 bits of strength. A prefix of your own lets scanners for leaked keys find yours, once
/// it is registered with them.
///
/// @param out       receives the key and a NUL
/// @param out_size  bytes at out: at least CSECRETS_API_KEY_SIZE(strlen(prefix))
/// @param prefix    whose key it is, such as "acme" or "acme_test": a letter, then letters and
///                  digits, in parts between single '_'; at most 32 characters
/// @retval CSECRETS_ERR_NULL_POINTER      prefix is NULL, or out is and out_size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  prefix is not as said
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_API_KEY_SIZE(strlen(prefix))
///
/// Python: none. Store csecrets_token_hash() of the key, not the key.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_api_key(
    out: *mut c_char,
    out_size: usize,
    prefix: *const c_char,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, prefix) = unsafe {
            all((adapt::text_output(out, out_size), adapt::text(prefix, api_key::MAX_PREFIX_LEN)))
        }?;
        let nchars = api_key::len_with(prefix)?;
        out.write(Some(nchars), |key| api_key::draw(&mut System, key, prefix))
    })
}

/// Tells whether a text could be an API key: finds typing errors before a database is asked.
///
/// It proves nothing, since anybody can compute a checksum. Compare the answer with CSECRETS_OK,
/// then look the key up by its hash.
///
/// @param key      key_len characters; may be NULL if key_len is 0
/// @param key_len  how many; a NUL is not one of them
/// @param prefix   the prefix it must have, as csecrets_api_key() takes it; NULL for any
/// @retval CSECRETS_ERR_NULL_POINTER      key is NULL and key_len is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         key_len is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  prefix is one that no key can have
/// @retval CSECRETS_ERR_MALFORMED         key is not of the layout, or what comes before its last
///                                        '_' is not prefix
/// @retval CSECRETS_ERR_BAD_CHECKSUM      a character is wrong
///
/// Of the characters after the prefix only the answer shows.
/// Python: none.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_api_key_check(
    key: *const c_char,
    key_len: usize,
    prefix: *const c_char,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let key = unsafe { adapt::array(key.cast(), key_len) }?;
        // SAFETY: the caller's promise.
        let prefix = unsafe { adapt::text(prefix, api_key::MAX_PREFIX_LEN) };
        api_key::check(key, prefix.ok())
    })
}
