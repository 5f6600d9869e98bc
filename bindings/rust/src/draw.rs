//! Bytes, tokens, numbers and picks, and comparing.

use std::ffi::{CStr, CString, c_char, c_void};
use std::ptr::null_mut;

use crate::error::{Error, Result, check};
use crate::raw::*;

/// What C is lent of a slice: its address, and how many bytes it has.
pub(crate) fn lent(data: &[u8]) -> (*const c_void, usize) {
    (data.as_ptr().cast(), data.len())
}

/// A text of the program, which C reads up to its NUL: "reset\0evil" would do for "reset".
pub(crate) fn constant(text: &str) -> Result<CString> {
    CString::new(text).map_err(|_| Error::INVALID_ARGUMENT)
}

/// The text that C writes into a buffer of this size, which counts the NUL.
pub(crate) fn text(size: usize, write: impl FnOnce(*mut c_char, usize) -> i32) -> Result<String> {
    if size > isize::MAX as usize {
        return Err(Error::TOO_LARGE);
    }
    let mut out = vec![0; size];
    check(write(out.as_mut_ptr().cast(), size))?;
    out.truncate(out.iter().position(|&byte| byte == 0).unwrap_or(0));
    String::from_utf8(out).map_err(|_| Error::MALFORMED)
}

/// The bytes that C writes, of which there are always so many.
pub(crate) fn filled(nbytes: usize, write: impl FnOnce(*mut c_void) -> i32) -> Result<Vec<u8>> {
    if nbytes > isize::MAX as usize {
        return Err(Error::TOO_LARGE);
    }
    let mut out = vec![0; nbytes];
    check(write(out.as_mut_ptr().cast()))?;
    Ok(out)
}

/// The version of the library that is running.
pub fn version() -> &'static str {
    // SAFETY: the library answers with static ASCII text.
    unsafe { CStr::from_ptr(csecrets_version()) }.to_str().unwrap_or_default()
}

/// Draws once, without waiting, to see whether the system gives randomness.
pub fn entropy_probe() -> Result<()> {
    // SAFETY: the pointer may be NULL.
    check(unsafe { csecrets_entropy_probe(null_mut()) })
}

/// Fills a slice with random bytes.
pub fn fill(out: &mut [u8]) -> Result<()> {
    // SAFETY: the slice has so many bytes.
    check(unsafe { csecrets_token_bytes(out.as_mut_ptr().cast(), out.len()) })
}

/// Overwrites a slice with zeros, which no optimiser may leave out.
pub fn wipe(data: &mut [u8]) {
    // SAFETY: the slice has so many bytes.
    unsafe { csecrets_wipe(data.as_mut_ptr().cast(), data.len()) }
}

/// Random bytes. 16 can't be guessed.
pub fn token_bytes(nbytes: usize) -> Result<Vec<u8>> {
    // SAFETY: the buffer has so many bytes.
    filled(nbytes, |out| unsafe { csecrets_token_bytes(out, nbytes) })
}

/// Random bytes in hexadecimal.
pub fn token_hex(nbytes: usize) -> Result<String> {
    // SAFETY: the buffer has this size.
    unsafe { text(csecrets_hex_size(nbytes), |out, size| csecrets_token_hex(out, size, nbytes)) }
}

/// Random bytes in base64url.
pub fn token_urlsafe(nbytes: usize) -> Result<String> {
    // SAFETY: the buffer has this size.
    unsafe {
        text(csecrets_urlsafe_size(nbytes), |out, size| csecrets_token_urlsafe(out, size, nbytes))
    }
}

/// Random characters of an alphabet, such as [`BASE58`](crate::BASE58).
pub fn token_alphabet(nchars: usize, alphabet: &str) -> Result<String> {
    let alphabet = constant(alphabet)?;
    // SAFETY: the buffer has this size, and the alphabet ends in a NUL.
    text(nchars.saturating_add(1), |out, size| unsafe {
        csecrets_token_alphabet(out, size, nchars, alphabet.as_ptr())
    })
}

/// How many characters of an alphabet are as strong as a number of bits.
pub fn alphabet_nchars(alphabet: &str, bits: u32) -> Result<usize> {
    let alphabet = constant(alphabet)?;
    // SAFETY: the alphabet ends in a NUL.
    let nchars = unsafe { csecrets_alphabet_nchars(alphabet.as_ptr(), bits) };
    if nchars == usize::MAX { Err(Error::INVALID_ARGUMENT) } else { Ok(nchars) }
}

/// An integer from 0 to bound - 1.
pub fn randbelow(bound: u64) -> Result<u64> {
    let mut out = 0;
    // SAFETY: out is an integer of that type.
    check(unsafe { csecrets_randbelow(&mut out, bound) })?;
    Ok(out)
}

/// An integer of so many random bits, 0 to 64.
pub fn randbits(bits: u32) -> Result<u64> {
    let mut out = 0;
    // SAFETY: out is an integer of that type.
    check(unsafe { csecrets_randbits(&mut out, bits) })?;
    Ok(out)
}

/// An integer from low to high, both included.
pub fn randint(low: i64, high: i64) -> Result<i64> {
    let mut out = 0;
    // SAFETY: out is an integer of that type.
    check(unsafe { csecrets_randint(&mut out, low, high) })?;
    Ok(out)
}

/// A real number from 0 up to but not including 1.
pub fn random() -> Result<f64> {
    let mut out = 0.0;
    // SAFETY: out is a number of that type.
    check(unsafe { csecrets_random(&mut out) })?;
    Ok(out)
}

/// Many integers from 0 to bound - 1.
pub fn randbelow_many(count: usize, bound: u64) -> Result<Vec<u64>> {
    if count > isize::MAX as usize / 8 {
        return Err(Error::TOO_LARGE);
    }
    let mut out = vec![0; count];
    // SAFETY: there are so many integers at out.
    check(unsafe { csecrets_randbelow_many(out.as_mut_ptr(), count, bound) })?;
    Ok(out)
}

/// An integer below a bound of any length, both big-endian and equally long.
pub fn randbelow_big(bound: &[u8]) -> Result<Vec<u8>> {
    // SAFETY: both have so many bytes.
    filled(bound.len(), |out| unsafe {
        csecrets_randbelow_big(out.cast(), bound.as_ptr(), bound.len())
    })
}

/// An integer of any number of random bits, big-endian, in as many bytes as they need.
pub fn randbits_big(bits: usize) -> Result<Vec<u8>> {
    let nbytes = bits.div_ceil(8);
    // SAFETY: the buffer has so many bytes.
    filled(nbytes, |out| unsafe { csecrets_randbits_big(out.cast(), nbytes, bits) })
}

/// k different indices from 0 to count - 1, in the order in which they were drawn.
pub fn sample_indices(k: usize, count: usize) -> Result<Vec<usize>> {
    if k > count || k > isize::MAX as usize / size_of::<usize>() {
        return Err(Error::INVALID_ARGUMENT);
    }
    let mut out = vec![0; k];
    // SAFETY: there are k integers at out.
    check(unsafe { csecrets_sample_indices(out.as_mut_ptr(), k, count) })?;
    Ok(out)
}

/// An index, each as likely as its weight's share of the sum.
pub fn weighted_index(weights: &[u64]) -> Result<usize> {
    let mut out = 0;
    // SAFETY: there are so many weights.
    check(unsafe { csecrets_weighted_index(&mut out, weights.as_ptr(), weights.len()) })?;
    Ok(out)
}

/// One element of a slice, each equally likely.
pub fn choice<T>(from: &[T]) -> Result<&T> {
    randbelow(from.len() as u64).map(|index| &from[index as usize])
}

/// k elements of a slice, each drawn from all of them.
pub fn choices<T>(from: &[T], k: usize) -> Result<Vec<&T>> {
    let indices = randbelow_many(k, from.len() as u64)?;
    Ok(indices.iter().map(|&index| &from[index as usize]).collect())
}

/// k different elements of a slice, in the order in which they were drawn.
pub fn sample<T>(from: &[T], k: usize) -> Result<Vec<&T>> {
    let indices = sample_indices(k, from.len())?;
    Ok(indices.iter().map(|&index| &from[index]).collect())
}

/// Brings a slice into random order, each order equally likely. After an error all elements are still
/// there, in an order that is not random.
pub fn shuffle<T>(slice: &mut [T]) -> Result<()> {
    for left in (2..=slice.len()).rev() {
        slice.swap(left - 1, randbelow(left as u64)? as usize);
    }
    Ok(())
}

/// Whether two byte strings are equal, in a time that does not show where they differ. Two empty ones
/// are: check first that your secret is set.
pub fn equal(a: impl AsRef<[u8]>, b: impl AsRef<[u8]>) -> bool {
    let ((a, a_len), (b, b_len)) = (lent(a.as_ref()), lent(b.as_ref()));
    // SAFETY: both have so many bytes.
    unsafe { csecrets_equal(a, a_len, b, b_len) }
}

/// The index of the first row that equals a needle, in a time that does not tell which.
pub fn find_equal<const N: usize>(needle: &[u8; N], rows: &[[u8; N]]) -> Option<usize> {
    let mut index = 0;
    // SAFETY: every row has as many bytes as the needle.
    let found = unsafe {
        csecrets_find_equal(&mut index, needle.as_ptr().cast(), rows.as_ptr().cast(), rows.len(), N)
    };
    found.then_some(index)
}
