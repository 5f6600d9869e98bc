use super::*;
use ::hmac::{KeyInit, Mac};

fn hmac(key: &[u8], parts: &[&[u8]]) -> [u8; TAG_LEN] {
    let (mut mac, mut out) = (Hmac::new(), [0; TAG_LEN]);
    mac.start(key);
    parts.iter().for_each(|part| mac.update(part));
    mac.finish(&mut out);
    out
}

#[test]
fn tags_are_those_of_rfc_4231() {
    let cases: [(&[u8], &[u8], &str); 7] = [
        (&[0x0B; 20], b"Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        (
            b"Jefe",
            b"what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        ),
        (
            &[0xAA; 20],
            &[0xDD; 50],
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        ),
        (
            &core::array::from_fn::<u8, 25, _>(|i| i as u8 + 1),
            &[0xCD; 50],
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
        ),
        (&[0x0C; 20], b"Test With Truncation", "a3b6167473100ee06e0c796c2955552b"),
        (
            &[0xAA; 131],
            b"Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        ),
        (
            &[0xAA; 131],
            b"This is a test using a larger than block-size key and a larger than block-size data. \
              The key needs to be hashed before being used by the HMAC algorithm.",
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
        ),
    ];
    for (key, message, tag) in cases {
        assert!(hex::encode(hmac(key, &[message])).starts_with(tag));
    }
}

#[test]
fn tags_are_those_of_the_crate_for_every_length_of_key_and_message() {
    let bytes: Vec<u8> = (0..200_u32).map(|i| (i * 167 + 13) as u8).collect();
    for key in [0, 1, 32, 63, 64, 65, 128, 200] {
        for n in 0..bytes.len() {
            let mut oracle = ::hmac::Hmac::<sha2::Sha256>::new_from_slice(&bytes[..key]).unwrap();
            oracle.update(&bytes[..n]);
            let (first, second) = bytes[..n].split_at(n / 3);
            let tag = hmac(&bytes[..key], &[first, second]);
            assert_eq!(tag[..], oracle.finalize().into_bytes()[..], "key of {key}, {n} bytes");
        }
    }
}
