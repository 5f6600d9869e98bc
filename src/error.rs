//! What can go wrong, in Rust's words. `ffi::status` gives each its number and its text.

#![forbid(unsafe_code)]

/// Why a call did nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// A required pointer is missing.
    NullPointer,
    /// A value is outside what the function takes.
    InvalidArgument,
    /// The output has no room for the result.
    BufferTooSmall,
    /// A length that no object can have.
    TooLarge,
    /// The system gave no randomness.
    EntropyUnavailable,
    /// Draws that are accepted at least every other time were rejected `MAX_REJECTIONS` times in a row.
    EntropyBroken,
    /// A key, password, passphrase or token below its floor of strength.
    Weak,
    /// A policy that no password meets.
    Unsatisfiable,
    /// Text that is not of the format.
    Malformed,
    /// An API key with a typing error.
    BadChecksum,
    /// A signed token that no key vouches for.
    BadSignature,
    /// A signed token whose time is over.
    Expired,
    /// A one-time code that is right for no step of the window.
    BadCode,
    /// A one-time code that is right, and used up.
    Replayed,
    /// What this build left out: passphrases without the list of words.
    Unsupported,
}
