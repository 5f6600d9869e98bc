//! Choosing among elements: choice, choices, sample, weighted index and shuffle.

#![forbid(unsafe_code)]

use core::iter::repeat_n;

use zeroize::Zeroizing;

use crate::error::{Error, MISSES};
use crate::int;
use crate::sort::{sort, swap};
use crate::source::Source;
use crate::wipe::copy;
use crate::words::{Word, draw_each};

/// Samples of up to this many elements keep their indices on the stack.
const FEW: usize = 64;

/// A sample is sparse where less than one index in this many is taken: then sorting what was drawn
/// beats going through all of them.
const SPARSE: usize = 16;

/// `count` elements of `size` bytes each, one behind the other.
#[derive(Clone, Copy)]
pub struct Elements<'a> {
    pub bytes: &'a [u8],
    pub count: usize,
    pub size: usize,
}

impl Elements<'_> {
    /// Copies element `index` over element `place` of `out`.
    fn copy(&self, index: usize, out: &mut [u8], place: usize) {
        let from = self.bytes.get(index * self.size..).unwrap_or_default();
        let to = out.get_mut(place * self.size..).unwrap_or_default();
        copy(to.get_mut(..self.size).unwrap_or_default(), from);
    }

    /// How many elements fit `out`.
    fn fitting(&self, out: &[u8]) -> Result<usize, Error> {
        out.len().checked_div(self.size).ok_or(Error::InvalidArgument)
    }
}

/// Fills `out` with elements, each drawn from all of them.
pub fn choices(source: &mut impl Source, out: &mut [u8], from: Elements) -> Result<(), Error> {
    let k = from.fitting(out)?;
    if from.count == 0 {
        return Err(Error::InvalidArgument);
    }
    let mut place = 0;
    draw_each::<u64>(source, repeat_n(from.count, k), |_, index| {
        from.copy(index, out, place);
        place += 1;
    })
}

/// Fills `out` with different elements, in the order in which they were drawn.
pub fn sample(source: &mut impl Source, out: &mut [u8], from: Elements) -> Result<(), Error> {
    let k = from.fitting(out)?;
    if k > from.count {
        return Err(Error::InvalidArgument);
    }
    if k > FEW || !is_sparse(k, from.count) {
        (0..k).for_each(|place| from.copy(place, out, place));
        reservoir::<u64>(source, k, from.count, |place, index| from.copy(index, out, place))?;
        return shuffle(source, out, from.size);
    }
    let mut indices = Zeroizing::new([0; FEW]);
    let indices = indices.get_mut(..k).unwrap_or_default();
    sample_indices(source, indices, from.count)?;
    for (place, &index) in indices.iter().enumerate() {
        from.copy(index, out, place);
    }
    Ok(())
}

/// Fills `out` with different indices below `count`, in the order in which they were drawn.
pub fn sample_indices(
    source: &mut impl Source,
    out: &mut [usize],
    count: usize,
) -> Result<(), Error> {
    let k = out.len();
    if k > count {
        return Err(Error::InvalidArgument);
    }
    if is_sparse(k, count) {
        draw_distinct(source, out, count)?;
    } else {
        (0..).zip(out.iter_mut()).for_each(|(index, place)| *place = index);
        reservoir::<u64>(source, k, count, |place, index| {
            if let Some(place) = out.get_mut(place) {
                *place = index;
            }
        })?;
    }
    arrange::<u64>(source, k, |i, j| swap(out, i, j))
}

const fn is_sparse(k: usize, count: usize) -> bool {
    k < count / SPARSE
}

/// Says which of the first `k` places each later index takes over, if any: the places then hold a
/// uniform set of indices below `count` (A. G. Waterman's reservoir sampling; Knuth, The Art of
/// Computer Programming, volume 2, 3.4.2, algorithm R). Their order is not yet uniform.
fn reservoir<W: Word>(
    source: &mut impl Source,
    k: usize,
    count: usize,
    mut take: impl FnMut(usize, usize),
) -> Result<(), Error> {
    draw_each::<W>(source, (k..count).map(|index| index + 1), |bound, place| {
        if place < k {
            take(place, bound - 1);
        }
    })
}

/// Fills `out` with a uniform set of indices below `count`, in ascending order: draws as many as are
/// missing, drops the duplicates, and draws again. Never one too many, so the set is that of the
/// first different indices of one long row of draws, in which no set is favoured.
fn draw_distinct(source: &mut impl Source, out: &mut [usize], count: usize) -> Result<(), Error> {
    let bound = count as u64;
    let (mut kept, mut misses) = (0, 0);
    while kept < out.len() {
        let missing = out.get_mut(kept..).unwrap_or_default();
        // Below `count`, which is a usize.
        #[allow(clippy::cast_possible_truncation)]
        int::many(source, missing, bound, |index| index as usize)?;
        sort(out, count);
        let distinct = drop_duplicates(out);
        misses = if distinct == kept { misses + 1 } else { 0 };
        if misses == MISSES {
            return Err(Error::EntropyBroken);
        }
        kept = distinct;
    }
    Ok(())
}

/// Moves the first of each run of equal values to the front; how many there are.
fn drop_duplicates(sorted: &mut [usize]) -> usize {
    let mut kept = 0;
    let mut last = None;
    for i in 0..sorted.len() {
        let value = sorted.get(i).copied();
        if value != last {
            last = value;
            if let (Some(value), Some(place)) = (value, sorted.get_mut(kept)) {
                *place = value;
                kept += 1;
            }
        }
    }
    kept
}

/// The index of one weight, each as likely as its share of their sum.
pub fn weighted_index(source: &mut impl Source, weights: &[u64]) -> Result<usize, Error> {
    let sum = weights.iter().try_fold(0_u64, |sum, &weight| sum.checked_add(weight));
    let drawn = int::below(source, sum.ok_or(Error::TooLarge)?)?;
    let mut reached = 0;
    // All weights are looked at, whichever is hit.
    let passed = weights.iter().map(|weight| {
        reached += weight;
        usize::from(reached <= drawn)
    });
    Ok(passed.sum())
}

/// Brings elements of `size` bytes into an order that is uniform over all orders.
pub fn shuffle(source: &mut impl Source, list: &mut [u8], size: usize) -> Result<(), Error> {
    let count = list.len().checked_div(size).ok_or(Error::InvalidArgument)?;
    match size {
        // What is shuffled most: integers, pointers, indices.
        4 => arrange::<u64>(source, count, |i, j| swap_chunks::<4>(list, i, j)),
        8 => arrange::<u64>(source, count, |i, j| swap_chunks::<8>(list, i, j)),
        _ => arrange::<u64>(source, count, |i, j| swap_bytes(list, size, i, j)),
    }
}

/// Says which places of `count` to swap for a uniform order (R. A. Fisher and F. Yates; Knuth, The
/// Art of Computer Programming, volume 2, 3.4.2, algorithm P). Every order of swaps keeps all
/// elements, so nothing is lost where a draw fails.
fn arrange<W: Word>(
    source: &mut impl Source,
    count: usize,
    mut swap: impl FnMut(usize, usize),
) -> Result<(), Error> {
    // Upwards, so that the first word, which serves the most bounds, says how few the call needs.
    let bounds = (1..count).map(|last| last + 1);
    draw_each::<W>(source, bounds, |bound, index| swap(index, bound - 1))
}

/// Swaps two elements of `N` bytes.
fn swap_chunks<const N: usize>(list: &mut [u8], i: usize, j: usize) {
    let chunk = |at: usize| list.get(at * N..).and_then(|rest| rest.first_chunk::<N>()).copied();
    if let (Some(a), Some(b)) = (chunk(i), chunk(j)) {
        put(list, i * N, b);
        put(list, j * N, a);
    }
}

fn put<const N: usize>(list: &mut [u8], at: usize, chunk: [u8; N]) {
    if let Some(place) = list.get_mut(at..).and_then(|rest| rest.first_chunk_mut::<N>()) {
        *place = chunk;
    }
}

/// Swaps two elements of any size.
fn swap_bytes(list: &mut [u8], size: usize, i: usize, j: usize) {
    let (low, high) = (i.min(j) * size, i.max(j) * size);
    if let Some((front, back)) = list.split_at_mut_checked(high) {
        let element = front.iter_mut().skip(low).take(size);
        for (a, b) in element.zip(back) {
            core::mem::swap(a, b);
        }
    }
}

#[cfg(test)]
mod tests;
