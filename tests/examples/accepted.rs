//! The examples that give out a secret accept it when it comes back, and nothing else.

use std::fs::{Permissions, metadata, remove_file, set_permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::common::{ROOT, answer, attempt, said, skip};
use crate::{TMP, after, demos, lines_of};

/// What stands before these words in the lines that end with them.
fn with<'a>(lines: &'a [String], words: &str) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.strip_suffix(words)).map(str::trim).collect()
}

#[test]
fn a_session_accepts_its_own_token_alone() {
    let Some(lines) = lines_of("session") else { return };
    assert_eq!(with(&lines, "accepted"), ["the token", "the new token"], "{lines:#?}");
    assert_eq!(with(&lines, "refused").len(), 5, "{lines:#?}");
}

#[test]
fn an_api_key_with_a_typing_error_and_an_expired_token_are_told() {
    let Some(lines) = lines_of("api_keys") else { return };
    let shown = lines.join("\n");
    for line in [
        "accepted, known",
        "a typing error:",
        "given out:       known",
        "accepted, user=12345",
        "has expired",
    ] {
        assert!(shown.contains(line), "{line:?} in {lines:#?}");
    }
}

#[test]
fn a_stored_password_accepts_itself_alone_and_is_hashed_anew_at_a_login() {
    let Some(lines) = lines_of("password_hash") else { return };
    assert_eq!(with(&lines, "accepted"), ["the right password:", "the same again:"], "{lines:#?}");
    assert_eq!(with(&lines, "refused"), ["a wrong password:", "nobody of this name:"]);
    let stored = ["stored years ago", "stored since then"].map(|label| after(&lines, label));
    assert!(stored[0].starts_with("$pbkdf2-sha256$i=100000$"), "{lines:#?}");
    assert!(stored[1].starts_with("$pbkdf2-sha256$i=600000$"), "{lines:#?}");
}

#[test]
fn a_csrf_field_is_accepted_under_each_mask_and_with_its_own_cookie_alone() {
    let Some(lines) = lines_of("csrf") else { return };
    let accepted = ["her cookie, the field of her form", "the same, in the next response"];
    assert_eq!(with(&lines, "accepted"), accepted, "{lines:#?}");
    assert_ne!(after(&lines, "field"), after(&lines, "again"));
    assert_eq!(with(&lines, "refused").len(), 5, "{lines:#?}");
}

#[test]
fn webhooks_are_accepted_as_their_senders_document_them() {
    let Some(lines) = lines_of("webhook") else { return };
    let accepted = ["their example", "the secret", "the one that follows it", "their example"];
    assert_eq!(with(&lines, "accepted"), accepted, "{lines:#?}");
    assert_eq!(with(&lines, "refused").len(), 9, "{lines:#?}");
}

#[test]
fn a_service_in_memory_forgets_what_is_revoked_and_nothing_else() {
    let Some(lines) = lines_of("memory_service") else { return };
    let accepted = ["the session token", "the API key", "the API key still"];
    assert_eq!(with(&lines, "accepted"), accepted, "{lines:#?}");
    let refused = ["a fake token", "no token", "the old session token"];
    assert_eq!(with(&lines, "refused"), refused, "{lines:#?}");
}

#[test]
fn a_pin_is_accepted_once_and_not_after_too_many_tries() {
    let Some(lines) = lines_of("pin") else { return };
    assert_eq!(with(&lines, "accepted"), ["the code"], "{lines:#?}");
    assert_eq!(with(&lines, "refused").len(), 5, "{lines:#?}");
}

#[test]
fn a_program_is_tested_with_draws_of_the_tests_own() {
    let Some(lines) = lines_of("testing") else { return };
    assert_eq!(with(&lines, "ok").len(), 3, "{lines:#?}");
}

#[test]
fn a_licence_key_is_known_however_it_is_typed() {
    let Some(lines) = lines_of("licence_key") else { return };
    let (accepted, refused) = (with(&lines, "accepted"), with(&lines, "refused"));
    assert!(accepted[0].starts_with("as it was given out"), "{lines:#?}");
    assert!(accepted[1].starts_with("as people type it"), "{lines:#?}");
    assert_eq!((accepted.len(), refused.len()), (2, 3), "{lines:#?}");
}

#[test]
fn a_link_resets_one_password_once_and_its_keys_are_their_owners_alone() {
    let Some(_) = demos() else { return };
    let file = format!("{TMP}/password_reset.key");
    let _ = remove_file(&file); // what an earlier run has left
    let mut command = Command::new(format!("{ROOT}/build/examples/password_reset"));
    for _ in 0..2 {
        let lines: Vec<_> = answer(command.args([&file])).lines().map(String::from).collect();
        assert_eq!(with(&lines, "accepted"), ["her link", "after a new key"], "{lines:#?}");
        assert_eq!(with(&lines, "refused").len(), 4, "{lines:#?}");
        let about = metadata(&file).unwrap();
        assert_eq!((about.permissions().mode() & 0o7777, about.len()), (0o600, 64));
        command = Command::new(command.get_program());
    }
    set_permissions(&file, Permissions::from_mode(0o640)).unwrap();
    let refused = attempt(command.args([&file]));
    assert!(!refused.status.success() && said(&refused).contains("others may read it"));
}

#[test]
fn bytes_come_back_from_every_encoding_and_from_base32_as_people_type_it() {
    let Some(lines) = lines_of("codecs") else { return };
    let answers = ["accepted, typed in groups refused", "accepted, typed in groups accepted"];
    assert_eq!(answers.map(|answer| with(&lines, answer).len()), [2, 1], "{lines:#?}");
}

#[test]
fn a_one_time_code_and_a_recovery_code_are_accepted_once() {
    let Some(_) = demos() else { return };
    let sqlite = attempt(Command::new("pkg-config").args(["--exists", "sqlite3"]));
    if !sqlite.status.success() {
        return skip("the login with one-time codes", "no sqlite3 that pkg-config knows");
    }
    let Some(lines) = lines_of("totp_login") else { return };
    let accepted = ["the code", "the code of then, then", "a recovery code"];
    assert_eq!(with(&lines, "accepted"), accepted, "{lines:#?}");
    assert_eq!(with(&lines, "refused").len(), 4, "{lines:#?}");
    let typed = after(&lines, "or type").replace(' ', "");
    assert!(typed.len() == 32 && lines[0].contains(&format!("?secret={typed}&")), "{lines:#?}");
}
