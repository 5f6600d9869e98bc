//! Every system but Linux: what the `getrandom` crate chooses there (`getentropy` on the BSDs and
//! macOS, `ProcessPrng` on Windows, `random_get` of WASI).

use core::mem::MaybeUninit;

use super::errno::KeptErrno;
use crate::error::Error;

/// Fills `out` with bytes of the system's generator.
pub fn fill(out: &mut [MaybeUninit<u8>]) -> Result<(), Error> {
    let _errno = KeptErrno::new();
    getrandom::fill_uninit(out).map(|_| ()).map_err(|_| Error::EntropyUnavailable)
}

/// Draws one byte; the system's error number where it fails, EIO where it gives none.
pub fn probe() -> Result<(), i32> {
    let _errno = KeptErrno::new();
    // Drawn and left alone: nobody's secret.
    let drawn = getrandom::fill_uninit(&mut [MaybeUninit::uninit()]).map(|_| ());
    drawn.map_err(|error| error.raw_os_error().unwrap_or(libc::EIO))
}
