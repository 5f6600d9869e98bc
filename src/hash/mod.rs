//! Hashes, and what is made of them: codes that prove a key, keys that are slow to derive.

#![forbid(unsafe_code)]

pub mod digest;
pub mod hmac;
pub mod pbkdf2;
mod sha1;
