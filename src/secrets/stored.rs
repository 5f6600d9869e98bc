//! What a program stores in place of a secret: the hash of a token, the key derived from a password.

pub mod phc;

use super::equal::equal;
use crate::error::Error;
use crate::hash::digest::{DIGEST_LEN, Digest, FRAME, Hash};
use crate::hash::pbkdf2;
use crate::mem::wipe::{Scratch, clean_stack};

pub use crate::hash::pbkdf2::MAX_LEN as MAX_KEY_LEN;

/// Bytes of a token's hash.
pub const TOKEN_HASH_LEN: usize = DIGEST_LEN;

/// Hashes a token. An empty one is a token that was never set.
pub fn token_hash(out: &mut [u8; TOKEN_HASH_LEN], token: &[u8]) -> Result<(), Error> {
    if token.is_empty() {
        return Err(Error::InvalidArgument);
    }
    clean_stack::<FRAME, _>(|| {
        let mut digest = Digest::new(Hash::Sha256);
        digest.update(token);
        digest.finish(out);
    });
    Ok(())
}

/// Whether `hash` is that of `token`.
pub fn token_matches(hash: &[u8], token: &[u8]) -> bool {
    let mut found = Scratch::<u8, TOKEN_HASH_LEN>::new();
    token_hash(&mut found, token).is_ok() && equal(&*found, hash)
}

/// Fills `out`, at most `MAX_KEY_LEN` bytes, with the key that PBKDF2 with HMAC-SHA-256 derives from
/// a password.
pub fn derive_key(
    out: &mut [u8],
    password: &[u8],
    salt: &[u8],
    iterations: u32,
) -> Result<(), Error> {
    if out.is_empty() || iterations == 0 {
        return Err(Error::InvalidArgument);
    }
    clean_stack::<FRAME, _>(|| pbkdf2::derive(out, password, salt, iterations));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_matches_its_own_hash_alone() {
        let (mut hash, token) = ([0; TOKEN_HASH_LEN], b"abc");
        assert_eq!(token_hash(&mut hash, token), Ok(()));
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex::encode(hash), expected);
        assert!(token_matches(&hash, token));
        for other in ["", "ab", "abd", "abcd", "ABC"] {
            assert!(!token_matches(&hash, other.as_bytes()), "{other:?}");
        }
        for bit in 0..256 {
            let mut other = hash;
            other[bit / 8] ^= 1 << (bit % 8);
            assert!(!token_matches(&other, token), "bit {bit}");
        }
    }

    #[test]
    fn an_empty_token_has_no_hash_and_matches_none() {
        let mut hash = [0; TOKEN_HASH_LEN];
        assert_eq!(token_hash(&mut hash, b""), Err(Error::InvalidArgument));
        Digest::new(Hash::Sha256).finish(&mut hash);
        assert!(!token_matches(&hash, b""));
        assert!(!token_matches(&[0; TOKEN_HASH_LEN], b""));
    }

    #[test]
    fn no_iterations_and_no_bytes_are_refused() {
        assert_eq!(derive_key(&mut [0; 32], b"p", b"s", 0), Err(Error::InvalidArgument));
        assert_eq!(derive_key(&mut [], b"p", b"s", 1), Err(Error::InvalidArgument));
    }
}
