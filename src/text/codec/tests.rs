use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::*;

fn encoded(
    encode: fn(&mut [u8], &[u8]) -> Result<(), Error>,
    len: fn(usize) -> Option<usize>,
    bytes: &[u8],
) -> String {
    let mut text = vec![0; len(bytes.len()).unwrap()];
    assert_eq!(encode(&mut text, bytes), Ok(()));
    String::from_utf8(text).unwrap()
}

#[test]
fn text_is_what_the_table_driven_crates_write() {
    for n in 0..300 {
        let bytes = &bytes(n);
        assert_eq!(encoded(encode_hex, hex_len, bytes), hex::encode(bytes));
        let urlsafe = encoded(encode_urlsafe, urlsafe_len, bytes);
        assert_eq!(urlsafe, URL_SAFE_NO_PAD.encode(bytes));
    }
}

#[test]
fn every_byte_is_encoded_at_every_place_of_a_group() {
    for byte in 0..=u8::MAX {
        for place in 0..3 {
            let mut bytes = [0; 3];
            bytes[place] = byte;
            assert_eq!(encoded(encode_hex, hex_len, &bytes), hex::encode(bytes));
            let urlsafe = encoded(encode_urlsafe, urlsafe_len, &bytes);
            assert_eq!(urlsafe, URL_SAFE_NO_PAD.encode(bytes));
        }
    }
}

#[test]
fn lengths_of_text_and_of_bytes_agree() {
    for n in 0..1000 {
        assert_eq!(urlsafe_len(n), Some((4 * n).div_ceil(3)));
        assert_eq!(urlsafe_decoded_len(urlsafe_len(n).unwrap()), n);
    }
    assert_eq!(hex_len(usize::MAX / 2), Some(usize::MAX - 1));
    assert_eq!(hex_len(usize::MAX / 2 + 1), None);
    assert_eq!(urlsafe_len(usize::MAX / 4 * 3), Some(usize::MAX - 3));
    assert_eq!(urlsafe_len(usize::MAX / 4 * 3 + 3), None);
}

fn decoded(
    decode: fn(&mut [u8], &[u8]) -> Result<usize, Error>,
    text: &[u8],
) -> Result<Vec<u8>, Error> {
    let mut out = vec![0xEE; text.len()];
    let nbytes = decode(&mut out, text)?;
    assert!(out[nbytes..].iter().all(|&byte| byte == 0xEE), "written after the bytes");
    out.truncate(nbytes);
    Ok(out)
}

fn bytes(n: usize) -> Vec<u8> {
    (0..n).map(|i| (i * 167 + 13) as u8).collect()
}

#[test]
fn text_is_read_as_the_table_driven_crates_read_it() {
    for n in 0..300 {
        let bytes = bytes(n);
        assert_eq!(decoded(decode_hex, hex::encode(&bytes).as_bytes()), Ok(bytes.clone()));
        assert_eq!(decoded(decode_hex, hex::encode_upper(&bytes).as_bytes()), Ok(bytes.clone()));
        assert_eq!(decoded(decode_urlsafe, URL_SAFE_NO_PAD.encode(&bytes).as_bytes()), Ok(bytes));
    }
}

#[test]
fn the_examples_of_rfc_4648_are_read() {
    let examples: [(&[u8], &[u8], &[u8]); 7] = [
        (b"", b"", b""),
        (b"f", b"Zg", b"66"),
        (b"fo", b"Zm8", b"666F"),
        (b"foo", b"Zm9v", b"666F6F"),
        (b"foob", b"Zm9vYg", b"666F6F62"),
        (b"fooba", b"Zm9vYmE", b"666F6F6261"),
        (b"foobar", b"Zm9vYmFy", b"666F6F626172"),
    ];
    for (bytes, base64, base16) in examples {
        assert_eq!(decoded(decode_urlsafe, base64), Ok(bytes.to_vec()));
        assert_eq!(decoded(decode_hex, base16), Ok(bytes.to_vec()));
    }
}

/// Every text that differs from `text` in one character is refused, or read as the oracle reads it.
fn judged_alike(
    text: &[u8],
    decode: fn(&mut [u8], &[u8]) -> Result<usize, Error>,
    oracle: impl Fn(&[u8]) -> Option<Vec<u8>>,
) -> usize {
    let mut refused = 0;
    for place in 0..text.len() {
        for character in 0..=u8::MAX {
            let mut text = text.to_vec();
            text[place] = character;
            let expected = oracle(&text).ok_or(Error::Malformed);
            refused += usize::from(expected.is_err());
            assert_eq!(decoded(decode, &text), expected, "{character} at {place}");
        }
    }
    refused
}

#[test]
fn every_character_at_every_place_is_judged_as_the_table_driven_crates_judge_it() {
    for n in 1..=52 {
        let bytes = bytes(n);
        let text = hex::encode(&bytes);
        let refused = judged_alike(text.as_bytes(), decode_hex, |text| hex::decode(text).ok());
        assert_eq!(refused, 2 * n * (256 - 22));
        let text = URL_SAFE_NO_PAD.encode(&bytes);
        let refused =
            judged_alike(text.as_bytes(), decode_urlsafe, |text| URL_SAFE_NO_PAD.decode(text).ok());
        // In a short last group, 15 of 16 or 3 of 4 characters have bits that belong to no byte.
        let spare = [0, 60, 48][n % 3];
        assert_eq!(refused, text.len() * (256 - 64) + spare);
    }
}

#[test]
fn a_value_has_one_spelling() {
    for n in 0..=2 {
        for bits in 0..1_u32 << (8 * n) {
            let bytes = bits.to_le_bytes()[..n].to_vec();
            let text = URL_SAFE_NO_PAD.encode(&bytes).into_bytes();
            let spellings = (0..=u8::MAX)
                .filter(|&last| {
                    let mut text = text.clone();
                    if let Some(character) = text.last_mut() {
                        *character = last;
                    }
                    decoded(decode_urlsafe, &text) == Ok(bytes.clone())
                })
                .count();
            assert_eq!(spellings, if n == 0 { 256 } else { 1 });
        }
    }
}

#[test]
fn impossible_lengths_padding_and_other_alphabets_are_refused() {
    for text in
        ["Z", "Zm9vY", "Zg==", "Zg=", "Zm8=", "+/+/", "Zm9v\n", " Zm9v", "Zm9\0", "Zm\u{e9}"]
    {
        assert_eq!(decoded(decode_urlsafe, text.as_bytes()), Err(Error::Malformed), "{text:?}");
    }
    for text in ["0", "000", "0x", "0g", "0:", "0/", "0@", "0`", "00\n0", "00 0", "\0\0"] {
        assert_eq!(decoded(decode_hex, text.as_bytes()), Err(Error::Malformed), "{text:?}");
    }
    for n in (1..400).step_by(4) {
        assert_eq!(decoded(decode_urlsafe, &vec![b'A'; n]), Err(Error::Malformed));
        assert_eq!(decoded(decode_hex, &vec![b'0'; n]), Err(Error::Malformed));
    }
}

#[test]
fn a_short_output_comes_before_the_text() {
    assert_eq!(decode_hex(&mut [0; 1], b"zzzz"), Err(Error::BufferTooSmall));
    assert_eq!(decode_urlsafe(&mut [0; 2], b"===="), Err(Error::BufferTooSmall));
}

#[test]
fn an_output_of_another_length_is_an_error() {
    for len in [0, 3, 7] {
        assert_eq!(encode_hex(&mut vec![0; len], b"ab"), Err(Error::BufferTooSmall));
        assert_eq!(encode_urlsafe(&mut vec![0; len], b"abc"), Err(Error::BufferTooSmall));
    }
}
