//! One-time codes, as authenticator apps show them.

use std::time::SystemTime;

use crate::credentials::seconds;
use crate::draw::{lent, text};
use crate::error::{Error, Result, check};
use crate::raw::*;

/// What an authenticator app was told; by default what all of them expect.
#[derive(Clone, Copy, Debug)]
pub struct Totp {
    /// 6 to 8.
    pub digits: u32,
    /// Seconds of a step.
    pub period: u32,
    /// Steps to each side that are accepted.
    pub window: u32,
    /// Whether the algorithm is SHA-256, and not SHA-1.
    pub sha256: bool,
}

impl Default for Totp {
    fn default() -> Self {
        Self { digits: 6, period: 30, window: 1, sha256: false }
    }
}

impl Totp {
    fn plain(self) -> TotpParams {
        let Self { digits, period, window, sha256 } = self;
        let (struct_size, algorithm) = (size_of::<TotpParams>() as u32, 1 + u32::from(sha256));
        TotpParams { struct_size, digits, period, window, algorithm }
    }
}

/// The code that an authenticator app shows at a time.
pub fn totp(key: &[u8], now: SystemTime, told: Totp) -> Result<String> {
    let ((key, key_len), plain) = (lent(key), told.plain());
    // SAFETY: the buffer has this size, and the key so many bytes.
    text(told.digits as usize + 1, |out, size| unsafe {
        csecrets_totp(out, size, key, key_len, seconds(now), &plain)
    })
}

/// The step of a code that is right and later than the last one, to store as the next last step: a
/// code is good once.
pub fn totp_verify(
    code: &str,
    key: &[u8],
    last_step: u64,
    now: SystemTime,
    told: Totp,
) -> Result<u64> {
    let ((key, key_len), plain) = (lent(key), told.plain());
    let (code, code_len) = (code.as_ptr().cast(), code.len());
    let mut step = 0;
    // SAFETY: code and key have so many bytes.
    check(unsafe {
        csecrets_totp_verify(
            &mut step,
            code,
            code_len,
            key,
            key_len,
            seconds(now),
            last_step,
            &plain,
        )
    })?;
    Ok(step)
}

/// The code of a counter.
pub fn hotp(key: &[u8], counter: u64, digits: u32) -> Result<String> {
    if digits > 8 {
        return Err(Error::INVALID_ARGUMENT);
    }
    let (key, key_len) = lent(key);
    // SAFETY: the buffer has this size, and the key so many bytes.
    text(digits as usize + 1, |out, size| unsafe {
        csecrets_hotp(out, size, key, key_len, counter, digits)
    })
}
