/* Tokens that carry a payload of 16 bytes, and what they are made with. */
#include "peers.h"

#define PAYLOAD 16
#define PURPOSE "password reset"
#define NOW INT64_C(1700000000)

static const unsigned char key[32] = {1};
static const csecrets_span keys[1] = {{key, sizeof(key)}};
static char token[CSECRETS_SIGN_TOKEN_SIZE(PAYLOAD)];
static char api_key[CSECRETS_API_KEY_SIZE(4)];
static unsigned char mac[CSECRETS_HMAC_SIZE];
static size_t len;

static csecrets_status sign(const void *payload)
{
    return csecrets_sign_token(token, sizeof(token), key, sizeof(key), PURPOSE, payload, PAYLOAD,
                               CSECRETS_NEVER_EXPIRES);
}

static csecrets_status make_mac(unsigned char *out, const void *message)
{
    csecrets_span part = {message, PAYLOAD};

    return csecrets_hmac_sha256(out, key, sizeof(key), &part, 1);
}

static bool mac_matches(const void *message)
{
    csecrets_span part = {message, PAYLOAD};

    return csecrets_hmac_sha256_matches(mac, sizeof(mac), key, sizeof(key), &part, 1);
}

REPEAT_OK(sign_token, sign(job->other))
REPEAT_OK(hmac, make_mac(out, job->other))
REPEAT_OK(make_api_key, csecrets_api_key(api_key, sizeof(api_key), "acme"))

static void verify_token(const struct job *job, size_t calls)
{
    must(sign(job->other) == CSECRETS_OK, "csecrets_sign_token");
    for (size_t i = 0; i < calls; i++)
        must(csecrets_verify_token(job->out, PAYLOAD, &len, token, sizeof(token) - 1, PURPOSE, keys,
                                   1, NOW) == CSECRETS_OK,
             "csecrets_verify_token");
}

static void hmac_matches(const struct job *job, size_t calls)
{
    must(make_mac(mac, job->other) == CSECRETS_OK, "csecrets_hmac_sha256");
    for (size_t i = 0; i < calls; i++)
        must(mac_matches(job->other), "csecrets_hmac_sha256_matches");
}

static void check_api_key(const struct job *job, size_t calls)
{
    make_api_key(job, 1);
    for (size_t i = 0; i < calls; i++)
        must(csecrets_api_key_check(api_key, sizeof(api_key) - 1, "acme") == CSECRETS_OK,
             "csecrets_api_key_check");
}

/* What signs a token elsewhere: the HMAC alone, without format, purpose or expiry. */
REPEAT(sodium_hmac, libsodium.hmac(out, job->other, PAYLOAD, key) == 0)
REPEAT(openssl_hmac, openssl.hmac(openssl.evp_sha256(), key, sizeof(key), job->other, PAYLOAD, out,
                                  NULL) == out)

static void sodium_verify(const struct job *job, size_t calls)
{
    sodium_hmac(job, 1);
    for (size_t i = 0; i < calls; i++)
        must(libsodium.hmac_verify(job->out, job->other, PAYLOAD, key) == 0,
             "crypto_auth_hmacsha256_verify");
}

#define BY_PYTHON "hmac.digest(key, key[:16], 'sha256')"

const struct work sign_works[] = {
    {"sign_token(16)", 0, true,
     {{CSECRETS, sign_token, NULL}, {LIBSODIUM, sodium_hmac, NULL}, {OPENSSL, openssl_hmac, NULL},
      {PYTHON, ask_python, BY_PYTHON}, {.run = NULL}},
     {0, 0, 5}},
    {"verify_token(16)", 0, false,
     {{CSECRETS, verify_token, NULL}, {LIBSODIUM, sodium_verify, NULL}, {.run = NULL}},
     {0, 0, 5}},
    {"hmac_sha256(16)", 0, false,
     {{CSECRETS, hmac, NULL}, {LIBSODIUM, sodium_hmac, NULL}, {OPENSSL, openssl_hmac, NULL},
      {PYTHON, ask_python, BY_PYTHON}, {.run = NULL}},
     {0, 0, 4}},
    {"hmac_sha256_matches(16)", 0, false,
     {{CSECRETS, hmac_matches, NULL}, {LIBSODIUM, sodium_verify, NULL}, {.run = NULL}},
     {0, 0, 4}},
    {"api_key(acme)", 0, false, {{CSECRETS, make_api_key, NULL}, {.run = NULL}}, {31, 0, 0}},
    {"api_key_check(acme)", 0, false, {{CSECRETS, check_api_key, NULL}, {.run = NULL}}, {0, 0, 0}},
    {.name = NULL},
};
