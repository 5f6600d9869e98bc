/* Tokens as text: 32 bytes in hexadecimal and base64url, and 30 characters of base62. */
#include "peers.h"

#define TOKEN_BYTES 32
#define NCHARS 30

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

/* The bytes alone: what no text of them can be faster than. */
REPEAT(bytes_raw_vdso, (fill_raw_vdso(job, out, TOKEN_BYTES), true))

const struct work text_works[] = {
    {"token_hex(32)", 0, true,
     {{CSECRETS, hex_csecrets, NULL}, {RAW_VDSO, bytes_raw_vdso, NULL},
      {LIBSODIUM, hex_libsodium, NULL}, {PYTHON, ask_python, "secrets.token_hex(32)"},
      {.run = NULL}},
     {32, 0, 0}},
    {"token_urlsafe(32)", 0, true,
     {{CSECRETS, urlsafe_csecrets, NULL}, {RAW_VDSO, bytes_raw_vdso, NULL},
      {LIBSODIUM, urlsafe_libsodium, NULL}, {PYTHON, ask_python, "secrets.token_urlsafe(32)"},
      {.run = NULL}},
     {32, 0, 0}},
    {"token_alphabet(30, base62)", 0, true,
     {{CSECRETS, alphabet_csecrets, NULL}, {LIBSODIUM, alphabet_libsodium, NULL},
      {LIBBSD, alphabet_libbsd, NULL}, {GLIBC, alphabet_glibc, NULL},
      {PYTHON, ask_python, "''.join(secrets.choice(text[:62]) for _ in range(30))"},
      {RAND, alphabet_rand, NULL}, {.run = NULL}},
     {23, 0, 0}},
    {.name = NULL},
};
