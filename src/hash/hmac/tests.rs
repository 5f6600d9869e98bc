use super::*;
use ::hmac::{KeyInit, Mac};

fn hmac(hash: Hash, key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let (mut mac, mut out) = (Hmac::new(hash), [0xEE; TAG_LEN]);
    mac.start(key);
    parts.iter().for_each(|part| mac.update(part));
    mac.finish(&mut out);
    let (tag, rest) = out.split_at(mac.tag_len());
    assert!(rest.iter().all(|&byte| byte == 0));
    tag.to_vec()
}

/// The test cases of RFC 2202 (HMAC-SHA-1) and RFC 4231 (HMAC-SHA-256), which differ in a message and in
/// the length of the long keys.
#[test]
fn tags_are_those_of_rfc_2202_and_rfc_4231() {
    let counting: Vec<u8> = (1..=25).collect();
    let long_message = "This is a test using a larger than block-size key and a larger than block-size \
                        data. The key needs to be hashed before being used by the HMAC algorithm.";
    let cases: [(&[u8], &[u8], &str, &str); 5] = [
        (
            &[0x0B; 20],
            b"Hi There",
            "b617318655057264e28bc0b6fb378c8ef146be00",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        ),
        (
            b"Jefe",
            b"what do ya want for nothing?",
            "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        ),
        (
            &[0xAA; 20],
            &[0xDD; 50],
            "125d7342b9ac11cd91a39af48aa17b4f63f175d3",
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        ),
        (
            &counting,
            &[0xCD; 50],
            "4c9007f4026250c6bc8414f9bf50c86c2d7235da",
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
        ),
        (
            &[0x0C; 20],
            b"Test With Truncation",
            "4c1a03424b55e07fe7f27be1d58bb9324a9a5a04",
            "a3b6167473100ee06e0c796c2955552b",
        ),
    ];
    for (key, message, sha1, sha256) in cases {
        assert_eq!(hex::encode(hmac(Hash::Sha1, key, &[message])), sha1);
        assert!(hex::encode(hmac(Hash::Sha256, key, &[message])).starts_with(sha256));
    }
    let key_message = "Test Using Larger Than Block-Size Key - Hash Key First";
    let data_message = "Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data";
    let long = [
        (Hash::Sha1, 80, key_message, "aa4ae5e15272d00e95705637ce8a3b55ed402112"),
        (Hash::Sha1, 80, data_message, "e8e99d0f45237d786d6bbaa7965c7808bbff1a91"),
        (
            Hash::Sha256,
            131,
            key_message,
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        ),
        (
            Hash::Sha256,
            131,
            long_message,
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
        ),
    ];
    for (hash, key_len, message, tag) in long {
        assert_eq!(hex::encode(hmac(hash, &vec![0xAA; key_len], &[message.as_bytes()])), tag);
    }
}

fn oracle<M: Mac + KeyInit>(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = <M as KeyInit>::new_from_slice(key).unwrap();
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

#[test]
fn tags_are_those_of_the_crate_for_every_length_of_key_and_message() {
    let bytes: Vec<u8> = (0..200_u32).map(|i| (i * 167 + 13) as u8).collect();
    for key in [0, 1, 32, 63, 64, 65, 128, 200] {
        for n in 0..bytes.len() {
            let (key, message) = (&bytes[..key], &bytes[..n]);
            let (first, second) = message.split_at(n / 3);
            let parts = [first, second];
            let sha1 = oracle::<::hmac::Hmac<::sha1::Sha1>>(key, message);
            assert_eq!(hmac(Hash::Sha1, key, &parts), sha1, "key of {}, {n} bytes", key.len());
            let sha256 = oracle::<::hmac::Hmac<sha2::Sha256>>(key, message);
            assert_eq!(hmac(Hash::Sha256, key, &parts), sha256, "key of {}, {n} bytes", key.len());
        }
    }
}
