//! Unguessable bytes, tokens, passwords, keys and numbers, and comparison in constant time, from
//! libcsecrets: for programs that ship the shared library. What `csecrets.h` says of a function holds
//! here.
//!
//! Secrets come as `String` and `Vec<u8>`; [`wipe`] overwrites the latter.
//!
//! SPDX-License-Identifier: MIT OR Apache-2.0

mod credentials;
mod draw;
mod error;
mod otp;
mod raw;
mod text;

pub use credentials::{
    NEVER, PasswordPolicy, api_key, api_key_check, hmac_sha256, hmac_sha256_matches, passphrase,
    password, password_bits, password_hash, password_iterations, password_matches, pbkdf2_sha256,
    sign, token_hash, token_matches, verify,
};
pub use draw::{
    alphabet_nchars, choice, choices, entropy_probe, equal, fill, find_equal, randbelow,
    randbelow_big, randbelow_many, randbits, randbits_big, randint, random, sample, sample_indices,
    shuffle, token_alphabet, token_bytes, token_hex, token_urlsafe, version, weighted_index, wipe,
};
pub use error::{Error, Result};
pub use otp::{Totp, hotp, totp, totp_verify};
pub use text::{
    Uuid, base32_decode, base32_encode, code, code_normalize, hex_decode, hex_encode,
    urlsafe_decode, urlsafe_encode, uuid_parse, uuid_text, uuid4, uuid7, uuid7_after,
};

/// Bytes of a token unless there is a reason for another number.
pub const DEFAULT_ENTROPY: usize = 32;
/// The ten digits.
pub const DIGITS: &str = "0123456789";
/// Douglas Crockford's alphabet, for what is read aloud or typed.
pub const CROCKFORD32: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Bitcoin's alphabet, without 0, O, I and l.
pub const BASE58: &str = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
