/* What a server keeps in place of a secret: the hash of a token, and of a password. */
#include <string.h>

#include "peers.h"

/* A token of 32 bytes in base64url. */
#define TOKEN_LEN 43
#define ROUNDS 1000

static const char password[] = "correct horse battery staple";
static const char salt[] = "0123456789abcdef";
static unsigned char token_hash[CSECRETS_TOKEN_HASH_SIZE];
static char password_hash[CSECRETS_PASSWORD_HASH_SIZE];

REPEAT_OK(hash, csecrets_token_hash(out, job->other, TOKEN_LEN))
REPEAT_OK(pbkdf2, csecrets_pbkdf2_sha256(out, 32, password, sizeof(password) - 1, salt,
                                         sizeof(salt) - 1, ROUNDS))
REPEAT_OK(slow_hash, csecrets_password_hash(password_hash, sizeof(password_hash), password,
                                            sizeof(password) - 1, 0))

static void hash_matches(const struct job *job, size_t calls)
{
    must(csecrets_token_hash(token_hash, job->other, TOKEN_LEN) == CSECRETS_OK,
         "csecrets_token_hash");
    for (size_t i = 0; i < calls; i++) {
        must(csecrets_token_matches(token_hash, job->other, TOKEN_LEN), "csecrets_token_matches");
        consume(token_hash);
    }
}

static void password_matches(const struct job *job, size_t calls)
{
    if (password_hash[0] == '\0')
        slow_hash(job, 1);
    for (size_t i = 0; i < calls; i++)
        must(csecrets_password_matches(password_hash, password, sizeof(password) - 1),
             "csecrets_password_matches");
}

REPEAT(sodium_hash, libsodium.sha256(out, job->other, TOKEN_LEN) == 0)
REPEAT(openssl_hash, openssl.sha256(job->other, TOKEN_LEN, out) == out)

static bool openssl_rounds(unsigned char *out, int rounds)
{
    return openssl.pbkdf2(password, sizeof(password) - 1, (const unsigned char *)salt,
                          sizeof(salt) - 1, rounds, openssl.evp_sha256(), 32, out) == 1;
}

REPEAT(openssl_pbkdf2, openssl_rounds(out, ROUNDS))
REPEAT(openssl_slow, openssl_rounds(out, 600000))

#define BY_PYTHON(rounds) "hashlib.pbkdf2_hmac('sha256', b'staple', key[:16], " rounds ")"

const struct work stored_works[] = {
    {"token_hash(43)", 0, true,
     {{CSECRETS, hash, NULL}, {LIBSODIUM, sodium_hash, NULL}, {OPENSSL, openssl_hash, NULL},
      {PYTHON, ask_python, "hashlib.sha256(key).digest()"}, {.run = NULL}},
     {0, 0, 1}},
    {"token_matches(43)", 0, false, {{CSECRETS, hash_matches, NULL}, {.run = NULL}}, {0, 0, 1}},
    {"pbkdf2_sha256(1000 rounds)", 0, true,
     {{CSECRETS, pbkdf2, NULL}, {OPENSSL, openssl_pbkdf2, NULL},
      {PYTHON, ask_python, BY_PYTHON("1000")}, {.run = NULL}},
     {0, 0, 2 * ROUNDS + 2}},
    {"password_hash(600000 rounds)", 0, false,
     {{CSECRETS, slow_hash, NULL}, {OPENSSL, openssl_slow, NULL},
      {PYTHON, ask_python, BY_PYTHON("600000")}, {.run = NULL}},
     {0, 0, 2 * 600000 + 2}},
    {"password_matches(600000 rounds)", 0, false,
     {{CSECRETS, password_matches, NULL}, {.run = NULL}},
     {0, 0, 2 * 600000 + 2}},
    {.name = NULL},
};
