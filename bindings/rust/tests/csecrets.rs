//! What the binding gives and refuses. If all of at most 8 values have to be seen in 300 draws, one
//! stays unseen with odds below 8 * (7/8)^300 < 2^-54.

use std::collections::BTreeSet;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use csecrets::{Error, PasswordPolicy, Totp};

fn key() -> Vec<u8> {
    (0..32).collect()
}

fn seen<T: Ord>(mut draw: impl FnMut() -> T) -> BTreeSet<T> {
    (0..300).map(|_| draw()).collect()
}

#[test]
fn tokens_have_their_length_and_never_come_twice() {
    assert_eq!(csecrets::token_hex(32).unwrap().len(), 64);
    assert_eq!(csecrets::token_urlsafe(32).unwrap().len(), 43);
    assert_eq!(csecrets::token_bytes(0).unwrap(), []);
    assert_eq!(seen(|| csecrets::token_urlsafe(16).unwrap()).len(), 300);
    assert_eq!(csecrets::alphabet_nchars(csecrets::BASE58, 128), Ok(22));
    assert!(csecrets::token_alphabet(22, "ab").unwrap().trim_matches(['a', 'b']).is_empty());
    let mut key = [0; 32];
    csecrets::fill(&mut key).unwrap();
    assert_ne!(key, [0; 32]);
    csecrets::wipe(&mut key);
    assert_eq!(key, [0; 32]);
}

#[test]
fn integers_reach_both_ends() {
    assert_eq!(seen(|| csecrets::randbelow(3).unwrap()), BTreeSet::from([0, 1, 2]));
    assert_eq!(seen(|| csecrets::randbits(2).unwrap()), BTreeSet::from([0, 1, 2, 3]));
    assert_eq!(seen(|| csecrets::randint(-1, 1).unwrap()), BTreeSet::from([-1, 0, 1]));
    assert_eq!(seen(|| csecrets::randint(i64::MIN, i64::MAX).unwrap() < 0).len(), 2);
    assert_eq!(seen(|| csecrets::randbelow_many(1, 2).unwrap()).len(), 2);
    assert_eq!(seen(|| csecrets::randbelow_big(&[2, 0]).unwrap()[0]), BTreeSet::from([0, 1]));
    assert_eq!(seen(|| csecrets::randbits_big(9).unwrap()[0]), BTreeSet::from([0, 1]));
    assert!(csecrets::random().unwrap() < 1.0);
}

#[test]
fn picks_go_by_index() {
    let letters = ['a', 'b', 'c'];
    assert_eq!(seen(|| *csecrets::choice(&letters).unwrap()), BTreeSet::from(letters));
    assert_eq!(seen(|| csecrets::sample(&letters, 3).unwrap()).len(), 6);
    assert_eq!(seen(|| csecrets::choices(&letters[1..], 2).unwrap()).len(), 4);
    let order = || {
        let mut order = letters;
        csecrets::shuffle(&mut order).unwrap();
        order
    };
    assert_eq!(seen(order).len(), 6);
    assert_eq!(csecrets::shuffle(&mut [(), ()]), Ok(()));
    assert_eq!(seen(|| csecrets::weighted_index(&[1, 0, 2]).unwrap()), BTreeSet::from([0, 2]));
    assert_eq!(csecrets::choice::<u8>(&[]), Err(Error::INVALID_ARGUMENT));
}

#[test]
fn what_c_would_take_for_something_else_is_refused() {
    let key = key();
    let never = csecrets::NEVER;
    let token = csecrets::sign(&key, "reset", b"", never).unwrap();
    let invalid = Error::INVALID_ARGUMENT;
    assert_eq!(csecrets::sign(&key, "reset\0evil", b"", never), Err(invalid));
    let now = SystemTime::now();
    assert_eq!(csecrets::verify(&token, "reset\0evil", &[&key], now), Err(invalid));
    assert_eq!(csecrets::api_key("acme\0"), Err(invalid));
    assert_eq!(csecrets::api_key_check("acme_x", Some("acme\0")), Err(invalid));
    assert_eq!(csecrets::passphrase(4, " \0"), Err(invalid));
    assert_eq!(csecrets::code(2, 5, "-\0"), Err(invalid));
    assert_eq!(csecrets::token_alphabet(9, "ab\0"), Err(invalid));
    let policy = PasswordPolicy { exclude: "0\0", ..Default::default() };
    assert_eq!(csecrets::password(16, &policy), Err(invalid));
    for huge in [usize::MAX, usize::MAX / 2 + 1] {
        assert_eq!(csecrets::token_bytes(huge), Err(Error::TOO_LARGE));
        assert_eq!(csecrets::token_hex(huge), Err(Error::TOO_LARGE));
        assert_eq!(csecrets::randbelow_many(huge, 6), Err(Error::TOO_LARGE));
        assert_eq!(csecrets::sample_indices(huge, huge), Err(invalid));
    }
}

#[test]
fn a_status_is_an_error_of_its_name() {
    let weak = csecrets::token_hex(0).unwrap_err();
    assert_eq!((weak, weak.name()), (Error::WEAK, "CSECRETS_ERR_WEAK"));
    assert!(weak.to_string().starts_with("CSECRETS_ERR_WEAK: "));
    let policy = PasswordPolicy { symbol_set: Some("!"), exclude: "!", ..Default::default() };
    assert_eq!(csecrets::password(16, &policy), Err(Error::UNSATISFIABLE));
    assert_eq!(csecrets::entropy_probe(), Ok(()));
    assert!(!csecrets::version().is_empty());
}

#[test]
fn a_signed_token_is_good_for_its_purpose_until_it_expires() {
    let (key, other, now) = (key(), [1; 32], SystemTime::now());
    let expiry = now.duration_since(UNIX_EPOCH).unwrap().as_secs() as i64 + 3600;
    let token = csecrets::sign(&key, "reset", b"user=42", expiry).unwrap();
    let verify = |token, purpose, keys: &[&[u8]], now| csecrets::verify(token, purpose, keys, now);
    assert_eq!(verify(&token, "reset", &[&other, &key], now).unwrap(), b"user=42");
    assert_eq!(verify(&token, "login", &[&key], now), Err(Error::BAD_SIGNATURE));
    assert_eq!(verify(&token, "reset", &[&other], now), Err(Error::BAD_SIGNATURE));
    let later = now + Duration::from_secs(3600);
    assert_eq!(verify(&token, "reset", &[&key], later), Err(Error::EXPIRED));
    assert_eq!(verify("?", "reset", &[&key], now), Err(Error::MALFORMED));
    assert_eq!(verify(&token, "reset", &[], now), Err(Error::INVALID_ARGUMENT));
    assert_eq!(
        csecrets::sign(&key, "session", b"user=42", 1_700_000_000).unwrap(),
        "AQAAAABlU_EAdXNlcj00MgKr9WPiqios7IPNkaVA4CWmJGTAobHuHgCyqAnIx40n"
    );
}

#[test]
fn hashes_are_those_of_the_rfcs() {
    let hash = csecrets::token_hash("abc").unwrap();
    assert_eq!(
        csecrets::hex_encode(hash).unwrap(),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert!(csecrets::token_matches(&hash, "abc") && !csecrets::token_matches(&hash, "abd"));
    let mac = csecrets::hmac_sha256(b"Jefe", &[b"what do ya want ", b"", b"for nothing?"]).unwrap();
    assert_eq!(
        csecrets::hex_encode(mac).unwrap(),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    );
    let message: &[u8] = b"what do ya want for nothing?";
    assert!(csecrets::hmac_sha256_matches(&mac, b"Jefe", &[message]));
    assert!(!csecrets::hmac_sha256_matches(&mac, b"Jefe", &[&message[1..]]));
    assert_eq!(
        csecrets::hex_encode(
            csecrets::pbkdf2_sha256(b"user_password_123", &[0; 32], 100_000, 32).unwrap()
        ),
        Ok("4705c07eaf20288ea30faa62527ea2eb460331f2bfecc6c006469c9eb30277fa".into())
    );
    assert_eq!(csecrets::find_equal(&hash, &[mac, hash]), Some(1));
    assert_eq!(csecrets::find_equal(&hash, &[mac]), None);
    assert!(csecrets::equal("\0a", b"\0a") && !csecrets::equal("\0a", "\0b"));
}

#[test]
fn a_password_meets_its_policy_and_is_known_again() {
    let policy = PasswordPolicy {
        upper: None,
        lower: None,
        symbols: Some(3),
        symbol_set: Some("!?"),
        lookalikes: false,
        ..Default::default()
    };
    let password = csecrets::password(20, &policy).unwrap();
    assert!(
        password.len() == 20 && password.bytes().all(|c| b"23456789!?".contains(&c)),
        "{password}"
    );
    let bits = csecrets::password_bits(16, &PasswordPolicy::default()).unwrap();
    assert!((bits - 103.11).abs() < 0.01);
    assert_eq!(csecrets::passphrase(4, "+").unwrap().matches('+').count(), 3);
    let stored = csecrets::password_hash("correct horse", 100_000).unwrap();
    assert!(csecrets::password_matches(&stored, "correct horse"));
    assert!(!csecrets::password_matches(&stored, "correct house"));
    assert!(!csecrets::password_matches(&format!("{stored}\0"), "correct horse"));
    assert_eq!([&stored, "$2b$12$"].map(csecrets::password_iterations), [100_000, 0]);
}

#[test]
fn keys_and_codes_are_checked() {
    csecrets::api_key_check(&csecrets::api_key("acme_test").unwrap(), Some("acme_test")).unwrap();
    let mistyped = "ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18";
    assert_eq!(csecrets::api_key_check(mistyped, None), Err(Error::BAD_CHECKSUM));
    let code = csecrets::code(2, 5, "-").unwrap();
    assert_eq!(csecrets::code_normalize(&code.to_lowercase()), Ok(code.replace('-', "")));
    assert_eq!(csecrets::code_normalize("UUUUU"), Err(Error::MALFORMED));
    let (otp, then) = (b"12345678901234567890", UNIX_EPOCH + Duration::from_secs(1_111_111_109));
    let eight = Totp { digits: 8, ..Default::default() };
    assert_eq!(csecrets::totp(otp, then, eight), Ok("07081804".into()));
    assert_eq!(csecrets::hotp(otp, 0, 6), Ok("755224".into()));
    let step = csecrets::totp_verify("07081804", otp, 0, then, eight).unwrap();
    assert_eq!(csecrets::totp_verify("07081804", otp, step, then, eight), Err(Error::REPLAYED));
    assert_eq!(csecrets::totp_verify("07081805", otp, 0, then, eight), Err(Error::BAD_CODE));
}

#[test]
fn text_of_bytes_and_uuids_come_back() {
    for n in 0..32 {
        let data = &key()[..n];
        assert_eq!(csecrets::hex_decode(&csecrets::hex_encode(data).unwrap()).unwrap(), data);
        assert_eq!(
            csecrets::urlsafe_decode(&csecrets::urlsafe_encode(data).unwrap()).unwrap(),
            data
        );
        let base32 = csecrets::base32_encode(data).unwrap().to_lowercase();
        assert_eq!(csecrets::base32_decode(&base32).unwrap(), data);
    }
    assert_eq!(csecrets::base32_encode("foobar"), Ok("MZXW6YTBOI".into()));
    assert_eq!(csecrets::urlsafe_encode([0xfb, 0xff]), Ok("-_8".into()));
    let mut last = csecrets::uuid7(SystemTime::now()).unwrap();
    for _ in 0..100 {
        let next = csecrets::uuid7_after(&last, SystemTime::now()).unwrap();
        assert!(last < next);
        last = next;
    }
    assert_eq!(csecrets::uuid4().unwrap()[6] >> 4, 4);
    let text = csecrets::uuid_text(&last).unwrap();
    assert_eq!(csecrets::uuid_parse(&text.to_uppercase()), Ok(last));
    assert_eq!(csecrets::uuid_parse(&format!("{{{text}}}")), Err(Error::MALFORMED));
}
