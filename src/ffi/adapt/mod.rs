//! Pointers of a C caller become references and slices here and nowhere else.
//!
//! A pointer may be NULL if nothing is read or written through it, and a length above `isize::MAX`
//! (C's `PTRDIFF_MAX`) is refused before anything is touched: no object is that long. Every output
//! is poisoned as soon as it is seen, so that a call which ends early leaves nothing that could pass
//! for a result.

mod args;
mod input;
mod output;

pub use self::args::{all, length};
pub use self::input::{MAX_STRUCTURE_SIZE, array, bytes, copy, structure, text};
pub use self::output::{
    bytes_up_to, fixed, integers, list, taken, text_of, text_output, uninit_bytes, value, values,
};
