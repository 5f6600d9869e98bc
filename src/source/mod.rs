//! Where randomness comes from. The files of this folder alone name the operating system.

#![allow(unsafe_code)]

use crate::error::Error;

#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod os;
#[cfg(not(target_os = "linux"))]
#[path = "elsewhere.rs"]
mod os;
#[cfg(test)]
pub mod script;

pub use os::probe;

/// Something that unguessable bytes can be drawn from.
pub trait Source {
    /// Fills all of `out`, or fails and leaves bytes in it that nobody may use.
    fn fill(&mut self, out: &mut [u8]) -> Result<(), Error>;
}

/// The source behind every exported function.
pub fn system() -> impl Source {
    os::Os
}
