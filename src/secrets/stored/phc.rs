//! Login passwords as they are stored: PHC strings of PBKDF2 with HMAC-SHA-256. docs/password-hash.md
//! describes them byte by byte.

use crate::entropy::Source;
use crate::error::Error;
use crate::hash::digest::FRAME;
use crate::hash::pbkdf2;
use crate::mem::bytes::{copy, part, part_mut, split, split_mut};
use crate::mem::ct;
use crate::mem::wipe::{Scratch, clean_stack};
use crate::secrets::equal::equal;
use crate::text::codec;

/// OWASP's figure of 2023. With fewer than the fewest a password is found too fast, with more than the
/// most a login takes many seconds.
const USUAL_ITERATIONS: u32 = 600_000;
const MIN_ITERATIONS: u32 = 100_000;
const MAX_ITERATIONS: u32 = 10_000_000;

const PREFIX: &[u8] = b"$pbkdf2-sha256$i=";

/// Bytes of a salt and of a hash, and the characters that encode them.
const SALT_LEN: usize = 16;
const SALT_TEXT_LEN: usize = 22;
const HASH_LEN: usize = 32;
const HASH_TEXT_LEN: usize = 43;

/// Digits of the largest `u32`.
const MAX_DIGITS: usize = 10;

/// Characters of a string with so many digits of iterations.
const fn len(digits: usize) -> usize {
    PREFIX.len() + digits + 1 + SALT_TEXT_LEN + 1 + HASH_TEXT_LEN
}

/// Characters of the longest string that is written, and of the longest that is read.
pub const MAX_LEN: usize = len(8);
pub const MAX_READ_LEN: usize = len(MAX_DIGITS);

/// The iterations that a caller's number stands for.
pub fn iterations(number: u32) -> Result<u32, Error> {
    match number {
        0 => Ok(USUAL_ITERATIONS),
        1..=MAX_ITERATIONS => Ok(number),
        _ => Err(Error::TooLarge),
    }
}

/// Writes what to store of a password to the front of `text`, which has room for the longest.
pub fn hash(
    source: &mut impl Source,
    text: &mut [u8],
    password: &[u8],
    iterations: u32,
) -> Result<(), Error> {
    if password.is_empty() {
        return Err(Error::InvalidArgument);
    }
    if iterations < MIN_ITERATIONS {
        return Err(Error::Weak);
    }
    let mut salt = [0; SALT_LEN];
    let mut hash = Scratch::<u8, HASH_LEN>::new();
    source.fill(&mut salt)?;
    derive(&mut hash, password, &salt, iterations);
    write(text, iterations, &salt, &hash)
}

/// Whether a string is of this password. None is of an empty one.
pub fn matches(text: &[u8], password: &[u8]) -> bool {
    let (mut theirs, mut ours) = (Scratch::new(), Scratch::new());
    match read(&mut theirs, text) {
        Ok((iterations @ ..=MAX_ITERATIONS, salt)) if !password.is_empty() => {
            derive(&mut ours, password, &salt, iterations);
            equal(&*ours, &*theirs)
        }
        _ => false,
    }
}

/// The iterations of a string that is of the format.
pub fn iterations_of(text: &[u8]) -> Result<u32, Error> {
    read(&mut Scratch::<u8, HASH_LEN>::new(), text).map(|(iterations, _)| iterations)
}

// Once in the library, and not once for each of its uses.
#[inline(never)]
fn derive(hash: &mut [u8; HASH_LEN], password: &[u8], salt: &[u8; SALT_LEN], iterations: u32) {
    clean_stack::<FRAME, _>(|| pbkdf2::derive(hash, password, salt, iterations));
}

fn write(
    text: &mut [u8],
    iterations: u32,
    salt: &[u8; SALT_LEN],
    hash: &[u8; HASH_LEN],
) -> Result<(), Error> {
    let rest = write_number(put(text, PREFIX)?, iterations)?;
    let (salt_text, rest) = split_mut(put(rest, b"$")?, SALT_TEXT_LEN)?;
    let hash_text = part_mut(put(rest, b"$")?, ..HASH_TEXT_LEN)?;
    encode_base64(salt_text, salt)?;
    encode_base64(hash_text, hash)
}

/// Copies a part to the front of a text; the rest of the text.
fn put<'a>(text: &'a mut [u8], part: &[u8]) -> Result<&'a mut [u8], Error> {
    let (place, rest) = split_mut(text, part.len())?;
    copy(place, part)?;
    Ok(rest)
}

/// Writes a number that is not 0 in decimal to the front of a text; the rest of the text.
fn write_number(text: &mut [u8], number: u32) -> Result<&mut [u8], Error> {
    let mut digits = [0; MAX_DIGITS];
    let (mut at, mut rest) = (MAX_DIGITS, number);
    while rest > 0 {
        at -= 1;
        let [digit, ..] = (rest % 10).to_le_bytes();
        *part_mut(&mut digits, at)? = b'0' + digit;
        rest /= 10;
    }
    put(text, part(&digits, at..)?)
}

/// Iterations and salt of a string, whose hash goes to `hash`. No branch and no address depends on a
/// character of the hash; that it is of the format shows at the end.
fn read(hash: &mut [u8; HASH_LEN], text: &[u8]) -> Result<(u32, [u8; SALT_LEN]), Error> {
    let rest = after(text, PREFIX)?;
    let digits = rest.len().checked_sub(len(0) - PREFIX.len()).ok_or(Error::Malformed)?;
    let (digits, rest) = split(rest, digits)?;
    let (salt_text, rest) = split(after(rest, b"$")?, SALT_TEXT_LEN)?;
    let mut salt = [0; SALT_LEN];
    decode_base64(&mut salt, salt_text)?;
    decode_base64(hash, after(rest, b"$")?)?;
    Ok((read_number(digits)?, salt))
}

/// What comes after a part that has to come first.
fn after<'a>(text: &'a [u8], part: &[u8]) -> Result<&'a [u8], Error> {
    text.strip_prefix(part).ok_or(Error::Malformed)
}

/// The number that decimal digits stand for, without a zero before them.
fn read_number(digits: &[u8]) -> Result<u32, Error> {
    if digits.is_empty() || digits.starts_with(b"0") {
        return Err(Error::Malformed);
    }
    let add = |number: u32, digit: &u8| {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    };
    digits.iter().try_fold(0, add).ok_or(Error::Malformed)
}

/// Encodes bytes over a text in base64 of section 4 of RFC 4648.
// Once in the library, and not once for each of its uses.
#[inline(never)]
fn encode_base64(text: &mut [u8], bytes: &[u8]) -> Result<(), Error> {
    codec::encode_urlsafe(text, bytes)?;
    text.iter_mut().for_each(|character| *character = in_the_other_alphabet(*character));
    Ok(())
}

/// Decodes base64 of section 4 of RFC 4648, at most that of a hash.
#[inline(never)]
fn decode_base64(out: &mut [u8], text: &[u8]) -> Result<(), Error> {
    let mut characters = Scratch::<u8, HASH_TEXT_LEN>::new();
    let characters = part_mut(&mut *characters, ..text.len())?;
    for (to, from) in characters.iter_mut().zip(text) {
        *to = in_the_other_alphabet(*from);
    }
    codec::decode_urlsafe(out, characters).map(|_| ())
}

/// The character of base64 of section 5 of RFC 4648 for that of section 4, and the other way round: '+'
/// and '-' change places, and '/' and '_'.
// A call, and not a loop that the compiler vectorises: so short a text gains nothing by it.
#[inline(never)]
fn in_the_other_alphabet(character: u8) -> u8 {
    let is = |other| ct::is_within(character, other, other);
    let (plus, slash) = (is(b'+') | is(b'-'), is(b'/') | is(b'_'));
    character ^ (plus & (b'+' ^ b'-') | slash & (b'/' ^ b'_'))
}

#[cfg(test)]
mod tests;
