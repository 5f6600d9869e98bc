//! Hexadecimal and base64url text of secrets (RFC 4648).

#![forbid(unsafe_code)]

use crate::alphabet::Alphabet;
use crate::wipe::{Scratch, copy};

/// Characters of `nbytes` bytes in hexadecimal; `None` where they cannot be counted.
pub const fn hex_len(nbytes: usize) -> Option<usize> {
    nbytes.checked_mul(2)
}

/// Characters of `nbytes` bytes in unpadded base64url; `None` where they cannot be counted.
pub const fn urlsafe_len(nbytes: usize) -> Option<usize> {
    // Four characters for three bytes; a last group of one or two bytes takes one more than it has.
    let (groups, rest) = (nbytes / 3, nbytes % 3);
    match groups.checked_mul(4) {
        Some(whole) => whole.checked_add(if rest == 0 { 0 } else { rest + 1 }),
        None => None,
    }
}

/// Bytes that a base64url text of `nchars` characters spells.
pub const fn urlsafe_bytes(nchars: usize) -> usize {
    nchars / 4 * 3 + nchars % 4 * 3 / 4
}

/// Spells `bytes` over `text`, two characters long a byte, in lower-case hexadecimal.
pub fn hex(text: &mut [u8], bytes: &[u8]) {
    put_last(text, bytes);
    hex_in_place(text);
}

/// Spells `bytes` over `text`, as long as unpadded base64url can be.
pub fn urlsafe(text: &mut [u8], bytes: &[u8]) {
    put_last(text, bytes);
    urlsafe_in_place(text);
}

fn put_last(text: &mut [u8], bytes: &[u8]) {
    let start = text.len().saturating_sub(bytes.len());
    copy(text.get_mut(start..).unwrap_or_default(), bytes);
}

/// Spells the last half of `text` over the whole of it, in lower-case hexadecimal.
pub fn hex_in_place(text: &mut [u8]) {
    let nbytes = text.len() / 2;
    in_place::<32, 64>(text, nbytes, |bytes, digits| {
        for (pair, byte) in digits.chunks_exact_mut(2).zip(bytes) {
            pair.copy_from_slice(&[byte >> 4, byte & 0xF]);
        }
        Alphabet::HEX.spell(digits);
    });
}

/// Spells the last three quarters of `text` over the whole of it, in unpadded base64url.
pub fn urlsafe_in_place(text: &mut [u8]) {
    let nbytes = urlsafe_bytes(text.len());
    in_place::<48, 64>(text, nbytes, |bytes, digits| {
        for (four, three) in digits.chunks_exact_mut(4).zip(bytes.chunks_exact(3)) {
            if let &[a, b, c] = three {
                let digits = [a >> 2, a << 4 | b >> 4, b << 2 | c >> 6, c];
                four.copy_from_slice(&digits.map(|digit| digit & 0x3F));
            }
        }
        Alphabet::URLSAFE64.spell(digits);
    });
}

/// Spells the last `nbytes` bytes of `text` over the whole of it, `IN` bytes as `OUT` characters at
/// a time. Front to back no character reaches a byte that is still to be read: what is ahead of
/// the bytes is as long as all the characters that outgrow theirs.
fn in_place<const IN: usize, const OUT: usize>(
    text: &mut [u8],
    nbytes: usize,
    spell: impl Fn(&[u8; IN], &mut [u8; OUT]),
) {
    let (mut bytes, mut characters) = (Scratch::<IN>::new(), Scratch::<OUT>::new());
    let start = text.len().saturating_sub(nbytes);
    for (i, done) in (0..nbytes).step_by(IN).enumerate() {
        // A short last group is spelled with zeros behind it, and what they spell is cut off.
        let taken = text.get(start + done..).unwrap_or_default();
        bytes.fill(0);
        copy(&mut *bytes, taken);
        spell(&bytes, &mut characters);
        copy(text.get_mut(i * OUT..).unwrap_or_default(), &*characters);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    fn spelled(bytes: &[u8], len: Option<usize>, spell: fn(&mut [u8])) -> String {
        let mut text = vec![0; len.unwrap()];
        let start = text.len() - bytes.len();
        text[start..].copy_from_slice(bytes);
        spell(&mut text);
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn text_is_what_the_table_driven_crates_write() {
        let bytes: Vec<u8> = (0..300_u32).map(|i| (i * 167 + 13) as u8).collect();
        for n in 0..bytes.len() {
            let bytes = &bytes[..n];
            assert_eq!(spelled(bytes, hex_len(n), hex_in_place), hex::encode(bytes));
            let urlsafe = spelled(bytes, urlsafe_len(n), urlsafe_in_place);
            assert_eq!(urlsafe, URL_SAFE_NO_PAD.encode(bytes));
        }
    }

    #[test]
    fn every_byte_is_spelled_at_every_place_of_a_group() {
        for byte in 0..=u8::MAX {
            for place in 0..3 {
                let mut bytes = [0; 3];
                bytes[place] = byte;
                assert_eq!(spelled(&bytes, hex_len(3), hex_in_place), hex::encode(bytes));
                let urlsafe = spelled(&bytes, urlsafe_len(3), urlsafe_in_place);
                assert_eq!(urlsafe, URL_SAFE_NO_PAD.encode(bytes));
            }
        }
    }

    #[test]
    fn lengths_of_text_and_of_bytes_agree() {
        for n in 0..1000 {
            assert_eq!(urlsafe_len(n), Some((4 * n).div_ceil(3)));
            assert_eq!(urlsafe_bytes(urlsafe_len(n).unwrap()), n);
        }
        assert_eq!(hex_len(usize::MAX / 2), Some(usize::MAX - 1));
        assert_eq!(hex_len(usize::MAX / 2 + 1), None);
        assert_eq!(urlsafe_len(usize::MAX / 4 * 3), Some(usize::MAX - 3));
        assert_eq!(urlsafe_len(usize::MAX / 4 * 3 + 3), None);
    }
}
