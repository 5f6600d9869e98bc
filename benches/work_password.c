/* What people type or read aloud: passwords, passphrases and codes. */
#include <string.h>

#include "peers.h"

#define NCHARS 16
#define NWORDS 6

static const char characters[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!@#$%^&*()-_=+[]{}|;:,.<>?";
static const char typed[] = "7k3qx-9mz4t-wvb0o-2nphl-8rgfc";

REPEAT_OK(password, csecrets_password((char *)out, NCHARS + 1, NCHARS, NULL))
REPEAT_OK(code, csecrets_code((char *)out, CSECRETS_CODE_SIZE(5, 5, 1), 5, 5, "-"))
REPEAT_OK(normalize,
          csecrets_code_normalize((char *)out, sizeof(typed), typed, sizeof(typed) - 1))

/* A library without its list of words answers that at once. */
static void passphrase(const struct job *job, size_t calls)
{
    size_t size = csecrets_passphrase_size(NWORDS, 1);

    for (size_t i = 0; i < calls; i++) {
        csecrets_status status = csecrets_passphrase((char *)job->out, size, NWORDS, " ");
        must(status == CSECRETS_OK || status == CSECRETS_ERR_UNSUPPORTED, "csecrets_passphrase");
    }
}

/* Without a policy: each character alone. */
#define BY_CHARACTER(who) \
    static void password_##who(const struct job *job, size_t calls) \
    { \
        for (size_t i = 0; i < calls; i++) { \
            for (size_t n = 0; n < NCHARS; n++) \
                job->out[n] = (unsigned char)characters[below_##who(sizeof(characters) - 1)]; \
            consume(job->out); \
        } \
    }

BY_CHARACTER(libsodium)
BY_CHARACTER(libbsd)
BY_CHARACTER(glibc)
BY_CHARACTER(rand)

const struct work password_works[] = {
    {"password(16)", 0, true,
     {{CSECRETS, password, NULL}, {LIBSODIUM, password_libsodium, NULL},
      {LIBBSD, password_libbsd, NULL}, {GLIBC, password_glibc, NULL},
      {PYTHON, ask_python, "''.join(secrets.choice(text) for _ in range(16))"},
      {RAND, password_rand, NULL}, {.run = NULL}},
     {13, 0, 0}},
    {"passphrase(6 words)", 0, false,
     {{CSECRETS, passphrase, NULL},
      {PYTHON, ask_python, "' '.join(secrets.choice(text) for _ in range(6))"}, {.run = NULL}},
     {10, 0, 0}},
    {"code(5 groups of 5)", 0, false,
     {{CSECRETS, code, NULL},
      {PYTHON, ask_python, "''.join(secrets.choice(text) for _ in range(25))"}, {.run = NULL}},
     {16, 0, 0}},
    {"code_normalize(29)", 0, false, {{CSECRETS, normalize, NULL}, {.run = NULL}}, {0, 0, 0}},
    {.name = NULL},
};
