//! Messages that a shared key vouches for: webhooks, and hashes that a database alone can't be
//! searched by.

use super::equal::{equal, is_zero};
use crate::error::Error;
use crate::hash::digest::{FRAME, Hash};
use crate::hash::hmac::{Hmac, TAG_LEN};
use crate::mem::wipe::{Scratch, clean_stack};

/// Computes the tag of a message in parts. How long the key is, the other side chose, if it is not empty;
/// all zeros is what a draw leaves that failed.
pub fn sha256<'a>(
    out: &mut [u8; TAG_LEN],
    key: &[u8],
    parts: impl Iterator<Item = &'a [u8]>,
) -> Result<(), Error> {
    if key.is_empty() {
        return Err(Error::InvalidArgument);
    }
    if is_zero(key) {
        return Err(Error::Weak);
    }
    clean_stack::<FRAME, _>(|| {
        let mut mac = Hmac::new(Hash::Sha256);
        mac.start(key);
        parts.for_each(|part| mac.update(part));
        mac.finish(out);
    });
    Ok(())
}

/// Whether `tag` is that of the message.
pub fn matches<'a>(tag: &[u8], key: &[u8], parts: impl Iterator<Item = &'a [u8]>) -> bool {
    let mut found = Scratch::<u8, TAG_LEN>::new();
    sha256(&mut found, key, parts).is_ok() && equal(&*found, tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(key: &[u8], parts: &[&[u8]]) -> Result<[u8; TAG_LEN], Error> {
        let mut out = [0; TAG_LEN];
        sha256(&mut out, key, parts.iter().copied()).map(|()| out)
    }

    #[test]
    fn a_message_has_the_tag_of_rfc_4231_wherever_it_is_cut() {
        let message = b"what do ya want for nothing?";
        let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        for (i, j) in (0..message.len()).flat_map(|j| (0..=j).map(move |i| (i, j))) {
            let parts = [&message[..i], &message[i..j], &[], &message[j..]];
            assert_eq!(hex::encode(tag(b"Jefe", &parts).unwrap()), expected);
        }
        assert_eq!(tag(b"Jefe", &[]), tag(b"Jefe", &[&[], &[]]));
    }

    #[test]
    fn no_key_and_a_key_of_zeros_are_refused() {
        assert_eq!(tag(b"", &[b"message"]), Err(Error::InvalidArgument));
        for n in 1..200 {
            let mut key = vec![0; n];
            assert_eq!(tag(&key, &[b"message"]), Err(Error::Weak));
            assert!(!matches(&[0; TAG_LEN], &key, [].into_iter()));
            for bit in 0..8 * n {
                key[bit / 8] = 1 << (bit % 8);
                assert!(tag(&key, &[b"message"]).is_ok());
                key[bit / 8] = 0;
            }
        }
    }

    #[test]
    fn a_tag_matches_all_of_itself_alone() {
        let parts = || [&b"id"[..], b".", b"body"].into_iter();
        let good = tag(b"key", &[b"id.body"]).unwrap();
        assert!(matches(&good, b"key", parts()));
        assert!(!matches(&good, b"kez", parts()) && !matches(&good, b"key", parts().skip(1)));
        for bit in 0..8 * TAG_LEN {
            let mut other = good;
            other[bit / 8] ^= 1 << (bit % 8);
            assert!(!matches(&other, b"key", parts()), "bit {bit}");
        }
        for n in 0..TAG_LEN {
            assert!(!matches(&good[..n], b"key", parts()), "{n} bytes");
        }
        assert!(!matches(&[&good[..], &[0]].concat(), b"key", parts()));
    }
}
