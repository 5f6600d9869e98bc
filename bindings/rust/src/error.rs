//! What a call failed with.

use std::ffi::CStr;
use std::fmt;

use crate::raw;

/// A status that is not OK.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Error(i32);

/// What the calls return.
pub type Result<T> = std::result::Result<T, Error>;

macro_rules! statuses {
    ($($(#[$meta:meta])* $name:ident = $status:literal;)*) => {
        impl Error {
            $($(#[$meta])* pub const $name: Self = Self($status);)*
        }
    };
}

statuses! {
    /// A value outside what the function takes.
    INVALID_ARGUMENT = -2;
    /// A length that is larger than any object.
    TOO_LARGE = -4;
    /// The system gave no randomness.
    ENTROPY_UNAVAILABLE = -5;
    /// The system's randomness repeats itself.
    ENTROPY_BROKEN = -6;
    /// A key, password, code or token below its floor of strength.
    WEAK = -7;
    /// A password policy that no password meets.
    UNSATISFIABLE = -8;
    /// Text that is not of the format.
    MALFORMED = -9;
    /// An API key with a typing error.
    BAD_CHECKSUM = -10;
    /// A signed token that no key vouches for.
    BAD_SIGNATURE = -11;
    /// A signed token whose time is over.
    EXPIRED = -12;
    /// A one-time code that is not right in the window.
    BAD_CODE = -13;
    /// A one-time code that is used up.
    REPLAYED = -14;
    /// What this build of the library left out.
    UNSUPPORTED = -15;
}

impl Error {
    /// The status as C spells it, such as "CSECRETS_ERR_WEAK".
    pub fn name(self) -> &'static str {
        // SAFETY: the library answers every number with static ASCII text.
        unsafe { CStr::from_ptr(raw::csecrets_status_name(self.0)) }.to_str().unwrap_or_default()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // SAFETY: as above.
        let message = unsafe { CStr::from_ptr(raw::csecrets_strerror(self.0)) };
        write!(f, "{}: {}", self.name(), message.to_string_lossy())
    }
}

impl std::error::Error for Error {}

/// A status as a Result.
pub(crate) fn check(status: i32) -> Result<()> {
    if status == 0 { Ok(()) } else { Err(Error(status)) }
}
