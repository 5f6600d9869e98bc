//! SHA-256 and SHA-1 (FIPS 180-4), which leave nothing behind. Of RustCrypto's SHA-256 the compression
//! function is used alone: its hashes hold a secret's last block, move about in memory, and are not wiped.

use core::slice::from_ref;

use sha2::block_api::compress256;
use zeroize::Zeroize;

use super::sha1;
use crate::mem::wipe::Scratch;

/// Bytes of a digest, and of a shorter one with the zeros after it.
pub const DIGEST_LEN: usize = 32;

/// Bytes that are compressed at once.
pub const BLOCK_LEN: usize = 64;

/// Bytes of the stack that a hash uses, or a few of them: the message schedule is spilled there.
pub const FRAME: usize = 2048;

/// Which hash. Both compress blocks of one length and pad them alike.
#[derive(Clone, Copy)]
pub enum Hash {
    /// For one-time codes alone, in HMAC, which its collisions do not touch.
    Sha1,
    Sha256,
}

impl Hash {
    /// Bytes of its digests.
    pub const fn digest_len(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha256 => DIGEST_LEN,
        }
    }

    /// The words that a message starts with.
    const fn start(self) -> &'static [u32; 8] {
        match self {
            Self::Sha1 => {
                &[0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0, 0, 0, 0]
            }
            Self::Sha256 => &[
                0x6a09_e667,
                0xbb67_ae85,
                0x3c6e_f372,
                0xa54f_f53a,
                0x510e_527f,
                0x9b05_688c,
                0x1f83_d9ab,
                0x5be0_cd19,
            ],
        }
    }
}

/// What has been hashed so far, in whole blocks; wiped when it goes.
pub struct State {
    hash: Hash,
    words: [u32; 8],
}

impl State {
    pub fn new(hash: Hash) -> Self {
        Self { hash, words: *hash.start() }
    }

    /// Starts a message.
    pub fn restart(&mut self) {
        self.words = *self.hash.start();
    }

    /// Goes on after what led to another state of the same hash.
    pub fn set(&mut self, to: &Self) {
        self.words = to.words;
    }

    pub fn compress(&mut self, block: &[u8; BLOCK_LEN]) {
        match (self.hash, &mut self.words) {
            (Hash::Sha1, [words @ .., _, _, _]) => sha1::compress(words, block),
            (Hash::Sha256, words) => compress256(words, from_ref(block)),
        }
    }

    /// Stores the state as a digest does: each word in big endian.
    pub fn store(&self, out: &mut [u8; DIGEST_LEN]) {
        for (place, word) in out.chunks_exact_mut(size_of::<u32>()).zip(self.words) {
            place.copy_from_slice(&word.to_be_bytes());
        }
    }
}

impl Drop for State {
    fn drop(&mut self) {
        self.words.as_mut_slice().zeroize();
    }
}

/// A digest of bytes that come piece by piece; wiped when it goes.
pub struct Digest {
    state: State,
    block: Scratch<u8, BLOCK_LEN>,
    nbytes: u64,
}

impl Digest {
    pub fn new(hash: Hash) -> Self {
        Self { state: State::new(hash), block: Scratch::new(), nbytes: 0 }
    }

    /// Starts again, after one block that led to `state`.
    pub fn start_after(&mut self, state: &State) {
        self.state.set(state);
        self.nbytes = BLOCK_LEN as u64;
    }

    // Once in the library, and not once for each of its uses.
    #[inline(never)]
    pub fn update(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        // The compiler knows that a remainder is within the block: the loop ends with the bytes.
        while let Some(place) = self.block.get_mut(used(self.nbytes)..) {
            let (now, later) = rest.split_at_checked(place.len()).unwrap_or((rest, &[]));
            if now.is_empty() {
                break;
            }
            let (place, _) = place.split_at_mut(now.len());
            place.copy_from_slice(now);
            self.nbytes = self.nbytes.wrapping_add(now.len() as u64);
            if used(self.nbytes) == 0 {
                self.state.compress(&self.block);
            }
            rest = later;
        }
    }

    /// Stores the digest.
    pub fn finish(&mut self, out: &mut [u8; DIGEST_LEN]) {
        let bits = self.nbytes.wrapping_mul(8).to_be_bytes();
        // A one, and zeros up to where the length ends a block.
        let mut padding = [0; BLOCK_LEN];
        padding[0] = 0x80;
        let (padding, _) = padding.split_at(BLOCK_LEN - used(self.nbytes + bits.len() as u64));
        self.update(padding);
        self.update(&bits);
        self.state.store(out);
    }
}

/// Bytes of the block that wait for the others.
#[allow(clippy::cast_possible_truncation)]
const fn used(nbytes: u64) -> usize {
    nbytes as usize % BLOCK_LEN
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::Digest as _;

    fn digest(hash: Hash, parts: &[&[u8]]) -> Vec<u8> {
        let (mut digest, mut out) = (Digest::new(hash), [0xEE; DIGEST_LEN]);
        parts.iter().for_each(|part| digest.update(part));
        digest.finish(&mut out);
        let (digest, rest) = out.split_at(hash.digest_len());
        assert!(rest.iter().all(|&byte| byte == 0));
        digest.to_vec()
    }

    #[test]
    fn digests_are_those_of_the_crates_for_every_length_and_cut() {
        let bytes: Vec<u8> = (0..300_u32).map(|i| (i * 167 + 13) as u8).collect();
        for n in 0..bytes.len() {
            for cut in [0, 1, 55, 56, 63, 64, 65, 128, n / 2] {
                let (first, second) = bytes[..n].split_at(cut.min(n));
                let parts = [first, second];
                let expected = sha2::Sha256::digest(&bytes[..n]);
                assert_eq!(digest(Hash::Sha256, &parts), expected[..], "{n} cut at {cut}");
                let expected = ::sha1::Sha1::digest(&bytes[..n]);
                assert_eq!(digest(Hash::Sha1, &parts), expected[..], "{n} cut at {cut}");
            }
        }
    }

    #[test]
    fn a_million_letters_hash_as_fips_180_says() {
        let letters = [b'a'; 1000];
        let parts = [&letters[..]; 1000];
        let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
        assert_eq!(hex::encode(digest(Hash::Sha256, &parts)), expected);
        let expected = "34aa973cd4c4daa4f61eeb2bdbad27316534016f";
        assert_eq!(hex::encode(digest(Hash::Sha1, &parts)), expected);
    }
}
