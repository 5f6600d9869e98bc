//! Characters of bytes and bytes of characters, which may be secrets.

#![forbid(unsafe_code)]

pub mod alphabet;
pub mod base32;
pub mod codec;
pub mod groups;
pub mod sieve;
