//! Where randomness comes from. The files of this folder alone name the operating system.

#![allow(unsafe_code)]

use crate::error::Error;

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

/// Something that unguessable bytes can be drawn from.
pub trait Source {
    /// Fills all of `out`, or fails and leaves bytes in it that nobody may use.
    fn fill(&mut self, out: &mut [u8]) -> Result<(), Error>;
}

/// The source behind every exported function.
pub struct System;

impl Source for System {
    fn fill(&mut self, out: &mut [u8]) -> Result<(), Error> {
        if expand::is_worthwhile(out.len()) { expand::fill(out, kernel) } else { kernel(out) }
    }
}

/// Fills `out` with bytes of the kernel's generator, without a system call where it can be had so.
fn kernel(out: &mut [u8]) -> Result<(), Error> {
    if out.is_empty() || vdso::fill(out) { Ok(()) } else { os::fill(out) }
}

/// Draws one byte without waiting, and makes every mapping that will ever be needed; the system's
/// error number where there is no randomness.
pub fn probe() -> Result<(), i32> {
    vdso::prepare();
    os::probe()
}
