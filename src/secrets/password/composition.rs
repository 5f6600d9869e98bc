//! How many strings meet minima for the classes of their characters, and which share of them holds
//! how many characters of a class: exactly.

use super::wide::{
    MAX_CHARS, WORDS, Wide, add_product, halves, low, multiply, one, set_difference, set_product,
    width,
};
use crate::error::Error;
use crate::mem::bytes::part_mut;
use crate::mem::ct;
use crate::mem::wipe::Scratch;

/// Binomial coefficients of one number, those of 0 first: below 2^125 for 128.
type Binomials = [u128; MAX_CHARS + 1];

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
pub struct Table([Wide; MAX_CHARS + 1]);

impl Table {
    pub fn new() -> Self {
        Self([[0; WORDS]; MAX_CHARS + 1])
    }

    /// Counts the strings of `classes`, of up to `nchars` characters.
    pub fn count(&mut self, classes: &[Class], nchars: usize) -> Result<(), Error> {
        self.0.as_flattened_mut().fill(0);
        // Of no class there is one string, the empty one.
        self.0[0] = one();
        for &class in classes.iter().filter(|class| class.size + class.minimum > 0) {
            let mut binomials = binomials(nchars, nchars);
            // Downwards, since a count needs those of shorter strings as they were.
            for length in (0..=nchars).rev() {
                let count = self.with(class, length, &binomials)?;
                *part_mut(&mut self.0, length)? = count;
                previous(&mut binomials, nchars);
            }
        }
        Ok(())
    }

    /// How many strings of `nchars` characters there are with one class more.
    pub fn total_with(&self, class: Class, nchars: usize) -> Result<Wide, Error> {
        self.with(class, nchars, &binomials(nchars, nchars))
    }

    /// The sum, over all numbers of characters that are not of the class, of the places that they
    /// can have, the strings that they can form, and size to the power of the number that is left.
    fn with(&self, class: Class, length: usize, binomials: &Binomials) -> Result<Wide, Error> {
        let mut sum = [0; WORDS];
        let low = low(&mut sum, width(length))?;
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
        Ok(sum)
    }

    /// The count of a length that is secret, 0 for one that is above `most`.
    // Once in the library, and not once for each of its uses.
    #[inline(never)]
    fn look_up(&self, count: &mut [u64], length: usize, most: usize) {
        count.fill(0);
        for (i, row) in self.0.iter().enumerate().take(most + 1) {
            let hit = ct::is_equal(i as u64, length as u64);
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
    rank: Scratch<u64, WORDS>,
    /// In how many ways the characters of these classes can be placed and chosen.
    ways: Scratch<u64, WORDS>,
    /// Characters of the other classes.
    pub left: usize,
}

impl Ranked {
    pub fn new(rank: Scratch<u64, WORDS>, nchars: usize) -> Self {
        Self { nchars, rank, ways: Scratch::from(&one()), left: nchars }
    }

    /// How many characters of `class` the string has; `others` counts the strings of the classes
    /// that are still unknown then.
    ///
    /// The strings are in the order of this number, so it is the one at which the counts add up to
    /// more than the rank. Every number is looked at, whichever it is.
    pub fn take(&mut self, class: Class, others: &Table) -> Result<usize, Error> {
        let zero = Scratch::<u64, WORDS>::new;
        let width_of_all = width(self.nchars);
        let places = secret_binomials(self.left, self.nchars);
        let (mut ways, mut strings, mut next) = (zero(), zero(), zero());
        let ways = low(&mut ways, width_of_all)?;
        let strings = low(&mut strings, width_of_all)?;
        let next = low(&mut next, width_of_all)?;
        let (mut rest, mut found_ways) = (zero(), zero());
        let power = low(&mut self.ways, width_of_all)?;
        let (mut found, mut taken) = (0, 0);
        for (number, &places) in places.iter().enumerate().take(self.nchars + 1) {
            set_product(ways, power, &halves(places));
            let most = self.nchars - number;
            let rest = low(&mut rest, width(most))?;
            others.look_up(rest, self.left.wrapping_sub(number), most);
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
        // At most MAX_CHARS.
        #[allow(clippy::cast_possible_truncation)]
        let taken = taken as usize;
        self.left = self.left.wrapping_sub(taken);
        Ok(taken)
    }
}

/// The binomial coefficients of `number`, with zeros after them up to `most`.
fn binomials(number: usize, most: usize) -> Binomials {
    let mut row = [0; MAX_CHARS + 1];
    row[0] = 1;
    (0..number).for_each(|_| next(&mut row, most));
    row
}

/// The binomial coefficients of a secret number up to `most`.
fn secret_binomials(number: usize, most: usize) -> Scratch<u128, { MAX_CHARS + 1 }> {
    let mut found = Scratch::new();
    let mut row = binomials(0, most);
    for i in 0..=most {
        let hit = u128::from(ct::is_equal(i as u64, number as u64));
        let hit = hit << 64 | hit;
        for (to, from) in found.iter_mut().zip(&row).take(most + 1) {
            *to |= from & hit;
        }
        next(&mut row, most);
    }
    found
}

/// Goes down one row in Pascal's triangle, of which places up to `most` are needed.
#[inline(never)]
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
