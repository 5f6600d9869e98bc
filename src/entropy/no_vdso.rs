//! Where the kernel has no generator that answers without a system call.

use core::mem::MaybeUninit;

pub fn prepare() {}

pub fn fill(_: &mut [MaybeUninit<u8>]) -> bool {
    false
}
