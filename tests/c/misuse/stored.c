/* misuse/stored.c - every wrong call of a hash function is refused, in the order of the contract,
 *                   and leaves nothing that could pass for a hash; nothing unproven matches */
#include "refused.h"

static void token_hash(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_token_hash(NULL, "abc", 3));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_token_hash(NULL, NULL, SIZE_MAX));
    ANSWERS(NULL_POINTER, ZEROS(32), csecrets_token_hash(out.big, NULL, 1));
    ANSWERS(TOO_LARGE, ZEROS(32), csecrets_token_hash(out.big, "abc", TOO_LONG));
    ANSWERS(TOO_LARGE, ZEROS(32), csecrets_token_hash(out.big, "abc", SIZE_MAX));
    ANSWERS(INVALID, ZEROS(32), csecrets_token_hash(out.big, "abc", 0));
    ANSWERS(INVALID, ZEROS(32), csecrets_token_hash(out.big, NULL, 0));
    ANSWERS(OK, memcmp(&out, "\xBA\x78\x16\xBF", 4) == 0, csecrets_token_hash(out.big, "abc", 3));
    CHECK(holds(out.bytes + 32, sizeof out - 32, CANARY));
}

static void token_matches(void)
{
    uint8_t hash[CSECRETS_TOKEN_HASH_SIZE];
    CHECK(csecrets_token_hash(hash, "abc", 3) == OK);
    ANSWERS(1, UNTOUCHED, raw_token_matches(hash, "abc", 3));
    ANSWERS(0, UNTOUCHED, raw_token_matches(hash, "abd", 3));
    ANSWERS(0, UNTOUCHED, raw_token_matches(hash, "abc", 2));
    ANSWERS(0, UNTOUCHED, raw_token_matches(NULL, "abc", 3));
    ANSWERS(0, UNTOUCHED, raw_token_matches(hash, NULL, 3));
    ANSWERS(0, UNTOUCHED, raw_token_matches(hash, NULL, 0));
    ANSWERS(0, UNTOUCHED, raw_token_matches(hash, "abc", TOO_LONG));
    ANSWERS(0, UNTOUCHED, raw_token_matches(hash, "abc", SIZE_MAX));
    /* The hash of nothing, as another program may have stored it. */
    memcpy(hash,
           "\xE3\xB0\xC4\x42\x98\xFC\x1C\x14\x9A\xFB\xF4\xC8\x99\x6F\xB9\x24"
           "\x27\xAE\x41\xE4\x64\x9B\x93\x4C\xA4\x95\x99\x1B\x78\x52\xB8\x55",
           sizeof hash);
    ANSWERS(0, UNTOUCHED, raw_token_matches(hash, "", 0));
    ANSWERS(0, UNTOUCHED, raw_token_matches(hash, NULL, 0));
}

static void finds(size_t index, const char *needle, const char *base, size_t count, size_t size)
{
    ANSWERS(1, out.size[0] == index, raw_find_equal(out.size, needle, base, count, size));
    CHECK(holds(out.size + 1, sizeof out - sizeof index, CANARY));
}

static void finds_nothing(const char *needle, const char *base, size_t count, size_t size)
{
    ANSWERS(0, ONES(sizeof(size_t)), raw_find_equal(out.size, needle, base, count, size));
}

static void find_equal(void)
{
    static const char rows[] = "aaabbbcccbbb";
    finds(0, "aaa", rows, 4, 3);
    finds(1, "bbb", rows, 4, 3);
    finds(2, "ccc", rows, 4, 3);
    finds(3, "b", rows, 12, 1);
    finds_nothing("ddd", rows, 4, 3);
    finds_nothing("ccc", rows, 2, 3);
    finds_nothing("aaa", rows, 0, 3);
    finds_nothing("aaa", NULL, 0, 3);
    finds_nothing("aaa", NULL, 4, 3);
    finds_nothing(NULL, rows, 4, 3);
    finds_nothing("", rows, 4, 0);
    finds_nothing(NULL, NULL, 0, 0);
    finds_nothing("aaa", rows, TOO_LONG, 3);
    finds_nothing("aaa", rows, 4, TOO_LONG);
    finds_nothing("aaa", rows, SIZE_MAX / 3 + 2, 3);
    finds_nothing("aaa", rows, PTRDIFF_MAX, 3);
    finds_nothing("aaa", rows, TOO_LONG, 0);
    ANSWERS(0, UNTOUCHED, raw_find_equal(NULL, "aaa", rows, 4, 3));
}

/* 32 bytes from a password and a salt of one character each. */
static csecrets_status derive(void *key, size_t nbytes, const char *password, size_t password_len,
                              const char *salt, size_t salt_len, uint32_t iterations)
{
    return csecrets_pbkdf2_sha256(key, nbytes, password, password_len, salt, salt_len, iterations);
}

static void pbkdf2(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, derive(NULL, 32, "p", 1, "s", 1, 1));
    ANSWERS(NULL_POINTER, ZEROS(32), derive(&out, 32, NULL, 1, "s", 1, 1));
    ANSWERS(NULL_POINTER, ZEROS(32), derive(&out, 32, "p", 1, NULL, 1, 0));
    ANSWERS(NULL_POINTER, UNTOUCHED, derive(&out, TOO_LONG, NULL, 1, "s", 1, 1));
    ANSWERS(TOO_LARGE, UNTOUCHED, derive(&out, TOO_LONG, "p", 1, "s", 1, 0));
    ANSWERS(TOO_LARGE, UNTOUCHED, derive(&out, SIZE_MAX, "p", 1, "s", 1, 1));
    ANSWERS(TOO_LARGE, UNTOUCHED, derive(&out, (size_t)UINT32_MAX * 32 + 1, "p", 1, "s", 1, 1));
    ANSWERS(TOO_LARGE, ZEROS(32), derive(&out, 32, "p", TOO_LONG, "s", 1, 0));
    ANSWERS(TOO_LARGE, ZEROS(32), derive(&out, 32, "p", 1, "s", SIZE_MAX, 1));
    ANSWERS(INVALID, ZEROS(32), derive(&out, 32, "p", 1, "s", 1, 0));
    ANSWERS(INVALID, UNTOUCHED, derive(&out, 0, "p", 1, "s", 1, 1));
    ANSWERS(INVALID, UNTOUCHED, derive(NULL, 0, NULL, 0, NULL, 0, 1));
    ANSWERS(OK, !holds(&out, 64, CANARY), derive(&out, 64, NULL, 0, NULL, 0, 1));
    static const unsigned char salt[32];
    ANSWERS(OK,
            memcmp(&out,
                   "\x47\x05\xC0\x7E\xAF\x20\x28\x8E\xA3\x0F\xAA\x62\x52\x7E\xA2\xEB"
                   "\x46\x03\x31\xF2\xBF\xEC\xC6\xC0\x06\x46\x9C\x9E\xB3\x02\x77\xFA",
                   32) == 0,
            csecrets_pbkdf2_sha256(&out, 32, "user_password_123", 17, salt, 32, 100000));
    CHECK(holds(out.bytes + 32, sizeof out - 32, CANARY));
}

int main(void)
{
    token_hash();
    token_matches();
    find_equal();
    pbkdf2();
    return check_done("misuse/stored");
}
