//! Text without what stands between its characters: those that are kept move together, and no branch
//! and no address depends on which they are.

use crate::error::Error;
use crate::mem::bytes::part_mut;
use crate::mem::ct;
use crate::mem::wipe::Scratch;

/// Characters that are looked at together. Of a longer text it shows how many of these are kept.
const CHUNK: usize = 128;

/// Values that fill a whole number of bytes, however many bits they have: as many bytes as bits.
const GROUP: usize = 8;

/// Groups of a chunk, and one that those before it left incomplete.
const GROUPS: usize = CHUNK / GROUP + 1;

/// Values of so many bits that were kept, one after the other from the highest bit on, and zeros.
struct Sieve {
    groups: Scratch<u64, GROUPS>,
    count: usize,
    bits: usize,
}

impl Sieve {
    /// Keeps a value if `keep` is all ones, and not if it is 0.
    fn push(&mut self, value: u8, keep: u8) {
        let place = self.bits * (self.count % GROUP + 1);
        let value = u64::from(value & keep) << (u64::BITS as usize - place);
        for (group, place) in self.groups.iter_mut().zip(0..) {
            *group |= value & ct::is_equal(place, (self.count / GROUP) as u64);
        }
        self.count += usize::from(keep & 1);
    }

    /// Forgets the whole groups; how many.
    fn drop_whole(&mut self) -> usize {
        let whole = self.count / GROUP;
        let rest = self.groups.get(whole).copied().unwrap_or(0);
        self.groups.fill(0);
        self.groups[0] = rest;
        self.count %= GROUP;
        whole
    }

    /// Stores all groups, as many bytes of each as it has bits of a value.
    fn store(&self, out: &mut [u8]) {
        let mut places = out.iter_mut();
        for group in self.groups.iter() {
            let bytes = group.to_be_bytes().into_iter().take(self.bits);
            bytes.zip(&mut places).for_each(|(from, to)| *to = from);
        }
    }
}

/// Stores the values of a text that are kept at the front of `out`, which holds zeros and has room for
/// all; how many they are. Each has so many bits, 1 to 8. `judge` says of a character its value, and all
/// ones if it is kept, else 0.
// Once in the library, and not once for each kind of text.
#[inline(never)]
pub fn pass(
    out: &mut [u8],
    text: &[u8],
    bits: usize,
    judge: &mut dyn FnMut(u8) -> (u8, u8),
) -> Result<usize, Error> {
    let mut sieve = Sieve { groups: Scratch::new(), count: 0, bits };
    let mut done = 0;
    for characters in text.chunks(CHUNK) {
        done += sieve.drop_whole();
        for &character in characters {
            let (value, keep) = judge(character);
            sieve.push(value, keep);
        }
        sieve.store(part_mut(out, done * bits..)?);
    }
    Ok(done * GROUP + sieve.count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed<const BITS: usize>(
        text: &[u8],
        value: impl Fn(u8) -> u8,
        keeps: impl Fn(u8) -> bool,
    ) -> (usize, Vec<u8>) {
        let mut out = vec![0; (text.len() * BITS).div_ceil(8)];
        let mut judge = |byte| (value(byte), u8::from(keeps(byte)).wrapping_neg());
        (pass(&mut out, text, BITS, &mut judge).unwrap(), out)
    }

    #[test]
    fn what_is_kept_moves_together_in_its_order() {
        let text: Vec<u8> = (0..12).collect();
        for pattern in 0..1_u32 << text.len() {
            let keeps = |byte: &u8| pattern >> byte & 1 == 1;
            let (count, out) = passed::<8>(&text, |byte| 0xA0 + byte, |byte| keeps(&byte));
            let mut expected: Vec<u8> =
                text.iter().copied().filter(keeps).map(|byte| 0xA0 + byte).collect();
            assert_eq!(count, expected.len());
            expected.resize(text.len(), 0);
            assert_eq!(out, expected);
        }
    }

    fn texts_of_every_length_pass<const BITS: usize>() {
        let text: Vec<u8> = (0..600_u32).map(|i| (i * i % 251) as u8).collect();
        let (value, keeps) = (|byte: u8| byte >> (8 - BITS), |byte: &u8| byte % 3 != 0);
        for n in 0..text.len() {
            let (count, out) = passed::<BITS>(&text[..n], value, |byte| keeps(&byte));
            let kept = text[..n].iter().copied().filter(keeps);
            assert_eq!(count, kept.clone().count());
            let expected: String = kept.map(|byte| format!("{:0BITS$b}", value(byte))).collect();
            let bits: String = out.iter().map(|byte| format!("{byte:08b}")).collect();
            assert_eq!(bits.trim_end_matches('0'), expected.trim_end_matches('0'));
        }
    }

    #[test]
    fn values_of_every_size_pass() {
        texts_of_every_length_pass::<1>();
        texts_of_every_length_pass::<5>();
        texts_of_every_length_pass::<7>();
        texts_of_every_length_pass::<8>();
    }
}
