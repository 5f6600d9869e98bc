//! Signed tokens: a payload and an expiry that anybody can read, and nobody without the key can make.
//! docs/signed-token.md describes them byte by byte.

use super::equal::{equal, is_zero};
use crate::error::Error;
use crate::hash::digest::{FRAME, Hash};
use crate::hash::hmac::{Hmac, TAG_LEN};
use crate::mem::bytes::{copy, part_mut, split_mut};
use crate::mem::wipe::{Scratch, clean_stack};
use crate::text::codec;

/// An expiry that never comes.
pub const NEVER: i64 = i64::MAX;

/// Times are from here on, 2001-09-09: what is below was meant as a duration, or is that of a clock
/// that was never set.
pub const FIRST_SECOND: i64 = 1_000_000_000;

/// The last second of the year 9999: what is above was meant as milliseconds.
const LAST_SECOND: i64 = 253_402_300_799;

/// What no other use of a key begins a message with.
const LABEL: &[u8; 16] = b"csecrets.token.1";
const VERSION: u8 = 1;

/// Bytes before the payload: the version and the expiry. After it comes the tag.
const HEADER_LEN: usize = 1 + size_of::<i64>();

/// Bytes below which a key could be guessed.
const MIN_KEY_LEN: usize = 32;

/// Characters of a token that carries `nbytes` bytes; `None` if they cannot be counted.
pub const fn len(nbytes: usize) -> Option<usize> {
    match nbytes.checked_add(HEADER_LEN + TAG_LEN) {
        Some(all) => codec::urlsafe_len(all),
        None => None,
    }
}

/// Bytes of payload that a token of `nchars` characters carries; `None` if it is too short for any.
pub const fn payload_len(nchars: usize) -> Option<usize> {
    codec::urlsafe_decoded_len(nchars).checked_sub(HEADER_LEN + TAG_LEN)
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
    let bytes = codec::urlsafe_source(text)?;
    let signed_len = bytes.len().checked_sub(TAG_LEN).ok_or(Error::BufferTooSmall)?;
    let (message, tag) = split_mut(bytes, signed_len)?;
    let (header, message_payload) = split_mut(message, HEADER_LEN)?;
    let (version, expiry) = split_mut(header, 1)?;
    copy(version, &[VERSION])?;
    copy(expiry, &expires_at.to_be_bytes())?;
    copy(message_payload, payload)?;
    let tag = tag.first_chunk_mut().ok_or(Error::BufferTooSmall)?;
    clean_stack::<FRAME, _>(|| {
        let mut mac = Hmac::new(Hash::Sha256);
        start_message(&mut mac, key, purpose);
        mac.update(message);
        mac.finish(tag);
    });
    codec::encode_urlsafe_in_place(text)
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
    let nbytes = payload_len(token.len()).ok_or(Error::Malformed)?;
    let expires_at = decode_header(token)?;
    if keys.clone().fold(false, |weak, key| weak | is_weak(key)) {
        return Err(Error::Weak);
    }
    let payload = part_mut(payload, ..nbytes)?;
    // No key is left out: how long it takes does not tell which one it was.
    let verified = clean_stack::<FRAME, _>(|| {
        keys.fold(false, |found, key| found | verifies_under(key, purpose, token, nbytes))
    });
    if !verified {
        return Err(Error::BadSignature);
    }
    if now >= expires_at && expires_at != NEVER {
        return Err(Error::Expired);
    }
    decode_from(payload, token, HEADER_LEN)?;
    Ok(nbytes)
}

/// Whether this is a time at which a token may expire.
fn is_expiry(expires_at: i64) -> bool {
    (FIRST_SECOND..=LAST_SECOND).contains(&expires_at) || expires_at == NEVER
}

/// Whether a key is too short, or all zeros: what a draw leaves that failed. Of one that is neither,
/// nothing else shows.
fn is_weak(key: &[u8]) -> bool {
    key.len() < MIN_KEY_LEN || is_zero(key)
}

/// The expiry of a token that is of the format; it is not known yet who wrote it.
fn decode_header(token: &[u8]) -> Result<i64, Error> {
    let mut header = [0; HEADER_LEN];
    decode_from(&mut header, token, 0)?;
    let expires_at = match header {
        [VERSION, expires_at @ ..] => Some(i64::from_be_bytes(expires_at)),
        _ => None,
    };
    expires_at.filter(|&expires_at| is_expiry(expires_at)).ok_or(Error::Malformed)
}

/// Fills `out` with the token's bytes from the place `from` on.
// Once in the library, and not once for each of its uses.
#[inline(never)]
fn decode_from(out: &mut [u8], token: &[u8], from: usize) -> Result<(), Error> {
    let mut skipped = from;
    let mut places = out.iter_mut();
    codec::decode_urlsafe_chunks(token, &mut |bytes| {
        let (before, taken) = bytes.split_at_checked(skipped).unwrap_or((bytes, &[]));
        skipped -= before.len();
        for (from, to) in taken.iter().zip(places.by_ref()) {
            *to = *from;
        }
    })
}

/// Whether the token of a payload of `nbytes` bytes holds the tag that this key makes.
fn verifies_under(key: &[u8], purpose: &[u8], token: &[u8], nbytes: usize) -> bool {
    let (mut theirs, mut ours) = (Scratch::<u8, TAG_LEN>::new(), Scratch::<u8, TAG_LEN>::new());
    let mut mac = Hmac::new(Hash::Sha256);
    start_message(&mut mac, key, purpose);
    let mut signed = HEADER_LEN + nbytes;
    let mut places = theirs.iter_mut();
    let decoded = codec::decode_urlsafe_chunks(token, &mut |bytes| {
        let (message, tag) = bytes.split_at_checked(signed).unwrap_or((bytes, &[]));
        signed -= message.len();
        mac.update(message);
        for (from, to) in tag.iter().zip(places.by_ref()) {
            *to = *from;
        }
    });
    mac.finish(&mut ours);
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
mod tests;
