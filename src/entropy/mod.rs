//! Where randomness comes from. Here alone the operating system has a name; which files belong to it,
//! build.rs says.

#![allow(unsafe_code)]

use core::mem::MaybeUninit;
use core::slice::from_raw_parts_mut;

use crate::error::Error;

#[cfg_attr(not(csecrets_ctr), path = "no_ctr.rs")]
mod ctr;
mod errno;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "other.rs")]
mod os;
#[cfg(test)]
pub mod script;
#[cfg_attr(not(csecrets_vdso), path = "no_vdso.rs")]
mod vdso;

#[cfg(aes_backend = "soft")]
compile_error!("with aes_backend=\"soft\" a panic can be reached: build without it");

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
        if ctr::is_worthwhile(out.len()) { ctr::fill(out, kernel) } else { kernel(out) }
    }
}

/// Fills `out` with bytes of the kernel's generator, without a system call if it can be had so.
fn kernel(out: &mut [MaybeUninit<u8>]) -> Result<(), Error> {
    if out.is_empty() || vdso::fill(out) { Ok(()) } else { os::fill(out) }
}

/// Draws one byte without waiting, and makes every mapping that will ever be needed; the system's
/// error number if there is no randomness.
pub fn probe() -> Result<(), i32> {
    vdso::prepare();
    os::probe()
}
