//! What to store in place of a token or a password.

use core::ffi::{c_char, c_void};

use super::adapt::{self, all};
use super::status::{answer, csecrets_status, predicate};
use crate::entropy::System;
use crate::secrets::stored::{self, phc};

/// Hashes a token, so that a stolen database holds none.
///
/// For tokens with enough entropy, such as those of this library: a password can be guessed from
/// its hash, and wants csecrets_password_hash() or Argon2id.
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

/// Hashes a login password slowly, with a salt of its own: what to store in place of it.
///
/// The text is a PHC string, "$pbkdf2-sha256$i=600000$SALT$HASH"; docs/password-hash.md describes it byte
/// by byte. PBKDF2 needs no memory, so that graphics cards are fast at it: if Argon2id can be had, it is
/// the better choice.
///
/// @param out           receives the text and a NUL; must not overlap password
/// @param out_size      bytes at out: at least CSECRETS_PASSWORD_HASH_SIZE
/// @param password      password_len bytes; of a text, without its NUL
/// @param password_len  how many, 1 and up
/// @param iterations    100000 to 10000000; 0 for CSECRETS_PASSWORD_ITERATIONS
/// @retval CSECRETS_ERR_NULL_POINTER      out or password is NULL and its size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         a size is above PTRDIFF_MAX, or iterations above 10000000
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_PASSWORD_HASH_SIZE, whatever the
///                                        iterations
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  password_len is 0
/// @retval CSECRETS_ERR_WEAK              iterations is 1 to 99999
///
/// Takes its time.
/// Python: hashlib.pbkdf2_hmac('sha256', password, secrets.token_bytes(16), iterations).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_password_hash(
    out: *mut c_char,
    out_size: usize,
    password: *const c_void,
    password_len: usize,
    iterations: u32,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let texts = unsafe { adapt::text_of((out, out_size), (password, password_len)) };
        let ((out, password), iterations) = all((texts, phc::iterations(iterations)))?;
        out.write(Some(phc::MAX_LEN), |text| phc::hash(&mut System, text, password, iterations))
    })
}

/// Tells whether a password is the one that was stored, in a time that does not show how nearly.
///
/// For a user who does not exist, call it with the hash of some other password: then time does not tell
/// who does.
///
/// @param hash          what csecrets_password_hash() wrote
/// @param password      password_len bytes; of a text, without its NUL
/// @param password_len  how many; an empty password never matches
/// @return true only if it is; false if a pointer is NULL, password_len is 0 or above PTRDIFF_MAX, or hash
///         is not of the format or asks for more than 10000000 iterations
///
/// Takes its time, unless hash is not of the format.
/// Python: secrets.compare_digest(hash, hashlib.pbkdf2_hmac(...)).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_password_matches(
    hash: *const c_char,
    password: *const c_void,
    password_len: usize,
) -> predicate {
    // SAFETY: the caller's promise.
    let inputs = unsafe {
        all((adapt::text(hash, phc::MAX_READ_LEN), adapt::array(password.cast(), password_len)))
    };
    inputs.is_ok_and(|(hash, password)| phc::matches(hash, password)).into()
}

/// Tells how many iterations a password was stored with.
///
/// If they are fewer than yours, hash it again at the next login, when it is known.
///
/// @param hash  what csecrets_password_hash() wrote
/// @return the iterations; 0 if hash is NULL or not of the format
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_password_iterations(hash: *const c_char) -> u32 {
    // SAFETY: the caller's promise.
    let hash = unsafe { adapt::text(hash, phc::MAX_READ_LEN) };
    hash.and_then(phc::iterations_of).unwrap_or(0)
}
