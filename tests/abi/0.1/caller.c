/* caller.c - a program as it was written for 0.1: each kind of output, each structure, each error it
 *            knew. Compiled with 0.1's header, it has to run with every later library of that SONAME. */
#include "csecrets.h"

#include <stdio.h>
#include <string.h>

enum { NOW = 1111111109 };

static const char key[] = "0123456789abcdef0123456789abcdef";

static int failures;

#define CHECK(condition) \
    ((condition) ? (void)0 : (void)(failures++, printf("line %d: %s\n", __LINE__, #condition)))

static void draws(void)
{
    char text[CSECRETS_URLSAFE_SIZE(32)];
    CHECK(csecrets_token_urlsafe(text, sizeof text, 32) == CSECRETS_OK);
    CHECK(strlen(text) == sizeof text - 1);
    uint64_t below = 6;
    CHECK(csecrets_randbelow(&below, 6) == CSECRETS_OK && below < 6);
    int64_t between = 3;
    CHECK(csecrets_randint(&between, -2, 2) == CSECRETS_OK && -2 <= between && between <= 2);
    double real = 1;
    CHECK(csecrets_random(&real) == CSECRETS_OK && 0 <= real && real < 1);
    size_t chosen[3] = {9, 9, 9};
    CHECK(csecrets_sample_indices(chosen, 3, 3) == CSECRETS_OK);
    CHECK(chosen[0] + chosen[1] + chosen[2] == 3 && chosen[0] != chosen[1]);
}

static void structures(void)
{
    csecrets_password_policy policy = CSECRETS_PASSWORD_POLICY_INIT;
    policy.flags = CSECRETS_PASSWORD_NO_SYMBOLS | CSECRETS_PASSWORD_NO_UPPER;
    policy.min_digits = 4;
    char password[9];
    CHECK(csecrets_password(password, sizeof password, 8, &policy) == CSECRETS_OK);
    CHECK(strspn(password, "abcdefghijklmnopqrstuvwxyz0123456789") == 8);
    double bits = 0;
    CHECK(csecrets_password_bits(&bits, 8, &policy) == CSECRETS_OK && 30 < bits && bits < 42);

    /* RFC 6238, appendix B */
    csecrets_totp_params params = CSECRETS_TOTP_PARAMS_INIT;
    params.digits = 8;
    char code[9];
    CHECK(csecrets_totp(code, sizeof code, "12345678901234567890", 20, NOW, &params) == CSECRETS_OK);
    CHECK(strcmp(code, "07081804") == 0);

    /* RFC 4231, test case 2 */
    csecrets_span parts[2] = {{"what do ya want ", 16}, {"for nothing?", 12}};
    uint8_t mac[CSECRETS_HMAC_SIZE];
    CHECK(csecrets_hmac_sha256(mac, "Jefe", 4, parts, 2) == CSECRETS_OK);
    CHECK(mac[0] == 0x5b && mac[31] == 0x43);
}

/* What 0.1 wrote has to be read for ever. */
static void verdicts(void)
{
    static const char token[] = "AX__________YWxpY2VQDsQ_X4_GAo-g2oLIqPICZa7jPF-6"
                                "KeXETT2B7Lfbkw";
    char payload[CSECRETS_VERIFY_TOKEN_SIZE(sizeof token - 1)] = "";
    size_t payload_len = 0;
    csecrets_span keys[1] = {{key, sizeof key - 1}};
    CHECK(csecrets_verify_token(payload, sizeof payload, &payload_len, token, sizeof token - 1,
                                "reset", keys, 1, NOW) == CSECRETS_OK);
    CHECK(payload_len == 5 && memcmp(payload, "alice", 5) == 0);
    static const char stored[] = "$pbkdf2-sha256$i=100000$vLKyW2BONp4Uq+jc99ihsw$O"
                                 "fbIVjCCChuU4Ex9PmHuWNMx5VElqisQK4weovvzq+U";
    CHECK(csecrets_password_matches(stored, "correct horse", 13));
    CHECK(!csecrets_password_matches(stored, "correct house", 13));
    uint8_t uuid[CSECRETS_UUID_SIZE];
    static const char text[] = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
    CHECK(csecrets_uuid_parse(uuid, text, CSECRETS_UUID_TEXT_SIZE - 1) == CSECRETS_OK);
    CHECK(uuid[0] == 0xf8 && uuid[15] == 0xf6);
}

static void errors(void)
{
    char small[4] = "abc";
    CHECK(csecrets_token_hex(small, sizeof small, 16) == CSECRETS_ERR_BUFFER_TOO_SMALL);
    CHECK(small[0] == '\0');
    uint64_t none = 0;
    CHECK(csecrets_randbelow(&none, 0) == CSECRETS_ERR_INVALID_ARGUMENT && none == UINT64_MAX);
    CHECK(strcmp(csecrets_status_name(CSECRETS_ERR_REPLAYED), "CSECRETS_ERR_REPLAYED") == 0);
}

int main(void)
{
    CHECK(csecrets_version_number() >= CSECRETS_VERSION_NUMBER);
    draws();
    structures();
    verdicts();
    errors();
    return failures > 0;
}
