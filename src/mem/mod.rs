//! Bytes in memory: parts of slices that fail closed, masks in place of branches, and forgetting.

#![forbid(unsafe_code)]

pub mod bytes;
pub mod ct;
pub mod wipe;
