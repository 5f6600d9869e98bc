/* misuse/hmac.c - every wrong call of HMAC is refused, in the order of the contract, and leaves nothing that
 *                 could pass for a tag; a tag matches only as a whole */
#include "refused.h"

static const unsigned char zeros[200];
static const csecrets_span good[] = {{"what do ya want ", 16}, {NULL, 0}, {"for nothing?", 12}};
static const csecrets_span null[] = {{"what", 4}, {NULL, 1}}, null_too_long[] = {{NULL, TOO_LONG}};
static const csecrets_span too_long[] = {{"what", TOO_LONG}, {"for", 3}};
static const csecrets_span null_and_too_long[] = {{"what", SIZE_MAX}, {NULL, 1}};

/* RFC 4231, test case 2: the key is "Jefe". */
static const unsigned char tag[33] = "\x5B\xDC\xC1\x46\xBF\x60\x75\x4E\x6A\x04\x24\x26\x08\x95\x75\xC7"
                                     "\x5A\x00\x3F\x08\x9D\x27\x39\x83\x9D\xEC\x58\xB9\x64\xEC\x38\x43";

static csecrets_status hmac(const void *key, size_t key_len, const csecrets_span *parts, size_t count)
{
    return csecrets_hmac_sha256(out.bytes, key, key_len, parts, count);
}

static void computing(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_hmac_sha256(NULL, "Jefe", 4, good, 3));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_hmac_sha256(NULL, NULL, TOO_LONG, NULL, TOO_LONG));
    ANSWERS(NULL_POINTER, ZEROS(32), hmac(NULL, 4, good, 3));
    ANSWERS(NULL_POINTER, ZEROS(32), hmac(NULL, TOO_LONG, good, 3));
    ANSWERS(NULL_POINTER, ZEROS(32), hmac("Jefe", 4, NULL, 1));
    ANSWERS(NULL_POINTER, ZEROS(32), hmac("", 0, NULL, SIZE_MAX));
    ANSWERS(NULL_POINTER, ZEROS(32), hmac("", 0, null, 2));
    ANSWERS(NULL_POINTER, ZEROS(32), hmac("Jefe", 4, null_too_long, 1));
    ANSWERS(NULL_POINTER, ZEROS(32), hmac("Jefe", TOO_LONG, null_and_too_long, 2));
    ANSWERS(TOO_LARGE, ZEROS(32), hmac("Jefe", TOO_LONG, good, 3));
    ANSWERS(TOO_LARGE, ZEROS(32), hmac("", 0, too_long, 2));
    ANSWERS(TOO_LARGE, ZEROS(32), hmac("Jefe", 4, good, SIZE_MAX));
    ANSWERS(TOO_LARGE, ZEROS(32), hmac(zeros, 32, good, PTRDIFF_MAX / sizeof *good + 1));
    ANSWERS(INVALID, ZEROS(32), hmac("Jefe", 0, good, 3));
    ANSWERS(INVALID, ZEROS(32), hmac(NULL, 0, NULL, 0));
    for (size_t n = 1; n <= sizeof zeros; n++)
        ANSWERS(WEAK, ZEROS(32), hmac(zeros, n, good, 3));
    ANSWERS(OK, memcmp(&out, tag, 32) == 0, hmac("Jefe", 4, good, 3));
    CHECK(holds(out.bytes + 32, sizeof out - 32, CANARY));
    /* The empty message has a tag of its own, however it is written. */
    static const csecrets_span nothing[] = {{NULL, 0}, {"", 0}};
    unsigned char empty[32];
    CHECK(csecrets_hmac_sha256(empty, "Jefe", 4, NULL, 0) == OK);
    CHECK(hmac("Jefe", 4, nothing, 2) == OK && memcmp(out.bytes, empty, 32) == 0);
    CHECK(memcmp(empty, tag, 32) != 0);
}

#define MATCHES(due, ...) ANSWERS(due, UNTOUCHED, raw_hmac_sha256_matches(__VA_ARGS__))

static void matching(void)
{
    MATCHES(1, tag, 32, "Jefe", 4, good, 3);
    MATCHES(0, NULL, 32, "Jefe", 4, good, 3);
    MATCHES(0, NULL, 0, "Jefe", 4, good, 3);
    MATCHES(0, tag, 0, "Jefe", 4, good, 3);
    MATCHES(0, tag, 31, "Jefe", 4, good, 3);
    MATCHES(0, tag, 33, "Jefe", 4, good, 3);
    MATCHES(0, tag, TOO_LONG, "Jefe", 4, good, 3);
    MATCHES(0, tag, SIZE_MAX, "Jefe", 4, good, 3);
    MATCHES(0, tag, 32, NULL, 4, good, 3);
    MATCHES(0, tag, 32, NULL, 0, good, 3);
    MATCHES(0, tag, 32, "Jefe", 0, good, 3);
    MATCHES(0, tag, 32, "Jefe", 3, good, 3);
    MATCHES(0, tag, 32, "Jeff", 4, good, 3);
    MATCHES(0, tag, 32, "Jefe", TOO_LONG, good, 3);
    MATCHES(0, tag, 32, "Jefe", 4, NULL, 3);
    MATCHES(0, tag, 32, "Jefe", 4, NULL, 0);
    MATCHES(0, tag, 32, "Jefe", 4, good, 2);
    MATCHES(0, tag, 32, "Jefe", 4, good, SIZE_MAX);
    MATCHES(0, tag, 32, "Jefe", 4, null, 2);
    MATCHES(0, tag, 32, "Jefe", 4, too_long, 2);
    for (size_t bit = 0; bit < 256; bit++) {
        unsigned char forged[32];
        memcpy(forged, tag, sizeof forged);
        forged[bit / 8] ^= (unsigned char)(1u << bit % 8);
        MATCHES(0, forged, 32, "Jefe", 4, good, 3);
    }
    /* What a key of zeros, or none, has for a tag of the empty message. */
    static const unsigned char of_zeros[33] =
        "\xB6\x13\x67\x9A\x08\x14\xD9\xEC\x77\x2F\x95\xD7\x78\xC3\x5F\xC5"
        "\xFF\x16\x97\xC4\x93\x71\x56\x53\xC6\xC7\x12\x14\x42\x92\xC5\xAD";
    MATCHES(0, of_zeros, 32, zeros, 32, NULL, 0);
    MATCHES(0, of_zeros, 32, NULL, 0, NULL, 0);
}

int main(void)
{
    computing();
    matching();
    return check_done("misuse/hmac");
}
