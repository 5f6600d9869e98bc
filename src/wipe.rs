//! Forgetting: zeroing that the optimiser has to keep.

#![forbid(unsafe_code)]

use core::ops::{Deref, DerefMut};

pub use zeroize::zeroize_bytes as wipe;
use zeroize::zeroize_stack;

/// Runs `body` in a frame of its own and clears `FRAME` bytes of the stack after it: registers that
/// held a secret are spilled wherever the compiler likes, and no destructor knows of it.
///
/// `FRAME` is what `body` and all that it calls use; tests/c/residue.c shows whether it is enough.
pub fn clean_stack<const FRAME: usize, T>(body: impl FnOnce() -> T) -> T {
    let result = in_a_frame_of_its_own(body);
    zeroize_stack::<FRAME>();
    result
}

#[inline(never)]
fn in_a_frame_of_its_own<T>(body: impl FnOnce() -> T) -> T {
    body()
}

/// A buffer for secrets on their way: zero at first, and wiped when it goes.
pub struct Scratch<const N: usize>([u8; N]);

impl<const N: usize> Scratch<N> {
    pub fn new() -> Self {
        Self([0; N])
    }

    /// A copy of what is to be kept for a while.
    pub fn from(bytes: &[u8; N]) -> Self {
        Self(*bytes)
    }
}

impl<const N: usize> Deref for Scratch<N> {
    type Target = [u8; N];

    fn deref(&self) -> &[u8; N] {
        &self.0
    }
}

impl<const N: usize> DerefMut for Scratch<N> {
    fn deref_mut(&mut self) -> &mut [u8; N] {
        &mut self.0
    }
}

impl<const N: usize> Drop for Scratch<N> {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

/// Copies as much as both have room for.
pub fn copy(to: &mut [u8], from: &[u8]) {
    let len = to.len().min(from.len());
    if let (Some(to), Some(from)) = (to.get_mut(..len), from.get(..len)) {
        to.copy_from_slice(from);
    }
}
