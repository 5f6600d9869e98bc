//! The functions of the library, as the header declares them.

use std::ffi::{c_char, c_void};

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Span {
    pub data: *const c_void,
    pub nbytes: usize,
}

#[repr(C)]
pub struct Policy {
    pub struct_size: u32,
    pub min_lower: u32,
    pub min_upper: u32,
    pub min_digits: u32,
    pub min_symbols: u32,
    pub flags: i32,
    pub symbols: *const c_char,
    pub exclude: *const c_char,
}

#[repr(C)]
pub struct TotpParams {
    pub struct_size: u32,
    pub digits: u32,
    pub period: u32,
    pub window: u32,
    pub algorithm: u32,
}

type Bytes = *const c_void;
type Text = *const c_char;

unsafe extern "C" {
    pub fn csecrets_version() -> Text;
    pub fn csecrets_strerror(status: i32) -> Text;
    pub fn csecrets_status_name(status: i32) -> Text;
    pub fn csecrets_entropy_probe(os_errno: *mut i32) -> i32;
    pub fn csecrets_token_bytes(out: *mut c_void, nbytes: usize) -> i32;
    pub fn csecrets_hex_size(nbytes: usize) -> usize;
    pub fn csecrets_urlsafe_size(nbytes: usize) -> usize;
    pub fn csecrets_base32_size(nbytes: usize) -> usize;
    pub fn csecrets_token_hex(out: *mut c_char, size: usize, nbytes: usize) -> i32;
    pub fn csecrets_token_urlsafe(out: *mut c_char, size: usize, nbytes: usize) -> i32;
    pub fn csecrets_token_alphabet(
        out: *mut c_char,
        size: usize,
        nchars: usize,
        alphabet: Text,
    ) -> i32;
    pub fn csecrets_alphabet_nchars(alphabet: Text, bits: u32) -> usize;
    pub fn csecrets_randbelow(out: *mut u64, bound: u64) -> i32;
    pub fn csecrets_randbits(out: *mut u64, bits: u32) -> i32;
    pub fn csecrets_randint(out: *mut i64, low: i64, high: i64) -> i32;
    pub fn csecrets_random(out: *mut f64) -> i32;
    pub fn csecrets_randbelow_many(out: *mut u64, count: usize, bound: u64) -> i32;
    pub fn csecrets_randbelow_big(out: *mut u8, bound: *const u8, nbytes: usize) -> i32;
    pub fn csecrets_randbits_big(out: *mut u8, nbytes: usize, bits: usize) -> i32;
    pub fn csecrets_sample_indices(out: *mut usize, k: usize, count: usize) -> i32;
    pub fn csecrets_weighted_index(out: *mut usize, weights: *const u64, count: usize) -> i32;
    pub fn csecrets_equal(a: Bytes, a_len: usize, b: Bytes, b_len: usize) -> bool;
    pub fn csecrets_find_equal(
        out: *mut usize,
        needle: Bytes,
        base: Bytes,
        count: usize,
        size: usize,
    ) -> bool;
    pub fn csecrets_wipe(data: *mut c_void, nbytes: usize);
    pub fn csecrets_hex_encode(out: *mut c_char, size: usize, data: Bytes, nbytes: usize) -> i32;
    pub fn csecrets_urlsafe_encode(
        out: *mut c_char,
        size: usize,
        data: Bytes,
        nbytes: usize,
    ) -> i32;
    pub fn csecrets_base32_encode(out: *mut c_char, size: usize, data: Bytes, nbytes: usize)
    -> i32;
    pub fn csecrets_hex_decode(
        out: *mut c_void,
        size: usize,
        len: *mut usize,
        text: Text,
        text_len: usize,
    ) -> i32;
    pub fn csecrets_urlsafe_decode(
        out: *mut c_void,
        size: usize,
        len: *mut usize,
        text: Text,
        text_len: usize,
    ) -> i32;
    pub fn csecrets_base32_decode(
        out: *mut c_void,
        size: usize,
        len: *mut usize,
        text: Text,
        text_len: usize,
    ) -> i32;
    pub fn csecrets_hex_decoded_size(text_len: usize) -> usize;
    pub fn csecrets_urlsafe_decoded_size(text_len: usize) -> usize;
    pub fn csecrets_base32_decoded_size(text_len: usize) -> usize;
    pub fn csecrets_password_policy_init(policy: *mut Policy, size: usize) -> i32;
    pub fn csecrets_password(
        out: *mut c_char,
        size: usize,
        nchars: usize,
        policy: *const Policy,
    ) -> i32;
    pub fn csecrets_password_bits(out: *mut f64, nchars: usize, policy: *const Policy) -> i32;
    pub fn csecrets_passphrase(
        out: *mut c_char,
        size: usize,
        nwords: usize,
        separator: Text,
    ) -> i32;
    pub fn csecrets_passphrase_size(nwords: usize, separator_len: usize) -> usize;
    pub fn csecrets_api_key_size(prefix_len: usize) -> usize;
    pub fn csecrets_api_key(out: *mut c_char, size: usize, prefix: Text) -> i32;
    pub fn csecrets_api_key_check(key: Text, key_len: usize, prefix: Text) -> i32;
    pub fn csecrets_sign_token_size(nbytes: usize) -> usize;
    pub fn csecrets_verify_token_size(token_len: usize) -> usize;
    pub fn csecrets_sign_token(
        out: *mut c_char,
        size: usize,
        key: Bytes,
        key_len: usize,
        purpose: Text,
        payload: Bytes,
        nbytes: usize,
        expires_at: i64,
    ) -> i32;
    pub fn csecrets_verify_token(
        out: *mut c_void,
        size: usize,
        len: *mut usize,
        token: Text,
        token_len: usize,
        purpose: Text,
        keys: *const Span,
        key_count: usize,
        now: i64,
    ) -> i32;
    pub fn csecrets_token_hash(out: *mut u8, token: Bytes, nbytes: usize) -> i32;
    pub fn csecrets_token_matches(hash: *const u8, token: Bytes, nbytes: usize) -> bool;
    pub fn csecrets_hmac_sha256(
        out: *mut u8,
        key: Bytes,
        key_len: usize,
        parts: *const Span,
        count: usize,
    ) -> i32;
    pub fn csecrets_hmac_sha256_matches(
        mac: Bytes,
        mac_len: usize,
        key: Bytes,
        key_len: usize,
        parts: *const Span,
        count: usize,
    ) -> bool;
    pub fn csecrets_pbkdf2_sha256(
        out: *mut c_void,
        nbytes: usize,
        password: Bytes,
        password_len: usize,
        salt: Bytes,
        salt_len: usize,
        iterations: u32,
    ) -> i32;
    pub fn csecrets_password_hash(
        out: *mut c_char,
        size: usize,
        password: Bytes,
        len: usize,
        iterations: u32,
    ) -> i32;
    pub fn csecrets_password_matches(hash: Text, password: Bytes, len: usize) -> bool;
    pub fn csecrets_password_iterations(hash: Text) -> u32;
    pub fn csecrets_uuid4(out: *mut u8) -> i32;
    pub fn csecrets_uuid7(out: *mut u8, unix_ms: u64) -> i32;
    pub fn csecrets_uuid7_after(out: *mut u8, previous: *const u8, unix_ms: u64) -> i32;
    pub fn csecrets_uuid_text(out: *mut c_char, size: usize, uuid: *const u8) -> i32;
    pub fn csecrets_uuid_parse(out: *mut u8, text: Text, text_len: usize) -> i32;
    pub fn csecrets_code(
        out: *mut c_char,
        size: usize,
        groups: usize,
        group_len: usize,
        separator: Text,
    ) -> i32;
    pub fn csecrets_code_size(groups: usize, group_len: usize, separator_len: usize) -> usize;
    pub fn csecrets_code_normalize(
        out: *mut c_char,
        size: usize,
        text: Text,
        text_len: usize,
    ) -> i32;
    pub fn csecrets_totp(
        out: *mut c_char,
        size: usize,
        key: Bytes,
        key_len: usize,
        now: i64,
        params: *const TotpParams,
    ) -> i32;
    pub fn csecrets_totp_verify(
        step: *mut u64,
        code: Text,
        code_len: usize,
        key: Bytes,
        key_len: usize,
        now: i64,
        after_step: u64,
        params: *const TotpParams,
    ) -> i32;
    pub fn csecrets_hotp(
        out: *mut c_char,
        size: usize,
        key: Bytes,
        key_len: usize,
        counter: u64,
        digits: u32,
    ) -> i32;
}
