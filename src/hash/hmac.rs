//! HMAC (RFC 2104) with either hash, which leaves nothing behind.

use super::digest::{BLOCK_LEN, DIGEST_LEN, Digest, Hash, State};
use crate::mem::wipe::Scratch;

/// Bytes of a tag, and of a shorter one with the zeros after it.
pub const TAG_LEN: usize = DIGEST_LEN;

/// A message authentication code of bytes that come piece by piece; wiped when it goes.
pub struct Hmac {
    pub inner: State,
    pub outer: State,
    hash: Hash,
    digest: Digest,
}

impl Hmac {
    /// One that has no key yet: a key never moves with what is returned.
    pub fn new(hash: Hash) -> Self {
        let [inner, outer] = [State::new(hash), State::new(hash)];
        Self { inner, outer, hash, digest: Digest::new(hash) }
    }

    /// Bytes of a tag that count.
    pub const fn tag_len(&self) -> usize {
        self.hash.digest_len()
    }

    /// Starts a message under `key`, whose length is no secret.
    pub fn start(&mut self, key: &[u8]) {
        let mut block = Scratch::<u8, BLOCK_LEN>::new();
        match block.get_mut(..key.len()) {
            Some(front) => front.copy_from_slice(key),
            None => {
                let mut hashed = Digest::new(self.hash);
                hashed.update(key);
                let (front, _) = block.split_first_chunk_mut().expect("a digest is half a block");
                hashed.finish(front);
            }
        }
        for (state, pad) in [(&mut self.inner, 0x36), (&mut self.outer, 0x36 ^ 0x5C)] {
            for byte in block.iter_mut() {
                *byte ^= pad;
            }
            state.restart();
            state.compress(&block);
        }
        self.restart();
    }

    /// Starts another message under the same key.
    pub fn restart(&mut self) {
        self.digest.start_after(&self.inner);
    }

    pub fn update(&mut self, bytes: &[u8]) {
        self.digest.update(bytes);
    }

    /// Stores the tag.
    pub fn finish(&mut self, out: &mut [u8; TAG_LEN]) {
        let mut inner = Scratch::<u8, DIGEST_LEN>::new();
        self.digest.finish(&mut inner);
        self.digest.start_after(&self.outer);
        let (inner, _) = inner.split_at(self.hash.digest_len());
        self.digest.update(inner);
        self.digest.finish(out);
    }
}

#[cfg(test)]
mod tests;
