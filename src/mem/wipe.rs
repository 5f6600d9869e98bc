//! Forgetting: zeroing that the optimiser has to keep.

use core::ops::{Deref, DerefMut};

use zeroize::{DefaultIsZeroes, Zeroize, zeroize_stack};

/// Zeroes bytes.
pub fn wipe(bytes: &mut [u8]) {
    bytes.zeroize();
}

/// An array for secrets on their way: zero at first, and wiped when it goes. `Zeroizing` of the crate
/// `zeroize` would wipe an array value by value.
pub struct Scratch<T: DefaultIsZeroes, const N: usize>([T; N]);

impl<T: DefaultIsZeroes, const N: usize> Scratch<T, N> {
    pub fn new() -> Self {
        Self([T::default(); N])
    }

    /// A copy of what is to be kept for a while.
    pub fn from(values: &[T; N]) -> Self {
        Self(*values)
    }
}

impl<T: DefaultIsZeroes, const N: usize> Deref for Scratch<T, N> {
    type Target = [T; N];

    fn deref(&self) -> &[T; N] {
        &self.0
    }
}

impl<T: DefaultIsZeroes, const N: usize> DerefMut for Scratch<T, N> {
    fn deref_mut(&mut self) -> &mut [T; N] {
        &mut self.0
    }
}

impl<T: DefaultIsZeroes, const N: usize> Drop for Scratch<T, N> {
    fn drop(&mut self) {
        self.0.as_mut_slice().zeroize();
    }
}

/// Runs `body` in a frame of its own, and clears `FRAME` bytes of the stack after it: registers that
/// held a secret are spilled wherever the compiler likes, and no destructor knows where.
///
/// `FRAME` is what `body` and all that it calls use; tests/c/residue.c shows whether it is enough.
pub fn clean_stack<const FRAME: usize, T>(body: impl FnOnce() -> T) -> T {
    let result = in_its_own_frame(body);
    zeroize_stack::<FRAME>();
    result
}

#[inline(never)]
fn in_its_own_frame<T>(body: impl FnOnce() -> T) -> T {
    body()
}
