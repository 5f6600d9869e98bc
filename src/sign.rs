//! Signed tokens: a payload and an expiry that anybody can read, and nobody without the key can make.
//! docs/signed-token.md describes them byte by byte.

#![forbid(unsafe_code)]

use crate::decode::urlsafe_blocks;
use crate::encode::{self, urlsafe_bytes};
use crate::equal::equal;
use crate::error::Error;
use crate::hmac::Hmac;
use crate::sha256::FRAME;
use crate::wipe::{Scratch, clean_stack};

/// An expiry that never comes.
pub const NEVER: i64 = i64::MAX;

/// Times are from here on, 2001-09-09: what is below was meant as a duration, or is that of a clock
/// that was never set.
const FIRST_SECOND: i64 = 1_000_000_000;

/// The last second of the year 9999: what is above was meant as milliseconds.
const LAST_SECOND: i64 = 253_402_300_799;

/// What no other use of a key begins a message with.
const LABEL: &[u8; 16] = b"csecrets.token.1";
const VERSION: u8 = 1;

/// Bytes before the payload: the version and the expiry; and behind it: the code.
const HEAD: usize = 1 + size_of::<i64>();
const CODE: usize = 32;

/// Bytes below which a key could be guessed.
const SHORTEST_KEY: usize = 32;

/// Characters of a token that carries `nbytes` bytes; `None` where they cannot be counted.
pub const fn len(nbytes: usize) -> Option<usize> {
    match nbytes.checked_add(HEAD + CODE) {
        Some(all) => encode::urlsafe_len(all),
        None => None,
    }
}

/// Fills `text`, which is as long as `len` says.
pub fn sign(
    text: &mut [u8],
    key: &[u8],
    purpose: &[u8],
    payload: &[u8],
    expires_at: i64,
) -> Result<(), Error> {
    if purpose.is_empty() || !is_expiry(expires_at) {
        return Err(Error::InvalidArgument);
    }
    if is_weak(key) {
        return Err(Error::Weak);
    }
    // The bytes stand where `urlsafe_in_place` takes them from.
    let start = text.len() - urlsafe_bytes(text.len());
    let (_, bytes) = text.split_at_mut_checked(start).ok_or(Error::BufferTooSmall)?;
    let signed = bytes.len().checked_sub(CODE).ok_or(Error::BufferTooSmall)?;
    let (message, code) = bytes.split_at_mut_checked(signed).ok_or(Error::BufferTooSmall)?;
    let expires_at = expires_at.to_be_bytes();
    let fields = [VERSION].into_iter().chain(expires_at).chain(payload.iter().copied());
    for (to, from) in message.iter_mut().zip(fields) {
        *to = from;
    }
    clean_stack::<FRAME, _>(|| {
        let mut mac = Hmac::new();
        start_message(&mut mac, key, purpose);
        mac.update(message);
        mac.finish(code);
    });
    encode::urlsafe_in_place(text);
    Ok(())
}

/// Checks a token and writes its payload to the front of `payload`; how many bytes it has.
pub fn verify<'a>(
    payload: &mut [u8],
    token: &[u8],
    purpose: &[u8],
    keys: impl Iterator<Item = &'a [u8]> + Clone,
    now: i64,
) -> Result<usize, Error> {
    if purpose.is_empty() || keys.clone().next().is_none() || now < FIRST_SECOND {
        return Err(Error::InvalidArgument);
    }
    let nbytes = urlsafe_bytes(token.len()).checked_sub(HEAD + CODE).ok_or(Error::Malformed)?;
    let expires_at = read_head(token)?;
    if keys.clone().fold(false, |weak, key| weak | is_weak(key)) {
        return Err(Error::Weak);
    }
    let payload = payload.get_mut(..nbytes).ok_or(Error::BufferTooSmall)?;
    // No key is left out: how long it takes does not tell which one it was.
    let vouched = clean_stack::<FRAME, _>(|| {
        keys.fold(false, |found, key| found | vouches(key, purpose, token, nbytes))
    });
    if !vouched {
        return Err(Error::BadSignature);
    }
    if now >= expires_at && expires_at != NEVER {
        return Err(Error::Expired);
    }
    read(payload, token, HEAD)?;
    Ok(nbytes)
}

/// Whether this is a time at which a token may expire.
fn is_expiry(expires_at: i64) -> bool {
    (FIRST_SECOND..=LAST_SECOND).contains(&expires_at) || expires_at == NEVER
}

/// Whether a key is too short, or all zeros: what a draw leaves that failed. Of one that is neither,
/// nothing else shows.
fn is_weak(key: &[u8]) -> bool {
    key.len() < SHORTEST_KEY || key.iter().fold(0, |bits, byte| bits | byte) == 0
}

/// The expiry of a token that is of the format; it is not known yet who wrote it.
fn read_head(token: &[u8]) -> Result<i64, Error> {
    let mut head = [0; HEAD];
    read(&mut head, token, 0)?;
    let expires_at = match head {
        [VERSION, expires_at @ ..] => Some(i64::from_be_bytes(expires_at)),
        _ => None,
    };
    expires_at.filter(|&expires_at| is_expiry(expires_at)).ok_or(Error::Malformed)
}

/// Copies bytes of the token from the place `from` on, as many as fit into `out`.
fn read(out: &mut [u8], token: &[u8], from: usize) -> Result<(), Error> {
    let mut ahead = from;
    let mut places = out.iter_mut();
    urlsafe_blocks(token, |bytes| {
        let (skipped, taken) = bytes.split_at_checked(ahead).unwrap_or((bytes, &[]));
        ahead -= skipped.len();
        for (from, to) in taken.iter().zip(places.by_ref()) {
            *to = *from;
        }
    })
}

/// Whether the token of a payload of `nbytes` bytes holds the code that this key makes.
fn vouches(key: &[u8], purpose: &[u8], token: &[u8], nbytes: usize) -> bool {
    let (mut theirs, mut ours) = (Scratch::<CODE>::new(), Scratch::<CODE>::new());
    let mut mac = Hmac::new();
    start_message(&mut mac, key, purpose);
    let mut signed = HEAD + nbytes;
    let mut places = theirs.iter_mut();
    let decoded = urlsafe_blocks(token, |bytes| {
        let (message, code) = bytes.split_at_checked(signed).unwrap_or((bytes, &[]));
        signed -= message.len();
        mac.update(message);
        for (from, to) in code.iter().zip(places.by_ref()) {
            *to = *from;
        }
    });
    mac.finish(&mut *ours);
    decoded.is_ok() & equal(&*ours, &*theirs)
}

/// Starts the message that is signed. The purpose is framed by its length, the rest by its place:
/// no two tokens have the same message.
fn start_message(mac: &mut Hmac, key: &[u8], purpose: &[u8]) {
    mac.start(key);
    mac.update(LABEL);
    mac.update(&(purpose.len() as u64).to_be_bytes());
    mac.update(purpose);
}

#[cfg(test)]
#[path = "sign/tests.rs"]
mod tests;
