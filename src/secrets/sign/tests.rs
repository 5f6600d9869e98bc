use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::*;

const KEY: &[u8] = &[7; 32];
const EXPIRY: i64 = 1_700_000_000;

fn signed(key: &[u8], purpose: &str, payload: &[u8], expires_at: i64) -> Vec<u8> {
    let mut text = vec![0; len(payload.len()).unwrap()];
    assert_eq!(sign(&mut text, key, purpose.as_bytes(), payload, expires_at), Ok(()));
    text
}

fn verified(token: &[u8], purpose: &str, keys: &[&[u8]], now: i64) -> Result<Vec<u8>, Error> {
    let mut payload = vec![0xEE; token.len()];
    let keys = keys.iter().copied();
    let result = verify(&mut payload, token, purpose.as_bytes(), keys, now);
    let nbytes = result.unwrap_or(0);
    assert!(payload[nbytes..].iter().all(|&byte| byte == 0xEE), "written without proof");
    payload.truncate(nbytes);
    result.map(|_| payload)
}

#[test]
fn the_vectors_of_the_document_are_made() {
    let document = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/signed-token.md"));
    let key: Vec<u8> = (0..32).collect();
    let tokens = [
        signed(&key, "session", b"user=42", EXPIRY),
        signed(&key, "session", b"", NEVER),
        signed(&[0xAA; 65], "password reset", &[0xFF; 3], FIRST_SECOND),
    ];
    for token in tokens {
        let token = String::from_utf8(token).unwrap();
        assert!(document.lines().any(|line| line.trim() == token), "{token}");
    }
}

#[test]
fn a_token_gives_back_its_payload_of_any_length() {
    let bytes: Vec<u8> = (0..300_u32).map(|i| (i * 167 + 13) as u8).collect();
    for n in 0..bytes.len() {
        let token = signed(KEY, "p", &bytes[..n], EXPIRY);
        assert_eq!(token.len(), (4 * (n + 41)).div_ceil(3));
        assert_eq!(verified(&token, "p", &[KEY], FIRST_SECOND), Ok(bytes[..n].to_vec()));
        let raw = URL_SAFE_NO_PAD.decode(&token).unwrap();
        assert_eq!((raw[0], &raw[1..9]), (1, EXPIRY.to_be_bytes().as_slice()));
        assert_eq!(raw[9..9 + n], bytes[..n]);
    }
}

#[test]
fn every_byte_that_is_changed_is_refused() {
    let (mut malformed, mut forged) = (0, 0);
    for payload in [&b""[..], b"1", b"22", b"user=42;role=reader"] {
        let token = signed(KEY, "session", payload, EXPIRY);
        for place in 0..token.len() {
            for byte in (0..=u8::MAX).filter(|&byte| byte != token[place]) {
                let mut token = token.clone();
                token[place] = byte;
                // The first eight bits are the version; what is no canonical text has no bytes.
                let raw = URL_SAFE_NO_PAD.decode(&token);
                let of_the_format = raw.is_ok_and(|raw| {
                    let expires_at = i64::from_be_bytes(raw[1..HEADER_LEN].try_into().unwrap());
                    raw[0] == VERSION && is_expiry(expires_at)
                });
                let expected = if of_the_format { Error::BadSignature } else { Error::Malformed };
                assert_eq!(verified(&token, "session", &[KEY], FIRST_SECOND), Err(expected));
                *(if of_the_format { &mut forged } else { &mut malformed }) += 1;
            }
        }
    }
    assert_eq!(malformed + forged, (55 + 56 + 58 + 80) * 255);
    println!("{malformed} malformed, {forged} forged");
}

#[test]
fn a_token_that_is_cut_or_longer_is_refused() {
    let token = signed(KEY, "session", b"user=42", EXPIRY);
    for n in 0..token.len() {
        let error = verified(&token[..n], "session", &[KEY], FIRST_SECOND).unwrap_err();
        let expected = [Error::Malformed, Error::BadSignature];
        assert!(expected.contains(&error) && (n >= 55 || error == Error::Malformed), "{n}");
        assert!(verified(&token[token.len() - n..], "session", &[KEY], FIRST_SECOND).is_err());
    }
    for byte in 0..=u8::MAX {
        for more in [&[byte][..], &[byte, b'A'], &[byte, b'A', b'A', b'A']] {
            let longer = [&token, more].concat();
            assert!(verified(&longer, "session", &[KEY], FIRST_SECOND).is_err());
            let longer = [more, &token].concat();
            assert!(verified(&longer, "session", &[KEY], FIRST_SECOND).is_err());
        }
    }
}

#[test]
fn a_purpose_does_not_vouch_for_another() {
    for (purpose, other) in
        [("session", "sessio"), ("session", "session "), ("a", "b"), ("x", "xx"), ("A", "a")]
    {
        let token = signed(KEY, purpose, b"user=42", EXPIRY);
        assert_eq!(verified(&token, other, &[KEY], FIRST_SECOND), Err(Error::BadSignature));
        let token = signed(KEY, other, b"user=42", EXPIRY);
        assert_eq!(verified(&token, purpose, &[KEY], FIRST_SECOND), Err(Error::BadSignature));
    }
}

#[test]
fn the_end_of_a_purpose_is_not_the_start_of_the_rest() {
    // Without its length, a purpose that ends in the head of one token would fit another's.
    let mut mac = Hmac::new(Hash::Sha256);
    let (mut first, mut second) = ([0; TAG_LEN], [0; TAG_LEN]);
    start_message(&mut mac, KEY, b"ab");
    mac.update(b"c");
    mac.finish(&mut first);
    start_message(&mut mac, KEY, b"a");
    mac.update(b"bc");
    mac.finish(&mut second);
    assert_ne!(first, second);
}

#[test]
fn an_expiry_that_no_signer_may_write_is_malformed() {
    for expires_at in [i64::MIN, -1, 0, 1, FIRST_SECOND - 1, LAST_SECOND + 1, NEVER - 1] {
        let mut raw = [[VERSION].as_slice(), &expires_at.to_be_bytes(), &[0; TAG_LEN]].concat();
        let mut mac = Hmac::new(Hash::Sha256);
        start_message(&mut mac, KEY, b"p");
        mac.update(&raw[..HEADER_LEN]);
        mac.finish(raw[HEADER_LEN..].first_chunk_mut().unwrap());
        let token = URL_SAFE_NO_PAD.encode(raw);
        let refused = verified(token.as_bytes(), "p", &[KEY], FIRST_SECOND);
        assert_eq!(refused, Err(Error::Malformed), "{expires_at}");
    }
}

#[test]
fn any_of_the_keys_may_vouch() {
    let keys: Vec<Vec<u8>> = (1..5).map(|i| vec![i; 12 + usize::from(i) * 20]).collect();
    let all: Vec<&[u8]> = keys.iter().map(Vec::as_slice).collect();
    for key in &all {
        let token = signed(key, "p", b"payload", EXPIRY);
        assert_eq!(verified(&token, "p", &all, FIRST_SECOND), Ok(b"payload".to_vec()));
        let others: Vec<&[u8]> = all.iter().copied().filter(|other| other != key).collect();
        assert_eq!(verified(&token, "p", &others, FIRST_SECOND), Err(Error::BadSignature));
    }
}

#[test]
fn every_bit_of_a_key_counts() {
    let token = signed(KEY, "p", b"payload", EXPIRY);
    for bit in 0..256 {
        let mut key = KEY.to_vec();
        key[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(
            verified(&token, "p", &[&key], FIRST_SECOND),
            Err(Error::BadSignature),
            "bit {bit}"
        );
    }
}

#[test]
fn a_token_is_good_until_the_second_before_its_expiry() {
    for expires_at in [FIRST_SECOND + 1, EXPIRY, LAST_SECOND] {
        let token = signed(KEY, "p", b"payload", expires_at);
        for now in [FIRST_SECOND, expires_at - 1] {
            assert_eq!(verified(&token, "p", &[KEY], now), Ok(b"payload".to_vec()));
        }
        for now in [expires_at, expires_at + 1, i64::MAX] {
            assert_eq!(verified(&token, "p", &[KEY], now), Err(Error::Expired));
        }
        assert_eq!(verified(&token, "q", &[KEY], i64::MAX), Err(Error::BadSignature));
    }
    let token = signed(KEY, "p", b"payload", NEVER);
    assert_eq!(verified(&token, "p", &[KEY], i64::MAX), Ok(b"payload".to_vec()));
}

#[test]
fn what_is_wrong_is_said_in_the_order_of_the_checks() {
    let token = signed(KEY, "p", b"payload", EXPIRY);
    let weak = &[7; 31][..];
    let short = &mut [0; 6][..];
    let mut verify = |token: &[u8], purpose: &[u8], keys: &[&[u8]], now| {
        super::verify(short, token, purpose, keys.iter().copied(), now).unwrap_err()
    };
    assert_eq!(verify(b"", b"p", &[], EXPIRY), Error::InvalidArgument);
    assert_eq!(verify(b"", b"p", &[weak], FIRST_SECOND - 1), Error::InvalidArgument);
    assert_eq!(verify(b"", b"p", &[weak], i64::MIN), Error::InvalidArgument);
    assert_eq!(verify(b"", b"", &[weak], EXPIRY), Error::InvalidArgument);
    assert_eq!(verify(b"", b"p", &[weak], EXPIRY), Error::Malformed);
    assert_eq!(verify(&token, b"p", &[KEY, weak], EXPIRY), Error::Weak);
    assert_eq!(verify(&token, b"p", &[KEY, &[0; 32]], EXPIRY), Error::Weak);
    assert_eq!(verify(&token, b"q", &[KEY], EXPIRY), Error::BufferTooSmall);
    let mut payload = [0; 7];
    let mut verify =
        |purpose: &[u8]| super::verify(&mut payload, &token, purpose, [KEY].into_iter(), EXPIRY);
    assert_eq!(verify(b"q"), Err(Error::BadSignature));
    assert_eq!(verify(b"p"), Err(Error::Expired));
}

#[test]
fn a_duration_a_time_in_milliseconds_a_weak_key_and_no_purpose_are_not_signed() {
    let mut text = [0; 55];
    for expires_at in
        [i64::MIN, -1, 0, FIRST_SECOND - 1, LAST_SECOND + 1, 1_700_000_000_000, i64::MAX - 1]
    {
        let refused = sign(&mut text, &[7; 31], b"p", b"", expires_at);
        assert_eq!(refused, Err(Error::InvalidArgument), "{expires_at}");
    }
    assert_eq!(sign(&mut text, &[7; 31], b"", b"", EXPIRY), Err(Error::InvalidArgument));
    for weak in [&[7; 31][..], &[0; 32], &[0; 64], &[]] {
        assert_eq!(sign(&mut text, weak, b"p", b"", EXPIRY), Err(Error::Weak));
    }
    assert_eq!(text, [0; 55]);
}

#[test]
fn lengths_that_cannot_be_counted_have_none() {
    assert_eq!((len(0), len(1), len(2)), (Some(55), Some(56), Some(58)));
    assert_eq!((len(usize::MAX), len(usize::MAX - 41)), (None, None));
}
