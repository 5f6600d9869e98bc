//! SHA-1's compression function (FIPS 180-4, section 6.1.2): for one-time codes alone, and for them in
//! HMAC, which its collisions do not touch. As it stands in the standard, and so a tenth of the crate
//! `sha1`, whose rounds are unrolled for speed; tests compare the two.

use super::digest::BLOCK_LEN;
use crate::mem::wipe::Scratch;

/// Words of the state.
pub const WORDS: usize = 5;

const ROUNDS: usize = 80;

// Once in the library, and not once for each of its uses.
#[inline(never)]
pub fn compress(state: &mut [u32; WORDS], block: &[u8; BLOCK_LEN]) {
    let mut schedule = Scratch::<u32, ROUNDS>::new();
    for (word, bytes) in schedule.iter_mut().zip(block.chunks_exact(size_of::<u32>())) {
        *word = bytes.iter().fold(0, |word, &byte| word << 8 | u32::from(byte));
    }
    for i in BLOCK_LEN / size_of::<u32>()..ROUNDS {
        let sum = schedule[i - 3] ^ schedule[i - 8] ^ schedule[i - 14] ^ schedule[i - 16];
        schedule[i] = sum.rotate_left(1);
    }
    let [mut a, mut b, mut c, mut d, mut e] = *state;
    for (round, word) in schedule.iter().enumerate() {
        let (mixed, constant) = match round / 20 {
            0 => (b & c | !b & d, 0x5a82_7999),
            1 => (b ^ c ^ d, 0x6ed9_eba1),
            2 => (b & c | b & d | c & d, 0x8f1b_bcdc),
            _ => (b ^ c ^ d, 0xca62_c1d6),
        };
        let sum = [mixed, e, constant, *word].into_iter().fold(a.rotate_left(5), u32::wrapping_add);
        (e, d, c, b, a) = (d, c, b.rotate_left(30), a, sum);
    }
    for (word, more) in state.iter_mut().zip([a, b, c, d, e]) {
        *word = word.wrapping_add(more);
    }
}
