//! The logarithm of a number of possibilities: how many bits of strength they are.

#![forbid(unsafe_code)]

/// log2 of `value`, rounded down: the whole part, and the fraction in units of 2^-64, of which the
/// first 50 bits are exact. (0, 0) for 0.
///
/// Squaring a number in [1, 2) doubles its logarithm, and shows the next bit as whether it reached 2
/// (D. E. Knuth, The Art of Computer Programming, volume 1, exercise 1.2.2-25 ff.).
#[allow(clippy::cast_possible_truncation)] // A square of numbers under 2^64, shifted back under it.
pub const fn log2(value: u64) -> (u32, u64) {
    let Some(whole) = value.checked_ilog2() else {
        return (0, 0);
    };
    // In [1, 2), scaled by 2^63.
    let mut mantissa = value << (63 - whole);
    let mut fraction = 0;
    let mut bit = 1 << 63;
    while bit > 0 {
        let square = mantissa as u128 * mantissa as u128;
        if square >> 127 == 1 {
            fraction |= bit;
            mantissa = (square >> 64) as u64;
        } else {
            mantissa = (square >> 63) as u64;
        }
        bit >>= 1;
    }
    (whole, fraction)
}
