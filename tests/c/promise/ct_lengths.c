/* ct_lengths.c - no branch and no address depends on a secret, however long it is
 *
 * Goes with taint.h through lengths, and through places where a secret is wrong, of which ct.c has
 * one: a loop over a vector's worth of bytes is other code than its last bytes. What a call writes
 * must be tainted, and be what it writes where the same bytes are no secret.
 *
 * Known answers hold for the portable code, which hashes under valgrind, and for the processor's
 * instructions.
 *
 * Runs: valgrind plain
 * Needs: POSIX */
#include <csecrets.h>

#include "shows.h"

enum { LATER = 1700000000 };

static void drawing(size_t n)
{
    char *text = (char *)out;
    DRAWS(n, csecrets_token_bytes(out, n));
    DRAWS(n, csecrets_randbits_big(out, n, 8 * n));
    DRAWS(2 * n, csecrets_token_hex(text, ROOM, n));
    DRAWS(CSECRETS_URLSAFE_SIZE(n) - 1, csecrets_token_urlsafe(text, ROOM, n));
    CHECK(csecrets_token_alphabet(text, ROOM, n, CSECRETS_ALPHABET_BASE58) == CSECRETS_OK);
    CHECK(tainted(text, n));
    show(text, ROOM);
}

static void comparing(size_t n)
{
    unsigned char *other = expected;
    memcpy(other, data, n);
    SHOWS(true, 0, other, n, csecrets_equal(data, n, other, n));
    for (size_t place = 0; place < n; place += 1 + n / 7) {
        other[place] ^= 0x10;
        SHOWS(false, 0, other, n, csecrets_equal(data, n, other, n));
        other[place] ^= 0x10;
    }
}

typedef csecrets_status decode(void *, size_t, size_t *, const char *, size_t);

/* text spells n bytes */
static void decoding(decode *f, char *text, size_t n)
{
    const size_t nchars = strlen(text);
    SHOWS(CSECRETS_OK, 2, text, nchars, f(out, ROOM, &length, text, nchars));
    CHECK(tainted(out, n));
    show(out, sizeof out);
    CHECK(length == n && memcmp(out, data, n) == 0);
    for (size_t place = 0; place < nchars; place += 1 + nchars / 3) {
        const char good = text[place];
        text[place] = '!';
        SHOWS(CSECRETS_ERR_MALFORMED, 2, text, nchars, f(out, ROOM, &length, text, nchars));
        text[place] = good;
    }
}

static void codecs(size_t n)
{
    char text[ROOM];
    const size_t nchars = CSECRETS_URLSAFE_SIZE(n) - 1;
    MAKES(0, 2 * n, 0, data, n, csecrets_hex_encode((char *)out, ROOM, data, n));
    memcpy(text, out, 2 * n + 1);
    decoding(csecrets_hex_decode, text, n);
    MAKES(0, nchars, 0, data, n, csecrets_urlsafe_encode((char *)out, ROOM, data, n));
    memcpy(text, out, nchars + 1);
    decoding(csecrets_urlsafe_decode, text, n);
    const size_t ndigits = CSECRETS_BASE32_SIZE(n) - 1;
    MAKES(0, ndigits, 0, data, n, csecrets_base32_encode((char *)out, ROOM, data, n));
    memcpy(text, out, ndigits + 1);
    /* Of a longer text it shows how many of each 128 characters are digits. */
    if (ndigits <= 128)
        decoding(csecrets_base32_decode, text, n);
}

/* Right for one step of the window or for none, and used up; typed wrong somewhere. */
static void one_time_codes(size_t key_len)
{
    csecrets_totp_params params = CSECRETS_TOTP_PARAMS_INIT;
    params.window = 3;
    uint64_t step;
    char code[16];
#define VERIFY(ago, after_step) \
    csecrets_totp_verify(&step, code, params.digits + 1, data, key_len, LATER + (ago) * 30, \
                         (after_step), &params)
    for (uint32_t i = 0; i < 6; i++) {
        params.digits = 6 + i / 2;
        params.algorithm = i % 2 == 0 ? CSECRETS_TOTP_SHA1 : CSECRETS_TOTP_SHA256;
        MAKES(0, params.digits, 1, data, key_len,
              csecrets_totp((char *)out, ROOM, data, key_len, LATER, &params));
        memcpy(code, out, 3);
        code[3] = ' ';
        memcpy(code + 4, out + 3, params.digits - 2);
        for (int ago = -3; ago <= 3; ago++) {
            hide(code, sizeof code);
            SHOWS(CSECRETS_OK, 4, data, key_len, VERIFY(ago, 0));
            show(code, sizeof code);
            show(&step, sizeof step);
            CHECK(step == LATER / 30);
        }
        SHOWS(CSECRETS_ERR_BAD_CODE, 4, data, key_len, VERIFY(4, 0));
        SHOWS(CSECRETS_ERR_REPLAYED, 4, data, key_len, VERIFY(0, LATER / 30));
        for (size_t place = 0; place < params.digits; place++) {
            const char right = code[place];
            code[place] = right == '9' ? '0' : '9';
            if (place != 3)
                SHOWS(CSECRETS_ERR_BAD_CODE, 4, code, sizeof code, VERIFY(0, 0));
            code[place] = '-';
            SHOWS(CSECRETS_ERR_MALFORMED, 4, code, sizeof code, VERIFY(0, 0));
            code[place] = right;
        }
        show(&step, sizeof step);
    }
#undef VERIFY
    MAKES(0, 7, 1, data, key_len, csecrets_hotp((char *)out, ROOM, data, key_len, key_len, 7));
}

/* One key vouches for the token, whichever it is, or none. That no key is all zeros shows too. */
static void signing(size_t n)
{
    unsigned char keys[4 * 65];
    char token[ROOM];
    memset(keys, 1, sizeof keys);
    memcpy(keys + 65, data, 65);
    const csecrets_span all[] = {{keys, 65}, {keys + 65, 65}, {keys + 130, 65}, {keys + 195, 65}};
    const size_t public = 8 * (9 + n) / 6, nchars = CSECRETS_SIGN_TOKEN_SIZE(n) - 1;
    for (size_t len = 32; len <= 65; len += 33)
        MAKES(public, nchars - public, 1, keys + 65, len,
              csecrets_sign_token((char *)out, ROOM, keys + 65, len, "p", data, n, LATER));
    memcpy(token, out, nchars);
#define VERIFY(from, to) \
    csecrets_verify_token(out, ROOM, &length, token, nchars, "p", all + (from), (to) - (from), \
                          LATER - 1)
    SHOWS(CSECRETS_OK, 2, keys, sizeof keys, VERIFY(0, 4));
    CHECK(length == n && memcmp(out, data, n) == 0);
    SHOWS(CSECRETS_OK, 2, keys, sizeof keys, VERIFY(1, 4));
    SHOWS(CSECRETS_OK, 2, keys, sizeof keys, VERIFY(0, 2));
    SHOWS(CSECRETS_ERR_BAD_SIGNATURE, 2, keys, sizeof keys, VERIFY(2, 4));
    for (size_t place = public + 1; place < nchars - 1; place += 8) {
        token[place] = token[place] == 'A' ? 'B' : 'A';
        SHOWS(CSECRETS_ERR_BAD_SIGNATURE, 2, keys, sizeof keys, VERIFY(0, 4));
        memcpy(token, expected, nchars);
    }
#undef VERIFY
}

static void hashing(size_t n)
{
    unsigned char hash[CSECRETS_TOKEN_HASH_SIZE];
    MAKES(0, sizeof hash, 0, data, n, csecrets_token_hash(out, data, n));
    memcpy(hash, out, sizeof hash);
    SHOWS(true, 0, data, n, csecrets_token_matches(hash, data, n));
    SHOWS(true, 0, hash, sizeof hash, csecrets_token_matches(hash, data, n));
    for (size_t place = 0; place < sizeof hash; place += 5) {
        hash[place] ^= 0x10;
        SHOWS(false, 0, data, n, csecrets_token_matches(hash, data, n));
        hash[place] ^= 0x10;
    }
    MAKES(0, 50, 0, data, n, csecrets_pbkdf2_sha256(out, 50, data, n, "salt", 4, 3));
    const csecrets_span parts[] = {{data, n / 2}, {data + n / 2, n - n / 2}};
    MAKES(0, 32, 1, data, n, csecrets_hmac_sha256(out, data, n, parts, 2));
    memcpy(hash, out, sizeof hash);
    SHOWS(true, 1, hash, sizeof hash, csecrets_hmac_sha256_matches(hash, 32, data, n, parts, 2));
    hash[n % 32] ^= 0x10;
    SHOWS(false, 1, data, n, csecrets_hmac_sha256_matches(hash, 32, data, n, parts, 2));
}

static void finding(size_t size)
{
    unsigned char needle[40], rows[7 * 40];
    for (size_t match = 0; match <= 7; match++) {
        memset(needle, 0x5A, sizeof needle);
        memset(rows, 0x5A, sizeof rows);
        for (size_t row = 0; row < 7; row++)
            rows[row * size + row % size] ^= row < match;
        const size_t found = match < 7 ? match : SIZE_MAX;
        size_t index = 0;
        hide(needle, sizeof needle);
        SHOWS(match < 7, 1, rows, sizeof rows, csecrets_find_equal(&index, needle, rows, 7, size));
        CHECK(match == 7 || tainted(&index, 1));
        show(&index, sizeof index);
        CHECK(index == found);
    }
}

static bool spells(size_t nbytes, const char *hex)
{
    char text[200];
    return csecrets_hex_encode(text, sizeof text, out, nbytes) == CSECRETS_OK &&
           strcmp(text, hex) == 0;
}

/* From FIPS 180-4, docs/signed-token.md, RFC 4226, RFC 6238, RFC 7914 and Python's hashlib. */
static void known_answers(void)
{
    static const unsigned char salt[32];
    unsigned char key[65];
    char *text = (char *)out;
    CHECK(csecrets_token_hash(out, "abc", 3) == CSECRETS_OK);
    CHECK(spells(32, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    CHECK(csecrets_pbkdf2_sha256(out, 64, "passwd", 6, "salt", 4, 1) == CSECRETS_OK);
    CHECK(spells(64, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                     "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783"));
    CHECK(csecrets_pbkdf2_sha256(out, 32, "user_password_123", 17, salt, 32, 1000) == CSECRETS_OK);
    CHECK(spells(32, "c5a0b0234a8ba061ecdfa5d981641c69b55118909ce44159cd358623ecb9a978"));
    for (unsigned char i = 0; i < 32; i++)
        key[i] = i;
    CHECK(!csecrets_sign_token(text, ROOM, key, 32, "session", "user=42", 7, 1700000000));
    CHECK(!strcmp(text, "AQAAAABlU_EAdXNlcj00MgKr9WPiqios7IPNkaVA4CWmJGTAobHuHgCyqAnIx40n"));
    memset(key, 0xAA, sizeof key);
    CHECK(!csecrets_sign_token(text, ROOM, key, 65, "password reset", "\xFF\xFF\xFF", 3,
                               1000000000));
    CHECK(!strcmp(text, "AQAAAAA7msoA____0xVuqExE41LAFuGdEDS-6ELGdMP8v8tCv1GD7mqeLTg"));
    static const char seed[] = "12345678901234567890123456789012";
    static const csecrets_totp_params of_8 = {sizeof of_8, 8, 30, 0, CSECRETS_TOTP_SHA256};
    CHECK(!csecrets_totp(text, ROOM, seed, 32, 20000000000, &of_8) && !strcmp(text, "77737706"));
    CHECK(!csecrets_hotp(text, ROOM, seed, 20, 20000000000 / 30, 8) && !strcmp(text, "65353130"));
    CHECK(!csecrets_hotp(text, ROOM, seed, 20, 9, 6) && !strcmp(text, "520489"));
}

/* A branch on a secret is reported, and so is a look into a table by one. */
static void controls(void)
{
    static volatile unsigned char table[256];
    const unsigned before = reports();
    hide(data, sizeof data);
    if (data[0] == 1)
        table[0] = 1;
    CHECK(reports() - before == (RUNNING_ON_VALGRIND ? 1 : 0));
    table[0] = table[data[1]];
    CHECK(reports() - before == (RUNNING_ON_VALGRIND ? 2 : 0));
}

int main(void)
{
    for (size_t i = 0; i < sizeof data; i++)
        data[i] = (unsigned char)(i * 167 + 13);
    for (size_t n = 1; n <= 70; n++) {
        drawing(n);
        comparing(n);
        codecs(n);
        codecs(n + 300);
        hashing(n);
    }
    drawing(1000);
    drawing(4096);
    signing(0);
    signing(7);
    signing(100);
    for (size_t size = 1; size <= 40; size += 13)
        finding(size);
    for (size_t key_len = 16; key_len <= 65; key_len += 7)
        one_time_codes(key_len);
    known_answers();
    controls();
    return check_done("promise/ct_lengths");
}
