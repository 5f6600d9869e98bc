//! How many strings meet minima for the classes of their characters, and which share of them holds
//! how many characters of a class: exactly, in numbers of up to 896 bits.

#![forbid(unsafe_code)]

use zeroize::Zeroizing;

use crate::log2::log2;
use crate::mask;

/// Strings of up to this many characters are counted.
pub const LONGEST: usize = 128;

/// All classes together have at most 94 characters, and 94 < 2^7.
const BITS_PER_CHARACTER: usize = 7;

const WORDS: usize = LONGEST * BITS_PER_CHARACTER / 64;

/// A number of strings, its low words first.
pub type Count = [u64; WORDS];

/// The bytes of one.
pub const BYTES: usize = WORDS * 8;

/// Binomial coefficients of one number, those of 0 first: below 2^125 for 128.
type Binomials = [u128; LONGEST + 1];

/// Characters of which a string must hold some.
#[derive(Clone, Copy)]
pub struct Class {
    pub size: usize,
    pub minimum: usize,
}

impl Class {
    /// How many values an index into the class has: an empty class has one that nobody uses.
    pub fn radix(&self) -> usize {
        self.size.max(1)
    }
}

/// For each length from 0 on, how many strings of some classes meet their minima.
pub struct Table([Count; LONGEST + 1]);

impl Table {
    pub fn new() -> Self {
        Self([[0; WORDS]; LONGEST + 1])
    }

    /// Counts the strings of `classes`, of up to `nchars` characters.
    pub fn count(&mut self, classes: &[Class], nchars: usize) {
        self.0.as_flattened_mut().fill(0);
        // Of no class there is one string, the empty one.
        if let Some(empty) = self.0.first_mut() {
            *empty = one();
        }
        for &class in classes.iter().filter(|class| class.size + class.minimum > 0) {
            let mut binomials = binomials(nchars, nchars);
            // Downwards, since a count needs those of shorter strings as they were.
            for length in (0..=nchars).rev() {
                let count = self.with(class, length, &binomials);
                if let Some(place) = self.0.get_mut(length) {
                    *place = count;
                }
                previous(&mut binomials, nchars);
            }
        }
    }

    /// How many strings of `nchars` characters there are with one class more.
    pub fn total_with(&self, class: Class, nchars: usize) -> Count {
        self.with(class, nchars, &binomials(nchars, nchars))
    }

    /// The sum, over all numbers of characters that are not of the class, of the places that they
    /// can have, the strings that they can form, and size to the power of the number that is left.
    fn with(&self, class: Class, length: usize, binomials: &Binomials) -> Count {
        let mut sum = [0; WORDS];
        let low = low(&mut sum, width(length));
        let size = class.size as u64;
        let others = (length + 1).saturating_sub(class.minimum);
        // Horner's rule in size: each step multiplies what it has by it.
        for (count, &places) in self.0.iter().zip(binomials).take(others) {
            multiply(low, size);
            // Where there is nothing to add, as often, that is no secret.
            match halves(places) {
                _ if count == &[0; WORDS] => {}
                [places, 0] => add_product(low, count, &[places]),
                places => add_product(low, count, &places),
            }
        }
        (0..class.minimum).for_each(|_| multiply(low, size));
        sum
    }

    /// The count of a length that is secret, 0 for one that is above `most`.
    fn look_up(&self, count: &mut [u64], length: usize, most: usize) {
        count.fill(0);
        for (i, row) in self.0.iter().enumerate().take(most + 1) {
            let hit = mask::is_equal(i, length);
            for (to, from) in count.iter_mut().zip(row) {
                *to |= from & hit;
            }
        }
    }
}

/// One string among all of a length, by its rank, of which so far is known how many characters it
/// has of some classes. The rank and what it leads to are secret.
pub struct Ranked {
    nchars: usize,
    /// Below the number of strings that have as many of these classes.
    rank: Zeroizing<Count>,
    /// In how many ways the characters of these classes can be placed and chosen.
    ways: Zeroizing<Count>,
    /// Characters of the other classes.
    pub left: usize,
}

impl Ranked {
    pub fn new(rank: Zeroizing<Count>, nchars: usize) -> Self {
        Self { nchars, rank, ways: Zeroizing::new(one()), left: nchars }
    }

    /// How many characters of `class` the string has; `behind` counts the strings of the classes
    /// that are still unknown then.
    ///
    /// The strings are in the order of this number, so it is the one at which the counts add up to
    /// more than the rank. Every number is looked at, whichever it is.
    pub fn take(&mut self, class: Class, behind: &Table) -> usize {
        let zero = || Zeroizing::new([0; WORDS]);
        let width_of_all = width(self.nchars);
        let places = secret_binomials(self.left, self.nchars);
        let mut scratch = Zeroizing::new([[0; WORDS]; 3]);
        let [ways, strings, next] = scratch.each_mut().map(|count| low(count, width_of_all));
        let (mut rest, mut found_ways) = (zero(), zero());
        let power = low(&mut self.ways, width_of_all);
        let (mut found, mut taken) = (0, 0);
        for (number, &places) in places.iter().enumerate().take(self.nchars + 1) {
            set_product(ways, power, &halves(places));
            let most = self.nchars - number;
            let rest = low(&mut rest, width(most));
            behind.look_up(rest, self.left.wrapping_sub(number), most);
            set_product(strings, ways, rest);
            let allowed = if number < class.minimum { 0 } else { u64::MAX };
            strings.iter_mut().for_each(|word| *word &= allowed);
            let here = set_difference(next, &*self.rank, strings) & !found;
            found |= here;
            for (rank, next) in self.rank.iter_mut().zip(next.iter()) {
                *rank = (*rank & found) | (next & !found);
            }
            for (to, from) in found_ways.iter_mut().zip(ways.iter()) {
                *to |= from & here;
            }
            taken |= number as u64 & here;
            multiply(power, class.size as u64);
        }
        self.ways = found_ways;
        // At most LONGEST.
        #[allow(clippy::cast_possible_truncation)]
        let taken = taken as usize;
        self.left = self.left.wrapping_sub(taken);
        taken
    }
}

/// The low words of a number.
fn low(count: &mut Count, words: usize) -> &mut [u64] {
    count.get_mut(..words).unwrap_or_default()
}

fn one() -> Count {
    let mut count = [0; WORDS];
    if let Some(word) = count.first_mut() {
        *word = 1;
    }
    count
}

/// The logarithm to base 2; 0 for 0.
pub fn log2_of(count: &Count) -> f64 {
    let (mut whole, mut fraction) = (0, 0);
    let (mut below, mut lower) = (0, 0);
    for &word in count {
        if let Some(top) = word.checked_ilog2() {
            // The 64 bits from the highest one on: what is behind them changes nothing in a double.
            let [_, leading] = halves((u128::from(word) << 64 | lower) << word.leading_zeros());
            (whole, (_, fraction)) = (below + top, log2(leading));
        }
        (below, lower) = (below + u64::BITS, word.into());
    }
    #[allow(clippy::cast_precision_loss)]
    let fraction = fraction as f64 / (1_u128 << u64::BITS) as f64;
    f64::from(whole) + fraction
}

fn halves(number: u128) -> [u64; 2] {
    #[allow(clippy::cast_possible_truncation)]
    [number as u64, (number >> 64) as u64]
}

/// How many words the strings of a length are counted in.
fn width(length: usize) -> usize {
    (length * BITS_PER_CHARACTER).div_ceil(64).max(1)
}

/// Multiplies a number, modulo what it can hold.
fn multiply(number: &mut [u64], factor: u64) {
    let mut carry = 0;
    for word in number {
        let [low, high] = halves(u128::from(*word) * u128::from(factor) + carry);
        *word = low;
        carry = high.into();
    }
}

/// Adds `a` * `b` to a number, modulo what it can hold, which is at most as long as `a`.
fn add_product(sum: &mut [u64], a: &[u64], b: &[u64]) {
    for (shift, &b) in b.iter().enumerate() {
        let mut carry = 0;
        for (sum, &a) in sum.iter_mut().skip(shift).zip(a) {
            let [low, high] = halves(u128::from(a) * u128::from(b) + u128::from(*sum) + carry);
            *sum = low;
            carry = high.into();
        }
    }
}

fn set_product(product: &mut [u64], a: &[u64], b: &[u64]) {
    product.fill(0);
    add_product(product, a, b);
}

/// `a` - `b`, modulo what a number can hold; all ones where `b` was the larger, else 0.
fn set_difference(difference: &mut [u64], a: &[u64], b: &[u64]) -> u64 {
    let mut borrow = 0;
    for ((to, &a), &b) in difference.iter_mut().zip(a).zip(b) {
        let [low, high] = halves(u128::from(a).wrapping_sub(b.into()).wrapping_sub(borrow));
        *to = low;
        borrow = (high & 1).into();
    }
    let [borrow, _] = halves(borrow);
    mask::ones(borrow)
}

/// The binomial coefficients of `number`, with zeros behind them up to `most`.
fn binomials(number: usize, most: usize) -> Binomials {
    let mut row = [0; LONGEST + 1];
    if let Some(one) = row.first_mut() {
        *one = 1;
    }
    (0..number).for_each(|_| next(&mut row, most));
    row
}

/// The binomial coefficients of a secret number up to `most`.
fn secret_binomials(number: usize, most: usize) -> Zeroizing<Binomials> {
    let mut found = Zeroizing::new([0; LONGEST + 1]);
    let mut row = binomials(0, most);
    for i in 0..=most {
        let hit = u128::from(mask::is_equal(i, number));
        let hit = hit << 64 | hit;
        for (to, from) in found.iter_mut().zip(&row).take(most + 1) {
            *to |= from & hit;
        }
        next(&mut row, most);
    }
    found
}

/// Goes down one row in Pascal's triangle, of which places up to `most` are needed.
fn next(row: &mut Binomials, most: usize) {
    let mut left = 0;
    for place in row.iter_mut().take(most + 1) {
        (left, *place) = (*place, place.wrapping_add(left));
    }
}

/// Goes up one row.
fn previous(row: &mut Binomials, most: usize) {
    let mut left = 0;
    for place in row.iter_mut().take(most + 1) {
        *place = place.wrapping_sub(left);
        left = *place;
    }
}

#[cfg(test)]
mod tests;
