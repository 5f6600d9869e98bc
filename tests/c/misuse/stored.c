/* misuse/stored.c - wrong calls of the hashes and of csecrets_find_equal, and what they leave behind */
#include <csecrets.h>

#include "check.h"

#define NONE SIZE_MAX /* where an output is to be untouched */
#define REFUSED ((size_t)PTRDIFF_MAX + 1)

enum { ROOM = 64 };
static unsigned char out[ROOM];

static bool zeroed(size_t size)
{
    if (size == NONE)
        size = 0;
    return holds(out, size, 0) && holds(out + size, ROOM - size, 0xA5);
}

static void token_hash(void)
{
    static const struct {
        bool out;
        const char *token;
        size_t nbytes;
        csecrets_status status;
    } calls[] = {
        {false, "abc", 3, CSECRETS_ERR_NULL_POINTER},
        {false, NULL, SIZE_MAX, CSECRETS_ERR_NULL_POINTER},
        {true, NULL, 1, CSECRETS_ERR_NULL_POINTER},
        {true, "abc", REFUSED, CSECRETS_ERR_TOO_LARGE},
        {true, "abc", SIZE_MAX, CSECRETS_ERR_TOO_LARGE},
        {true, "abc", 0, CSECRETS_ERR_INVALID_ARGUMENT},
        {true, NULL, 0, CSECRETS_ERR_INVALID_ARGUMENT},
    };
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        memset(out, 0xA5, sizeof out);
        CHECK(csecrets_token_hash(calls[i].out ? out : NULL, calls[i].token, calls[i].nbytes) ==
              calls[i].status);
        CHECK(zeroed(calls[i].out ? CSECRETS_TOKEN_HASH_SIZE : NONE));
    }
    unsigned char hash[CSECRETS_TOKEN_HASH_SIZE];
    memset(out, 0xA5, sizeof out);
    CHECK(csecrets_token_hash(out, "abc", 3) == CSECRETS_OK);
    CHECK(memcmp(out, "\xBA\x78\x16\xBF", 4) == 0 && holds(out + 32, ROOM - 32, 0xA5));
    CHECK(csecrets_token_matches(out, "abc", 3));
    CHECK(!csecrets_token_matches(out, "abd", 3));
    CHECK(!csecrets_token_matches(out, "abc", 2));
    CHECK(!csecrets_token_matches(NULL, "abc", 3));
    CHECK(!csecrets_token_matches(out, NULL, 3));
    CHECK(!csecrets_token_matches(out, NULL, 0));
    CHECK(!csecrets_token_matches(out, "abc", REFUSED));
    /* The hash of nothing, as another program may have stored it. */
    memcpy(hash,
           "\xE3\xB0\xC4\x42\x98\xFC\x1C\x14\x9A\xFB\xF4\xC8\x99\x6F\xB9\x24"
           "\x27\xAE\x41\xE4\x64\x9B\x93\x4C\xA4\x95\x99\x1B\x78\x52\xB8\x55",
           sizeof hash);
    CHECK(!csecrets_token_matches(hash, "", 0));
    CHECK(!csecrets_token_matches(hash, NULL, 0));
}

static void find_equal(void)
{
    static const char rows[] = "aaabbbcccbbb";
    static const struct {
        const char *needle, *base;
        size_t count, size, found;
    } calls[] = {
        {"aaa", rows, 4, 3, 0},
        {"bbb", rows, 4, 3, 1},
        {"ccc", rows, 4, 3, 2},
        {"ddd", rows, 4, 3, SIZE_MAX},
        {"ccc", rows, 2, 3, SIZE_MAX},
        {"b", rows, 12, 1, 3},
        {"aaa", rows, 0, 3, SIZE_MAX},
        {"aaa", NULL, 0, 3, SIZE_MAX},
        {"aaa", NULL, 4, 3, SIZE_MAX},
        {NULL, rows, 4, 3, SIZE_MAX},
        {"", rows, 4, 0, SIZE_MAX},
        {NULL, NULL, 0, 0, SIZE_MAX},
        {"aaa", rows, REFUSED, 3, SIZE_MAX},
        {"aaa", rows, 4, REFUSED, SIZE_MAX},
        {"aaa", rows, SIZE_MAX / 3 + 2, 3, SIZE_MAX},
        {"aaa", rows, PTRDIFF_MAX, 3, SIZE_MAX},
        {"aaa", rows, REFUSED, 0, SIZE_MAX},
    };
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        size_t index = 77;
        CHECK(csecrets_find_equal(&index, calls[i].needle, calls[i].base, calls[i].count,
                                  calls[i].size) == (calls[i].found != SIZE_MAX));
        CHECK(index == calls[i].found);
    }
    CHECK(!csecrets_find_equal(NULL, "aaa", rows, 4, 3));
}

static void pbkdf2(void)
{
    static const struct {
        bool out;
        size_t nbytes;
        const char *password;
        size_t password_len;
        const char *salt;
        size_t salt_len;
        uint32_t iterations;
        csecrets_status status;
        size_t zeroed;
    } calls[] = {
        {false, 32, "p", 1, "s", 1, 1, CSECRETS_ERR_NULL_POINTER, NONE},
        {true, 32, NULL, 1, "s", 1, 1, CSECRETS_ERR_NULL_POINTER, 32},
        {true, 32, "p", 1, NULL, 1, 0, CSECRETS_ERR_NULL_POINTER, 32},
        {true, REFUSED, NULL, 1, "s", 1, 1, CSECRETS_ERR_NULL_POINTER, NONE},
        {true, REFUSED, "p", 1, "s", 1, 0, CSECRETS_ERR_TOO_LARGE, NONE},
        {true, SIZE_MAX, "p", 1, "s", 1, 1, CSECRETS_ERR_TOO_LARGE, NONE},
        {true, (size_t)UINT32_MAX * 32 + 1, "p", 1, "s", 1, 1, CSECRETS_ERR_TOO_LARGE, NONE},
        {true, 32, "p", REFUSED, "s", 1, 0, CSECRETS_ERR_TOO_LARGE, 32},
        {true, 32, "p", 1, "s", SIZE_MAX, 1, CSECRETS_ERR_TOO_LARGE, 32},
        {true, 32, "p", 1, "s", 1, 0, CSECRETS_ERR_INVALID_ARGUMENT, 32},
        {true, 0, "p", 1, "s", 1, 1, CSECRETS_ERR_INVALID_ARGUMENT, NONE},
        {false, 0, NULL, 0, NULL, 0, 1, CSECRETS_ERR_INVALID_ARGUMENT, NONE},
    };
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        memset(out, 0xA5, sizeof out);
        CHECK(csecrets_pbkdf2_sha256(calls[i].out ? out : NULL, calls[i].nbytes, calls[i].password,
                                     calls[i].password_len, calls[i].salt, calls[i].salt_len,
                                     calls[i].iterations) == calls[i].status);
        CHECK(zeroed(calls[i].zeroed));
    }
    static const unsigned char salt[32];
    memset(out, 0xA5, sizeof out);
    CHECK(csecrets_pbkdf2_sha256(out, 32, "user_password_123", 17, salt, 32, 100000) == CSECRETS_OK);
    CHECK(memcmp(out,
                 "\x47\x05\xC0\x7E\xAF\x20\x28\x8E\xA3\x0F\xAA\x62\x52\x7E\xA2\xEB"
                 "\x46\x03\x31\xF2\xBF\xEC\xC6\xC0\x06\x46\x9C\x9E\xB3\x02\x77\xFA",
                 32) == 0);
    CHECK(holds(out + 32, ROOM - 32, 0xA5));
    CHECK(csecrets_pbkdf2_sha256(out, ROOM, NULL, 0, NULL, 0, 1) == CSECRETS_OK);
}

int main(void)
{
    token_hash();
    find_equal();
    pbkdf2();
    return check_done("misuse/stored");
}
