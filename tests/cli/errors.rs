//! What is wrong is named, with what would be right; the exit status is 2 and nothing is printed.

use crate::{answer, csecrets, say, verbs};

/// Arguments that are refused, and a word of the message.
const REFUSED: &[(&str, &str)] = &[
    ("foo", "no verb \"foo\""),
    ("hx", "did you mean hex?"),
    ("shufle", "did you mean shuffle?"),
    ("passphrase", "did you mean phrase?"),
    ("token", "did you mean url?"),
    ("16", "csecrets url 16"),
    ("help foo", "no verb \"foo\""),
    ("hex -1", "from 1 to 268435456, not \"-1\""),
    ("hex +1", "not \"+1\""),
    ("hex 1x", "not \"1x\""),
    ("hex 0x10", "not \"0x10\""),
    ("hex 1e3", "not \"1e3\""),
    ("hex 0", "not \"0\""),
    ("hex 18446744073709551617", "not \"18446744073709551617\""),
    ("hex 16 16", "\"16\" is too much"),
    ("shuffle 3", "takes options alone"),
    ("hex -c 0", "-c is a whole number from 1 to 10000000"),
    ("hex -c", "-c wants COUNT"),
    ("hex -c 1 -c 2", "-c is given twice"),
    ("hex --bits=3", "--bits takes no value"),
    ("hex -q", "no option -q"),
    ("hex --quiet", "no option --quiet"),
    ("hex -L", "hex takes no -L"),
    ("hex --key=@f", "hex takes no --key"),
    ("-L password", "-L comes after the verb"),
    ("bytes -c 2", "bytes takes no -c"),
    ("--json bytes", "bytes takes no --json"),
    ("hex -o", "-o wants FILE"),
    ("text -n 10 -b 10", "give one of them"),
    ("text -a aa -n 20", "2 to 95 different characters"),
    ("text -a a -n 20", "2 to 95 different characters"),
    ("text -a a", "2 to 95 different characters"),
    ("below 0", "from 1 to 18446744073709551615"),
    ("below", "below wants N"),
    ("int 5", "int wants LOW HIGH"),
    ("int 5 4", "LOW comes first"),
    ("int 0 9223372036854775808", "not \"9223372036854775808\""),
    ("int -9223372036854775809 0", "not \"-9223372036854775809\""),
    ("dice 2x6", "such as 2d6"),
    ("dice 0d6", "such as 2d6"),
    ("dice 2d", "such as 2d6"),
    ("password 7", "from 8 to 128"),
    ("password -l yes", "from 0 to 128, or no"),
    ("password 8 -d 9", "no password of 8 characters"),
    ("password -l no -u no -d no -s no", "no password of 20 characters"),
    ("code 3", "GROUPSxLEN"),
    ("code 1x9", "10 characters or more"),
    ("pin 3", "from 4 to 64"),
    ("key 1acme", "a letter, then letters and digits"),
    ("key", "key wants PREFIX"),
    ("check 1acme", "no key can have that prefix"),
    ("uuid 1", "version 4, random, or 7"),
    ("sign -k @k", "wants a purpose"),
    ("sign -p x", "wants one key"),
    ("sign -p x -k @k -t 1", "such as 15m"),
    ("sign -p x -k @k -t 99999d", "such as 15m"),
    ("sign -p x -k -", "standard input is taken"),
    ("verify -p x", "wants the key"),
    ("hmac -k hunter2", "never an argument"),
    ("hmac -k hex:hunter2", "never an argument"),
    ("hmac -k @k -m 00", "64 hexadecimal digits"),
    ("totp", "totp wants new|code|verify"),
    ("totp old", "not totp old"),
    ("totp new", "-u alice@example.org"),
    ("totp new -u a -k text:@k", "no text"),
    ("totp new -u a --after 3", "totp new takes no --after"),
    ("totp code -k @k -d 9", "from 6 to 8"),
    ("totp code -k @k --at 5", "from 1000000000"),
    ("env x", ".example"),
    ("env", "env wants FILE.example"),
    ("keyfile", "keyfile wants FILE"),
    ("keyfile a b", "\"b\" is too much"),
    ("probe x", "takes nothing"),
    ("pick 3 names", "reads standard input, and takes [K] alone"),
];

#[test]
fn wrong_arguments_are_named_with_what_would_be_right() {
    for (arguments, word) in REFUSED {
        let said = say(arguments);
        assert_eq!((said.status, &said.out[..]), (2, ""), "{arguments}: {said:?}");
        assert!(
            said.err.starts_with("csecrets: ") && said.err.contains(word),
            "{arguments}: {said:?}"
        );
        assert!(said.err.contains("`csecrets "), "{arguments}: where is the help? {said:?}");
    }
}

#[test]
fn what_is_not_a_word_is_refused_too() {
    for argument in ["", " 16", "16 ", "\x1b[2J", "1\n"] {
        let output = csecrets("hex").arg(argument).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{argument:?}");
        assert!(!err.contains('\x1b'), "{err:?}");
    }
    for arguments in
        [["phrase", "-s", "x"], ["phrase", "-s", ""], ["hex", "-o", ""], ["-o", "", "hex"]]
    {
        let status = csecrets("").args(arguments).output().unwrap().status.code();
        let without_words = crate::has_no_words() && arguments[0] == "phrase";
        assert!(status == Some(2) || (without_words && status == Some(1)), "{arguments:?}");
    }
}

/// A secret that was typed as an argument is not repeated on the screen.
#[test]
fn a_key_among_the_arguments_is_not_repeated() {
    for arguments in [
        "hmac -k hunter2",
        "hash hunter2",
        "verify -k @k -p x hunter2",
        "totp verify hunter2",
        "check acme_hunter2_that_is_longer_than_any_prefix",
    ] {
        let said = say(arguments);
        assert!(said.status == 2 && !said.err.contains("hunter2"), "{arguments}: {said:?}");
        assert!(said.err.contains("standard input"), "{arguments}: {said:?}");
    }
}

#[test]
fn help_is_at_every_place_where_one_looks_for_it() {
    let all = answer("--help");
    for arguments in ["-h", "help", "help -h", "-c 3 -h"] {
        assert_eq!(answer(arguments), all, "{arguments}");
    }
    for verb in verbs().iter().filter(|verb| *verb != "help") {
        let help = answer(&format!("help {verb}"));
        assert!(help.starts_with(&format!("usage: csecrets {verb} ")), "{help}");
        assert!(help.lines().all(|line| line.trim_end() == line), "{help}");
        for arguments in [format!("{verb} -h"), format!("{verb} --help"), format!("-h {verb}")] {
            assert_eq!(answer(&arguments), help, "{arguments}");
        }
        assert!(all.contains(&format!("\n  {verb} ")), "{verb}");
    }
    for line in all.lines() {
        assert!(line.len() <= 100 && line.trim_end() == line, "{line:?}");
    }
    assert_eq!(answer("--version"), concat!("csecrets ", env!("CARGO_PKG_VERSION")));
}
