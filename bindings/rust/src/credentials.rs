//! What programs build on random bytes: passwords, keys, signed tokens, hashes, one-time codes.

use std::ptr::null;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::draw::{constant, filled, lent, text};
use crate::error::{Result, check};
use crate::raw::*;

/// The expiry of a signed token that is good for ever.
pub const NEVER: i64 = i64::MAX;

/// What a password must hold; None leaves a class out.
#[derive(Clone, Debug)]
pub struct PasswordPolicy<'a> {
    /// Lower-case letters that it holds at least.
    pub lower: Option<u32>,
    /// Upper-case letters that it holds at least.
    pub upper: Option<u32>,
    /// Digits that it holds at least.
    pub digits: Option<u32>,
    /// Symbols that it holds at least.
    pub symbols: Option<u32>,
    /// Whether 0, O, 1, l, I and | may be in it.
    pub lookalikes: bool,
    /// The symbols to choose from; None is the default set.
    pub symbol_set: Option<&'a str>,
    /// Characters that are never used.
    pub exclude: &'a str,
}

impl Default for PasswordPolicy<'_> {
    fn default() -> Self {
        let one = Some(1);
        Self {
            lower: one,
            upper: one,
            digits: one,
            symbols: one,
            lookalikes: true,
            symbol_set: None,
            exclude: "",
        }
    }
}

impl PasswordPolicy<'_> {
    /// Lends it to C.
    fn with<T>(&self, call: impl FnOnce(*const Policy) -> Result<T>) -> Result<T> {
        let symbols = self.symbol_set.map(constant).transpose()?;
        let exclude = constant(self.exclude)?;
        let mut plain = Policy {
            struct_size: 0,
            min_lower: 0,
            min_upper: 0,
            min_digits: 0,
            min_symbols: 0,
            flags: 0,
            symbols: null(),
            exclude: null(),
        };
        // SAFETY: it has this size.
        check(unsafe { csecrets_password_policy_init(&mut plain, size_of::<Policy>()) })?;
        let minima = [
            (&mut plain.min_lower, self.lower),
            (&mut plain.min_upper, self.upper),
            (&mut plain.min_digits, self.digits),
            (&mut plain.min_symbols, self.symbols),
        ];
        for (class, (field, minimum)) in minima.into_iter().enumerate() {
            match minimum {
                Some(minimum) => *field = minimum,
                None => plain.flags |= 1 << class,
            }
        }
        plain.flags |= if self.lookalikes { 0 } else { 16 };
        plain.symbols = symbols.as_ref().map_or(null(), |symbols| symbols.as_ptr());
        plain.exclude = exclude.as_ptr();
        call(&plain)
    }
}

/// A password of 8 to 128 characters: of all that meet the policy, each is equally likely.
pub fn password(nchars: usize, policy: &PasswordPolicy) -> Result<String> {
    policy.with(|plain| {
        // SAFETY: the buffer has this size, and the policy ends where it says.
        text(nchars.saturating_add(1), |out, size| unsafe {
            csecrets_password(out, size, nchars, plain)
        })
    })
}

/// How strong such a password is, in bits.
pub fn password_bits(nchars: usize, policy: &PasswordPolicy) -> Result<f64> {
    policy.with(|plain| {
        let mut bits = 0.0;
        // SAFETY: bits is a number of that type.
        check(unsafe { csecrets_password_bits(&mut bits, nchars, plain) })?;
        Ok(bits)
    })
}

/// Words of the EFF's large list. Some hold a '-': do not split there.
pub fn passphrase(nwords: usize, separator: &str) -> Result<String> {
    let between = constant(separator)?;
    // SAFETY: the buffer has this size, and the separator ends in a NUL.
    unsafe {
        text(csecrets_passphrase_size(nwords, separator.len()), |out, size| {
            csecrets_passphrase(out, size, nwords, between.as_ptr())
        })
    }
}

/// A new API key: the prefix, '_', 30 random letters and digits, and 6 that check them.
pub fn api_key(prefix: &str) -> Result<String> {
    let name = constant(prefix)?;
    // SAFETY: the buffer has this size, and the prefix ends in a NUL.
    unsafe {
        text(csecrets_api_key_size(prefix.len()), |out, size| {
            csecrets_api_key(out, size, name.as_ptr())
        })
    }
}

/// An error for what can't be an API key of this prefix, or of any. It proves nothing.
pub fn api_key_check(key: &str, prefix: Option<&str>) -> Result<()> {
    let name = prefix.map(constant).transpose()?;
    let name = name.as_ref().map_or(null(), |name| name.as_ptr());
    // SAFETY: the key has so many bytes, and the prefix ends in a NUL or is NULL.
    check(unsafe { csecrets_api_key_check(key.as_ptr().cast(), key.len(), name) })
}

pub(crate) fn seconds(time: SystemTime) -> i64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64)
}

/// A token that carries a payload, signed and not encrypted, until a Unix second, or [`NEVER`].
pub fn sign(key: &[u8], purpose: &str, payload: &[u8], expires_at: i64) -> Result<String> {
    let name = constant(purpose)?;
    let ((key, key_len), (payload, nbytes)) = (lent(key), lent(payload));
    // SAFETY: the buffer has this size, key and payload theirs, and the purpose ends in a NUL.
    unsafe {
        text(csecrets_sign_token_size(nbytes), |out, size| {
            csecrets_sign_token(out, size, key, key_len, name.as_ptr(), payload, nbytes, expires_at)
        })
    }
}

fn spans(parts: &[&[u8]]) -> Vec<Span> {
    parts.iter().map(|part| Span { data: part.as_ptr().cast(), nbytes: part.len() }).collect()
}

/// The payload of a token that one of the keys vouches for and that has not expired.
pub fn verify(token: &str, purpose: &str, keys: &[&[u8]], now: SystemTime) -> Result<Vec<u8>> {
    let (name, keys) = (constant(purpose)?, spans(keys));
    // SAFETY: it takes any number.
    let size = unsafe { csecrets_verify_token_size(token.len()) };
    let mut length = 0;
    // SAFETY: the buffer has this size, token and keys theirs, and the purpose ends in a NUL.
    let mut payload = filled(size, |out| unsafe {
        let (token, token_len) = (token.as_ptr().cast(), token.len());
        let (keys, count) = (keys.as_ptr(), keys.len());
        csecrets_verify_token(
            out,
            size,
            &mut length,
            token,
            token_len,
            name.as_ptr(),
            keys,
            count,
            seconds(now),
        )
    })?;
    payload.truncate(length);
    Ok(payload)
}

/// The SHA-256 of a token: store it, not the token.
pub fn token_hash(token: impl AsRef<[u8]>) -> Result<[u8; 32]> {
    let (token, nbytes) = lent(token.as_ref());
    let mut hash = [0; 32];
    // SAFETY: out has 32 bytes, and the token so many.
    check(unsafe { csecrets_token_hash(hash.as_mut_ptr(), token, nbytes) })?;
    Ok(hash)
}

/// Whether a token is the one whose hash was stored.
pub fn token_matches(hash: &[u8; 32], token: impl AsRef<[u8]>) -> bool {
    let (token, nbytes) = lent(token.as_ref());
    // SAFETY: the hash has 32 bytes, and the token so many.
    unsafe { csecrets_token_matches(hash.as_ptr(), token, nbytes) }
}

/// The HMAC-SHA-256 of a message, in parts that are not joined.
pub fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> Result<[u8; 32]> {
    let ((key, key_len), parts) = (lent(key), spans(parts));
    let mut mac = [0; 32];
    // SAFETY: out has 32 bytes, key and parts so many.
    check(unsafe {
        csecrets_hmac_sha256(mac.as_mut_ptr(), key, key_len, parts.as_ptr(), parts.len())
    })?;
    Ok(mac)
}

/// Whether all 32 bytes of an HMAC are right.
pub fn hmac_sha256_matches(mac: &[u8], key: &[u8], parts: &[&[u8]]) -> bool {
    let ((mac, mac_len), (key, key_len), parts) = (lent(mac), lent(key), spans(parts));
    // SAFETY: mac, key and parts have so many bytes.
    unsafe { csecrets_hmac_sha256_matches(mac, mac_len, key, key_len, parts.as_ptr(), parts.len()) }
}

/// A key derived from a password, slowly.
pub fn pbkdf2_sha256(
    password: &[u8],
    salt: &[u8],
    iterations: u32,
    nbytes: usize,
) -> Result<Vec<u8>> {
    let ((password, password_len), (salt, salt_len)) = (lent(password), lent(salt));
    // SAFETY: the buffer, the password and the salt have so many bytes.
    filled(nbytes, |out| unsafe {
        csecrets_pbkdf2_sha256(out, nbytes, password, password_len, salt, salt_len, iterations)
    })
}

/// What to store of a login password; 0 iterations are 600000.
pub fn password_hash(password: impl AsRef<[u8]>, iterations: u32) -> Result<String> {
    let (password, len) = lent(password.as_ref());
    // SAFETY: the buffer has this size, and the password so many bytes.
    text(256, |out, size| unsafe { csecrets_password_hash(out, size, password, len, iterations) })
}

/// Whether a password is the one whose hash was stored.
pub fn password_matches(hash: &str, password: impl AsRef<[u8]>) -> bool {
    let (password, len) = lent(password.as_ref());
    // SAFETY: the hash ends in a NUL, and the password has so many bytes.
    constant(hash)
        .is_ok_and(|hash| unsafe { csecrets_password_matches(hash.as_ptr(), password, len) })
}

/// The iterations of a stored hash, 0 if it is none: below yours, hash again at the next login.
pub fn password_iterations(hash: &str) -> u32 {
    // SAFETY: the hash ends in a NUL.
    constant(hash).map_or(0, |hash| unsafe { csecrets_password_iterations(hash.as_ptr()) })
}
