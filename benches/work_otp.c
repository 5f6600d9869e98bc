/* One-time codes of six digits, as authenticators show them; OpenSSL's HMAC alone beside them. */
#include "peers.h"

#define NOW INT64_C(1700000000)
#define COUNTER 7

static const unsigned char key[20] = "12345678901234567890";
static const unsigned char message[8] = {0, 0, 0, 0, 0, 0, 0, COUNTER};
static char code[7];
static uint64_t step;

REPEAT_OK(totp, csecrets_totp((char *)out, 7, key, sizeof(key), NOW, NULL))
REPEAT_OK(hotp, csecrets_hotp((char *)out, 7, key, sizeof(key), COUNTER, 6))

static void verify(const struct job *job, size_t calls)
{
    (void)job;
    must(csecrets_totp(code, sizeof(code), key, sizeof(key), NOW, NULL) == CSECRETS_OK,
         "csecrets_totp");
    for (size_t i = 0; i < calls; i++) {
        must(csecrets_totp_verify(&step, code, 6, key, sizeof(key), NOW, 0, NULL) == CSECRETS_OK,
             "csecrets_totp_verify");
        consume(&step);
    }
}

REPEAT(hmac, openssl.hmac(openssl.evp_sha1(), key, sizeof(key), message, sizeof(message), out, NULL)
                 != NULL)

#define BY_PYTHON "hmac.digest(key[:20], key[:8], 'sha1')"

const struct work otp_works[] = {
    {"hotp(6)", 0, false,
     {{CSECRETS, hotp, NULL}, {OPENSSL, hmac, NULL}, {PYTHON, ask_python, BY_PYTHON},
      {.run = NULL}},
     {0, 0, 0}},
    {"totp(6)", 0, false,
     {{CSECRETS, totp, NULL}, {OPENSSL, hmac, NULL}, {PYTHON, ask_python, BY_PYTHON},
      {.run = NULL}},
     {0, 0, 0}},
    {"totp_verify(6)", 0, false, {{CSECRETS, verify, NULL}, {.run = NULL}}, {0, 0, 0}},
    {.name = NULL},
};
