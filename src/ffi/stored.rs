//! What to store in place of a token or a password.

use core::ffi::c_void;

use super::adapt::{self, all};
use super::status::{answer, csecrets_status, predicate};
use crate::secrets::stored;

/// Hashes a token, so that a stolen database holds none.
///
/// For tokens with enough entropy, such as those of this library: a password can be guessed from
/// its hash, and wants csecrets_pbkdf2_sha256() or Argon2.
///
/// @param out     receives CSECRETS_TOKEN_HASH_SIZE bytes, the token's SHA-256; must not overlap
///                token
/// @param token   nbytes bytes; of a text, without its NUL
/// @param nbytes  how many, 1 and up
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL, or token is and nbytes is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         nbytes is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  nbytes is 0: the token was never set
///
/// Python: hashlib.sha256(token).digest().
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_token_hash(
    out: *mut u8,
    token: *const c_void,
    nbytes: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, token) = unsafe { all((adapt::fixed(out), adapt::array(token.cast(), nbytes))) }?;
        out.write(|out| stored::token_hash(out, token))
    })
}

/// Tells whether a token is the one whose hash was stored, in a time that does not show how nearly.
///
/// @param hash    CSECRETS_TOKEN_HASH_SIZE bytes from csecrets_token_hash()
/// @param token   nbytes bytes; of a text, without its NUL
/// @param nbytes  how many; an empty token never matches
/// @return true only if the token has this hash; false if a pointer is NULL, or if nbytes
///         is 0 or above PTRDIFF_MAX.
///
/// Python: secrets.compare_digest(hash, hashlib.sha256(token).digest()).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_token_matches(
    hash: *const u8,
    token: *const c_void,
    nbytes: usize,
) -> predicate {
    // SAFETY: the caller's promise.
    let inputs = unsafe {
        all((adapt::array(hash, stored::TOKEN_HASH_LEN), adapt::array(token.cast(), nbytes)))
    };
    inputs.is_ok_and(|(hash, token)| stored::token_matches(hash, token)).into()
}

/// Derives a key from a password, slowly, so that guessing takes as long.
///
/// @param out           receives nbytes bytes; must not overlap password or salt
/// @param nbytes        how many, 1 and up; 32 to store a password
/// @param password      password_len bytes; may be NULL if password_len is 0
/// @param password_len  how many; of a text, without its NUL
/// @param salt          salt_len bytes from csecrets_token_bytes(), new for each password, stored
///                      with the key; may be NULL if salt_len is 0
/// @param salt_len      how many; 16 and up
/// @param iterations    1 and up; 600000 is OWASP's figure of 2023
/// @retval CSECRETS_ERR_NULL_POINTER      a pointer is NULL and its length is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         a length is above PTRDIFF_MAX, or nbytes above (2^32 -
///                                        1) * 32
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  nbytes or iterations is 0
///
/// Takes its time, in proportion to iterations and to nbytes / 32.
/// Python: hashlib.pbkdf2_hmac('sha256', password, salt, iterations, nbytes).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_pbkdf2_sha256(
    out: *mut c_void,
    nbytes: usize,
    password: *const c_void,
    password_len: usize,
    salt: *const c_void,
    salt_len: usize,
    iterations: u32,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, password, salt) = unsafe {
            all((
                adapt::bytes_up_to(out, nbytes, stored::MAX_KEY_LEN),
                adapt::array(password.cast(), password_len),
                adapt::array(salt.cast(), salt_len),
            ))
        }?;
        out.write(|out| stored::derive_key(out, password, salt, iterations))
    })
}
