//! Forgetting a secret.

use core::ffi::c_void;

use super::adapt;
use crate::mem::wipe::wipe;

/// Overwrites memory with zeros, which no optimiser may leave out.
///
/// @param data    nbytes bytes that held a secret; may be NULL
/// @param nbytes  how many
///
/// Does nothing if data is NULL or nbytes is above PTRDIFF_MAX.
/// Python: none, since its str and bytes can't be changed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn csecrets_wipe(data: *mut c_void, nbytes: usize) {
    // SAFETY: the caller's promise.
    if let Ok(data) = unsafe { adapt::list(data, nbytes, 1) } {
        wipe(data);
    }
}
