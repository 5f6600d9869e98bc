//! Slices that fail closed: where a bound is wrong, the call ends with an error. An empty slice or a
//! zero in its place would go out as a secret with OK.

use core::slice::SliceIndex;

use crate::error::Error;

/// A part of a slice.
pub fn part<T, I: SliceIndex<[T]>>(slice: &[T], index: I) -> Result<&I::Output, Error> {
    slice.get(index).ok_or(Error::BufferTooSmall)
}

/// A part of a slice, to write to.
pub fn part_mut<T, I: SliceIndex<[T]>>(slice: &mut [T], index: I) -> Result<&mut I::Output, Error> {
    slice.get_mut(index).ok_or(Error::BufferTooSmall)
}

/// What comes before a place, and the rest.
pub fn split<T>(slice: &[T], at: usize) -> Result<(&[T], &[T]), Error> {
    slice.split_at_checked(at).ok_or(Error::BufferTooSmall)
}

/// What comes before a place, and the rest, to write to.
pub fn split_mut<T>(slice: &mut [T], at: usize) -> Result<(&mut [T], &mut [T]), Error> {
    slice.split_at_mut_checked(at).ok_or(Error::BufferTooSmall)
}

/// Copies `from` over `to`, which is as long.
pub fn copy(to: &mut [u8], from: &[u8]) -> Result<(), Error> {
    if to.len() != from.len() {
        return Err(Error::BufferTooSmall);
    }
    to.copy_from_slice(from);
    Ok(())
}

/// Swaps two values.
pub fn swap<T: Copy>(values: &mut [T], i: usize, j: usize) -> Result<(), Error> {
    let (a, b) = (*part(values, i)?, *part(values, j)?);
    *part_mut(values, i)? = b;
    *part_mut(values, j)? = a;
    Ok(())
}
