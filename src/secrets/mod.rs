//! What programs ask for: tokens, passwords, keys, identifiers, and proofs that they are right.

#![forbid(unsafe_code)]

pub mod api_key;
pub mod code;
pub mod equal;
pub mod hmac;
pub mod otp;
pub mod passphrase;
pub mod password;
pub mod sign;
pub mod stored;
pub mod token;
pub mod uuid;
