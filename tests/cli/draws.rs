//! What is drawn has the shape, the number and the strength that were asked for.

use std::collections::HashSet;

use crate::{answer, feed, has_no_words, say};

fn is_of(text: &str, alphabet: &str) -> bool {
    text.chars().all(|character| alphabet.contains(character))
}

const DIGITS: &str = "0123456789";
const HEX: &str = "0123456789abcdef";
const CROCKFORD: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BASE62: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

#[test]
fn tokens_have_their_size_and_their_alphabet() {
    let url = format!("{BASE62}-_");
    for (arguments, len, alphabet) in [
        ("", 43, &url[..]),
        ("url 16", 22, &url),
        ("hex", 64, HEX),
        ("hex 16", 32, HEX),
        ("text", 22, BASE62),
        ("text -a hex -b 128", 32, HEX),
        ("text -a crockford -b 100", 20, CROCKFORD),
        ("text -a ACGT -n 40", 40, "ACGT"),
        ("text --alphabet=base58 --chars=50", 50, BASE62),
        ("pin", 6, DIGITS),
        ("pin 4", 4, DIGITS),
        ("code", 17, &format!("{CROCKFORD}-")),
        ("code 5x5", 29, &format!("{CROCKFORD}-")),
    ] {
        let text = answer(arguments);
        assert!(text.len() == len && is_of(&text, alphabet), "{arguments}: {text}");
    }
}

/// A range of 100 misses one of its ends in 10000 draws with odds 2 * 0.99^10000 < 2^-143.
#[test]
fn numbers_stay_in_their_ranges_and_reach_their_ends() {
    for (arguments, low, high) in
        [("below 100", 0, 99), ("int -50 49", -50, 49), ("dice d100", 1, 100), ("int 7 7", 7, 7)]
    {
        let text = answer(&format!("{arguments} -c 10000"));
        let numbers: HashSet<i64> = text.lines().map(|line| line.parse().unwrap()).collect();
        let ends = (*numbers.iter().min().unwrap(), *numbers.iter().max().unwrap());
        assert_eq!(ends, (low, high), "{arguments}");
    }
    answer("int -9223372036854775808 9223372036854775807").parse::<i64>().unwrap();
    answer("below 18446744073709551615").parse::<u64>().unwrap();
    assert_eq!(answer("dice 3d6").split(' ').count(), 3);
}

#[test]
fn passwords_meet_the_rules() {
    let password = answer("password");
    assert_eq!(password.len(), 20);
    let password = answer("password 100 -s no -L -d 50 -x aeiou");
    assert!(password.len() == 100 && is_of(&password, BASE62), "{password}");
    assert!(!password.contains(['0', 'O', '1', 'l', 'I', 'a', 'e', 'i', 'o', 'u']), "{password}");
    assert!(password.bytes().filter(u8::is_ascii_digit).count() >= 50, "{password}");
}

#[test]
fn phrases_have_their_words_or_say_that_there_are_none() {
    if has_no_words() {
        let said = say("phrase");
        assert_eq!((said.status, &said.out[..]), (1, ""));
        assert!(said.err.contains("words are not built in"), "{said:?}");
        return;
    }
    assert_eq!(answer("phrase").split(' ').count(), 6);
    assert_eq!(answer("phrase 8 -s /").split('/').count(), 8);
}

/// Of two uuids of version 7 in a row, csecrets_uuid7_after() makes the second the larger one.
#[test]
fn uuids_have_their_version_and_those_of_the_time_increase_strictly() {
    let versions = ["uuid", "uuid 4", "uuid 7"].map(|verb| answer(verb).as_bytes()[14]);
    assert_eq!(versions, *b"447");
    let uuids = answer("uuid 7 -c 100000");
    let uuids: Vec<_> = uuids.lines().collect();
    assert!(uuids.len() == 100_000 && uuids.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn a_count_draws_so_many_and_no_two_are_alike() {
    let tokens = answer("-c 100000");
    assert_eq!(tokens.lines().collect::<HashSet<_>>().len(), 100_000);
    assert_eq!(answer("hex -c3").lines().count(), 3);
}

#[test]
fn ends_are_newlines_or_nuls_or_missing() {
    assert!(say("hex 16").out.ends_with('\n'));
    assert_eq!(say("hex 16 -N").out.len(), 32);
    let zeros = say("hex 16 -0 -c 2").out;
    assert_eq!(zeros.bytes().filter(|&byte| byte == 0).count(), 2);
    assert!(!zeros.contains('\n') && zeros.ends_with('\0'));
    assert_eq!(say("hex 16 -0N -c 2").out.len(), 65);
}

#[test]
fn raw_bytes_are_as_many_as_asked_for() {
    use std::process::Command;
    let run = |arguments: &str| {
        let words = arguments.split(' ');
        Command::new(crate::COMMAND).args(words).output().unwrap().stdout.len()
    };
    answer("--version");
    assert_eq!([run("bytes"), run("bytes 3000000")], [32, 3_000_000]);
}

#[test]
fn strength_is_told_and_rounded_down() {
    for (arguments, bits) in [
        ("", 256),
        ("hex 16", 128),
        ("text -a digits -n 20", 66),
        ("text -a crockford -b 101", 105),
        ("code", 75),
        ("key acme", 178),
        ("pin", 19),
        ("below 1", 0),
        ("below 100", 6),
        ("below 18446744073709551615", 63),
        ("int 0 1023", 10),
        ("dice 2d6", 5),
        ("dice 100d6", 258),
        ("uuid", 122),
        ("uuid 7", 74),
        ("password 16 -s no -u no -d no -l 0", 75),
    ] {
        let said = say(&format!("{arguments} --bits"));
        assert_eq!((said.status, said.err), (0, format!("{bits} bits\n")), "{arguments}");
    }
    for (arguments, input, bits) in
        [("pick 2", "a\nb\nc\nd\n", 3), ("shuffle", "a\nb\nc\nd\ne\n", 6), ("shuffle", "", 0)]
    {
        let command = &mut crate::csecrets(&format!("{arguments} --bits"));
        assert_eq!(feed(command, input.as_bytes()).err, format!("{bits} bits\n"), "{arguments}");
    }
    if !has_no_words() {
        assert_eq!(say("phrase --bits").err, "77 bits\n");
    }
}

#[test]
fn what_can_be_guessed_wants_to_be_called_weak() {
    for arguments in
        ["hex 7", "url 7", "bytes 7", "text -n 10", "text -a hex -b 60", "code 2x5", "password 8"]
    {
        let said = say(arguments);
        assert_eq!((said.status, &said.out[..]), (1, ""), "{arguments}");
        assert!(said.err.contains("--weak"), "{arguments}: {said:?}");
        let command = &mut crate::csecrets(arguments);
        assert!(command.arg("--weak").output().unwrap().status.success(), "{arguments}");
    }
    for arguments in ["hex 8", "text -b 64", "pin", "below 2", "dice", "uuid 7"] {
        assert_eq!(say(arguments).status, 0, "{arguments}");
    }
    if !has_no_words() {
        assert_eq!(
            [say("phrase 4").status, say("phrase 4 --weak").status, say("phrase 5").status],
            [1, 0, 0]
        );
    }
}

#[test]
fn json_is_one_object_with_numbers_that_readers_can_hold() {
    let json = answer("dice 2d1 -c 2 --json");
    assert_eq!(json, r#"{"verb":"dice","bits":0,"values":[[1,1],[1,1]]}"#);
    assert_eq!(answer("below 1 --json"), r#"{"verb":"below","bits":0,"values":[0]}"#);
    let beyond = answer("int 9007199254740993 9007199254740993 --json");
    assert!(beyond.contains(r#""values":["9007199254740993"]"#), "{beyond}");
    let quoted = answer(r#"text -a "\ -n 64 --json"#);
    let value = quoted.split("[\"").nth(1).unwrap().strip_suffix("\"]}").unwrap();
    assert!(
        value.len() == 128 && value.as_bytes().chunks(2).all(|pair| pair[0] == b'\\'),
        "{quoted}"
    );
}
