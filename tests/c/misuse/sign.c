/* misuse/sign.c - every wrong call of a signed token's function is refused, in the order of the
 *                 contract, and leaves neither a token nor a byte of a payload */
#include "refused.h"

enum { SIZE = CSECRETS_SIGN_TOKEN_SIZE(7) };

#define NOW 1000000000 /* the first that is believed */
#define SOON 1700000000
#define LAST INT64_C(253402300799)

static const unsigned char key[64] = {1, 2, 3, [32] = 4}, zeros[32];

/* By a key of this length, a payload of this length. */
static csecrets_status sign(size_t out_size, size_t key_len, const char *purpose, size_t nbytes,
                            int64_t expires_at)
{
    return csecrets_sign_token(out.text, out_size, key, key_len, purpose, "user=42", nbytes,
                               expires_at);
}

static void signing(void)
{
    ANSWERS(NULL_POINTER, NO_TEXT(SIZE), sign(128, 32, NULL, 7, SOON));
    ANSWERS(NULL_POINTER, UNTOUCHED, sign(TOO_LONG, TOO_LONG, NULL, TOO_LONG, 0));
    ANSWERS(NULL_POINTER, UNTOUCHED,
            csecrets_sign_token(NULL, 1, key, 32, "p", "user=42", 7, SOON));
    ANSWERS(NULL_POINTER, NO_TEXT(SIZE),
            csecrets_sign_token(out.text, 128, NULL, 32, "p", "user=42", 7, SOON));
    ANSWERS(NULL_POINTER, NO_TEXT(SIZE),
            csecrets_sign_token(out.text, 128, key, 32, "p", NULL, 1, SOON));
    ANSWERS(TOO_LARGE, UNTOUCHED, sign(TOO_LONG, 0, "", 7, 0));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, sign(128, TOO_LONG, "p", 7, SOON));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, sign(128, 32, "p", TOO_LONG, SOON));
    ANSWERS(TOO_LARGE, UNTOUCHED, sign(0, SIZE_MAX, "p", 7, SOON));
    ANSWERS(TOO_SMALL, UNTOUCHED, sign(0, 0, "", 7, 0));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, sign(SIZE - 1, 0, "", 7, 0));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, sign(128, 32, "p", PTRDIFF_MAX, SOON));
    ANSWERS(INVALID, NO_TEXT(SIZE), sign(128, 31, "", 7, SOON));
    static const int64_t bad_expiries[] = {INT64_MIN, -1,       0,            NOW - 1,
                                           LAST + 1,  1700000000000, INT64_MAX - 1};
    for (size_t i = 0; i < sizeof bad_expiries / sizeof bad_expiries[0]; i++)
        ANSWERS(INVALID, NO_TEXT(SIZE), sign(128, 31, "p", 7, bad_expiries[i]));
    ANSWERS(WEAK, NO_TEXT(SIZE), sign(128, 31, "p", 7, SOON));
    ANSWERS(WEAK, NO_TEXT(SIZE), sign(128, 0, "p", 7, SOON));
    ANSWERS(WEAK, NO_TEXT(SIZE),
            csecrets_sign_token(out.text, 128, NULL, 0, "p", NULL, 0, SOON));
    ANSWERS(WEAK, NO_TEXT(SIZE),
            csecrets_sign_token(out.text, 128, zeros, 32, "p", "user=42", 7, SOON));
    ANSWERS(OK, TEXT(55), csecrets_sign_token(out.text, 128, key, 32, "p", NULL, 0, SOON));
    ANSWERS(OK, TEXT(SIZE - 1), sign(SIZE, 32, "p", 7, NOW));
    ANSWERS(OK, TEXT(SIZE - 1), sign(SIZE, 32, "p", 7, LAST));
    ANSWERS(OK, TEXT(SIZE - 1), sign(SIZE, 32, "p", 7, CSECRETS_NEVER_EXPIRES));
}

/* A token of which verifying changes one thing at a time. */
static struct {
    void *payload;
    size_t payload_size;
    size_t *payload_len;
    const char *token;
    size_t token_len;
    const char *purpose;
    const csecrets_span *keys;
    size_t key_count;
    int64_t now;
} given;

static csecrets_status verify(void)
{
    return csecrets_verify_token(given.payload, given.payload_size, given.payload_len, given.token,
                                 given.token_len, given.purpose, given.keys, given.key_count,
                                 given.now);
}

static char token[SIZE], malformed[SIZE], forged[SIZE];
static const csecrets_span good[] = {{key + 32, 32}, {key, 32}}, weak[] = {{key, 32}, {key, 31}},
                           unset[] = {{key, 32}, {zeros, 32}}, null[] = {{key, 32}, {NULL, 32}},
                           long_[] = {{key, TOO_LONG}, {key, 32}},
                           both[] = {{key, TOO_LONG}, {NULL, 32}};

static void usual(void)
{
    given.payload = &out;
    given.payload_size = 64;
    given.payload_len = &length;
    given.token = token;
    given.token_len = SIZE - 1;
    given.purpose = "p";
    given.keys = good;
    given.key_count = 2;
    given.now = NOW;
}

/* The usual call, but for what is said here. */
#define VERIFIES(due, remains, ...) \
    do { \
        usual(); \
        __VA_ARGS__; \
        DECODES(due, remains, (due) == OK ? 7 : 0, verify()); \
    } while (0)

static void verifying(void)
{
    CHECK(csecrets_sign_token(token, SIZE, key, 32, "p", "user=42", 7, SOON) == OK);
    strcpy(malformed, token);
    malformed[20] = '=';
    strcpy(forged, token);
    forged[20] = token[20] == 'A' ? 'B' : 'A';

    VERIFIES(NULL_POINTER, UNTOUCHED, given.payload = NULL);
    VERIFIES(NULL_POINTER, ZEROS(64), given.token = NULL);
    VERIFIES(NULL_POINTER, ZEROS(64), given.purpose = NULL);
    VERIFIES(NULL_POINTER, ZEROS(64), given.keys = NULL);
    VERIFIES(NULL_POINTER, ZEROS(64), given.keys = null);
    VERIFIES(NULL_POINTER, ZEROS(64), given.keys = both);
    VERIFIES(NULL_POINTER, UNTOUCHED, given.keys = null, given.payload_size = TOO_LONG);
    usual();
    given.payload_len = NULL;
    ANSWERS(NULL_POINTER, ZEROS(64), verify());

    VERIFIES(TOO_LARGE, UNTOUCHED, given.payload_size = TOO_LONG);
    VERIFIES(TOO_LARGE, ZEROS(64), given.token_len = TOO_LONG);
    VERIFIES(TOO_LARGE, ZEROS(64), given.key_count = SIZE_MAX / sizeof *good);
    VERIFIES(TOO_LARGE, ZEROS(64), given.keys = long_, given.purpose = "", given.now = 0);

    VERIFIES(INVALID, ZEROS(64), given.key_count = 0, given.token = malformed);
    VERIFIES(INVALID, ZEROS(64), given.key_count = 0, given.keys = NULL);
    VERIFIES(INVALID, ZEROS(64), given.purpose = "", given.token = malformed, given.keys = weak);
    VERIFIES(INVALID, ZEROS(64), given.now = NOW - 1, given.token = malformed, given.keys = weak);
    VERIFIES(INVALID, ZEROS(64), given.now = -1);

    VERIFIES(MALFORMED, ZEROS(6), given.token = malformed, given.keys = weak,
             given.payload_size = 6);
    VERIFIES(MALFORMED, ZEROS(64), given.token = NULL, given.token_len = 0);
    VERIFIES(MALFORMED, ZEROS(64), given.token_len = 54);
    VERIFIES(MALFORMED, ZEROS(64), given.token_len = SIZE);

    VERIFIES(WEAK, ZEROS(6), given.keys = weak, given.payload_size = 6);
    VERIFIES(WEAK, ZEROS(6), given.keys = unset, given.payload_size = 6);

    VERIFIES(TOO_SMALL, ZEROS(6), given.token = forged, given.payload_size = 6, given.now = SOON);
    VERIFIES(TOO_SMALL, UNTOUCHED, given.payload = NULL, given.payload_size = 0);

    VERIFIES(BAD_SIGNATURE, ZEROS(7), given.token = forged, given.payload_size = 7,
             given.now = SOON);
    VERIFIES(BAD_SIGNATURE, ZEROS(64), given.purpose = "q");
    VERIFIES(BAD_SIGNATURE, ZEROS(64), given.key_count = 1);

    VERIFIES(EXPIRED, ZEROS(7), given.payload_size = 7, given.now = SOON);
    VERIFIES(EXPIRED, ZEROS(64), given.now = INT64_MAX);

    VERIFIES(OK, memcmp(&out, "user=42\0\0\xA5", 10) == 0, given.payload_size = 9,
             given.now = SOON - 1);
    CHECK(holds(out.bytes + 9, sizeof out - 9, CANARY));
}

/* A token of that expiry, whose signature can't be right. */
static void expires(csecrets_status due, int64_t expires_at)
{
    unsigned char bytes[48];
    size_t nbytes = 0;
    CHECK(csecrets_urlsafe_decode(bytes, sizeof bytes, &nbytes, token, SIZE - 1) == OK);
    for (size_t i = 0; i < 8; i++)
        bytes[1 + i] = (unsigned char)((uint64_t)expires_at >> (56 - 8 * i));
    CHECK(csecrets_urlsafe_encode(forged, SIZE, bytes, nbytes) == OK);
    VERIFIES(due, ZEROS(64), given.token = forged);
}

static void expiries(void)
{
    expires(MALFORMED, INT64_MIN);
    expires(MALFORMED, -1);
    expires(MALFORMED, 0);
    expires(MALFORMED, NOW - 1);
    expires(BAD_SIGNATURE, NOW);
    expires(BAD_SIGNATURE, LAST);
    expires(MALFORMED, LAST + 1);
    expires(MALFORMED, INT64_MAX - 1);
    expires(BAD_SIGNATURE, CSECRETS_NEVER_EXPIRES);
}

static void sizes(void)
{
    CHECK(SIZE == 65);
    for (size_t n = 0; n < 1000; n++)
        CHECK(csecrets_sign_token_size(n) == CSECRETS_SIGN_TOKEN_SIZE(n));
    CHECK(csecrets_sign_token_size(SIZE_MAX) == SIZE_MAX);
    CHECK(csecrets_sign_token_size(SIZE_MAX - 41) == SIZE_MAX);
}

int main(void)
{
    signing();
    verifying();
    expiries();
    sizes();
    return check_done("misuse/sign");
}
