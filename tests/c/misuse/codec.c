/* misuse/codec.c - wrong calls of the codecs: what they answer, and what every output holds then */
#include <csecrets.h>

#include "check.h"

#define NONE SIZE_MAX /* where an output is to be untouched */
#define REFUSED ((size_t)PTRDIFF_MAX + 1)

enum { ROOM = 64 };
static char text[ROOM];
static unsigned char bytes[ROOM];
static size_t length;

static void prefill(void)
{
    memset(text, 0xA5, sizeof text);
    memset(bytes, 0xA5, sizeof bytes);
    length = 77;
}

/* Zeros over the stated size and nothing touched beyond it; NONE: nothing touched at all. */
static bool zeroed(size_t size)
{
    if (size == NONE)
        size = 0;
    return holds(bytes, size, 0) && holds(bytes + size, ROOM - size, 0xA5);
}

typedef csecrets_status encode(char *, size_t, const void *, size_t);
typedef csecrets_status decode(void *, size_t, size_t *, const char *, size_t);

static void encode_misuse(encode *f, size_t needed)
{
    static const struct {
        bool out, data;
        size_t out_size, nbytes;
        csecrets_status status;
        bool emptied;
    } calls[] = {
        {false, true, ROOM, 5, CSECRETS_ERR_NULL_POINTER, false},
        {false, false, ROOM, REFUSED, CSECRETS_ERR_NULL_POINTER, false},
        {true, false, ROOM, 5, CSECRETS_ERR_NULL_POINTER, true},
        {true, false, REFUSED, 5, CSECRETS_ERR_NULL_POINTER, false},
        {true, true, REFUSED, 5, CSECRETS_ERR_TOO_LARGE, false},
        {true, true, SIZE_MAX, 5, CSECRETS_ERR_TOO_LARGE, false},
        {true, true, ROOM, REFUSED, CSECRETS_ERR_TOO_LARGE, true},
        {true, true, 0, SIZE_MAX, CSECRETS_ERR_TOO_LARGE, false},
        {true, true, ROOM, PTRDIFF_MAX, CSECRETS_ERR_BUFFER_TOO_SMALL, true},
        {false, true, 0, 5, CSECRETS_ERR_BUFFER_TOO_SMALL, false},
        {true, true, 1, 5, CSECRETS_ERR_BUFFER_TOO_SMALL, true},
        {true, false, 0, 0, CSECRETS_ERR_BUFFER_TOO_SMALL, false},
    };
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        prefill();
        CHECK(f(calls[i].out ? text : NULL, calls[i].out_size, calls[i].data ? "12345" : NULL,
                calls[i].nbytes) == calls[i].status);
        size_t touched = calls[i].emptied ? 1 : 0;
        CHECK(holds(text, touched, 0) && holds(text + touched, ROOM - touched, 0xA5));
    }
    for (size_t size = 1; size < ROOM; size++) {
        prefill();
        bool fits = size >= needed;
        CHECK(f(text, size, "12345", 5) == (fits ? CSECRETS_OK : CSECRETS_ERR_BUFFER_TOO_SMALL));
        CHECK(strlen(text) == (fits ? needed - 1 : 0));
        size_t touched = fits ? needed : 1;
        CHECK(holds(text + touched, ROOM - touched, 0xA5));
    }
    prefill();
    CHECK(f(text, 1, NULL, 0) == CSECRETS_OK);
    CHECK(holds(text, 1, 0) && holds(text + 1, ROOM - 1, 0xA5));
}

/* good spells 6 bytes, bad is as long and malformed */
static void decode_misuse(decode *f, const char *good, const char *bad)
{
    const size_t n = strlen(good);
    const struct {
        bool out, out_len;
        size_t out_size;
        const char *text;
        size_t text_len;
        csecrets_status status;
        size_t zeroed;
    } calls[] = {
        {false, true, ROOM, good, n, CSECRETS_ERR_NULL_POINTER, NONE},
        {true, false, 32, good, n, CSECRETS_ERR_NULL_POINTER, 32},
        {true, true, 32, NULL, n, CSECRETS_ERR_NULL_POINTER, 32},
        {true, true, REFUSED, NULL, n, CSECRETS_ERR_NULL_POINTER, NONE},
        {true, false, SIZE_MAX, NULL, SIZE_MAX, CSECRETS_ERR_NULL_POINTER, NONE},
        {true, true, REFUSED, good, n, CSECRETS_ERR_TOO_LARGE, NONE},
        {true, true, 32, good, REFUSED, CSECRETS_ERR_TOO_LARGE, 32},
        {true, true, 5, good, n, CSECRETS_ERR_BUFFER_TOO_SMALL, 5},
        {true, true, 5, bad, n, CSECRETS_ERR_BUFFER_TOO_SMALL, 5},
        {true, true, 0, good, n, CSECRETS_ERR_BUFFER_TOO_SMALL, NONE},
        {false, true, 0, good, n, CSECRETS_ERR_BUFFER_TOO_SMALL, NONE},
        {true, true, 32, good, PTRDIFF_MAX, CSECRETS_ERR_BUFFER_TOO_SMALL, 32},
        {true, true, 6, bad, n, CSECRETS_ERR_MALFORMED, 6},
        {true, true, 32, bad, n, CSECRETS_ERR_MALFORMED, 32},
        {true, true, 32, good, n + 1, CSECRETS_ERR_MALFORMED, 32},
        {true, true, 32, good, 1, CSECRETS_ERR_MALFORMED, 32},
        {false, true, 0, good, 1, CSECRETS_ERR_MALFORMED, NONE},
    };
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        prefill();
        CHECK(f(calls[i].out ? bytes : NULL, calls[i].out_size,
                calls[i].out_len ? &length : NULL, calls[i].text,
                calls[i].text_len) == calls[i].status);
        CHECK(zeroed(calls[i].zeroed));
        CHECK(length == (calls[i].out_len ? 0 : 77));
    }
    prefill();
    CHECK(f(bytes, 32, &length, good, n) == CSECRETS_OK);
    CHECK(length == 6 && memcmp(bytes, "\xFB\xEF\xBE\x01\x7F\x80", 6) == 0);
    CHECK(holds(bytes + 6, 26, 0) && holds(bytes + 32, ROOM - 32, 0xA5));
    prefill();
    CHECK(f(NULL, 0, &length, NULL, 0) == CSECRETS_OK && length == 0);
}

int main(void)
{
    encode_misuse(csecrets_hex_encode, CSECRETS_HEX_SIZE(5));
    encode_misuse(csecrets_urlsafe_encode, CSECRETS_URLSAFE_SIZE(5));
    decode_misuse(csecrets_hex_decode, "fBeFbE017F80", "fBeFbE017F8g");
    decode_misuse(csecrets_urlsafe_decode, "----AX-A", "----AX+A");
    CHECK(csecrets_hex_encode(text, ROOM, "\xFB\xEF\x01", 3) == CSECRETS_OK);
    CHECK(strcmp(text, "fbef01") == 0);
    CHECK(csecrets_urlsafe_encode(text, ROOM, "\xFB\xEF\xFF\x01", 4) == CSECRETS_OK);
    CHECK(strcmp(text, "--__AQ") == 0);
    return check_done("misuse/codec");
}
