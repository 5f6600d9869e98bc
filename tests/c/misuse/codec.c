/* misuse/codec.c - every wrong call of a codec is refused, in the order of the contract, and leaves
 *                  no byte of what the text spells */
#include "refused.h"

typedef csecrets_status encode_function(char *, size_t, const void *, size_t);
typedef csecrets_status decode_function(void *, size_t, size_t *, const char *, size_t);

static void encoding(encode_function *encode, size_t needed)
{
    char *text = out.text;
    ANSWERS(NULL_POINTER, UNTOUCHED, encode(NULL, 64, "12345", 5));
    ANSWERS(NULL_POINTER, UNTOUCHED, encode(NULL, 64, NULL, TOO_LONG));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, encode(text, 64, NULL, 5));
    ANSWERS(NULL_POINTER, UNTOUCHED, encode(text, TOO_LONG, NULL, 5));
    ANSWERS(TOO_LARGE, UNTOUCHED, encode(text, TOO_LONG, "12345", 5));
    ANSWERS(TOO_LARGE, UNTOUCHED, encode(text, SIZE_MAX, "12345", 5));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, encode(text, 64, "12345", TOO_LONG));
    ANSWERS(TOO_LARGE, UNTOUCHED, encode(text, 0, "12345", SIZE_MAX));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, encode(text, 64, "12345", PTRDIFF_MAX));
    ANSWERS(TOO_SMALL, UNTOUCHED, encode(NULL, 0, "12345", 5));
    ANSWERS(TOO_SMALL, UNTOUCHED, encode(text, 0, NULL, 0));
    for (size_t size = 1; size < needed; size++)
        ANSWERS(TOO_SMALL, EMPTY_TEXT, encode(text, size, "12345", 5));
    for (size_t size = needed; size < 64; size++)
        ANSWERS(OK, TEXT(needed - 1), encode(text, size, "12345", 5));
    ANSWERS(OK, EMPTY_TEXT, encode(text, 1, NULL, 0));
}

/* good spells 6 bytes, bad is as long and malformed */
static void decoding(decode_function *decode, const char *good, const char *bad)
{
    const size_t n = strlen(good);
    DECODES(NULL_POINTER, UNTOUCHED, 0, decode(NULL, 64, &length, good, n));
    DECODES(NULL_POINTER, ZEROS(32), 77, decode(&out, 32, NULL, good, n));
    DECODES(NULL_POINTER, ZEROS(32), 0, decode(&out, 32, &length, NULL, n));
    DECODES(NULL_POINTER, UNTOUCHED, 0, decode(&out, TOO_LONG, &length, NULL, n));
    DECODES(NULL_POINTER, UNTOUCHED, 77, decode(&out, SIZE_MAX, NULL, NULL, SIZE_MAX));
    DECODES(TOO_LARGE, UNTOUCHED, 0, decode(&out, TOO_LONG, &length, good, n));
    DECODES(TOO_LARGE, ZEROS(32), 0, decode(&out, 32, &length, good, TOO_LONG));
    DECODES(TOO_SMALL, ZEROS(5), 0, decode(&out, 5, &length, good, n));
    DECODES(TOO_SMALL, ZEROS(5), 0, decode(&out, 5, &length, bad, n));
    DECODES(TOO_SMALL, UNTOUCHED, 0, decode(&out, 0, &length, good, n));
    DECODES(TOO_SMALL, UNTOUCHED, 0, decode(NULL, 0, &length, good, n));
    DECODES(TOO_SMALL, ZEROS(32), 0, decode(&out, 32, &length, good, PTRDIFF_MAX));
    DECODES(MALFORMED, ZEROS(6), 0, decode(&out, 6, &length, bad, n));
    DECODES(MALFORMED, ZEROS(32), 0, decode(&out, 32, &length, bad, n));
    DECODES(MALFORMED, ZEROS(32), 0, decode(&out, 32, &length, good, n + 1));
    DECODES(MALFORMED, ZEROS(32), 0, decode(&out, 32, &length, good, 1));
    DECODES(MALFORMED, UNTOUCHED, 0, decode(NULL, 0, &length, good, 1));
    DECODES(OK, memcmp(&out, "\xFB\xEF\xBE\x01\x7F\x80\0\0", 8) == 0, 6,
            decode(&out, 32, &length, good, n));
    CHECK(holds(out.bytes + 8, 24, 0) && holds(out.bytes + 32, sizeof out - 32, CANARY));
    DECODES(OK, UNTOUCHED, 0, decode(NULL, 0, &length, NULL, 0));
}

/* Spaces and '-' are passed over, '=' only at the end; the room is that of the whole text. */
static void typed_base32(void)
{
    static const char good[] = "-7px3 4al7 - qa===";
    static const char *const bad[] = {"7px3 4al7-q===", "7px3 4al7-qb==", "7px3 4al7=qa==",
                                      "7px3 4al8-qa==", "7px3_4al7-qa==", "7px3\t4al7-qa==",
                                      "=7px3 4al7-qa=", "a", "aaa", "aaaaaa", "\xC3\xA9"};
    const size_t n = sizeof good - 1, room = CSECRETS_BASE32_DECODED_SIZE(sizeof good - 1);
    DECODES(OK, memcmp(&out, "\xFB\xEF\xBE\x01\x7F\x80\0\0\0\0", room) == 0, 6,
            csecrets_base32_decode(&out, room, &length, good, n));
    CHECK(room == 11 && holds(out.bytes + room, sizeof out - room, CANARY));
    DECODES(TOO_SMALL, ZEROS(10), 0, csecrets_base32_decode(&out, 10, &length, good, n));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        DECODES(MALFORMED, ZEROS(32), 0,
                csecrets_base32_decode(&out, 32, &length, bad[i], strlen(bad[i])));
    DECODES(OK, ZEROS(5), 0, csecrets_base32_decode(&out, 5, &length, "- - = ==", 8));
}

int main(void)
{
    encoding(csecrets_hex_encode, CSECRETS_HEX_SIZE(5));
    encoding(csecrets_urlsafe_encode, CSECRETS_URLSAFE_SIZE(5));
    encoding(csecrets_base32_encode, CSECRETS_BASE32_SIZE(5));
    decoding(csecrets_hex_decode, "fBeFbE017F80", "fBeFbE017F8g");
    decoding(csecrets_urlsafe_decode, "----AX-A", "----AX+A");
    decoding(csecrets_base32_decode, "7px34AL7qa", "7px34AL7qb");
    typed_base32();
    ANSWERS(OK, strcmp(out.text, "fbef01") == 0,
            csecrets_hex_encode(out.text, 64, "\xFB\xEF\x01", 3));
    ANSWERS(OK, strcmp(out.text, "--__AQ") == 0,
            csecrets_urlsafe_encode(out.text, 64, "\xFB\xEF\xFF\x01", 4));
    return check_done("misuse/codec");
}
