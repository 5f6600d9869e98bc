/* misuse/sign.c - wrong calls of the signed tokens: what they answer, and what every output holds then */
#include <csecrets.h>

#include "check.h"

#define NONE SIZE_MAX /* where an output is to be untouched */
#define REFUSED ((size_t)PTRDIFF_MAX + 1)
#define NOW 1000000000 /* the first that is believed */
#define SOON 1700000000

enum { ROOM = 128, NEEDED = 65 };
static const unsigned char key[64] = {1, 2, 3, [32] = 4}, zeros[32];
static const char payload[] = "user=42";
static char token[ROOM];
static unsigned char out[ROOM];
static size_t length;

static csecrets_status sign(char *to, size_t size, size_t key_len, const char *purpose, size_t nbytes,
                            int64_t expires_at)
{
    return csecrets_sign_token(to, size, key, key_len, purpose, payload, nbytes, expires_at);
}

static void signing(void)
{
    static const struct {
        size_t out_size, key_len;
        const char *purpose;
        size_t nbytes;
        int64_t expires_at;
        csecrets_status status;
        bool emptied;
    } calls[] = {
        {ROOM, 32, NULL, 7, SOON, CSECRETS_ERR_NULL_POINTER, true},
        {REFUSED, REFUSED, NULL, REFUSED, 0, CSECRETS_ERR_NULL_POINTER, false},
        {REFUSED, 0, "", 7, 0, CSECRETS_ERR_TOO_LARGE, false},
        {ROOM, REFUSED, "p", 7, SOON, CSECRETS_ERR_TOO_LARGE, true},
        {ROOM, 32, "p", REFUSED, SOON, CSECRETS_ERR_TOO_LARGE, true},
        {0, SIZE_MAX, "p", 7, SOON, CSECRETS_ERR_TOO_LARGE, false},
        {0, 0, "", 7, 0, CSECRETS_ERR_BUFFER_TOO_SMALL, false},
        {NEEDED - 1, 0, "", 7, 0, CSECRETS_ERR_BUFFER_TOO_SMALL, true},
        {ROOM, 32, "p", PTRDIFF_MAX, SOON, CSECRETS_ERR_BUFFER_TOO_SMALL, true},
        {ROOM, 31, "", 7, SOON, CSECRETS_ERR_INVALID_ARGUMENT, true},
        {ROOM, 31, "p", 7, 0, CSECRETS_ERR_INVALID_ARGUMENT, true},
        {ROOM, 32, "p", 7, INT64_MIN, CSECRETS_ERR_INVALID_ARGUMENT, true},
        {ROOM, 32, "p", 7, NOW - 1, CSECRETS_ERR_INVALID_ARGUMENT, true},
        {ROOM, 32, "p", 7, 253402300800, CSECRETS_ERR_INVALID_ARGUMENT, true},
        {ROOM, 32, "p", 7, 1700000000000, CSECRETS_ERR_INVALID_ARGUMENT, true},
        {ROOM, 32, "p", 7, INT64_MAX - 1, CSECRETS_ERR_INVALID_ARGUMENT, true},
        {ROOM, 31, "p", 7, SOON, CSECRETS_ERR_WEAK, true},
        {ROOM, 0, "p", 7, SOON, CSECRETS_ERR_WEAK, true},
    };
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        memset(token, 0xA5, sizeof token);
        CHECK(sign(token, calls[i].out_size, calls[i].key_len, calls[i].purpose, calls[i].nbytes,
                   calls[i].expires_at) == calls[i].status);
        /* What was written behind the "" is zero, and nothing behind the token is touched. */
        CHECK(token[0] == (calls[i].emptied ? '\0' : (char)0xA5));
        CHECK(holds(token + 1, NEEDED - 1, 0) || holds(token + 1, NEEDED - 1, 0xA5));
        CHECK(holds(token + NEEDED, ROOM - NEEDED, 0xA5));
    }
    CHECK(csecrets_sign_token(NULL, 1, key, 32, "p", payload, 7, SOON) == CSECRETS_ERR_NULL_POINTER);
    memset(token, 0xA5, sizeof token);
    CHECK(csecrets_sign_token(token, ROOM, NULL, 32, "p", payload, 7, SOON) ==
          CSECRETS_ERR_NULL_POINTER);
    CHECK(token[0] == '\0');
    CHECK(csecrets_sign_token(token, ROOM, NULL, 0, "p", NULL, 0, SOON) == CSECRETS_ERR_WEAK);
    CHECK(csecrets_sign_token(token, ROOM, key, 32, "p", NULL, 1, SOON) == CSECRETS_ERR_NULL_POINTER);
    CHECK(csecrets_sign_token(token, ROOM, key, 32, "p", NULL, 0, SOON) == CSECRETS_OK);
    CHECK(strlen(token) == 55);
    memset(token, 0xA5, sizeof token);
    CHECK(csecrets_sign_token(token, ROOM, zeros, 32, "p", payload, 7, SOON) == CSECRETS_ERR_WEAK);
    CHECK(sign(token, NEEDED, 32, "p", 7, NOW) == CSECRETS_OK);
    CHECK(strlen(token) == NEEDED - 1 && holds(token + NEEDED, ROOM - NEEDED, 0xA5));
}

static void verifying(void)
{
    const csecrets_span unset[] = {{key, 32}, {zeros, 32}};
    const csecrets_span good[] = {{key + 32, 32}, {key, 32}}, weak[] = {{key, 32}, {key, 31}},
                       null[] = {{key, 32}, {NULL, 32}}, refused[] = {{key, REFUSED}, {key, 32}},
                       both[] = {{key, REFUSED}, {NULL, 32}};
    char bad[ROOM], forged[ROOM];
    CHECK(sign(token, sizeof token, 32, "p", 7, SOON) == CSECRETS_OK);
    strcpy(bad, token);
    bad[20] = '=';
    strcpy(forged, token);
    forged[20] = token[20] == 'A' ? 'B' : 'A';
    const size_t n = strlen(token);
    const struct {
        bool out, out_len;
        size_t out_size;
        const char *token;
        size_t token_len;
        const char *purpose;
        const csecrets_span *keys;
        size_t key_count;
        int64_t now;
        csecrets_status status;
        size_t zeroed;
    } calls[] = {
        {false, true, 64, token, n, "p", good, 2, NOW, CSECRETS_ERR_NULL_POINTER, NONE},
        {true, false, 64, token, n, "p", good, 2, NOW, CSECRETS_ERR_NULL_POINTER, 64},
        {true, true, 64, NULL, n, "p", good, 2, NOW, CSECRETS_ERR_NULL_POINTER, 64},
        {true, true, 64, token, n, NULL, good, 2, NOW, CSECRETS_ERR_NULL_POINTER, 64},
        {true, true, 64, token, n, "p", NULL, 2, NOW, CSECRETS_ERR_NULL_POINTER, 64},
        {true, true, 64, token, n, "p", null, 2, NOW, CSECRETS_ERR_NULL_POINTER, 64},
        {true, true, 64, token, n, "p", both, 2, NOW, CSECRETS_ERR_NULL_POINTER, 64},
        {true, true, REFUSED, token, n, "p", null, 2, NOW, CSECRETS_ERR_NULL_POINTER, NONE},
        {true, true, REFUSED, token, n, "p", good, 2, NOW, CSECRETS_ERR_TOO_LARGE, NONE},
        {true, true, 64, token, REFUSED, "p", good, 2, NOW, CSECRETS_ERR_TOO_LARGE, 64},
        {true, true, 64, token, n, "p", good, SIZE_MAX / sizeof *good, NOW, CSECRETS_ERR_TOO_LARGE, 64},
        {true, true, 64, token, n, "", refused, 2, 0, CSECRETS_ERR_TOO_LARGE, 64},
        {true, true, 64, bad, n, "p", good, 0, NOW, CSECRETS_ERR_INVALID_ARGUMENT, 64},
        {true, true, 64, bad, n, "p", NULL, 0, NOW, CSECRETS_ERR_INVALID_ARGUMENT, 64},
        {true, true, 64, bad, n, "", weak, 2, NOW, CSECRETS_ERR_INVALID_ARGUMENT, 64},
        {true, true, 64, bad, n, "p", weak, 2, NOW - 1, CSECRETS_ERR_INVALID_ARGUMENT, 64},
        {true, true, 64, token, n, "p", good, 2, -1, CSECRETS_ERR_INVALID_ARGUMENT, 64},
        {true, true, 6, bad, n, "p", weak, 2, NOW, CSECRETS_ERR_MALFORMED, 6},
        {true, true, 64, NULL, 0, "p", good, 2, NOW, CSECRETS_ERR_MALFORMED, 64},
        {true, true, 64, token, 54, "p", good, 2, NOW, CSECRETS_ERR_MALFORMED, 64},
        {true, true, 64, token, n + 1, "p", good, 2, NOW, CSECRETS_ERR_MALFORMED, 64},
        {true, true, 6, token, n, "p", weak, 2, NOW, CSECRETS_ERR_WEAK, 6},
        {true, true, 6, token, n, "p", unset, 2, NOW, CSECRETS_ERR_WEAK, 6},
        {true, true, 6, forged, n, "p", good, 2, SOON, CSECRETS_ERR_BUFFER_TOO_SMALL, 6},
        {false, true, 0, token, n, "p", good, 2, NOW, CSECRETS_ERR_BUFFER_TOO_SMALL, NONE},
        {true, true, 7, forged, n, "p", good, 2, SOON, CSECRETS_ERR_BAD_SIGNATURE, 7},
        {true, true, 7, token, n, "q", good, 2, NOW, CSECRETS_ERR_BAD_SIGNATURE, 7},
        {true, true, 7, token, n, "p", good, 1, NOW, CSECRETS_ERR_BAD_SIGNATURE, 7},
        {true, true, 7, token, n, "p", good, 2, SOON, CSECRETS_ERR_EXPIRED, 7},
        {true, true, 64, token, n, "p", good, 2, INT64_MAX, CSECRETS_ERR_EXPIRED, 64},
    };
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        memset(out, 0xA5, sizeof out);
        length = 77;
        CHECK(csecrets_verify_token(calls[i].out ? out : NULL, calls[i].out_size,
                                    calls[i].out_len ? &length : NULL, calls[i].token,
                                    calls[i].token_len, calls[i].purpose, calls[i].keys,
                                    calls[i].key_count, calls[i].now) == calls[i].status);
        size_t zeroed = calls[i].zeroed == NONE ? 0 : calls[i].zeroed;
        CHECK(holds(out, zeroed, 0) && holds(out + zeroed, ROOM - zeroed, 0xA5));
        CHECK(length == (calls[i].out_len ? 0 : 77));
    }
    memset(out, 0xA5, sizeof out);
    CHECK(csecrets_verify_token(out, 9, &length, token, n, "p", good, 2, SOON - 1) == CSECRETS_OK);
    CHECK(length == 7 && memcmp(out, "user=42\0\0", 9) == 0 && holds(out + 9, ROOM - 9, 0xA5));
}

int main(void)
{
    signing();
    verifying();
    static char sized[CSECRETS_SIGN_TOKEN_SIZE(7)];
    CHECK(sizeof sized == NEEDED);
    for (size_t n = 0; n < 1000; n++)
        CHECK(csecrets_sign_token_size(n) == CSECRETS_SIGN_TOKEN_SIZE(n));
    CHECK(csecrets_sign_token_size(SIZE_MAX) == SIZE_MAX);
    CHECK(csecrets_sign_token_size(SIZE_MAX - 41) == SIZE_MAX);
    return check_done("misuse/sign");
}
