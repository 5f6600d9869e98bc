/* ct_application.c - no branch and no address depends on an application's secret, in the library
 *                    that ships
 *
 * Runs under valgrind as ct.c does; what a caller hands in counts as uninitialised too. A verdict
 * has to show: memcheck reports a branch on it. No suppression covers that, for it would cover a
 * comparison that stops early as well; the reports are counted, and must be no more wherever a
 * secret is wrong. What a call wrote must be tainted still, and be what it writes where the same
 * bytes are no secret.
 *
 * valgrind hides the instructions for SHA-256 from the program: there the portable code hashes. So
 * this runs without valgrind as well, and the same known answers hold for both.
 *
 * Runs: valgrind plain */
#include <csecrets.h>

#include <valgrind/memcheck.h>

#include "check.h"

enum { ROOM = 800 };

/* Bytes that are no secret until a call is to see them; what it makes of them before, and then. */
static unsigned char data[ROOM], expected[ROOM], out[ROOM];
static size_t length;

static void hide(void *secret, size_t nbytes)
{
    (void)VALGRIND_MAKE_MEM_UNDEFINED(secret, nbytes);
}

static void show(void *secret, size_t nbytes)
{
    (void)VALGRIND_MAKE_MEM_DEFINED(secret, nbytes);
}

/* Whether each of these bytes has a bit that valgrind takes for uninitialised, or valgrind is not
 * there. */
static bool tainted(const void *bytes, size_t nbytes)
{
    for (size_t i = 0; i < nbytes && RUNNING_ON_VALGRIND; i++) {
        unsigned char bits = 0;
        (void)VALGRIND_GET_VBITS((const unsigned char *)bytes + i, &bits, 1);
        if (bits == 0)
            return false;
    }
    return true;
}

/* The call makes the same of the secret as before it was one, and is not reported. Of what it
 * writes, nbytes bytes from the place `from` on depend on the secret. */
#define IS_QUIET(secret, secret_nbytes, from, nbytes, call) \
    SHOWS_AT_MOST(0, secret, secret_nbytes, from, nbytes, call)

/* The same, but for a verdict in `most` branches. */
#define SHOWS_AT_MOST(most, secret, secret_nbytes, from, nbytes, call) \
    do { \
        memset(out, 0, sizeof out); \
        CHECK((call) == CSECRETS_OK); \
        memcpy(expected, out, sizeof out); \
        memset(out, 0, sizeof out); \
        hide((secret), (secret_nbytes)); \
        const unsigned before = VALGRIND_COUNT_ERRORS; \
        csecrets_status status = (call); \
        CHECK(VALGRIND_COUNT_ERRORS - before <= (most) && #call); \
        CHECK(tainted(out + (from), (nbytes)) && #call); \
        show(&status, sizeof status); \
        show(out, sizeof out); \
        show((secret), (secret_nbytes)); \
        CHECK(status == CSECRETS_OK && memcmp(out, expected, sizeof out) == 0); \
    } while (0)

/* Of the secret the call shows its verdict, in `most` branches at most. The verdict does depend on
 * it: there is a branch, or the answer is tainted. */
#define SHOWS_ONLY(verdict, most, secret, secret_nbytes, call) \
    do { \
        hide((secret), (secret_nbytes)); \
        const unsigned before = VALGRIND_COUNT_ERRORS; \
        int32_t answer = (call); \
        const unsigned shown = VALGRIND_COUNT_ERRORS - before; \
        CHECK(shown <= (most) && #call); \
        CHECK((shown > 0 || tainted(&answer, 1)) && #call); \
        show(&answer, sizeof answer); \
        show((secret), (secret_nbytes)); \
        CHECK(answer == (verdict) && #call); \
    } while (0)

typedef csecrets_status decode(void *, size_t, size_t *, const char *, size_t);

/* text spells n bytes */
static void decoding(decode *f, char *text, size_t n)
{
    const size_t nchars = strlen(text);
    SHOWS_ONLY(CSECRETS_OK, 1, text, nchars, f(out, ROOM, &length, text, nchars));
    CHECK(tainted(out, n));
    show(out, sizeof out);
    CHECK(length == n && memcmp(out, data, n) == 0);
    for (size_t place = 0; place < nchars; place += 1 + nchars / 3) {
        const char good = text[place];
        text[place] = '=';
        SHOWS_ONLY(CSECRETS_ERR_MALFORMED, 1, text, nchars, f(out, ROOM, &length, text, nchars));
        text[place] = good;
    }
}

static void codecs(size_t n)
{
    char text[ROOM];
    const size_t nchars = CSECRETS_URLSAFE_SIZE(n) - 1;
    IS_QUIET(data, n, 0, 2 * n, csecrets_hex_encode((char *)out, ROOM, data, n));
    memcpy(text, out, 2 * n + 1);
    decoding(csecrets_hex_decode, text, n);
    IS_QUIET(data, n, 0, nchars, csecrets_urlsafe_encode((char *)out, ROOM, data, n));
    memcpy(text, out, nchars + 1);
    decoding(csecrets_urlsafe_decode, text, n);
}

static void api_keys(void)
{
    char key[] = "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";
    char *secret = key + 4;
    SHOWS_ONLY(CSECRETS_OK, 2, secret, 36, csecrets_api_key_check(key, 40, "ghp"));
    SHOWS_ONLY(CSECRETS_OK, 2, secret, 36, csecrets_api_key_check(key, 40, NULL));
    for (size_t place = 0; place < 36; place++) {
        const char good = secret[place];
        secret[place] = '-';
        SHOWS_ONLY(CSECRETS_ERR_MALFORMED, 2, secret, 36, csecrets_api_key_check(key, 40, "ghp"));
        secret[place] = good == '7' ? '8' : '7';
        SHOWS_ONLY(CSECRETS_ERR_BAD_CHECKSUM, 2, secret, 36, csecrets_api_key_check(key, 40, NULL));
        secret[place] = good;
    }
    for (int i = 0; i < 200; i++) {
        const unsigned before = VALGRIND_COUNT_ERRORS;
        csecrets_status status = csecrets_api_key(key, sizeof key, "ghp");
        CHECK(VALGRIND_COUNT_ERRORS == before);
        CHECK(tainted(secret, 36));
        show(&status, sizeof status);
        show(key, sizeof key);
        CHECK(status == CSECRETS_OK && csecrets_api_key_check(key, 40, "ghp") == CSECRETS_OK);
    }
}

enum { LATER = 1700000000 };

/* One key vouches for the token, whichever it is, or none. */
static void signing(size_t n)
{
    unsigned char keys[4 * 65];
    char token[ROOM];
    memset(keys, 1, sizeof keys);
    memcpy(keys + 65, data, 65);
    const csecrets_span all[] = {{keys, 65}, {keys + 65, 65}, {keys + 130, 65}, {keys + 195, 65}};
    const size_t public = 8 * (9 + n) / 6, nchars = CSECRETS_SIGN_TOKEN_SIZE(n) - 1;
    for (size_t len = 32; len <= 65; len += 33)
        /* That the key is not all zeros shows. */
        SHOWS_AT_MOST(1, keys + 65, len, public, nchars - public,
                 csecrets_sign_token((char *)out, ROOM, keys + 65, len, "p", data, n, LATER));
    memcpy(token, out, nchars);
#define VERIFY(from, to) \
    csecrets_verify_token(out, ROOM, &length, token, nchars, "p", all + (from), (to) - (from), \
                          LATER - 1)
    SHOWS_ONLY(CSECRETS_OK, 2, keys, sizeof keys, VERIFY(0, 4));
    CHECK(length == n && memcmp(out, data, n) == 0);
    SHOWS_ONLY(CSECRETS_OK, 2, keys, sizeof keys, VERIFY(1, 4));
    SHOWS_ONLY(CSECRETS_OK, 2, keys, sizeof keys, VERIFY(0, 2));
    SHOWS_ONLY(CSECRETS_ERR_BAD_SIGNATURE, 2, keys, sizeof keys, VERIFY(2, 4));
    for (size_t place = public + 1; place < nchars - 1; place += 8) {
        token[place] = token[place] == 'A' ? 'B' : 'A';
        SHOWS_ONLY(CSECRETS_ERR_BAD_SIGNATURE, 2, keys, sizeof keys, VERIFY(0, 4));
        memcpy(token, expected, nchars);
    }
#undef VERIFY
}

static void hashing(size_t n)
{
    unsigned char hash[CSECRETS_TOKEN_HASH_SIZE];
    IS_QUIET(data, n, 0, sizeof hash, csecrets_token_hash(out, data, n));
    memcpy(hash, out, sizeof hash);
    SHOWS_ONLY(true, 0, data, n, csecrets_token_matches(hash, data, n));
    SHOWS_ONLY(true, 0, hash, sizeof hash, csecrets_token_matches(hash, data, n));
    for (size_t place = 0; place < sizeof hash; place += 5) {
        hash[place] ^= 0x10;
        SHOWS_ONLY(false, 0, data, n, csecrets_token_matches(hash, data, n));
        hash[place] ^= 0x10;
    }
    IS_QUIET(data, n, 0, 50, csecrets_pbkdf2_sha256(out, 50, data, n, "salt", 4, 3));
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
        SHOWS_ONLY(match < 7, 1, rows, sizeof rows,
                   csecrets_find_equal(&index, needle, rows, 7, size));
        CHECK(match == 7 || tainted(&index, 1));
        show(&index, sizeof index);
        CHECK(index == found);
    }
}

/* Only where a text ends shows. */
static void texts(void)
{
    char a[] = "the quick brown fox", b[] = "the quick brown fox";
    SHOWS_ONLY(true, 0, a, sizeof a - 1, csecrets_equal_text(a, b));
    for (size_t place = 0; place < sizeof a - 1; place++) {
        b[place] ^= 1;
        SHOWS_ONLY(false, 0, b, sizeof b - 1, csecrets_equal_text(a, b));
        b[place] ^= 1;
    }
}

/* Of a password show its rank and its words, each of which may be thrown away: two branches where
 * nothing is. That happens at least every other time: it fails to in all of 64 calls with odds of
 * less than 2^-60. */
static void passwords(size_t n)
{
    unsigned least = UINT32_MAX;
    for (int i = 0; i < 64; i++) {
        const unsigned before = VALGRIND_COUNT_ERRORS;
        csecrets_status status = csecrets_password((char *)out, ROOM, n, NULL);
        const unsigned shown = VALGRIND_COUNT_ERRORS - before;
        least = shown < least ? shown : least;
        CHECK(tainted(out, n));
        show(&status, sizeof status);
        show(out, sizeof out);
        CHECK(status == CSECRETS_OK && strlen((char *)out) == n);
    }
    CHECK(least <= 2);
}

static void uuids(void)
{
    IS_QUIET(data, 16, 24, 12, csecrets_uuid_text((char *)out, ROOM, data));
    const unsigned before = VALGRIND_COUNT_ERRORS;
    CHECK(csecrets_uuid4(out) == CSECRETS_OK && tainted(out, 16));
    CHECK(csecrets_uuid7(out, 1) == CSECRETS_OK && tainted(out + 6, 10));
    CHECK(VALGRIND_COUNT_ERRORS == before);
    show(out, sizeof out);
}

/* From FIPS 180-4, docs/signed-token.md, RFC 7914 and Python's hashlib. */
static void known_answers(void)
{
    static const unsigned char salt[32];
    unsigned char key[65];
    char text[ROOM];
#define IS(nbytes, spelled) \
    (csecrets_hex_encode(text, ROOM, out, (nbytes)) == CSECRETS_OK && strcmp(text, (spelled)) == 0)
    CHECK(csecrets_token_hash(out, "abc", 3) == CSECRETS_OK);
    CHECK(IS(32, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    CHECK(csecrets_pbkdf2_sha256(out, 64, "passwd", 6, "salt", 4, 1) == CSECRETS_OK);
    CHECK(IS(64, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                 "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783"));
    CHECK(csecrets_pbkdf2_sha256(out, 32, "user_password_123", 17, salt, 32, 1000) == CSECRETS_OK);
    CHECK(IS(32, "c5a0b0234a8ba061ecdfa5d981641c69b55118909ce44159cd358623ecb9a978"));
#undef IS
    for (unsigned char i = 0; i < 32; i++)
        key[i] = i;
    CHECK(!csecrets_sign_token(text, ROOM, key, 32, "session", "user=42", 7, 1700000000));
    CHECK(!strcmp(text, "AQAAAABlU_EAdXNlcj00MgKr9WPiqios7IPNkaVA4CWmJGTAobHuHgCyqAnIx40n"));
    memset(key, 0xAA, sizeof key);
    CHECK(!csecrets_sign_token(text, ROOM, key, 65, "password reset", "\xFF\xFF\xFF", 3, 1000000000));
    CHECK(!strcmp(text, "AQAAAAA7msoA____0xVuqExE41LAFuGdEDS-6ELGdMP8v8tCv1GD7mqeLTg"));
}

/* A branch on a secret is reported, and so is a look into a table by one. */
static void controls(void)
{
    static volatile unsigned char table[256];
    const unsigned before = VALGRIND_COUNT_ERRORS;
    hide(data, sizeof data);
    if (data[0] == 1)
        table[0] = 1;
    CHECK(VALGRIND_COUNT_ERRORS - before == (RUNNING_ON_VALGRIND ? 1 : 0));
    table[0] = table[data[1]];
    CHECK(VALGRIND_COUNT_ERRORS - before == (RUNNING_ON_VALGRIND ? 2 : 0));
}

int main(void)
{
    for (size_t i = 0; i < sizeof data; i++)
        data[i] = (unsigned char)(i * 167 + 13);
    for (size_t n = 1; n <= 70; n++) {
        codecs(n);
        codecs(n + 300);
        hashing(n);
    }
    api_keys();
    signing(0);
    signing(7);
    signing(100);
    for (size_t size = 1; size <= 40; size += 13)
        finding(size);
    texts();
    passwords(8);
    passwords(16);
    passwords(128);
    uuids();
    known_answers();
    controls();
    return check_done("ct_application");
}
