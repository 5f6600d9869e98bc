//! The C door: each function turns pointers into slices, calls the core, and maps what it answers.
//! What is written above a function here is its documentation in `include/csecrets.h`.

#![allow(unsafe_code)]
#![allow(non_camel_case_types)]

mod adapt;

// In the order of the header.
mod version;
mod status;
mod entropy;
mod token;
mod int;
mod many;
mod big;
mod pick;
mod password;
mod passphrase;
mod equal;
mod wipe;
mod codec;
mod api_key;
mod sign;
mod hash;
mod uuid;
