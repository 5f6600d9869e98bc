/* guard_secrets.c - codecs, hashes, signatures, keys and passwords of every length read what they
 *                   are given and not one byte more, and write what they must and not one byte more
 *
 * Every input and every output lies flush against a page that nobody may touch.
 *
 * Needs: guard pages */
#include <csecrets.h>

#include "guard.h"

enum { LONGEST = 200 };

static struct room inputs, others, keys, spans, outputs, lengths;

/* n bytes that are none of them the same as their neighbours. */
static unsigned char *bytes(struct room room, size_t n, bool at_end)
{
    unsigned char *bytes = place(room, n, at_end);
    for (size_t i = 0; i < n; i++)
        bytes[i] = (unsigned char)(i * 37 + 1);
    return bytes;
}

static char *text(struct room room, const char *characters, size_t n, bool at_end)
{
    char *text = place(room, n + 1, at_end);
    for (size_t i = 0; i < n; i++)
        text[i] = characters[i % strlen(characters)];
    text[n] = '\0';
    return text;
}

typedef csecrets_status encode(char *, size_t, const void *, size_t);
typedef csecrets_status decode(void *, size_t, size_t *, const char *, size_t);

static void codec(encode *encode, decode *decode, size_t n, size_t size, bool at_end)
{
    const unsigned char *data = bytes(inputs, n, at_end);
    char *text = place(outputs, size, at_end);
    CHECK(encode(text, size, data, n) == CSECRETS_OK && only_wrote(outputs, text, size));
    CHECK(strlen(text) == size - 1);
    char *spelled = memcpy(place(others, size - 1, at_end), text, size - 1);
    unsigned char *decoded = place(outputs, n, at_end);
    size_t *length = place(lengths, sizeof *length, at_end);
    CHECK(decode(decoded, n, length, spelled, size - 1) == CSECRETS_OK);
    CHECK(*length == n && only_wrote(lengths, length, sizeof *length));
    CHECK(memcmp(decoded, data, n) == 0 && only_wrote(outputs, decoded, n));
    /* A character that is none, wherever it stands, and no byte is left. */
    for (size_t i = 0; i < size - 1; i += 1 + i / 4) {
        const char kept = spelled[i];
        spelled[i] = '!';
        decoded = place(outputs, n, at_end);
        CHECK(decode(decoded, n, length, spelled, size - 1) == CSECRETS_ERR_MALFORMED);
        CHECK(holds(decoded, n, 0) && only_wrote(outputs, decoded, n));
        spelled[i] = kept;
    }
}

static void hashing(size_t n, bool at_end)
{
    const unsigned char *token = bytes(inputs, n, at_end);
    uint8_t *hash = place(others, CSECRETS_TOKEN_HASH_SIZE, at_end);
    CHECK(csecrets_token_hash(hash, token, n) ==
          (n > 0 ? CSECRETS_OK : CSECRETS_ERR_INVALID_ARGUMENT));
    CHECK(only_wrote(others, hash, CSECRETS_TOKEN_HASH_SIZE));
    CHECK(csecrets_token_matches(hash, token, n) == (n > 0));
    const unsigned char *salt = bytes(others, n * 7 % 70, at_end);
    unsigned char *key = place(outputs, n + 1, at_end);
    CHECK(csecrets_pbkdf2_sha256(key, n + 1, token, n, salt, n * 7 % 70, 1) == CSECRETS_OK);
    CHECK(only_wrote(outputs, key, n + 1));
}

static void finding(size_t count, size_t size, bool at_end)
{
    unsigned char *rows = place(inputs, count * size, at_end);
    unsigned char *needle = place(others, size, at_end);
    for (size_t i = 0; i < count; i++)
        memset(rows + i * size, (int)i, size);
    for (size_t i = 0; i <= count; i++) {
        memset(needle, (int)i, size);
        size_t *index = place(outputs, sizeof *index, at_end);
        CHECK(csecrets_find_equal(index, needle, rows, count, size) == (i < count));
        CHECK(*index == (i < count ? i : SIZE_MAX));
        CHECK(only_wrote(outputs, index, sizeof *index));
    }
}

/* Signed by the last of up to three keys. */
static void signing(size_t n, bool at_end)
{
    const size_t key_len = 33 + n % 70, key_count = 1 + n % 3, size = CSECRETS_SIGN_TOKEN_SIZE(n);
    const unsigned char *key = bytes(keys, key_len, at_end);
    const char *purpose = text(others, "purpose", 1 + n % 40, at_end);
    const unsigned char *payload = bytes(inputs, n, at_end);
    char *token = place(outputs, size, at_end);
    CHECK(csecrets_sign_token(token, size, key, key_len, purpose, payload, n,
                              CSECRETS_NEVER_EXPIRES) == CSECRETS_OK);
    CHECK(strlen(token) == size - 1 && only_wrote(outputs, token, size));

    csecrets_span *span = place(spans, key_count * sizeof *span, at_end);
    for (size_t i = 0; i < key_count; i++)
        span[i] = (csecrets_span){key, i + 1 < key_count ? key_len - 1 : key_len};
    const char *given = memcpy(place(inputs, size - 1, at_end), token, size - 1);
    unsigned char *opened = place(outputs, n, at_end);
    size_t *length = place(lengths, sizeof *length, at_end);
    CHECK(csecrets_verify_token(opened, n, length, given, size - 1, purpose, span, key_count,
                                2000000000) == CSECRETS_OK);
    CHECK(*length == n && only_wrote(lengths, length, sizeof *length));
    CHECK(memcmp(opened, bytes(inputs, n, at_end), n) == 0 && only_wrote(outputs, opened, n));
}

/* Of up to three parts. */
static void hmac(size_t n, bool at_end)
{
    const size_t key_len = 1 + n * 3 % 150, part_count = n % 4;
    const unsigned char *key = bytes(keys, key_len, at_end), *part = bytes(inputs, n, at_end);
    csecrets_span *parts = place(spans, part_count * sizeof *parts, at_end);
    for (size_t i = 0; i < part_count; i++)
        parts[i] = (csecrets_span){part, n};
    uint8_t *tag = place(outputs, CSECRETS_HMAC_SIZE, at_end);
    CHECK(csecrets_hmac_sha256(tag, key, key_len, parts, part_count) == CSECRETS_OK);
    CHECK(only_wrote(outputs, tag, CSECRETS_HMAC_SIZE));
    CHECK(csecrets_hmac_sha256_matches(tag, CSECRETS_HMAC_SIZE, key, key_len, parts, part_count));
}

/* In groups, with the parameters of a later version. */
static void one_time_codes(size_t n, bool at_end)
{
    const size_t key_len = 16 + n, digits = 6 + n % 3, code_len = digits + n;
    const unsigned char *key = bytes(keys, key_len, at_end);
    const uint32_t sha = n % 2 == 0 ? CSECRETS_TOTP_SHA1 : CSECRETS_TOTP_SHA256;
    /* As large as its alignment allows, at the end of a page too. */
    const uint32_t size = sizeof(csecrets_totp_params) + (uint32_t)(n * sizeof(uint32_t));
    const csecrets_totp_params known = {size, (uint32_t)digits, 30, 3, sha};
    csecrets_totp_params *params = place(spans, known.struct_size, at_end);
    memset(params, 0, known.struct_size);
    memcpy(params, &known, sizeof known);
    char *code = place(outputs, digits + 1, at_end);
    CHECK(csecrets_totp(code, digits + 1, key, key_len, 2000000000, params) == CSECRETS_OK);
    CHECK(strlen(code) == digits && only_wrote(outputs, code, digits + 1));
    char *typed = memset(place(others, code_len, at_end), ' ', code_len);
    memcpy(typed + n / 2, code, digits);
    uint64_t *step = place(lengths, sizeof *step, at_end);
    CHECK(csecrets_totp_verify(step, typed, code_len, key, key_len, 2000000000, 0, params) ==
          CSECRETS_OK);
    CHECK(*step == 2000000000 / 30 && only_wrote(lengths, step, sizeof *step));
    code = place(outputs, digits + 1, at_end);
    CHECK(csecrets_hotp(code, digits + 1, key, key_len, n, (uint32_t)digits) == CSECRETS_OK);
    CHECK(strlen(code) == digits && only_wrote(outputs, code, digits + 1));
}

static void api_keys(size_t n, bool at_end)
{
    const char *prefix = text(others, "prefix7", n, at_end);
    const size_t size = CSECRETS_API_KEY_SIZE(n);
    char *key = place(outputs, size, at_end);
    CHECK(csecrets_api_key(key, size, prefix) == CSECRETS_OK && only_wrote(outputs, key, size));
    CHECK(strlen(key) == size - 1);
    char *given = memcpy(place(inputs, size - 1, at_end), key, size - 1);
    CHECK(csecrets_api_key_check(given, size - 1, prefix) == CSECRETS_OK);
    CHECK(csecrets_api_key_check(given, size - 1, NULL) == CSECRETS_OK);
    for (size_t shorter = 0; shorter < size - 1; shorter++) {
        given = memcpy(place(inputs, shorter, at_end), key, shorter);
        CHECK(csecrets_api_key_check(given, shorter, NULL) == CSECRETS_ERR_MALFORMED);
    }
}

/* One iteration, of which another program wrote the salt and the hash. */
static void stored(size_t n, bool at_end)
{
    static const char format[] = "$pbkdf2-sha256$i=1$AAECAwQFBgcICQoLDA0ODw$"
                                 "4bCPkr6BdNn0QtldiapMzcMRIxpNcNC4VNFUjej6vf0";
    const char *hash = text(others, format, sizeof format - 1, at_end);
    const unsigned char *password = memcpy(place(inputs, 8 + n, at_end), "password", 8);
    CHECK(csecrets_password_matches(hash, password, 8));
    CHECK(csecrets_password_matches(hash, bytes(inputs, n, at_end), n) == false);
    CHECK(csecrets_password_iterations(hash) == 1);
    const char *cut = text(others, format, n < sizeof format - 1 ? n : 0, at_end);
    CHECK(!csecrets_password_matches(cut, password, 8) && csecrets_password_iterations(cut) == 0);
}

static void passwords(size_t n, bool at_end)
{
    char *password = place(outputs, n + 1, at_end);
    CHECK(csecrets_password(password, n + 1, n, NULL) == CSECRETS_OK && strlen(password) == n);
    CHECK(only_wrote(outputs, password, n + 1));
}

static void passphrases(size_t separator_len, bool at_end)
{
    const char *separator = text(inputs, "-1 ", separator_len, at_end);
    const size_t nwords = 3 + separator_len, size = CSECRETS_PASSPHRASE_SIZE(nwords, separator_len);
    char *passphrase = place(outputs, size, at_end);
    const csecrets_status status = csecrets_passphrase(passphrase, size, nwords, separator);
    CHECK(only_wrote(outputs, passphrase, size) && strlen(passphrase) < size);
    CHECK(status == (nwords < 4 ? CSECRETS_ERR_WEAK : CSECRETS_OK) ||
          status == CSECRETS_ERR_UNSUPPORTED);
}

static void codes(size_t separator_len, bool at_end)
{
    const char *separator = text(inputs, "-! ", separator_len, at_end);
    const size_t groups = 1 + separator_len, size = CSECRETS_CODE_SIZE(groups, 10, separator_len);
    char *code = place(outputs, size, at_end);
    CHECK(csecrets_code(code, size, groups, 10, separator) == CSECRETS_OK);
    CHECK(strlen(code) == size - 1 && only_wrote(outputs, code, size));
    const char *typed = memcpy(place(inputs, size - 1, at_end), code, size - 1);
    char *normal = place(outputs, size, at_end);
    CHECK(csecrets_code_normalize(normal, size, typed, size - 1) == CSECRETS_OK);
    CHECK(strlen(normal) == 10 * groups && only_wrote(outputs, normal, size));
}

/* A text without an end is read as far as a good one can go, and one character further. */
static void endless_texts(void)
{
    char out[256];
    char *endless = place(inputs, 33, true);
    memset(endless, 'x', 33);
    CHECK(csecrets_api_key(out, sizeof out, endless) == CSECRETS_ERR_INVALID_ARGUMENT);
    CHECK(csecrets_api_key_check("x", 1, endless) == CSECRETS_ERR_INVALID_ARGUMENT);
    endless = place(inputs, 17, true);
    memset(endless, '-', 17);
    CHECK(csecrets_passphrase(out, sizeof out, 4, endless) == CSECRETS_ERR_INVALID_ARGUMENT);
    CHECK(csecrets_code(out, sizeof out, 2, 5, endless) == CSECRETS_ERR_INVALID_ARGUMENT);
}

int main(void)
{
    struct room *const rooms[] = {&inputs, &others, &keys, &spans, &outputs, &lengths};
    for (size_t i = 0; i < sizeof rooms / sizeof rooms[0]; i++)
        *rooms[i] = room(1);
    for (int at_end = 0; at_end < 2; at_end++) {
        for (size_t n = 0; n <= LONGEST; n++) {
            codec(csecrets_hex_encode, csecrets_hex_decode, n, CSECRETS_HEX_SIZE(n), at_end);
            codec(csecrets_urlsafe_encode, csecrets_urlsafe_decode, n, CSECRETS_URLSAFE_SIZE(n),
                  at_end);
            codec(csecrets_base32_encode, csecrets_base32_decode, n, CSECRETS_BASE32_SIZE(n),
                  at_end);
            hashing(n, at_end);
            signing(n, at_end);
            hmac(n, at_end);
            one_time_codes(n, at_end);
            stored(n, at_end);
        }
        for (size_t size = 1; size <= 40; size++)
            for (size_t count = 0; count <= 20; count += 1 + count / 4)
                finding(count, size, at_end);
        for (size_t n = 1; n <= 32; n++)
            api_keys(n, at_end);
        for (size_t n = 8; n <= 128; n += 1 + n / 16)
            passwords(n, at_end);
        for (size_t n = 1; n <= 16; n++)
            passphrases(n, at_end);
        for (size_t n = 0; n <= 16; n++)
            codes(n, at_end);
    }
    endless_texts();
    return check_done("promise/guard_secrets");
}
