//! Python's `secrets` module behind a C ABI. Each topic is one room on each floor: the core's here,
//! the C door's in `ffi`, the test's in `tests/c`.

#![cfg_attr(not(any(test, panic = "unwind")), no_std)]
#![deny(unsafe_code)]
#![cfg_attr(test, allow(clippy::cast_possible_truncation))]

mod alphabet;
mod api_key;
mod big;
mod count;
mod decode;
mod encode;
mod equal;
mod error;
mod ffi;
#[cfg(not(any(test, panic = "unwind")))]
mod freestanding;
mod hash;
mod hmac;
mod int;
mod log2;
mod mask;
mod passphrase;
mod password;
mod pick;
mod policy;
mod sha256;
mod sign;
mod sort;
mod source;
mod token;
mod uuid;
mod wipe;
mod words;
