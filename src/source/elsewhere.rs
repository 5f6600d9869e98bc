//! Every system but Linux: what the `getrandom` crate chooses there (`getentropy` on the BSDs and
//! macOS, `ProcessPrng` on Windows).

use crate::error::Error;

/// Fills `out` with bytes of the system's generator.
pub fn fill(out: &mut [u8]) -> Result<(), Error> {
    getrandom::fill(out).map_err(|_| Error::EntropyUnavailable)
}

/// Draws one byte; the system's error number where it fails, -1 where it gives none.
pub fn probe() -> Result<(), i32> {
    let mut byte = [0];
    let drawn = getrandom::fill(&mut byte);
    zeroize::zeroize_bytes(&mut byte);
    drawn.map_err(|error| error.raw_os_error().unwrap_or(-1))
}
