//! HMAC-SHA-256 (RFC 2104), which leaves nothing behind.

use super::sha256::{BLOCK_LEN, DIGEST_LEN, Sha256, State};
use crate::mem::wipe::Scratch;

/// Bytes of a tag.
pub const TAG_LEN: usize = DIGEST_LEN;

/// A message authentication code of bytes that come piece by piece; wiped when it goes.
pub struct Hmac {
    pub inner: State,
    pub outer: State,
    hash: Sha256,
}

impl Hmac {
    /// One that has no key yet: a key never moves with what is returned.
    pub fn new() -> Self {
        Self { inner: State::new(), outer: State::new(), hash: Sha256::new() }
    }

    /// Starts a message under `key`, whose length is no secret.
    pub fn start(&mut self, key: &[u8]) {
        let mut block = Scratch::<u8, BLOCK_LEN>::new();
        if key.len() > BLOCK_LEN {
            let mut digest = Scratch::<u8, DIGEST_LEN>::new();
            let mut hash = Sha256::new();
            hash.update(key);
            hash.finish(&mut digest);
            block.iter_mut().zip(digest.iter()).for_each(|(to, from)| *to = *from);
        } else {
            block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
        }
        for (state, pad) in [(&mut self.inner, 0x36), (&mut self.outer, 0x36 ^ 0x5C)] {
            for byte in block.iter_mut() {
                *byte ^= pad;
            }
            state.set(&State::new());
            state.compress(&block);
        }
        self.restart();
    }

    /// Starts another message under the same key.
    pub fn restart(&mut self) {
        self.hash.start_after(&self.inner);
    }

    pub fn update(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
    }

    /// Stores the tag.
    pub fn finish(&mut self, out: &mut [u8; TAG_LEN]) {
        let mut digest = Scratch::<u8, DIGEST_LEN>::new();
        self.hash.finish(&mut digest);
        self.hash.start_after(&self.outer);
        self.hash.update(&*digest);
        self.hash.finish(out);
    }
}

#[cfg(test)]
mod tests;
