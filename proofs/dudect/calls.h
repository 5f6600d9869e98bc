/* calls.h - what is timed: two kinds of secrets for each call, of which one is the same each time
 *
 * A kind of input is laid out before a batch is timed, both by the same code. */
#ifndef TIMED_H
#define TIMED_H

#include <csecrets.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { INPUT = 256, SECRET = 64, LATER = 1700000000 };

struct timed {
    const char *name;
    void (*prepare)(unsigned char *input, unsigned kind);
    void (*call)(const unsigned char *input);
    bool is_control;
};

/* The secret of kind 0, and what is made of it. */
static unsigned char fixed[SECRET], tag[32];
static char token[CSECRETS_SIGN_TOKEN_SIZE(8)];
static volatile int64_t result;
static unsigned char out[INPUT];

static void check(bool holds)
{
    if (!holds)
        abort();
}

static csecrets_span span(const void *data, size_t nbytes)
{
    const csecrets_span span = {data, nbytes};
    return span;
}

static void begin(void)
{
    const csecrets_span message = span("message", 7);
    check(csecrets_token_bytes(fixed, sizeof fixed) == CSECRETS_OK);
    check(csecrets_hmac_sha256(tag, fixed, 32, &message, 1) == CSECRETS_OK);
    check(csecrets_sign_token(token, sizeof token, fixed, 32, "timing", "payload", 8,
                              CSECRETS_NEVER_EXPIRES) == CSECRETS_OK);
}

/* The secret, or random bytes. */
static void fixed_or_random(unsigned char *input, unsigned kind)
{
    unsigned char random[SECRET];
    check(csecrets_token_bytes(random, sizeof random) == CSECRETS_OK);
    for (size_t i = 0; i < SECRET; i++)
        input[i] = kind ? random[i] : fixed[i];
}

/* Something that is wrong in the first byte, or in the last one of so many. */
static void wrong_at_an_end(unsigned char *input, const void *right, size_t nbytes, unsigned kind)
{
    memcpy(input, right, nbytes);
    input[kind ? nbytes - 1 : 0] ^= 1;
}

static void wrong_secret(unsigned char *input, unsigned kind)
{
    wrong_at_an_end(input, fixed, SECRET, kind);
}

static void wrong_tag(unsigned char *input, unsigned kind)
{
    wrong_at_an_end(input, tag, sizeof tag, kind);
}

/* A character of the tag, which begins after 17 bytes, by another of the alphabet. */
static void wrong_token(unsigned char *input, unsigned kind)
{
    const size_t nchars = strlen(token), at = kind ? nchars - 2 : 24;
    memcpy(input, token, nchars + 1);
    input[at] = input[at] == 'A' ? 'B' : 'A';
}

static void hexadecimal(unsigned char *input, unsigned kind)
{
    unsigned char bytes[SECRET];
    fixed_or_random(bytes, kind);
    check(csecrets_hex_encode((char *)input, INPUT, bytes, SECRET) == CSECRETS_OK);
}

static void base64url(unsigned char *input, unsigned kind)
{
    unsigned char bytes[SECRET];
    fixed_or_random(bytes, kind);
    check(csecrets_urlsafe_encode((char *)input, INPUT, bytes, SECRET) == CSECRETS_OK);
}

static void base32(unsigned char *input, unsigned kind)
{
    unsigned char bytes[SECRET];
    fixed_or_random(bytes, kind);
    check(csecrets_base32_encode((char *)input, INPUT, bytes, SECRET) == CSECRETS_OK);
}

static void stop_early(const unsigned char *input)
{
    const volatile unsigned char *a = input, *b = fixed;
    result = 1;
    for (size_t i = 0; i < SECRET; i++)
        if (a[i] != b[i]) {
            result = 0;
            return;
        }
}

static void equal(const unsigned char *input)
{
    result = csecrets_equal(input, SECRET, fixed, SECRET);
}

static void find_equal(const unsigned char *input)
{
    size_t index;
    result = csecrets_find_equal(&index, input, fixed, 2, SECRET / 2);
}

static void hex_encode(const unsigned char *input)
{
    result = csecrets_hex_encode((char *)out, sizeof out, input, SECRET);
}

static void hex_decode(const unsigned char *input)
{
    size_t length;
    result = csecrets_hex_decode(out, sizeof out, &length, (const char *)input, 2 * SECRET);
}

static void urlsafe_encode(const unsigned char *input)
{
    result = csecrets_urlsafe_encode((char *)out, sizeof out, input, SECRET);
}

static void urlsafe_decode(const unsigned char *input)
{
    size_t length;
    result = csecrets_urlsafe_decode(out, sizeof out, &length, (const char *)input,
                                     CSECRETS_URLSAFE_SIZE(SECRET) - 1);
}

static void base32_encode(const unsigned char *input)
{
    result = csecrets_base32_encode((char *)out, sizeof out, input, SECRET);
}

static void base32_decode(const unsigned char *input)
{
    size_t length;
    result = csecrets_base32_decode(out, sizeof out, &length, (const char *)input,
                                    CSECRETS_BASE32_SIZE(SECRET) - 1);
}

static void token_hash(const unsigned char *input)
{
    result = csecrets_token_hash(out, input, SECRET);
}

static void hmac_key(const unsigned char *input)
{
    const csecrets_span message = span("message", 7);
    result = csecrets_hmac_sha256(out, input, 32, &message, 1);
}

static void hmac_matches(const unsigned char *input)
{
    const csecrets_span message = span("message", 7);
    result = csecrets_hmac_sha256_matches(input, sizeof tag, fixed, 32, &message, 1);
}

static void verify_token(const unsigned char *input)
{
    const csecrets_span key = span(fixed, 32);
    size_t length;
    result = csecrets_verify_token(out, sizeof out, &length, (const char *)input, strlen(token),
                                   "timing", &key, 1, LATER);
}

static void hotp(const unsigned char *input)
{
    result = csecrets_hotp((char *)out, sizeof out, input, 32, 1, 6);
}

static void uuid_text(const unsigned char *input)
{
    result = csecrets_uuid_text((char *)out, sizeof out, input);
}

static const struct timed timed[] = {
    {"control: wrong in the first or last byte", wrong_secret, stop_early, true},
    {"equal: wrong in the first or last byte", wrong_secret, equal, false},
    {"find_equal: of a fixed or a random row", fixed_or_random, find_equal, false},
    {"hex_encode: a fixed or a random secret", fixed_or_random, hex_encode, false},
    {"hex_decode: a fixed or a random secret", hexadecimal, hex_decode, false},
    {"urlsafe_encode: a fixed or a random secret", fixed_or_random, urlsafe_encode, false},
    {"urlsafe_decode: a fixed or a random secret", base64url, urlsafe_decode, false},
    {"base32_encode: a fixed or a random secret", fixed_or_random, base32_encode, false},
    {"base32_decode: a fixed or a random secret", base32, base32_decode, false},
    {"token_hash: a fixed or a random token", fixed_or_random, token_hash, false},
    {"hmac_sha256: a fixed or a random key", fixed_or_random, hmac_key, false},
    {"hmac_sha256_matches: a tag wrong at an end", wrong_tag, hmac_matches, false},
    {"verify_token: a tag wrong at an end", wrong_token, verify_token, false},
    {"hotp: a fixed or a random key", fixed_or_random, hotp, false},
    {"uuid_text: a fixed or a random UUID", fixed_or_random, uuid_text, false},
};

#endif
