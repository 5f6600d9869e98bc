use super::*;
use crate::draw::uniform::Bound;
use crate::entropy::script::Script;

fn words() -> Vec<String> {
    let spelled = |word: &[u8; 9]| word.iter().copied().take_while(|&c| c != 0).collect();
    WORDS.iter().map(|word| String::from_utf8(spelled(word)).unwrap()).collect()
}

fn drawn(script: &[u8], nwords: usize, separator: &str) -> String {
    let mut text = vec![0; max_len(nwords, separator.len()).unwrap()];
    let mut source = Script::new(script);
    assert_eq!(draw(&mut source, &mut text, nwords, separator.as_bytes()), Ok(()));
    assert_eq!(source.calls(), 1);
    let text = String::from_utf8(text).unwrap();
    let (phrase, behind) = text.split_at(text.find('\0').unwrap_or(text.len()));
    assert!(behind.bytes().all(|character| character == 0));
    phrase.to_string()
}

#[test]
fn the_words_are_those_of_the_list() {
    let words = words();
    assert_eq!(words.join("\n") + "\n", include_str!("eff_large.txt"));
    assert_eq!((words.len(), words.iter().map(String::len).sum::<usize>()), (7776, 62_144 - 7776));
    assert!(words.iter().all(|word| (3..=MAX_WORD_LEN).contains(&word.len())));
    let hyphened: Vec<_> = words.iter().filter(|word| word.contains('-')).collect();
    assert_eq!(hyphened, ["drop-down", "felt-tip", "t-shirt", "yo-yo"]);
    assert!(words.iter().all(|word| word.bytes().all(|c| c == b'-' || c.is_ascii_lowercase())));
    // In order, a word that begins another would be followed by such a one.
    let mut sorted = words.clone();
    sorted.sort();
    assert!(sorted.windows(2).all(|pair| !pair[1].starts_with(&pair[0])));
}

#[test]
fn every_word_is_drawn_by_its_number() {
    for (number, word) in words().iter().enumerate() {
        // The middle of the share that the first of four words in a draw has of 2^64.
        let share = ((number as u128 * 2 + 1) << 64) / (2 * 7776);
        let middle = [share as u64, share as u64 + 1];
        let bound = Bound::new(7776_u64.pow(4));
        let drawn_word = middle.into_iter().find(|&word| bound.accepts(word)).unwrap();
        let phrase = drawn(&drawn_word.to_le_bytes(), 4, " ");
        assert_eq!(phrase.split(' ').next(), Some(word.as_str()));
        assert_eq!(phrase.split(' ').count(), 4);
    }
}

#[test]
fn separators_stand_between_words_only() {
    assert_eq!(drawn(&[255; 64], 5, "-1-"), ["zoom"; 5].join("-1-"));
    let longest_separator = "0123456789-_ .:+";
    assert_eq!(drawn(&[255; 64], 4, longest_separator), ["zoom"; 4].join(longest_separator));
}

#[test]
fn lengths_are_those_of_the_longest_words() {
    assert_eq!((max_len(0, 5), max_len(1, 5), max_len(4, 1)), (Some(0), Some(9), Some(39)));
    assert_eq!(max_len(usize::MAX, 0), None);
    assert_eq!(max_len(usize::MAX / 9, 1), None);
    assert_eq!(max_len(2, usize::MAX), None);
    assert_eq!(max_len(usize::MAX / 10, 1), Some((usize::MAX / 10) * 10 - 1));
}

#[test]
fn weak_phrases_and_separators_that_hide_the_words_are_refused() {
    for nwords in 0..4 {
        assert_eq!(check(nwords, b"-"), Err(Error::Weak));
        assert_eq!(check(nwords, b""), Err(Error::InvalidArgument));
    }
    assert_eq!(check(4, &[b'-'; 16]), Ok(()));
    assert_eq!(check(4, &[b'-'; 17]), Err(Error::InvalidArgument));
    for character in 0..=u8::MAX {
        let fits = (b' '..=b'~').contains(&character) && !character.is_ascii_alphabetic();
        assert_eq!(check(4, &[b'-', character]).is_ok(), fits, "{character}");
    }
}
