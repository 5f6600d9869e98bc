//! Which version this is.

use core::ffi::c_char;

/// Tells the version of the library that is running, as text.
///
/// @return static text such as "0.1.0"; CSECRETS_VERSION is that of the header.
#[unsafe(no_mangle)]
pub extern "C" fn csecrets_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// Tells the version of the library that is running, as a number.
///
/// @return major << 16 | minor << 8 | patch; CSECRETS_VERSION_NUMBER is that of the header.
#[unsafe(no_mangle)]
pub extern "C" fn csecrets_version_number() -> u32 {
    const MAJOR: u32 = number(env!("CARGO_PKG_VERSION_MAJOR"));
    const MINOR: u32 = number(env!("CARGO_PKG_VERSION_MINOR"));
    const PATCH: u32 = number(env!("CARGO_PKG_VERSION_PATCH"));
    const { MAJOR << 16 | MINOR << 8 | PATCH }
}

const fn number(digits: &str) -> u32 {
    match u32::from_str_radix(digits, 10) {
        Ok(number) if number < 256 => number,
        _ => panic!("a part of the version does not fit its byte"),
    }
}
