//! The C door: each function turns pointers into slices, calls the core, and maps what it answers.
//! What is written above a function here is its documentation in `include/csecrets.h`.
//!
//! The caller's promise, on which every `unsafe` block rests: a pointer that is not NULL is aligned
//! for its type and valid for as much as the lengths beside it say, an output for writes and an
//! input for reads; a text without a length ends in a NUL; no output overlaps an input, unless the
//! function allows it. A NULL, and a length that no object can have, is no promise, and refused.

#![allow(unsafe_code)]
#![allow(non_camel_case_types)]

mod adapt;

// In the order of the header.
mod version;
mod status;
mod entropy;
mod token;
mod int;
mod big;
mod pick;
mod password;
mod passphrase;
mod code;
mod equal;
mod wipe;
mod codec;
mod api_key;
mod spans;
mod sign;
mod hmac;
mod otp;
mod stored;
mod uuid;
