//! Python's `secrets` module behind a C ABI. Each folder is a floor, and looks only down: `ffi`, the
//! door to C; `secrets`, what programs ask for; `draw`, `text` and `hash`, what that is made of;
//! `entropy`, where randomness comes from; `mem`, bytes in memory.

#![cfg_attr(not(any(test, panic = "unwind")), no_std)]
#![deny(unsafe_code)]
#![cfg_attr(test, allow(clippy::cast_possible_truncation))]

mod draw;
mod entropy;
mod error;
mod ffi;
#[cfg(not(any(test, panic = "unwind")))]
mod freestanding;
mod hash;
mod mem;
mod secrets;
mod text;
