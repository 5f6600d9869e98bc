//! Keys, and what is done with them: signed tokens, tags, hashes, one-time codes.

use std::fs::{metadata, read, read_to_string, set_permissions, write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::common::{has, scratch, skip};
use crate::{Said, csecrets, feed};

/// A run in a directory, with options that may hold spaces.
fn ask(directory: &Path, arguments: &[&str], input: &[u8]) -> Said {
    feed(csecrets("").args(arguments).current_dir(directory), input)
}

fn with_key(test: &str) -> std::path::PathBuf {
    let place = scratch(test);
    assert_eq!(ask(&place, &["keyfile", "key"], b"").status, 0);
    place
}

#[test]
fn a_key_file_is_new_its_owners_and_random() {
    let place = with_key("cli-keyfile");
    let key = read(place.join("key")).unwrap();
    assert_eq!(
        (key.len(), metadata(place.join("key")).unwrap().permissions().mode() & 0o777),
        (32, 0o600)
    );
    assert!(key.iter().any(|&byte| byte != 0));
    let again = ask(&place, &["keyfile", "key"], b"");
    assert!(again.status == 5 && again.err.contains("never overwritten"), "{again:?}");
    assert_eq!(read(place.join("key")).unwrap(), key);
}

#[test]
fn a_token_comes_back_for_its_key_and_its_purpose_and_in_its_time() {
    let place = with_key("cli-sign");
    let sign = ["sign", "-k", "@key", "-p", "reset a password", "-t", "1h"];
    let token = ask(&place, &sign, b"alice\n\xff").out;
    let verify = ["verify", "-k", "@key", "-p", "reset a password"];
    let output = |arguments: &[&str]| {
        write(place.join("token"), &token).unwrap();
        let token = std::fs::File::open(place.join("token")).unwrap();
        csecrets("").args(arguments).current_dir(&place).stdin(token).output().unwrap()
    };
    assert_eq!(output(&verify).stdout, b"alice\n\xff");
    let refused = |arguments: &[&str], token: &str, why: &str| {
        let said = ask(&place, arguments, token.as_bytes());
        assert!(
            said.status == 1 && said.out.is_empty() && said.err.contains("refused"),
            "{said:?}"
        );
        let json = ask(&place, &[arguments, &["--json"]].concat(), token.as_bytes());
        assert_eq!(
            json.out,
            format!("{{\"verb\":\"verify\",\"valid\":false,\"why\":\"{why}\"}}\n")
        );
    };
    refused(&["verify", "-k", "@key", "-p", "log in"], &token, "CSECRETS_ERR_BAD_SIGNATURE");
    refused(&[&verify[..], &["--at", "253402300799"]].concat(), &token, "CSECRETS_ERR_EXPIRED");
    refused(&verify, &token[1..], "CSECRETS_ERR_MALFORMED");
    refused(&verify, "", "CSECRETS_ERR_MALFORMED");
    assert_eq!(ask(&place, &["keyfile", "new"], b"").status, 0);
    refused(
        &["verify", "-k", "@new", "-p", "reset a password"],
        &token,
        "CSECRETS_ERR_BAD_SIGNATURE",
    );
    assert_eq!(output(&[&verify[..], &["-k", "@new"]].concat()).stdout, b"alice\n\xff");
    let for_ever = ask(&place, &[&sign[..6], &["never"]].concat(), b"alice").out;
    let json = ask(
        &place,
        &[&verify[..], &["--json", "--at", "253402300799"]].concat(),
        for_ever.as_bytes(),
    );
    assert_eq!(json.out, "{\"verb\":\"verify\",\"valid\":true,\"payload\":\"alice\"}\n");
}

#[test]
fn keys_are_read_as_they_are_written() {
    let place = scratch("cli-key-formats");
    let files: [(&str, &[u8]); 5] = [
        ("raw", b"key"),
        ("hex", b"6b6579\n"),
        ("url", b"a2V5\r\n"),
        ("base32", b"nnsx s===\n"),
        ("text", b"key\n"),
    ];
    // As Wikipedia has it under the key "key".
    let message = b"The quick brown fox jumps over the lazy dog";
    let tag = "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8";
    for (format, content) in files {
        write(place.join(format), content).unwrap();
        let key = format!("{format}:@{format}");
        assert_eq!(ask(&place, &["hmac", "-k", &key], message).out.trim(), tag, "{format}");
    }
    assert_eq!(ask(&place, &["hmac", "-k", "@raw", "-m", tag], message).out, "valid\n");
    let wrong = ask(&place, &["hmac", "-k", "@raw", "-m", tag], b"The quick brown fox");
    assert!(wrong.status == 1 && wrong.out.is_empty(), "{wrong:?}");
    // The newline of a text would be part of the key, and nobody would see why no tag matches.
    let line = ask(&place, &["hmac", "-k", "@text"], message);
    assert!(line.status == 1 && line.err.contains("text:"), "{line:?}");
    assert_eq!(ask(&place, &["hmac", "-k", "raw:@text"], message).status, 0);
    for key in ["hex:@text", "@nothing", "url:@hex:", "@"] {
        assert_ne!(ask(&place, &["hmac", "-k", key], message).status, 0, "{key}");
    }
    write(place.join("empty"), "").unwrap();
    assert_eq!(ask(&place, &["hmac", "-k", "@empty"], message).status, 1);
}

#[test]
fn a_key_that_others_can_read_is_warned_of() {
    let place = with_key("cli-open-key");
    let warned = |mode| {
        set_permissions(place.join("key"), PermissionsExt::from_mode(mode)).unwrap();
        let said = ask(&place, &["hmac", "-k", "@key"], b"");
        assert_eq!(said.status, 0);
        said.err.contains("open to others")
    };
    assert_eq!([0o600, 0o640, 0o644, 0o620].map(warned), [false, false, true, true]);
}

#[test]
fn api_keys_are_checked_and_tokens_are_hashed() {
    let place = scratch("cli-api-key");
    let key = ask(&place, &["key", "acme_live"], b"").out;
    assert!(key.starts_with("acme_live_") && key.len() == 47, "{key}");
    let check = |prefix: &str, key: &str| ask(&place, &["check", prefix], key.as_bytes()).status;
    assert_eq!(
        [check("acme_live", &key), check("acme", &key), check("acme_live", &key[1..])],
        [0, 1, 1]
    );
    // SHA-256 of "abc", as FIPS 180-4 has it; the end of a line of text is none of the token's.
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    for token in ["abc", "abc\n"] {
        assert_eq!(ask(&place, &["hash"], token.as_bytes()).out.trim(), abc);
    }
    assert_ne!(ask(&place, &["hash"], b"abc\n\n").out.trim(), abc);
    assert_eq!(
        [ask(&place, &["hash"], b""), ask(&place, &["hash"], b"\0\n")].map(|said| said.status),
        [1, 0]
    );
}

/// The codes of RFC 6238 at 1111111109, by SHA-1 and SHA-256.
#[test]
fn one_time_codes_are_those_of_the_rfc_and_work_once() {
    let place = scratch("cli-totp");
    write(place.join("sha1"), "12345678901234567890").unwrap();
    write(place.join("sha256"), "12345678901234567890123456789012").unwrap();
    let at = ["-d", "8", "--at", "1111111109"];
    let code = |more: &[&str]| ask(&place, &[&["totp", "code"], &at[..], more].concat(), b"").out;
    assert_eq!(code(&["-k", "@sha1"]), "07081804\n");
    assert_eq!(code(&["-k", "@sha256", "--sha256"]), "68084774\n");
    let verify = |more: &[&str], code: &str| {
        let said = ask(
            &place,
            &[&["totp", "verify", "-k", "@sha1"], &at[..], more].concat(),
            code.as_bytes(),
        );
        (said.status, said.out)
    };
    assert_eq!(verify(&[], "0708 1804\n"), (0, "37037036\n".into()));
    assert_eq!(verify(&["--after", "37037036"], "07081804"), (1, "".into()));
    assert_eq!(verify(&["--after", "37037035"], "07081804").0, 0);
    assert_eq!([verify(&[], "07081805").0, verify(&[], "abc").0, verify(&[], "").0], [1; 3]);
    let json = verify(&["--json"], "07081804").1;
    assert_eq!(json, "{\"verb\":\"totp\",\"valid\":true,\"step\":37037036}\n");
}

#[test]
fn a_new_key_is_in_its_file_and_in_the_address_of_the_app() {
    let place = scratch("cli-totp-new");
    let new = ["totp", "new", "-i", "Example Co", "-u", "alice@example.org", "-k"];
    let address = ask(&place, &[&new[..], &["base32:@key"]].concat(), b"").out;
    let secret = read_to_string(place.join("key")).unwrap();
    let head = "otpauth://totp/Example%20Co:alice%40example.org?secret=";
    assert_eq!(address, format!("{head}{}&issuer=Example%20Co\n", secret.trim()));
    assert_eq!(secret.trim().len(), 32);
    let again = ask(&place, &[&new[..], &["base32:@key"]].concat(), b"");
    assert_eq!((again.status, &again.out[..]), (5, ""));
    let more = ["@raw", "--sha256", "-d", "8", "--period", "60"];
    let address = ask(&place, &[&new[..], &more[..]].concat(), b"").out;
    assert!(
        address.ends_with("&issuer=Example%20Co&algorithm=SHA256&digits=8&period=60\n"),
        "{address}"
    );
    assert_eq!(read(place.join("raw")).unwrap().len(), 32);
    if !has("oathtool") {
        return skip("cli-totp-new", "no oathtool to compare with");
    }
    let time = ["--at", "1700000000"];
    let code = ask(&place, &[&["totp", "code", "-k", "base32:@key"], &time[..]].concat(), b"").out;
    let mut theirs = Command::new("oathtool");
    theirs.args(["--totp", "--base32", "--now", "@1700000000", secret.trim()]);
    assert_eq!(crate::common::answer(&mut theirs), code);
}
