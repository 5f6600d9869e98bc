//! PBKDF2 with HMAC-SHA-256 (RFC 8018), which leaves nothing behind.

use super::digest::{BLOCK_LEN, DIGEST_LEN, Hash, State};
use super::hmac::Hmac;
use crate::mem::wipe::Scratch;

/// Bytes of the longest key: as many digests as it can count.
pub const MAX_LEN: usize = (u32::MAX as usize).saturating_mul(DIGEST_LEN);

/// Fills `out`, at most `MAX_LEN` bytes, with what `password` and `salt` give after so many
/// `iterations`, 1 and up.
pub fn derive(out: &mut [u8], password: &[u8], salt: &[u8], iterations: u32) {
    let mut mac = Hmac::new(Hash::Sha256);
    mac.start(password);
    let mut link = Link::new();
    let mut sum = Scratch::<u8, DIGEST_LEN>::new();
    let mut state = State::new(Hash::Sha256);
    for (place, index) in out.chunks_mut(DIGEST_LEN).zip(1..=u32::MAX) {
        mac.restart();
        mac.update(salt);
        mac.update(&index.to_be_bytes());
        mac.finish(&mut sum);
        *link.digest() = *sum;
        for _ in 1..iterations {
            for key in [&mac.inner, &mac.outer] {
                state.set(key);
                state.compress(&link.0);
                state.store(link.digest());
            }
            for (to, from) in sum.iter_mut().zip(link.digest()) {
                *to ^= *from;
            }
        }
        place.iter_mut().zip(sum.iter()).for_each(|(to, from)| *to = *from);
    }
}

/// A digest in the last block of a message that is a block and a digest long: both of HMAC's hashes end
/// in such a one, after the key's block.
struct Link(Scratch<u8, BLOCK_LEN>);

impl Link {
    fn new() -> Self {
        let mut block = Scratch::<u8, BLOCK_LEN>::new();
        // At most 2^16 - 1 bits.
        #[allow(clippy::cast_possible_truncation)]
        let bits = ((BLOCK_LEN + DIGEST_LEN) * 8) as u16;
        block[DIGEST_LEN] = 0x80;
        [block[BLOCK_LEN - 2], block[BLOCK_LEN - 1]] = bits.to_be_bytes();
        Self(block)
    }

    fn digest(&mut self) -> &mut [u8; DIGEST_LEN] {
        let (digest, _) = self.0.split_first_chunk_mut().expect("a digest is half a block");
        digest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_keys_are_those_of_hashlib() {
        let mut out = [0; 32];
        derive(&mut out, b"user_password_123", &[0; 32], 100_000);
        let expected = "4705c07eaf20288ea30faa62527ea2eb460331f2bfecc6c006469c9eb30277fa";
        assert_eq!(hex::encode(out), expected);
        // hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 4096, 40)
        let mut out = [0; 40];
        derive(&mut out, b"password", b"salt", 4096);
        let expected = "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a\
                        f7ad98c1b458ce3f";
        assert_eq!(hex::encode(out), expected);
    }

    #[test]
    fn derived_keys_are_those_of_the_crate_for_every_length() {
        let bytes: Vec<u8> = (0..150_u32).map(|i| (i * 167 + 13) as u8).collect();
        for (password, salt) in [(0, 0), (1, 8), (64, 16), (65, 60), (150, 150)] {
            let (password, salt) = (&bytes[..password], &bytes[..salt]);
            for (n, iterations) in (1..=100).zip((1..=3).cycle()) {
                let (mut out, mut expected) = (vec![0; n], vec![0; n]);
                derive(&mut out, password, salt, iterations);
                ::pbkdf2::pbkdf2_hmac::<sha2::Sha256>(password, salt, iterations, &mut expected);
                assert_eq!(out, expected, "{n} bytes, {iterations} iterations");
            }
        }
    }
}
