//! Numbers and choices, each exactly equally likely.

#![forbid(unsafe_code)]

pub mod big;
pub mod int;
pub mod pick;
mod sort;
pub mod uniform;
