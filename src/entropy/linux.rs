//! Linux ≥ 3.17: `getrandom(2)` through the C library, and nothing else. Where it is denied the
//! call fails: a fallback to /dev/urandom needs a descriptor, which a program that closes and
//! reuses numbers would turn into the content of its own file.
//!
//! The C library's function and not the bare system call: glibc from 2.41 on answers without
//! entering the kernel, and a test can stand in for it.

use core::mem::MaybeUninit;

use super::errno::{KeptErrno, errno};
use crate::error::Error;

/// Fills `out` with bytes of the kernel's generator.
pub fn fill(out: &mut [MaybeUninit<u8>]) -> Result<(), Error> {
    let _errno = KeptErrno::new();
    let mut rest = out;
    while !rest.is_empty() {
        // Reads above 256 bytes may be cut short by a signal, those above 32 MiB always are.
        let drawn = draw(rest, 0).map_err(|_| Error::EntropyUnavailable)?;
        rest = rest.get_mut(drawn..).ok_or(Error::EntropyUnavailable)?;
    }
    Ok(())
}

/// Draws one byte without waiting for the kernel to be seeded; the system's error number where it fails.
pub fn probe() -> Result<(), i32> {
    let _errno = KeptErrno::new();
    // Drawn and left alone: nobody's secret.
    draw(&mut [MaybeUninit::uninit()], libc::GRND_NONBLOCK).map(|_| ())
}

/// One read of at least a byte, started again when a signal came first.
fn draw(out: &mut [MaybeUninit<u8>], flags: libc::c_uint) -> Result<usize, i32> {
    loop {
        // SAFETY: `out` is writable for the length passed with it.
        let drawn = unsafe { libc::getrandom(out.as_mut_ptr().cast(), out.len(), flags) };
        match (usize::try_from(drawn), errno()) {
            (Ok(drawn), _) if (1..=out.len()).contains(&drawn) => return Ok(drawn),
            // Nothing, or more than there is room for.
            (Ok(_), _) => return Err(libc::EIO),
            (Err(_), libc::EINTR) => {}
            (Err(_), errno) => return Err(errno),
        }
    }
}
