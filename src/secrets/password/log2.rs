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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_two_are_exact() {
        assert_eq!(log2(0), (0, 0));
        for whole in 0..64 {
            assert_eq!(log2(1 << whole), (whole, 0));
        }
    }

    #[test]
    fn the_fraction_is_that_of_the_mathematics_library() {
        for value in (1..10_000).chain([u64::MAX, u64::MAX / 3]) {
            let (whole, fraction) = log2(value);
            let ours = f64::from(whole) + fraction as f64 / 2_f64.powi(64);
            assert!((ours - (value as f64).log2()).abs() < 1e-13, "{value}");
        }
    }

    #[test]
    fn the_fraction_is_rounded_down_by_less_than_2_to_the_minus_61() {
        // log2(3), log2(10) and log2(95) as fractions of 2^64, computed with Python's decimal module.
        let exact = [
            (3, 1, 0x95C01A39FBD6879F_u64),
            (10, 3, 0x5269E12F346E2BF9_u64),
            (95, 6, 0x91E20EA1393E4040_u64),
        ];
        for (value, whole, fraction) in exact {
            let ours = log2(value);
            assert_eq!(ours.0, whole);
            assert!((0..8).contains(&(i128::from(fraction) - i128::from(ours.1))), "{value}");
        }
    }
}
