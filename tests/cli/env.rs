//! An env file is filled in once; what is set in it is kept.

use std::fs::{metadata, read_to_string, set_permissions, symlink_metadata, write};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use crate::common::scratch;
use crate::{Said, csecrets, feed};

fn fill_in(place: &Path, arguments: &str) -> Said {
    feed(csecrets(arguments).current_dir(place), b"")
}

fn value<'a>(text: &'a str, name: &str) -> &'a str {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
    line.unwrap_or_else(|| panic!("no {name} in {text}"))
}

const EXAMPLE: &str = "# the database\nHOST=localhost\nPASSWORD=@password20\n\n\
    export KEY=@url32   # signs\nQUOTED=\"@hex16\"\nAPI=@key:acme\nID=@uuid4\nPIN=@pin6\n\
    TEXT=@base58-22\nCODE=@code3x5\nAT=@@home\n";

#[test]
fn words_become_secrets_and_the_rest_stays() {
    let place = scratch("cli-env");
    write(place.join(".env.example"), EXAMPLE).unwrap();
    let said = fill_in(&place, "env .env.example");
    assert_eq!(
        (said.status, &said.out[..]),
        (0, "drawn: PASSWORD, KEY, QUOTED, API, ID, PIN, TEXT, CODE\n")
    );
    let text = read_to_string(place.join(".env")).unwrap();
    assert!(text.starts_with("# the database\nHOST=localhost\nPASSWORD="), "{text}");
    let key = value(&text, "export KEY").strip_suffix("   # signs").unwrap();
    let names = ["PASSWORD", "QUOTED", "API", "ID", "PIN", "TEXT", "CODE", "AT"];
    let lens = names.map(|name| value(&text, name).len());
    assert_eq!((lens, key.len()), ([20, 34, 41, 36, 6, 22, 17, 5], 43), "{text}");
    assert!(value(&text, "AT") == "@home" && value(&text, "QUOTED").starts_with('"'), "{text}");
    assert_eq!(metadata(place.join(".env")).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn what_is_set_is_kept_and_doing_it_again_changes_nothing() {
    let place = scratch("cli-env-kept");
    write(place.join("x.example"), "A=@hex16\nB=default\nC=@hex16\nD=\n").unwrap();
    write(place.join("x"), "B='two\nlines'\n# mine\nMORE=1\nC= # to be done\nD=set").unwrap();
    set_permissions(place.join("x"), PermissionsExt::from_mode(0o644)).unwrap();
    let said = fill_in(&place, "env x.example --json");
    let report = r#"{"verb":"env","file":"x","drawn":["A","C"],"kept":["B","D","MORE"]}"#;
    assert_eq!(said.out.trim(), report);
    let text = read_to_string(place.join("x")).unwrap();
    assert!(text.contains("\nB='two\nlines'\n") && text.ends_with("D=set\nMORE=1\n"), "{text}");
    assert_eq!(value(&text, "C").len(), 32);
    assert_eq!(metadata(place.join("x")).unwrap().permissions().mode() & 0o777, 0o600);
    let again = fill_in(&place, "env x.example");
    assert_eq!(again.out, "kept: A, B, C, D, MORE\n");
    assert_eq!(read_to_string(place.join("x")).unwrap(), text);
    let itself = fill_in(&place, "env x.example -o ./x.example");
    assert!(itself.status == 2 && itself.err.contains("is the example"), "{itself:?}");
    let other = fill_in(&place, "env x.example -o y");
    assert_eq!((other.status, read_to_string(place.join("y")).unwrap().lines().count()), (0, 4));
}

/// Every value means itself to a shell that reads the file.
#[test]
fn a_shell_reads_what_was_drawn() {
    let place = scratch("cli-env-shell");
    let example: String = (0..200).map(|i| format!("P{i}=@password40\n")).collect();
    write(place.join("x.example"), example).unwrap();
    assert_eq!(fill_in(&place, "env x.example").status, 0);
    let text = read_to_string(place.join("x")).unwrap();
    let script =
        ". ./x; for i in $(seq 0 199); do eval \"printf 'P%s=%s\\n' $i \\\"\\$P$i\\\"\"; done";
    assert_eq!(feed(&mut crate::shell(&place, script), b"").out, text);
}

#[test]
fn what_is_wrong_leaves_the_file_as_it_was() {
    let place = scratch("cli-env-wrong");
    for (example, old, word) in [
        ("A=@hexx\n", "A=1\n", "@hexx is none of"),
        ("A=@password4\n", "", "@password4 is none of"),
        ("A=@hex4\n", "", "--weak"),
        ("A=1\nno assignment\n", "", "line 2 of x.example"),
        ("A=1\n1A=2\n", "", "line 2 of x.example"),
        ("A=1\nA=2\n", "", "stands twice"),
        ("A='open\n", "", "does not end"),
        ("B=@hex16\n", "A=1\n?\n", "line 2 of x"),
    ] {
        write(place.join("x.example"), example).unwrap();
        write(place.join("x"), old).unwrap();
        let said = fill_in(&place, "env x.example");
        let is_kept = old == "A=1\n" && example == "A=@hexx\n";
        if is_kept {
            // A word is not looked at where there is a value.
            assert_eq!(said.status, 0, "{said:?}");
            continue;
        }
        assert_eq!((said.status, &said.out[..]), (1, ""), "{example}: {said:?}");
        assert!(said.err.contains(word), "{example}: {said:?}");
        assert_eq!(read_to_string(place.join("x")).unwrap(), old);
    }
    assert_eq!(std::fs::read_dir(&place).unwrap().count(), 2);
}

#[test]
fn a_link_is_not_replaced() {
    let place = scratch("cli-env-link");
    write(place.join("x.example"), "A=@hex16\n").unwrap();
    write(place.join("elsewhere"), "").unwrap();
    symlink("elsewhere", place.join("x")).unwrap();
    let said = fill_in(&place, "env x.example");
    assert!(said.status == 1 && said.err.contains("a link"), "{said:?}");
    assert!(symlink_metadata(place.join("x")).unwrap().is_symlink());
}
