//! HMAC-SHA-256 (RFC 2104), and PBKDF2 with it (RFC 8018), which leave nothing behind.

#![forbid(unsafe_code)]

use crate::sha256::{BLOCK, HASH, Sha256, State};
use crate::wipe::{Scratch, copy};

/// A message authentication code of bytes that come piece by piece; wiped when it goes.
pub struct Hmac {
    inner: State,
    outer: State,
    hash: Sha256,
}

impl Hmac {
    /// One that has no key yet: a key never moves with what is returned.
    pub fn new() -> Self {
        Self { inner: State::new(), outer: State::new(), hash: Sha256::new() }
    }

    /// Starts a message under `key`, whose length is no secret.
    pub fn start(&mut self, key: &[u8]) {
        let mut block = Scratch::<BLOCK>::new();
        if key.len() > BLOCK {
            let mut hash = Sha256::new();
            hash.update(key);
            hash.finish(&mut *block);
        } else {
            copy(&mut *block, key);
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
    fn restart(&mut self) {
        self.hash.start_behind(&self.inner);
    }

    pub fn update(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
    }

    /// Writes the code to the front of `out`.
    pub fn finish(&mut self, out: &mut [u8]) {
        let mut digest = Scratch::<HASH>::new();
        self.hash.finish(&mut *digest);
        self.hash.start_behind(&self.outer);
        self.hash.update(&*digest);
        self.hash.finish(out);
    }
}

/// Fills `out`, at most 2^32 - 1 hashes long, with what `password` and `salt` give after so many
/// `iterations`, 1 and up.
pub fn pbkdf2(out: &mut [u8], password: &[u8], salt: &[u8], iterations: u32) {
    let mut mac = Hmac::new();
    mac.start(password);
    let (mut block, mut sum) = (Scratch::<BLOCK>::new(), Scratch::<HASH>::new());
    let mut state = State::new();
    for (place, index) in out.chunks_mut(HASH).zip(1..=u32::MAX) {
        mac.restart();
        mac.update(salt);
        mac.update(&index.to_be_bytes());
        mac.finish(&mut *sum);
        pad(&mut block);
        copy(&mut *block, &*sum);
        for _ in 1..iterations {
            for key in [&mac.inner, &mac.outer] {
                state.set(key);
                state.compress(&block);
                state.write(&mut *block);
            }
            for (to, from) in sum.iter_mut().zip(block.iter()) {
                *to ^= *from;
            }
        }
        copy(place, &*sum);
    }
}

/// Pads a block for a hash at its front: as both of HMAC's hashes do with one, behind the key's.
fn pad(block: &mut [u8; BLOCK]) {
    block.fill(0);
    let bits = ((BLOCK + HASH) as u64 * 8).to_be_bytes();
    if let Some(end) = block.get_mut(HASH) {
        *end = 0x80;
    }
    if let Some(length) = block.last_chunk_mut() {
        *length = bits;
    }
}

#[cfg(test)]
#[path = "hmac/tests.rs"]
mod tests;
