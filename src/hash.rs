//! What a program stores in place of a secret: the hash of a token, the derived key of a password.

#![forbid(unsafe_code)]

use crate::equal::equal;
use crate::error::Error;
use crate::hmac;
use crate::sha256::{FRAME, HASH, Sha256};
use crate::wipe::{Scratch, clean_stack};

pub use crate::sha256::HASH as TOKEN_HASH;

/// Bytes of the longest key that PBKDF2 derives: as many hashes as it can count.
pub const LONGEST_KEY: usize = (u32::MAX as usize).saturating_mul(HASH);

/// Hashes a token to the front of `out`. An empty one is a token that was never set.
pub fn token(out: &mut [u8], token: &[u8]) -> Result<(), Error> {
    if token.is_empty() {
        return Err(Error::InvalidArgument);
    }
    clean_stack::<FRAME, _>(|| {
        let mut hash = Sha256::new();
        hash.update(token);
        hash.finish(out);
    });
    Ok(())
}

/// Whether `hash` is that of `token`.
pub fn matches(hash: &[u8], token: &[u8]) -> bool {
    let mut found = Scratch::<HASH>::new();
    self::token(&mut *found, token).is_ok() && equal(&*found, hash)
}

/// Fills `out`, at most `LONGEST_KEY` bytes, with the key that PBKDF2 with HMAC-SHA-256 derives from a password.
pub fn pbkdf2(out: &mut [u8], password: &[u8], salt: &[u8], iterations: u32) -> Result<(), Error> {
    if out.is_empty() || iterations == 0 {
        return Err(Error::InvalidArgument);
    }
    clean_stack::<FRAME, _>(|| hmac::pbkdf2(out, password, salt, iterations));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_matches_its_own_hash_alone() {
        let (mut hash, token) = ([0; HASH], b"abc");
        assert_eq!(self::token(&mut hash, token), Ok(()));
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex::encode(hash), expected);
        assert!(matches(&hash, token));
        for other in ["", "ab", "abd", "abcd", "ABC"] {
            assert!(!matches(&hash, other.as_bytes()), "{other:?}");
        }
        for bit in 0..256 {
            let mut other = hash;
            other[bit / 8] ^= 1 << (bit % 8);
            assert!(!matches(&other, token), "bit {bit}");
        }
    }

    #[test]
    fn an_empty_token_has_no_hash_and_matches_none() {
        let mut hash = [0; HASH];
        assert_eq!(token(&mut hash, b""), Err(Error::InvalidArgument));
        Sha256::new().finish(&mut hash);
        assert!(!matches(&hash, b""));
        assert!(!matches(&[0; HASH], b""));
    }

    #[test]
    fn no_iterations_and_no_bytes_are_refused() {
        assert_eq!(pbkdf2(&mut [0; 32], b"p", b"s", 0), Err(Error::InvalidArgument));
        assert_eq!(pbkdf2(&mut [], b"p", b"s", 1), Err(Error::InvalidArgument));
    }
}
