/* Tokens as text: 32 bytes in hexadecimal and base64url, and 30 characters of base62. */
#include "peers.h"

#define TOKEN_BYTES 32
#define NCHARS 30

/* libsodium's sodium_base64_VARIANT_URLSAFE_NO_PADDING, whose header the bench does not need. */
#define URLSAFE_NO_PADDING 7

static const char base62[] = CSECRETS_ALPHABET_BASE62;

static void hex_csecrets(const struct job *job, size_t calls)
{
    char *out = (char *)job->out;

    for (size_t i = 0; i < calls; i++) {
        must(csecrets_token_hex(out, CSECRETS_HEX_SIZE(TOKEN_BYTES), TOKEN_BYTES) == CSECRETS_OK,
             "csecrets_token_hex");
        consume(out);
    }
}

static void hex_libsodium(const struct job *job, size_t calls)
{
    char *out = (char *)job->out;
    unsigned char secret[TOKEN_BYTES];

    for (size_t i = 0; i < calls; i++) {
        libsodium.buf(secret, TOKEN_BYTES);
        must(libsodium.bin2hex(out, CSECRETS_HEX_SIZE(TOKEN_BYTES), secret, TOKEN_BYTES) == out,
             "sodium_bin2hex");
        consume(out);
    }
}

static void urlsafe_csecrets(const struct job *job, size_t calls)
{
    char *out = (char *)job->out;

    for (size_t i = 0; i < calls; i++) {
        must(csecrets_token_urlsafe(out, CSECRETS_URLSAFE_SIZE(TOKEN_BYTES), TOKEN_BYTES)
                 == CSECRETS_OK,
             "csecrets_token_urlsafe");
        consume(out);
    }
}

static void urlsafe_libsodium(const struct job *job, size_t calls)
{
    char *out = (char *)job->out;
    unsigned char secret[TOKEN_BYTES];

    for (size_t i = 0; i < calls; i++) {
        libsodium.buf(secret, TOKEN_BYTES);
        must(libsodium.bin2base64(out, CSECRETS_URLSAFE_SIZE(TOKEN_BYTES), secret, TOKEN_BYTES,
                                  URLSAFE_NO_PADDING)
                 == out,
             "sodium_bin2base64");
        consume(out);
    }
}

static void alphabet_csecrets(const struct job *job, size_t calls)
{
    char *out = (char *)job->out;

    for (size_t i = 0; i < calls; i++) {
        must(csecrets_token_alphabet(out, NCHARS + 1, NCHARS, base62) == CSECRETS_OK,
             "csecrets_token_alphabet");
        consume(out);
    }
}

#define ALPHABET(who) \
    static void alphabet_##who(const struct job *job, size_t calls) \
    { \
        char *out = (char *)job->out; \
        for (size_t i = 0; i < calls; i++) { \
            for (size_t n = 0; n < NCHARS; n++) \
                out[n] = base62[below_##who(sizeof(base62) - 1)]; \
            out[NCHARS] = '\0'; \
            consume(out); \
        } \
    }

ALPHABET(libsodium)
ALPHABET(libbsd)
ALPHABET(glibc)
ALPHABET(rand)

const struct work text_works[] = {
    {"token_hex(32)", 0, true,
     {{CSECRETS, hex_csecrets}, {LIBSODIUM, hex_libsodium}, {WHO_COUNT, NULL}}},
    {"token_urlsafe(32)", 0, true,
     {{CSECRETS, urlsafe_csecrets}, {LIBSODIUM, urlsafe_libsodium}, {WHO_COUNT, NULL}}},
    {"token_alphabet(30, base62)", 0, true,
     {{CSECRETS, alphabet_csecrets}, {LIBSODIUM, alphabet_libsodium}, {LIBBSD, alphabet_libbsd},
      {GLIBC, alphabet_glibc}, {RAND, alphabet_rand}, {WHO_COUNT, NULL}}},
    {.name = NULL},
};
