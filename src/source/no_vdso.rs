//! Where the kernel has no generator that answers without a system call.

pub fn prepare() {}

pub fn fill(_: &mut [u8]) -> bool {
    false
}
