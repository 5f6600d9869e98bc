/* misuse/otp.c - every wrong call of the one-time codes is refused, in the order of the contract,
 *                and leaves neither a code nor a step */
#include "refused.h"

#define NOW INT64_C(1700000000)
#define STEP (UINT64_C(1700000000) / 30)

typedef csecrets_totp_params params;

static const unsigned char zeros[100];
static const char key[] = "12345678901234567890";
enum { N = sizeof key - 1 };

static params usual(void)
{
    return (params)CSECRETS_TOTP_PARAMS_INIT;
}

static csecrets_status totp(char *text, size_t size, const void *with, size_t n, int64_t now,
                            const params *as)
{
    return csecrets_totp(text, size, with, n, now, as);
}

static csecrets_status verify(uint64_t *step, const char *code, size_t code_len, const void *with,
                              size_t n, int64_t now, const params *as)
{
    return csecrets_totp_verify(step, code, code_len, with, n, now, 0, as);
}

/* Both functions refuse the parameters, whatever else is wrong after them. */
static void refused(const params *as)
{
    ANSWERS(INVALID, NO_TEXT(20), totp(out.text, 20, key, N, NOW, as));
    ANSWERS(INVALID, NO_TEXT(20), totp(out.text, 20, zeros, 0, NOW, as));
    ANSWERS(INVALID, ONES(8), verify(out.u64, "287082", 6, key, N, NOW, as));
    ANSWERS(INVALID, ONES(8), verify(out.u64, "x", 1, NULL, 0, NOW, as));
}

static void parameters(void)
{
    union {
        params known;
        unsigned char bytes[1025];
    } later = {usual()};
    params bad[10];
    for (size_t i = 0; i < 10; i++)
        bad[i] = usual();
    bad[0].digits = 5;
    bad[1].digits = 9;
    bad[2].digits = 0;
    bad[3].period = 14;
    bad[4].period = 301;
    bad[5].period = 0;
    bad[6].window = 11;
    bad[7].window = UINT32_MAX;
    bad[8].algorithm = 0;
    bad[9].algorithm = 3;
    for (size_t i = 0; i < 10; i++)
        refused(&bad[i]);
    const uint32_t sizes[] = {0, sizeof(params) - 1, 1025, UINT32_MAX};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        later.known.struct_size = sizes[i];
        refused(&later.known);
    }
    for (uint32_t size = sizeof(params); size <= 1024; size += 251) {
        later.known.struct_size = size;
        ANSWERS(OK, TEXT(6), totp(out.text, 7, key, N, NOW, &later.known));
        if (size > sizeof(params)) {
            later.bytes[size - 1] = 1;
            refused(&later.known);
            later.bytes[size - 1] = 0;
        }
    }
}

static void times(void)
{
    static const int64_t bad[] = {INT64_MIN, -1, 0, 59, 1700000, 999999999};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        ANSWERS(INVALID, NO_TEXT(7), totp(out.text, 7, key, N, bad[i], NULL));
        ANSWERS(INVALID, ONES(8), verify(out.u64, "x", 1, key, 0, bad[i], NULL));
    }
    ANSWERS(OK, TEXT(6), totp(out.text, 7, key, N, 1000000000, NULL));
    ANSWERS(OK, TEXT(6), totp(out.text, 7, key, N, INT64_MAX, NULL));
    char code[7];
    memcpy(code, out.text, sizeof code);
    ANSWERS(OK, out.u64[0] == (uint64_t)INT64_MAX / 30,
            verify(out.u64, code, 6, key, N, INT64_MAX, NULL));
}

static void computing(void)
{
    params eight = usual();
    eight.digits = 8;
    ANSWERS(NULL_POINTER, UNTOUCHED, totp(NULL, 7, key, N, NOW, NULL));
    ANSWERS(NULL_POINTER, UNTOUCHED, totp(NULL, TOO_LONG, NULL, TOO_LONG, 0, NULL));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, totp(out.text, 7, NULL, N, NOW, NULL));
    ANSWERS(NULL_POINTER, UNTOUCHED, totp(out.text, TOO_LONG, NULL, N, NOW, NULL));
    ANSWERS(TOO_LARGE, UNTOUCHED, totp(out.text, TOO_LONG, key, N, NOW, NULL));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, totp(out.text, 1, key, TOO_LONG, 0, NULL));
    ANSWERS(TOO_LARGE, UNTOUCHED, totp(NULL, 0, key, SIZE_MAX, NOW, NULL));
    ANSWERS(TOO_SMALL, UNTOUCHED, totp(NULL, 0, NULL, 0, 0, NULL));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, totp(out.text, 6, key, N, 0, NULL));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, totp(out.text, 8, key, N, NOW, &eight));
    ANSWERS(WEAK, NO_TEXT(7), totp(out.text, 7, key, 15, NOW, NULL));
    ANSWERS(WEAK, NO_TEXT(7), totp(out.text, 7, NULL, 0, NOW, NULL));
    ANSWERS(WEAK, NO_TEXT(7), totp(out.text, 7, zeros, 16, NOW, NULL));
    ANSWERS(WEAK, NO_TEXT(9), totp(out.text, 9, zeros, 100, NOW, &eight));
    /* RFC 6238, appendix B. */
    ANSWERS(OK, TEXT(8) && strcmp(out.text, "89005924") == 0,
            totp(out.text, 9, key, N, 1234567890, &eight));
    eight.algorithm = CSECRETS_TOTP_SHA256;
    ANSWERS(OK, TEXT(8) && strcmp(out.text, "91819424") == 0,
            totp(out.text, 9, "12345678901234567890123456789012", 32, 1234567890, &eight));
}

static void counting(void)
{
    char *text = out.text;
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_hotp(NULL, 7, key, N, 0, 6));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, csecrets_hotp(text, 7, NULL, N, 0, 0));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_hotp(text, TOO_LONG, NULL, N, 0, 6));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_hotp(text, TOO_LONG, key, N, 0, 6));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, csecrets_hotp(text, 7, key, TOO_LONG, 0, 0));
    ANSWERS(TOO_SMALL, UNTOUCHED, csecrets_hotp(NULL, 0, key, N, 0, 6));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_hotp(text, 6, zeros, 0, 0, 6));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_hotp(text, 64, key, N, 0, INT32_MAX - 1));
    ANSWERS(INVALID, NO_TEXT(7), csecrets_hotp(text, 7, zeros, 0, 0, 5));
    ANSWERS(INVALID, NO_TEXT(10), csecrets_hotp(text, 10, key, N, 0, 9));
    ANSWERS(INVALID, EMPTY_TEXT, csecrets_hotp(text, 1, key, N, 0, 0));
    ANSWERS(WEAK, NO_TEXT(7), csecrets_hotp(text, 7, key, 15, 0, 6));
    ANSWERS(WEAK, NO_TEXT(7), csecrets_hotp(text, 7, zeros, 16, 0, 6));
    /* RFC 4226, appendix D. */
    ANSWERS(OK, TEXT(6) && strcmp(text, "755224") == 0, csecrets_hotp(text, 7, key, N, 0, 6));
    ANSWERS(OK, TEXT(6) && strcmp(text, "520489") == 0, csecrets_hotp(text, 7, key, N, 9, 6));
    ANSWERS(OK, TEXT(8), csecrets_hotp(text, 9, key, N, UINT64_MAX, 8));
}

static void verifying(void)
{
    char code[7], spaced[9] = "";
    uint64_t *step = out.u64;
    CHECK(csecrets_totp(code, sizeof code, key, N, NOW, NULL) == OK);
    snprintf(spaced, sizeof spaced, "%.3s %.3s ", code, code + 3);
    ANSWERS(NULL_POINTER, UNTOUCHED, verify(NULL, code, 6, key, N, NOW, NULL));
    ANSWERS(NULL_POINTER, UNTOUCHED, verify(NULL, NULL, TOO_LONG, NULL, TOO_LONG, 0, NULL));
    ANSWERS(NULL_POINTER, ONES(8), verify(step, NULL, 6, key, N, NOW, NULL));
    ANSWERS(NULL_POINTER, ONES(8), verify(step, code, TOO_LONG, NULL, N, NOW, NULL));
    ANSWERS(TOO_LARGE, ONES(8), verify(step, code, TOO_LONG, key, N, 0, NULL));
    ANSWERS(TOO_LARGE, ONES(8), verify(step, code, 6, key, SIZE_MAX, 0, NULL));
    ANSWERS(MALFORMED, ONES(8), verify(step, NULL, 0, zeros, 16, NOW, NULL));
    ANSWERS(MALFORMED, ONES(8), verify(step, code, 5, key, 0, NOW, NULL));
    ANSWERS(MALFORMED, ONES(8), verify(step, code, 7, key, N, NOW, NULL));
    ANSWERS(MALFORMED, ONES(8), verify(step, "12345a", 6, key, N, NOW, NULL));
    ANSWERS(MALFORMED, ONES(8), verify(step, "123-456", 7, key, N, NOW, NULL));
    ANSWERS(MALFORMED, ONES(8), verify(step, "      ", 6, key, N, NOW, NULL));
    ANSWERS(WEAK, ONES(8), verify(step, code, 6, key, 15, NOW, NULL));
    ANSWERS(WEAK, ONES(8), verify(step, code, 6, NULL, 0, NOW, NULL));
    ANSWERS(WEAK, ONES(8), verify(step, code, 6, zeros, 100, NOW, NULL));
    ANSWERS(OK, *step == STEP, verify(step, code, 6, key, N, NOW, NULL));
    ANSWERS(OK, *step == STEP, verify(step, spaced, 8, key, N, NOW, NULL));
    ANSWERS(OK, *step == STEP, verify(step, code, 6, key, N, NOW + 30, NULL));
    ANSWERS(OK, *step == STEP, verify(step, code, 6, key, N, NOW - 30, NULL));
    ANSWERS(BAD_CODE, ONES(8), verify(step, code, 6, key, N, NOW + 60, NULL));
    ANSWERS(BAD_CODE, ONES(8), verify(step, code, 6, key, N, NOW - 60, NULL));
    ANSWERS(BAD_CODE, ONES(8), verify(step, code, 6, "1234567890123456789", 19, NOW, NULL));
    static const uint64_t used[] = {STEP, STEP + 1, UINT64_MAX};
    for (size_t i = 0; i < sizeof used / sizeof used[0]; i++)
        ANSWERS(REPLAYED, ONES(8), csecrets_totp_verify(step, code, 6, key, N, NOW, used[i], NULL));
    ANSWERS(OK, *step == STEP, csecrets_totp_verify(step, code, 6, key, N, NOW, STEP - 1, NULL));
    /* A wrong code tells nothing of what is used up. */
    ANSWERS(BAD_CODE, ONES(8), csecrets_totp_verify(step, code, 6, key, N, NOW + 90, STEP, NULL));
    CHECK(out.u64[1] == UINT64_C(0xA5A5A5A5A5A5A5A5));
}

int main(void)
{
    parameters();
    times();
    computing();
    counting();
    verifying();
    return check_done("misuse/otp");
}
