//! One-time codes of authenticator apps.

use core::ffi::{c_char, c_void};

use super::adapt::{self, all};
use super::status::{answer, csecrets_status};
use crate::error::Error;
use crate::secrets::otp::{self, Params};

/// What an authenticator app and the server have agreed on. Begin with CSECRETS_TOTP_PARAMS_INIT.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct csecrets_totp_params {
    /// sizeof(csecrets_totp_params), so that later versions can add to it.
    pub struct_size: u32,
    /// Digits of a code, 6 to 8.
    pub digits: u32,
    /// Seconds for which a code is shown, 15 to 300.
    pub period: u32,
    /// Steps of the clock to each side of the present one whose codes are taken too, 0 to 10.
    pub window: u32,
    /// CSECRETS_TOTP_SHA1 or CSECRETS_TOTP_SHA256.
    pub algorithm: u32,
}

/// # Safety
/// `params` is NULL or points to what its struct_size says.
// Once in the library, and not once for each of its uses.
#[inline(never)]
unsafe fn params(params: *const csecrets_totp_params) -> Result<Params, Error> {
    // SAFETY: the caller's promise.
    let params = unsafe { adapt::structure(params) }?;
    Ok(params.map_or_else(Params::default, |params| Params {
        digits: params.digits,
        period: params.period,
        window: params.window,
        algorithm: params.algorithm,
    }))
}

/// Computes the one-time code that an authenticator app shows at a time.
///
/// @param out       receives the digits and a NUL; must not overlap key
/// @param out_size  bytes at out: at least params->digits + 1, which is 7 for NULL
/// @param key       key_len random bytes, 20 and up; the app has them in base32
/// @param key_len   how many, 16 and up
/// @param now       seconds since 1970, 1000000000 and up
/// @param params    as the app has them; NULL is CSECRETS_TOTP_PARAMS_INIT
/// @retval CSECRETS_ERR_NULL_POINTER      out or key is NULL and its size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size or key_len is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is not above params->digits
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  struct_size is too small, above 1024, or large with something
///                                        after what this version knows; digits, period, window or
///                                        algorithm is not as csecrets_totp_params says, or now is
///                                        below 1000000000: a clock that failed or was set back
/// @retval CSECRETS_ERR_WEAK              key_len is below 16, or key is all zeros
///
/// Python: pyotp.TOTP(base64.b32encode(key)).at(now). The codes are those of RFC 6238.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_totp(
    out: *mut c_char,
    out_size: usize,
    key: *const c_void,
    key_len: usize,
    now: i64,
    params: *const csecrets_totp_params,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, key) = unsafe { adapt::text_of((out, out_size), (key, key_len)) }?;
        // SAFETY: the caller's promise.
        let params = unsafe { self::params(params) }?;
        out.write(Some(params.digits as usize), |text| otp::totp(text, key, now, &params))
    })
}

/// Checks a one-time code that was typed, and tells which step of the clock it is of, so that it can't be
/// used twice.
///
/// Store the step with the user, in one statement that also checks it: UPDATE ... SET last_step = step
/// WHERE last_step < step. Let the user in if that changed a row, and pass last_step as after_step next
/// time. Count failures: of the million codes of six digits, window * 2 + 1 are right.
///
/// @param step        receives the step, the highest whose code this is
/// @param code        code_len characters; may be NULL if code_len is 0
/// @param code_len    how many; spaces among them are dropped
/// @param key         as csecrets_totp() takes it
/// @param key_len     how many, 16 and up
/// @param now         seconds since 1970, 1000000000 and up
/// @param after_step  the step that was stored last, whose code and all before it are used up; 0 if none
/// @param params      as the app has them; NULL is CSECRETS_TOTP_PARAMS_INIT
/// @retval CSECRETS_ERR_NULL_POINTER      step is NULL, or code or key is and its size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         code_len or key_len is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  params or now is refused, as by csecrets_totp()
/// @retval CSECRETS_ERR_MALFORMED         code is not so many digits, or holds something else
/// @retval CSECRETS_ERR_WEAK              key_len is below 16, or key is all zeros
/// @retval CSECRETS_ERR_BAD_CODE          it is the code of no step of the window
/// @retval CSECRETS_ERR_REPLAYED          it is, but of none after after_step
///
/// All steps of the window are tried, whichever is right.
/// Python: pyotp.TOTP(base64.b32encode(key)).verify(code, now, window), which takes a code twice.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_totp_verify(
    step: *mut u64,
    code: *const c_char,
    code_len: usize,
    key: *const c_void,
    key_len: usize,
    now: i64,
    after_step: u64,
    params: *const csecrets_totp_params,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (step, code, key) = unsafe {
            all((
                adapt::value(step, u64::MAX),
                adapt::array(code.cast(), code_len),
                adapt::array(key.cast(), key_len),
            ))
        }?;
        // SAFETY: the caller's promise.
        let params = unsafe { self::params(params) }?;
        *step = otp::verify(code, key, now, after_step, &params)?;
        Ok(())
    })
}

/// Computes the one-time code of a counter, as tokens with a button show it.
///
/// Each side counts: the server tries a few counters after the last that was right, and stores the one
/// that is.
///
/// @param out       receives the digits and a NUL; must not overlap key
/// @param out_size  bytes at out: at least digits + 1
/// @param key       key_len random bytes
/// @param key_len   how many, 16 and up
/// @param counter   any number, each once
/// @param digits    6 to 8
/// @retval CSECRETS_ERR_NULL_POINTER      out or key is NULL and its size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size or key_len is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is not above digits
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  digits is not 6 to 8
/// @retval CSECRETS_ERR_WEAK              key_len is below 16, or key is all zeros
///
/// Python: pyotp.HOTP(base64.b32encode(key)).at(counter). The codes are those of RFC 4226.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_hotp(
    out: *mut c_char,
    out_size: usize,
    key: *const c_void,
    key_len: usize,
    counter: u64,
    digits: u32,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, key) = unsafe { adapt::text_of((out, out_size), (key, key_len)) }?;
        out.write(Some(digits as usize), |text| otp::hotp(text, key, counter, digits))
    })
}
