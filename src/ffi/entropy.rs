//! Asking whether there is randomness at all.

use super::adapt;
use super::status::{answer, csecrets_status};
use crate::entropy;
use crate::error::Error;

/// Draws once, without waiting, to see whether the system gives randomness.
///
/// Call it before chroot, seccomp or the first secret: after CSECRETS_OK, getrandom(2) is the only
/// system call that the library makes, in children and other threads too. What is left to you: no other
/// thread may be in the middle of its first draw when this returns.
///
/// @param os_errno  receives 0, or the system's positive error number: EAGAIN if the kernel is
///                  not seeded yet; may be NULL
/// @retval CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness, or none yet
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_entropy_probe(os_errno: *mut i32) -> csecrets_status {
    answer(|| {
        let probed = entropy::probe();
        // SAFETY: the caller's promise.
        if let Ok(os_errno) = unsafe { adapt::value(os_errno, 0) } {
            *os_errno = probed.err().unwrap_or(0);
        }
        probed.map_err(|_| Error::EntropyUnavailable)
    })
}
