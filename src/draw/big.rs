//! Integers of any length, as big-endian bytes.

use super::uniform::retry;
use crate::entropy::Source;
use crate::error::Error;
use crate::mem::bytes::{split, split_mut};
use crate::mem::ct;

/// Fills `out` with a value below `bound`, which has as many bytes.
pub fn below(source: &mut impl Source, out: &mut [u8], bound: &[u8]) -> Result<(), Error> {
    let zeros = bound.iter().take_while(|&&byte| byte == 0).count();
    let (high, out) = split_mut(out, zeros)?;
    let (_, bound) = split(bound, zeros)?;
    let (&top, rest) = bound.split_first().ok_or(Error::InvalidArgument)?;
    // The bits that the largest value, bound - 1, has in the first byte.
    let largest = if rest.iter().all(|&byte| byte == 0) { top - 1 } else { top };
    let mask = ones_below(largest);
    high.fill(0);
    retry(|| {
        source.fill(out)?;
        if let Some(first) = out.first_mut() {
            *first &= mask;
        }
        Ok(is_below(out, bound).then_some(()))
    })
}

/// Fills `out`, which is as long as `nbits` bits need, with a value of that many bits.
pub fn bits(source: &mut impl Source, out: &mut [u8], nbits: usize) -> Result<(), Error> {
    if out.len() != nbits.div_ceil(8) {
        return Err(Error::InvalidArgument);
    }
    source.fill(out)?;
    if let Some(first) = out.first_mut() {
        let unused = nbits.wrapping_neg() % 8;
        *first &= u8::MAX >> unused;
    }
    Ok(())
}

/// All ones up to the highest bit of `byte`.
fn ones_below(byte: u8) -> u8 {
    u8::MAX.checked_shr(byte.leading_zeros()).unwrap_or(0)
}

/// Whether a number is below another of as many bytes, without a branch on either: the borrow
/// that is left when one is subtracted from the other.
fn is_below(value: &[u8], bound: &[u8]) -> bool {
    let pairs = value.iter().zip(bound).rev();
    let borrow =
        pairs.fold(0, |borrow, (&value, &bound)| ct::borrowing_sub(value, bound, borrow).1);
    borrow == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entropy::script::{Script, Stuck};

    #[test]
    fn every_value_below_a_bound_is_drawn_equally_often() {
        for bound in 1..=300_u16 {
            let mut seen = vec![0; bound.into()];
            let mut out = [0; 2];
            // A bound of one byte has one random byte; the script's other one is left over.
            let (first, last) = if bound < 256 { (0, 255) } else { (0, u16::MAX) };
            for word in first..=last {
                let word = if bound < 256 { [word as u8, 0] } else { word.to_be_bytes() };
                if below(
                    &mut Script::new(&word[..1 + usize::from(bound > 255)]),
                    &mut out,
                    &bound.to_be_bytes(),
                )
                .is_ok()
                {
                    seen[usize::from(u16::from_be_bytes(out))] += 1;
                }
            }
            assert!(seen.iter().all(|&times| times == seen[0] && times > 0), "bound {bound}");
            // Of all words at least half are taken.
            assert!(seen.len() * seen[0] * 2 > usize::from(last), "bound {bound}");
        }
    }

    #[test]
    fn leading_zeros_of_the_bound_stay_zeros() {
        let (mut out, bound) = ([9; 4], [0, 0, 1, 8]);
        assert_eq!(below(&mut Script::new(&[0xFF, 8, 0xFE, 7]), &mut out, &bound), Ok(()));
        assert_eq!(out, [0, 0, 0, 7]);
    }

    #[test]
    fn a_power_of_two_rejects_nothing() {
        let mut out = [0; 2];
        for byte in 0..=255 {
            assert_eq!(below(&mut Script::new(&[0xFF, byte]), &mut out, &[1, 0]), Ok(()));
            assert_eq!(out, [0, byte]);
        }
    }

    #[test]
    fn zero_is_no_bound() {
        for bound in [&[][..], &[0], &[0, 0, 0]] {
            let mut out = vec![0; bound.len()];
            let source = &mut Stuck(0);
            assert_eq!(below(source, &mut out, bound), Err(Error::InvalidArgument));
        }
    }

    #[test]
    fn a_source_that_is_always_rejected_is_given_up() {
        assert_eq!(below(&mut Stuck(0xFF), &mut [0; 3], &[0, 5, 7]), Err(Error::EntropyBroken));
    }

    #[test]
    fn bits_are_as_many_as_were_asked_for() {
        for nbits in 0..=64_usize {
            let mut out = vec![0; nbits.div_ceil(8)];
            assert_eq!(bits(&mut Stuck(0xFF), &mut out, nbits), Ok(()));
            let ones: usize = out.iter().map(|byte| byte.count_ones() as usize).sum();
            let leading = out.first().map_or(0, |byte| byte.leading_zeros() as usize);
            assert_eq!((ones, leading), (nbits, out.len() * 8 - nbits));
            out.push(0);
            assert_eq!(bits(&mut Stuck(0), &mut out, nbits), Err(Error::InvalidArgument));
        }
    }
}
