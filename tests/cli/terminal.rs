//! What a person at a terminal sees, which script(1) stands for.

use std::fs::{read_to_string, set_permissions, write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::common::{has, scratch, skip};
use crate::{Said, can_make_terminals, feed, shell};

/// Runs a command line at a terminal; its output comes back with its newlines as they were.
fn at_terminal(place: &Path, line: &str) -> Option<Said> {
    if !can_make_terminals("cli-terminal") {
        return None;
    }
    let mut said = feed(shell(place, "script -qec \"$LINE\" /dev/null").env("LINE", line), b"");
    said.out = said.out.replace("\r\n", "\n");
    Some(said)
}

#[test]
fn raw_bytes_are_kept_from_a_terminal() {
    let place = scratch("cli-terminal-bytes");
    let Some(said) = at_terminal(&place, "csecrets bytes") else { return };
    assert!(said.status == 2 && said.out.contains("csecrets hex"), "{said:?}");
    assert_eq!(at_terminal(&place, "csecrets bytes -o file").unwrap().status, 0);
    assert_eq!(at_terminal(&place, "csecrets bytes | wc -c").unwrap().out, "32\n");
    assert_eq!(at_terminal(&place, "csecrets hex 16").unwrap().out.len(), 33);
}

#[test]
fn progress_is_shown_to_a_terminal_that_waits_and_taken_away() {
    let place = scratch("cli-progress");
    let slow = "{ echo a; sleep 1.5; echo b; } | csecrets shuffle > lines";
    let Some(said) = at_terminal(&place, slow) else { return };
    assert!(
        said.out.contains("\rbytes read: 4\r\u{1b}[K") || said.out.contains("bytes read: 4"),
        "{said:?}"
    );
    let quiet = feed(&mut shell(&place, slow), b"");
    assert_eq!((quiet.status, &quiet.err[..]), (0, ""));
    assert_eq!(at_terminal(&place, "csecrets hex 16 -c 10 > lines").unwrap().out, "");
}

/// The QR code of a new key is qrencode's, which is told through a pipe.
#[test]
fn an_app_is_shown_a_qr_code() {
    let place = scratch("cli-qr");
    let fake = place.join("qrencode");
    write(&fake, "#!/bin/sh\necho \"$@\" > arguments\ncat > text\necho picture\n").unwrap();
    set_permissions(&fake, PermissionsExt::from_mode(0o755)).unwrap();
    let new = "csecrets totp new -u alice";
    let Some(said) = at_terminal(&place, &format!("PATH=$PWD:$PATH; {new}")) else { return };
    let address = read_to_string(place.join("text")).unwrap();
    assert!(address.starts_with("otpauth://totp/alice?secret="), "{address}");
    assert_eq!(said.out, format!("{address}\npicture\n"));
    assert!(!read_to_string(place.join("arguments")).unwrap().contains("otpauth"));
    // None is drawn for a pipe, and none where there is no qrencode, or it fails.
    let piped = feed(&mut shell(&place, &format!("PATH=$PWD:$PATH; {new}")), b"");
    assert!(!piped.out.contains("picture"), "{piped:?}");
    write(&fake, "#!/bin/sh\nexit 1\n").unwrap();
    let failed = at_terminal(&place, &format!("PATH=$PWD:$PATH; {new}")).unwrap();
    assert_eq!((failed.status, failed.out.lines().count()), (0, 1));
    if !has("qrencode") {
        return skip("cli-qr", "no qrencode");
    }
    let said = at_terminal(&place, &format!("{new} -k @key")).unwrap();
    assert!(said.out.lines().count() > 10 && said.out.contains('█'), "{}", said.out);
    let (address, picture) = said.out.split_once('\n').unwrap();
    let theirs = feed(&mut shell(&place, "qrencode -t ANSIUTF8"), address.as_bytes());
    assert_eq!(picture, theirs.out);
}
