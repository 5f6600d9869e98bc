/* misuse/token.c - every wrong call of a token function is refused, in the order of the contract,
 *                  and leaves nothing that could pass for a token */
#include "refused.h"

#include "system.h"

static const char *const bad_alphabets[] = {
    "", "a", "aa", "abca", "ab\x1f", "ab\x7f", "ab\x80", "ab\xff", "\nab", "ab\t",
    /* all 95 and one of them again */
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"
    "abcdefghijklmnopqrstuvwxyz{|}~ ",
    /* far longer than any alphabet */
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
};
#define BAD_ALPHABETS (sizeof bad_alphabets / sizeof bad_alphabets[0])

static void bytes(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_token_bytes(NULL, 1));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_token_bytes(NULL, TOO_LONG));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_token_bytes(NULL, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_token_bytes(&out, TOO_LONG));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_token_bytes(&out, SIZE_MAX));
    ANSWERS(OK, UNTOUCHED, csecrets_token_bytes(&out, 0));
    ANSWERS(OK, UNTOUCHED, csecrets_token_bytes(NULL, 0));
}

typedef csecrets_status text_function(char *, size_t, size_t);

static void text(text_function *draw)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, draw(NULL, 1, 0));
    ANSWERS(NULL_POINTER, UNTOUCHED, draw(NULL, SIZE_MAX, 0));
    ANSWERS(NULL_POINTER, UNTOUCHED, draw(NULL, TOO_LONG, TOO_LONG));
    ANSWERS(NULL_POINTER, UNTOUCHED, draw(NULL, 1, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, draw(NULL, 0, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, draw(out.text, SIZE_MAX, 0));
    ANSWERS(TOO_LARGE, UNTOUCHED, draw(out.text, TOO_LONG, 16));
    ANSWERS(TOO_LARGE, UNTOUCHED, draw(out.text, SIZE_MAX, SIZE_MAX));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, draw(out.text, 64, SIZE_MAX));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, draw(out.text, 1, TOO_LONG));
    ANSWERS(TOO_LARGE, UNTOUCHED, draw(out.text, 0, TOO_LONG));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, draw(out.text, 64, PTRDIFF_MAX));
    ANSWERS(TOO_SMALL, UNTOUCHED, draw(NULL, 0, 0));
    ANSWERS(TOO_SMALL, UNTOUCHED, draw(NULL, 0, 16));
    ANSWERS(TOO_SMALL, UNTOUCHED, draw(out.text, 0, 0));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, draw(out.text, 1, 1));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, draw(out.text, 16, 16));
    ANSWERS(WEAK, EMPTY_TEXT, draw(out.text, 1, 0));
    ANSWERS(WEAK, EMPTY_TEXT, draw(out.text, 64, 0));
}

static csecrets_status digits(char *text, size_t size, size_t nchars)
{
    return csecrets_token_alphabet(text, size, nchars, CSECRETS_ALPHABET_DIGITS);
}

static void alphabet(void)
{
    const int64_t none = (int64_t)SIZE_MAX;
    ANSWERS(NULL_POINTER, EMPTY_TEXT, csecrets_token_alphabet(out.text, 64, 16, NULL));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, csecrets_token_alphabet(out.text, 1, 16, NULL));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, csecrets_token_alphabet(out.text, 64, SIZE_MAX, NULL));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_token_alphabet(out.text, SIZE_MAX, 16, NULL));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_token_alphabet(NULL, 0, 0, NULL));
    for (size_t i = 0; i < BAD_ALPHABETS; i++) {
        const char *bad = bad_alphabets[i];
        ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_token_alphabet(NULL, 64, 16, bad));
        ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_token_alphabet(out.text, SIZE_MAX, 16, bad));
        ANSWERS(TOO_LARGE, EMPTY_TEXT, csecrets_token_alphabet(out.text, 64, SIZE_MAX, bad));
        ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_token_alphabet(out.text, 16, 16, bad));
        ANSWERS(TOO_SMALL, UNTOUCHED, csecrets_token_alphabet(out.text, 0, 0, bad));
        ANSWERS(INVALID, EMPTY_TEXT, csecrets_token_alphabet(out.text, 1, 0, bad));
        ANSWERS(INVALID, NO_TEXT(17), csecrets_token_alphabet(out.text, 64, 16, bad));
        ANSWERS(none, UNTOUCHED, (int64_t)csecrets_alphabet_nchars(bad, 128));
        ANSWERS(none, UNTOUCHED, (int64_t)csecrets_alphabet_nchars(bad, 0));
    }
    ANSWERS(none, UNTOUCHED, (int64_t)csecrets_alphabet_nchars(NULL, 128));
    ANSWERS(none, UNTOUCHED, (int64_t)csecrets_alphabet_nchars("01", 65537));
    ANSWERS(none, UNTOUCHED, (int64_t)csecrets_alphabet_nchars("01", UINT32_MAX));
    ANSWERS(65536, UNTOUCHED, (int64_t)csecrets_alphabet_nchars("01", 65536));
    ANSWERS(0, UNTOUCHED, (int64_t)csecrets_alphabet_nchars("01", 0));
}

/* Two of the wrong calls that end the program. */
static bool gives_up(void *bytes)
{
    csecrets_token_bytes_or_abort(bytes, bytes ? SIZE_MAX : 1);
    return true;
}

/* Whether the program ends by abort() and says why. */
static void aborts(void *bytes)
{
    char said[256] = "";
    CHECK(end_and_words(gives_up, bytes, said, sizeof said) == ABORTED);
    CHECK(strncmp(said, "csecrets: ", 10) == 0 && said[strlen(said) - 1] == '\n');
}

int main(void)
{
    bytes();
    text(csecrets_token_hex);
    text(csecrets_token_urlsafe);
    text(digits);
    alphabet();
    aborts(NULL);
    aborts(&out);
    csecrets_token_bytes_or_abort(NULL, 0);
    prepare();
    csecrets_token_bytes_or_abort(out.bytes, 16);
    CHECK(!holds(out.bytes, 16, CANARY) && errno == KEPT_ERRNO);
    CHECK(holds(out.bytes + 16, sizeof out - 16, CANARY));
    return check_done("misuse/token");
}
