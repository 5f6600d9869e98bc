//! What a call answers: the numbers of all errors, and their texts.

use core::ffi::{CStr, c_char};

use crate::error::Error;

/// CSECRETS_OK or a negative CSECRETS_ERR_ code.
pub type csecrets_status = i32;

/// Runs the body of an exported function.
pub fn answer(body: impl FnOnce() -> Result<(), Error>) -> csecrets_status {
    body().map_or_else(status, |()| 0)
}

/// What a predicate answers: the header says bool, and the whole register holds 0 or 1. A foreign
/// function interface that takes it for an int sees no garbage in the bits above those of a bool.
pub type predicate = u32;

/// The number of an error; the header's enumerators are held to it by a test.
const fn status(error: Error) -> csecrets_status {
    match error {
        Error::NullPointer => -1,
        Error::InvalidArgument => -2,
        Error::BufferTooSmall => -3,
        Error::TooLarge => -4,
        Error::EntropyUnavailable => -5,
        Error::EntropyBroken => -6,
        Error::Weak => -7,
        Error::Unsatisfiable => -8,
        Error::Malformed => -9,
        Error::BadChecksum => -10,
        Error::BadSignature => -11,
        Error::Expired => -12,
        Error::BadCode => -13,
        Error::Replayed => -14,
        Error::Unsupported => -15,
    }
}

/// What is wrong, and what would be right.
const fn text(status: csecrets_status) -> &'static CStr {
    match status {
        0 => c"success",
        -1 => c"a required pointer is NULL: pass the address of an object",
        -2 => c"an argument is outside what the function takes: see its comment in csecrets.h",
        -3 => {
            c"the output is too small: the function's comment says its size, which counts a text's NUL"
        }
        -4 => c"a length is larger than any object: look for a negative number or an overflow",
        -5 => c"the system gave no randomness: csecrets_entropy_probe tells its error number",
        -6 => c"the system's randomness repeats itself: do not use this machine for secrets",
        -7 => c"a key, password or passphrase is too weak: make it longer",
        -8 => c"no password meets the policy: lower a minimum, or allow more characters",
        -9 => c"the text is not of the format: it was cut, changed, or is something else",
        -10 => c"the API key's checksum does not fit its characters: look for a typing error",
        -11 => c"no key vouches for the token: it was forged or changed, or is for another key or purpose",
        -12 => c"the token has expired: ask for a new one",
        -13 => c"the one-time code is wrong: it was mistyped, has gone by, or a clock is wrong",
        -14 => c"the one-time code, or a later one, was used before: wait for the next one",
        -15 => c"this build of the library leaves it out: passphrases want its list of words",
        _ => c"not a status of this version of csecrets",
    }
}

/// The name of a status in the header.
const fn name(status: csecrets_status) -> &'static CStr {
    match status {
        0 => c"CSECRETS_OK",
        -1 => c"CSECRETS_ERR_NULL_POINTER",
        -2 => c"CSECRETS_ERR_INVALID_ARGUMENT",
        -3 => c"CSECRETS_ERR_BUFFER_TOO_SMALL",
        -4 => c"CSECRETS_ERR_TOO_LARGE",
        -5 => c"CSECRETS_ERR_ENTROPY_UNAVAILABLE",
        -6 => c"CSECRETS_ERR_ENTROPY_BROKEN",
        -7 => c"CSECRETS_ERR_WEAK",
        -8 => c"CSECRETS_ERR_UNSATISFIABLE",
        -9 => c"CSECRETS_ERR_MALFORMED",
        -10 => c"CSECRETS_ERR_BAD_CHECKSUM",
        -11 => c"CSECRETS_ERR_BAD_SIGNATURE",
        -12 => c"CSECRETS_ERR_EXPIRED",
        -13 => c"CSECRETS_ERR_BAD_CODE",
        -14 => c"CSECRETS_ERR_REPLAYED",
        -15 => c"CSECRETS_ERR_UNSUPPORTED",
        _ => c"CSECRETS_ERR_UNKNOWN",
    }
}

/// Ends the program with a message unless `status` is CSECRETS_OK.
pub fn abort_unless_ok(status: csecrets_status) {
    if status != 0 {
        for part in [c"csecrets: no secret could be drawn: ", text(status), c"\n"] {
            let part = part.to_bytes();
            #[allow(clippy::cast_possible_truncation)] // Windows counts a line of text in 32 bits.
            // SAFETY: `part` is readable for its length. A message that can't be written is lost.
            let _ = unsafe { libc::write(2, part.as_ptr().cast(), part.len() as _) };
        }
        // SAFETY: abort takes no argument and never returns.
        unsafe { libc::abort() }
    }
}

/// Says what a status means.
///
/// @param status  any number, which need not be a status
/// @return static English text, never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn csecrets_strerror(status: i32) -> *const c_char {
    text(status).as_ptr()
}

/// Tells the name of a status in this header.
///
/// @param status  any number
/// @return static text such as "CSECRETS_ERR_WEAK", never NULL; "CSECRETS_ERR_UNKNOWN" for what is no
///         status
#[unsafe(no_mangle)]
pub extern "C" fn csecrets_status_name(status: i32) -> *const c_char {
    name(status).as_ptr()
}
