//! Where randomness comes from. The files of this folder alone name the operating system.

#![allow(unsafe_code)]

use core::mem::MaybeUninit;
use core::slice::from_raw_parts_mut;

use crate::error::Error;

mod errno;
#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod os;
#[cfg(not(target_os = "linux"))]
#[path = "elsewhere.rs"]
mod os;
#[cfg(all(
    target_os = "linux",
    target_pointer_width = "64",
    any(target_arch = "x86_64", target_arch = "aarch64")
))]
mod vdso;
#[cfg(not(all(
    target_os = "linux",
    target_pointer_width = "64",
    any(target_arch = "x86_64", target_arch = "aarch64")
)))]
#[path = "no_vdso.rs"]
mod vdso;
#[cfg(all(
    feature = "expand",
    target_feature = "aes",
    any(target_arch = "x86_64", all(target_os = "linux", target_arch = "aarch64", aes_armv8))
))]
mod expand;
#[cfg(not(all(
    feature = "expand",
    target_feature = "aes",
    any(target_arch = "x86_64", all(target_os = "linux", target_arch = "aarch64", aes_armv8))
)))]
#[path = "no_expand.rs"]
mod expand;
#[cfg(test)]
pub mod script;

#[cfg(aes_force_soft)]
compile_error!(
    "aes_force_soft puts tables that secret bytes index into the library: build without it"
);

/// Something that unguessable bytes can be drawn from.
pub trait Source {
    /// Fills all of `out`, whatever it holds, or fails and leaves bytes in it that nobody may use.
    fn fill_uninit(&mut self, out: &mut [MaybeUninit<u8>]) -> Result<(), Error>;

    /// The same for memory that holds something already.
    fn fill(&mut self, out: &mut [u8]) -> Result<(), Error> {
        self.fill_uninit(as_uninit(out))
    }
}

/// Memory that holds something, for those who only write to it.
fn as_uninit(out: &mut [u8]) -> &mut [MaybeUninit<u8>] {
    // SAFETY: the same memory. Nothing in this folder takes away what a byte holds but by writing.
    unsafe { from_raw_parts_mut(out.as_mut_ptr().cast(), out.len()) }
}

/// The source behind every exported function.
pub struct System;

impl Source for System {
    fn fill_uninit(&mut self, out: &mut [MaybeUninit<u8>]) -> Result<(), Error> {
        if expand::is_worthwhile(out.len()) { expand::fill(out, kernel) } else { kernel(out) }
    }
}

/// Fills `out` with bytes of the kernel's generator, without a system call where it can be had so.
fn kernel(out: &mut [MaybeUninit<u8>]) -> Result<(), Error> {
    if out.is_empty() || vdso::fill(out) { Ok(()) } else { os::fill(out) }
}

/// Draws one byte without waiting, and makes every mapping that will ever be needed; the system's
/// error number where there is no randomness.
pub fn probe() -> Result<(), i32> {
    vdso::prepare();
    os::probe()
}
