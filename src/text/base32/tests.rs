use super::*;

const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

fn encoded(bytes: &[u8]) -> String {
    let mut text = vec![0xEE; len(bytes.len()).unwrap()];
    assert_eq!(encode(&mut text, bytes), Ok(()));
    String::from_utf8(text).unwrap()
}

fn decoded(text: impl AsRef<[u8]>) -> Result<Vec<u8>, Error> {
    let text = text.as_ref();
    let mut out = vec![0; text.len()];
    let nbytes = decode(&mut out, text)?;
    assert!(out[nbytes..].iter().all(|&byte| byte == 0), "written after the bytes");
    out.truncate(nbytes);
    Ok(out)
}

/// The same by hand: bit by bit, with a look into the alphabet, and no digit after padding.
fn oracle(text: &[u8]) -> Result<Vec<u8>, Error> {
    let kept: Vec<u8> = text.iter().copied().filter(|byte| !b" -".contains(byte)).collect();
    let end = kept.iter().position(|&byte| byte == b'=').unwrap_or(kept.len());
    let (digits, padding) = kept.split_at(end);
    let mut bits = String::new();
    for byte in digits {
        let place = ALPHABET.iter().position(|known| *known == byte.to_ascii_uppercase());
        bits += &format!("{:05b}", place.ok_or(Error::Malformed)?);
    }
    let (whole, spare) = bits.split_at(bits.len() / 8 * 8);
    if padding.iter().any(|&byte| byte != b'=') || spare.len() >= 5 || spare.contains('1') {
        return Err(Error::Malformed);
    }
    let bytes = (0..whole.len()).step_by(8).map(|at| u8::from_str_radix(&whole[at..at + 8], 2));
    Ok(bytes.map(Result::unwrap).collect())
}

fn bytes_of(n: usize) -> Vec<u8> {
    (0..n).map(|i| (i * 167 + 13) as u8).collect()
}

#[test]
fn the_examples_of_rfc_4648_are_written_and_read() {
    let examples = [
        ("", ""),
        ("f", "MY======"),
        ("fo", "MZXQ===="),
        ("foo", "MZXW6==="),
        ("foob", "MZXW6YQ="),
        ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI======"),
    ];
    for (bytes, padded) in examples {
        let text = padded.trim_end_matches('=');
        assert_eq!(encoded(bytes.as_bytes()), text);
        for text in [padded, text, &text.to_lowercase()] {
            assert_eq!(decoded(text), Ok(bytes.into()), "{text}");
        }
    }
}

#[test]
fn bytes_of_every_number_come_back() {
    for n in 0..400 {
        let bytes = bytes_of(n);
        let text = encoded(&bytes);
        assert_eq!(oracle(text.as_bytes()).as_ref(), Ok(&bytes));
        assert_eq!(decoded(&text), Ok(bytes));
    }
}

#[test]
fn every_character_at_every_place_is_judged_as_by_hand() {
    for n in 1..=11 {
        for text in [encoded(&bytes_of(n)), encoded(&bytes_of(n)).to_lowercase() + "=="] {
            for place in 0..text.len() {
                for character in 0..=u8::MAX {
                    let mut text = text.clone().into_bytes();
                    text[place] = character;
                    assert_eq!(decoded(&text), oracle(&text), "{character} at {place}");
                }
            }
        }
    }
}

#[test]
fn separators_may_stand_anywhere_in_texts_of_every_length() {
    for (n, every) in (0..300).flat_map(|n| [(n, 1), (n, 4), (n, 5)]) {
        let bytes = bytes_of(n);
        let text: String = encoded(&bytes)
            .chars()
            .enumerate()
            .flat_map(|(i, c)| if i % every == 0 { vec![' ', c, '-'] } else { vec![c] })
            .collect();
        for text in [format!("--{text}="), format!(" {text} = - = "), text] {
            assert_eq!(decoded(&text), Ok(bytes.clone()), "{text}");
        }
    }
}

#[test]
fn a_value_has_one_spelling_but_for_case_separators_and_padding() {
    for n in 1..=5 {
        let bytes = bytes_of(n);
        let text = encoded(&bytes);
        let spellings = ALPHABET.iter().filter(|&&last| {
            let mut text = text.clone().into_bytes();
            *text.last_mut().unwrap() = last;
            decoded(&text) == Ok(bytes.clone())
        });
        assert_eq!(spellings.count(), 1);
    }
}

#[test]
fn impossible_lengths_padding_inside_and_other_characters_are_refused() {
    for n in (0..400).filter(|n| [1, 3, 6].contains(&(n % 8))) {
        assert_eq!(decoded(vec![b'A'; n]), Err(Error::Malformed), "{n} characters");
    }
    for text in
        ["MY=A", "=MY", "M=Y", "MY==== MY", "MZ0Q", "MZ1Q", "MZ8Q", "MY\0", "MY\n", "MY\u{e9}"]
    {
        assert_eq!(decoded(text), Err(Error::Malformed), "{text:?}");
    }
    // Wherever it stands in a long text.
    let text = encoded(&bytes_of(200));
    for place in 0..text.len() {
        let mut text = text.clone().into_bytes();
        for character in [b'=', b'-', b'!', b'a', b'7'] {
            text[place] = character;
            assert_eq!(decoded(&text), oracle(&text), "{character} at {place}");
        }
    }
}

#[test]
fn a_short_output_comes_before_the_text() {
    assert_eq!(decode(&mut [0; 4], b"========"), Err(Error::BufferTooSmall));
    assert_eq!(decode(&mut [0; 5], b"========"), Ok(0));
}

#[test]
fn lengths_of_text_and_of_bytes_agree() {
    for n in 0..1000 {
        assert_eq!(len(n), Some((8 * n).div_ceil(5)));
        assert_eq!(decoded_len(len(n).unwrap()), n);
        assert_eq!(decoded_len(n), 5 * n / 8);
    }
    assert_eq!(len(usize::MAX / 8 * 5), Some(usize::MAX - 7));
    assert_eq!(len(usize::MAX / 8 * 5 + 5), None);
    assert_eq!(decoded_len(usize::MAX), usize::MAX / 8 * 5 + 4);
}
