/* Uses every macro and calls every function of csecrets.h, as C and as C++, under every warning
 * that a careful project switches on. */
#include <csecrets.h>
#include <csecrets.h>

#include <stdio.h>
#include <string.h>

#ifdef __cplusplus
#define NO_POINTER nullptr
#else
#define NO_POINTER NULL
#endif

/* The sizes are constant expressions. */
static char hex[CSECRETS_HEX_SIZE(CSECRETS_DEFAULT_ENTROPY)];
static char urlsafe[CSECRETS_URLSAFE_SIZE(CSECRETS_DEFAULT_ENTROPY)];

static const char *const alphabets[] = {
    CSECRETS_ALPHABET_DIGITS,     CSECRETS_ALPHABET_HEX,    CSECRETS_ALPHABET_BASE32,
    CSECRETS_ALPHABET_CROCKFORD32, CSECRETS_ALPHABET_BASE58, CSECRETS_ALPHABET_BASE62,
    CSECRETS_ALPHABET_URLSAFE64,
};

static int failures;

static void check(bool passed, const char *what) {
    if (!passed) {
        printf("%s\n", what);
        failures++;
    }
}

static void ok(csecrets_status status, const char *what) {
    check(status == CSECRETS_OK, what);
}

static void version(void) {
    check(strcmp(csecrets_version(), CSECRETS_VERSION) == 0, "version");
    check(csecrets_version_number() == CSECRETS_VERSION_NUMBER, "version_number");
#if CSECRETS_VERSION_NUMBER != \
    CSECRETS_VERSION_MAJOR * 65536 + CSECRETS_VERSION_MINOR * 256 + CSECRETS_VERSION_PATCH
#error "the preprocessor reads another version"
#endif
}

static void status(void) {
    /* A compiler that sees a wrong size warns of it. */
    static volatile size_t one = 1;
    int32_t os_errno = -1;
    ok(csecrets_entropy_probe(&os_errno), csecrets_strerror(CSECRETS_ERR_ENTROPY_UNAVAILABLE));
    check(os_errno == 0, csecrets_strerror(CSECRETS_ERR_ENTROPY_BROKEN));
    check(csecrets_token_bytes(NO_POINTER, one) == CSECRETS_ERR_NULL_POINTER, "null");
    check(csecrets_token_hex(hex, 1, 1) == CSECRETS_ERR_BUFFER_TOO_SMALL, "too small");
    check(csecrets_token_bytes(hex, one * SIZE_MAX) == CSECRETS_ERR_TOO_LARGE, "too large");
    check(csecrets_strerror(CSECRETS_ERR_UNSUPPORTED) != NULL, "unsupported");
    check(strcmp(csecrets_status_name(CSECRETS_OK), "CSECRETS_OK") == 0, "status_name");
}

static void tokens(void) {
    unsigned char key[CSECRETS_DEFAULT_ENTROPY];
    char text[64];
    size_t i;
    ok(csecrets_token_bytes(key, sizeof key), "token_bytes");
    csecrets_token_bytes_or_abort(key, sizeof key);
    check(csecrets_hex_size(sizeof key) == sizeof hex, "hex_size");
    check(csecrets_urlsafe_size(sizeof key) == sizeof urlsafe, "urlsafe_size");
    ok(csecrets_token_hex(hex, sizeof hex, sizeof key), "token_hex");
    ok(csecrets_token_urlsafe(urlsafe, sizeof urlsafe, sizeof key), "token_urlsafe");
    for (i = 0; i < sizeof alphabets / sizeof alphabets[0]; i++) {
        size_t nchars = csecrets_alphabet_nchars(alphabets[i], 128);
        ok(csecrets_token_alphabet(text, sizeof text, nchars, alphabets[i]), "token_alphabet");
        check(strlen(text) == nchars, "alphabet_nchars");
    }
    check(csecrets_equal(hex, sizeof hex, hex, sizeof hex), "equal");
    check(!csecrets_equal_text(hex, urlsafe), "equal_text");
    csecrets_wipe(key, sizeof key);
    check(key[0] == 0, "wipe");
}

static void integers(void) {
    static const uint8_t bound[] = {1, 0};
    uint64_t u64 = 0, many[2];
    uint32_t u32s[2];
    int64_t i64 = 0;
    uint8_t big[2];
    double real = 0;
    ok(csecrets_randbelow(&u64, 6), "randbelow");
    ok(csecrets_randbits(&u64, 16), "randbits");
    ok(csecrets_randint(&i64, -5, 5), "randint");
    ok(csecrets_randrange(&i64, 10, 0, -2), "randrange");
    check(csecrets_randint(&i64, 1, 0) == CSECRETS_ERR_INVALID_ARGUMENT, "empty range");
    ok(csecrets_random(&real), "random");
    ok(csecrets_randbelow_many(many, 2, 6), "randbelow_many");
    ok(csecrets_randbelow_many_u32(u32s, 2, 6), "randbelow_many_u32");
    ok(csecrets_randbelow_big(big, bound, sizeof big), "randbelow_big");
    ok(csecrets_randbits_big(big, sizeof big, 12), "randbits_big");
}

static void picks(void) {
    int cards[] = {1, 2, 3}, hand[2];
    const uint64_t weights[] = {3, 1};
    size_t indices[2], index = 0;
    ok(csecrets_choice(hand, cards, 3, sizeof cards[0]), "choice");
    ok(csecrets_choices(hand, 2, cards, 3, sizeof cards[0]), "choices");
    ok(csecrets_sample(hand, 2, cards, 3, sizeof cards[0]), "sample");
    ok(csecrets_sample_indices(indices, 2, 3), "sample_indices");
    ok(csecrets_weighted_index(&index, weights, 2), "weighted_index");
    ok(csecrets_shuffle(cards, 3, sizeof cards[0]), "shuffle");
}

static void texts(void) {
    static const uint8_t zeros[CSECRETS_TOKEN_HASH_SIZE] = {0};
    uint8_t bytes[CSECRETS_TOKEN_HASH_SIZE], hash[CSECRETS_TOKEN_HASH_SIZE];
    char key[CSECRETS_API_KEY_SIZE(4)];
    size_t nbytes = 0, row = 0;
    ok(csecrets_hex_encode(hex, sizeof hex, zeros, sizeof zeros), "hex_encode");
    ok(csecrets_hex_decode(bytes, sizeof bytes, &nbytes, hex, strlen(hex)), "hex_decode");
    ok(csecrets_urlsafe_encode(urlsafe, sizeof urlsafe, zeros, sizeof zeros), "urlsafe_encode");
    ok(csecrets_urlsafe_decode(bytes, sizeof bytes, &nbytes, urlsafe, strlen(urlsafe)),
       "urlsafe_decode");
    check(csecrets_hex_decode(bytes, sizeof bytes, &nbytes, "0g", 2) == CSECRETS_ERR_MALFORMED,
          "malformed");
    check(csecrets_api_key_size(4) == sizeof key, "api_key_size");
    ok(csecrets_api_key(key, sizeof key, "acme"), "api_key");
    ok(csecrets_api_key_check(key, strlen(key), "acme"), "api_key_check");
    key[5] = key[5] == 'A' ? 'B' : 'A';
    check(csecrets_api_key_check(key, strlen(key), "acme") == CSECRETS_ERR_BAD_CHECKSUM,
          "bad checksum");
    ok(csecrets_token_hash(hash, key, strlen(key)), "token_hash");
    check(csecrets_token_matches(hash, key, strlen(key)), "token_matches");
    check(csecrets_find_equal(&row, hash, hash, 1, sizeof hash) && row == 0, "find_equal");
    ok(csecrets_pbkdf2_sha256(bytes, sizeof bytes, "password", 8, zeros, 16, 1), "pbkdf2_sha256");
}

enum { NOW = 1700000000 };

static void base32(void) {
    static const uint8_t key[20] = {1};
    char text[CSECRETS_BASE32_SIZE(20)];
    uint8_t bytes[CSECRETS_BASE32_DECODED_SIZE(32)];
    char hex_bytes[CSECRETS_HEX_DECODED_SIZE(64)], urlsafe_bytes[CSECRETS_URLSAFE_DECODED_SIZE(43)];
    size_t nbytes = 0;
    check(csecrets_base32_size(20) == sizeof text, "base32_size");
    check(csecrets_base32_decoded_size(32) == sizeof bytes, "base32_decoded_size");
    check(csecrets_hex_decoded_size(64) == sizeof hex_bytes, "hex_decoded_size");
    check(csecrets_urlsafe_decoded_size(43) == sizeof urlsafe_bytes, "urlsafe_decoded_size");
    ok(csecrets_base32_encode(text, sizeof text, key, sizeof key), "base32_encode");
    ok(csecrets_base32_decode(bytes, sizeof bytes, &nbytes, text, strlen(text)), "base32_decode");
    check(csecrets_equal(bytes, nbytes, key, sizeof key), "base32");
}

static void codes(void) {
    char code[CSECRETS_CODE_SIZE(2, 5, 1)], typed[sizeof code];
    check(csecrets_code_size(2, 5, 1) == sizeof code, "code_size");
    ok(csecrets_code(code, sizeof code, 2, 5, "-"), "code");
    ok(csecrets_code_normalize(typed, sizeof typed, code, strlen(code)), "code_normalize");
    check(strlen(typed) == 10, "code");
}

static void signed_tokens(void) {
    static const uint8_t key[32] = {1};
    static const csecrets_span keys[] = {{key, sizeof key}}, weak[] = {{key, 31}};
    char token[CSECRETS_SIGN_TOKEN_SIZE(2)], payload[2];
    size_t nbytes = 0;
    check(csecrets_sign_token_size(2) == sizeof token, "sign_token_size");
    check(csecrets_verify_token_size(sizeof token - 1) == CSECRETS_VERIFY_TOKEN_SIZE(58),
          "verify_token_size");
    ok(csecrets_sign_token(token, sizeof token, key, sizeof key, "test", "42", 2,
                           CSECRETS_NEVER_EXPIRES), "sign_token");
    ok(csecrets_verify_token(payload, 2, &nbytes, token, strlen(token), "test", keys, 1, NOW),
       "verify_token");
    check(csecrets_verify_token(payload, 2, &nbytes, token, strlen(token), "test", weak, 1, NOW) ==
          CSECRETS_ERR_WEAK, "weak");
    check(csecrets_verify_token(payload, 2, &nbytes, token, strlen(token), "text", keys, 1, NOW) ==
          CSECRETS_ERR_BAD_SIGNATURE, "bad signature");
    ok(csecrets_sign_token(token, sizeof token, key, sizeof key, "test", "42", 2, NOW), "sign_token");
    check(csecrets_verify_token(payload, 2, &nbytes, token, strlen(token), "test", keys, 1, NOW) ==
          CSECRETS_ERR_EXPIRED, "expired");
}

static void macs(void) {
    static const csecrets_span parts[] = {{"id", 2}, {".", 1}, {"body", 4}};
    uint8_t tag[CSECRETS_HMAC_SIZE];
    ok(csecrets_hmac_sha256(tag, "key", 3, parts, 3), "hmac_sha256");
    check(csecrets_hmac_sha256_matches(tag, sizeof tag, "key", 3, parts, 3), "hmac_sha256_matches");
}

static void one_time_codes(void) {
    static const uint8_t key[20] = {1};
    csecrets_totp_params params = CSECRETS_TOTP_PARAMS_INIT;
    char code[9];
    uint64_t step = 0;
    ok(csecrets_hotp(code, sizeof code, key, sizeof key, 1, 8), "hotp");
    ok(csecrets_totp(code, sizeof code, key, sizeof key, 1700000000, NO_POINTER), "totp");
    ok(csecrets_totp_verify(&step, code, 6, key, sizeof key, 1700000030, 0, &params), "totp_verify");
    check(csecrets_totp_verify(&step, code, 6, key, sizeof key, 1700000000, step, &params) ==
          CSECRETS_ERR_REPLAYED, "replayed");
    check(params.algorithm == CSECRETS_TOTP_SHA1, "totp params");
    params.algorithm = CSECRETS_TOTP_SHA256;
    check(csecrets_totp_verify(&step, code, 6, key, sizeof key, 1700000000, 0, &params) ==
          CSECRETS_ERR_BAD_CODE, "bad code");
}

static void stored_passwords(void) {
    char stored[CSECRETS_PASSWORD_HASH_SIZE];
    ok(csecrets_password_hash(stored, sizeof stored, "password", 8, 100000), "password_hash");
    check(csecrets_password_matches(stored, "password", 8), "password_matches");
    check(csecrets_password_iterations(stored) < CSECRETS_PASSWORD_ITERATIONS, "password_iterations");
}

static void uuids(void) {
    uint8_t uuid[CSECRETS_UUID_SIZE];
    char text[CSECRETS_UUID_TEXT_SIZE];
    ok(csecrets_uuid4(uuid), "uuid4");
    ok(csecrets_uuid7(uuid, 1), "uuid7");
    ok(csecrets_uuid7_after(uuid, uuid, 1), "uuid7_after");
    ok(csecrets_uuid_text(text, sizeof text, uuid), "uuid_text");
    ok(csecrets_uuid_parse(uuid, text, strlen(text)), "uuid_parse");
}

static void passwords(void) {
    csecrets_password_policy policy = CSECRETS_PASSWORD_POLICY_INIT;
    char password[17], phrase[CSECRETS_PASSPHRASE_SIZE(4, 1)];
    double bits = 0;
    ok(csecrets_password(password, sizeof password, 16, NULL), "password");
    ok(csecrets_password_policy_init(&policy, sizeof policy), "password_policy_init");
    policy.flags = CSECRETS_PASSWORD_NO_LOOKALIKES | CSECRETS_PASSWORD_NO_SYMBOLS;
    policy.min_digits = 17;
    check(csecrets_password_bits(&bits, 16, &policy) == CSECRETS_ERR_UNSATISFIABLE, "17 of 16");
    policy.min_digits = 1;
    ok(csecrets_password_bits(&bits, 16, &policy), "password_bits");
    policy.flags = CSECRETS_PASSWORD_NO_LOWER | CSECRETS_PASSWORD_NO_UPPER;
    policy.flags |= CSECRETS_PASSWORD_NO_DIGITS;
    check(csecrets_password(password, 8, 7, &policy) == CSECRETS_ERR_WEAK, "weak");
    check(csecrets_passphrase_size(4, 1) == sizeof phrase, "passphrase_size");
    ok(csecrets_passphrase(phrase, sizeof phrase, 4, " "), "passphrase");
}

int main(void) {
    version();
    status();
    tokens();
    integers();
    picks();
    texts();
    base32();
    codes();
    signed_tokens();
    macs();
    one_time_codes();
    stored_passwords();
    uuids();
    passwords();
    return failures;
}
