//! The caller's errno, which every call leaves as it was.

#[cfg(any(target_os = "android", target_os = "netbsd", target_os = "openbsd"))]
use libc::__errno as location;
#[cfg(any(target_os = "linux", target_os = "dragonfly"))]
use libc::__errno_location as location;
#[cfg(any(target_vendor = "apple", target_os = "freebsd"))]
use libc::__error as location;

/// This thread's errno.
#[cfg(unix)]
pub fn errno() -> i32 {
    // SAFETY: the C library answers with this thread's own integer.
    unsafe { *location() }
}

#[cfg(unix)]
fn set_errno(errno: i32) {
    // SAFETY: as in `errno`.
    unsafe { *location() = errno }
}

/// Windows, WASI and the others draw without the C library.
#[cfg(not(unix))]
fn errno() -> i32 {
    0
}

#[cfg(not(unix))]
fn set_errno(_: i32) {}

/// Puts errno back to what it was when it goes.
pub struct KeptErrno(i32);

impl KeptErrno {
    pub fn new() -> Self {
        Self(errno())
    }
}

impl Drop for KeptErrno {
    fn drop(&mut self) {
        set_errno(self.0);
    }
}
