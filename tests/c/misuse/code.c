/* misuse/code.c - every wrong call of a code for people is refused, in the order of the contract, and
 *                 leaves nothing that could pass for one */
#include "refused.h"

static const char *const bad_separators[] = {
    "a", "Z", "0", "9", "- -a", "\n", "\t", "\x1f", "\x7f", "\xC3\xA9", "-----------------",
};

static void drawing(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_code(NULL, 64, 2, 5, "-"));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_code(NULL, TOO_LONG, SIZE_MAX, SIZE_MAX, NULL));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, csecrets_code(out.text, 64, 2, 5, NULL));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, csecrets_code(out.text, 1, TOO_LONG, 0, NULL));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_code(out.text, TOO_LONG, 2, 5, NULL));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_code(out.text, TOO_LONG, 2, 5, "-"));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_code(out.text, SIZE_MAX, 0, 0, "a"));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, csecrets_code(out.text, 64, TOO_LONG, 0, ""));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, csecrets_code(out.text, 64, 0, SIZE_MAX, "a"));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, csecrets_code(out.text, 1, PTRDIFF_MAX, 5, "a"));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, csecrets_code(out.text, 1, PTRDIFF_MAX, 1, "--"));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_code(NULL, 0, 2, PTRDIFF_MAX, "-"));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_code(NULL, 0, 2, PTRDIFF_MAX, ""));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, csecrets_code(out.text, 64, 2, PTRDIFF_MAX, "a"));
    for (size_t i = 0; i < sizeof bad_separators / sizeof bad_separators[0]; i++) {
        ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_code(out.text, SIZE_MAX, 2, 5, bad_separators[i]));
        ANSWERS(INVALID, EMPTY_TEXT, csecrets_code(out.text, 64, 2, 5, bad_separators[i]));
        ANSWERS(INVALID, EMPTY_TEXT, csecrets_code(out.text, 1, 1, 1, bad_separators[i]));
    }
    ANSWERS(INVALID, EMPTY_TEXT, csecrets_code(out.text, 64, 0, 5, "-"));
    ANSWERS(INVALID, EMPTY_TEXT, csecrets_code(out.text, 64, 2, 0, "-"));
    ANSWERS(INVALID, UNTOUCHED, csecrets_code(NULL, 0, 0, 0, ""));
    ANSWERS(INVALID, EMPTY_TEXT, csecrets_code(out.text, 1, PTRDIFF_MAX, 0, ""));
    ANSWERS(WEAK, EMPTY_TEXT, csecrets_code(out.text, 64, 1, 9, "-"));
    ANSWERS(WEAK, EMPTY_TEXT, csecrets_code(out.text, 1, 9, 1, "----------------"));
    ANSWERS(WEAK, UNTOUCHED, csecrets_code(NULL, 0, 3, 3, ""));
    ANSWERS(TOO_SMALL, UNTOUCHED, csecrets_code(NULL, 0, 2, 5, "-"));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_code(out.text, 11, 2, 5, "-"));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_code(out.text, 10, 2, 5, ""));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_code(out.text, 64, 1, PTRDIFF_MAX, "-"));
    ANSWERS(OK, TEXT(11) && out.text[5] == '-', csecrets_code(out.text, 12, 2, 5, "-"));
    CHECK(strspn(out.text, CSECRETS_ALPHABET_CROCKFORD32 "-") == 11);
    ANSWERS(OK, TEXT(10), csecrets_code(out.text, 11, 2, 5, ""));
    ANSWERS(OK, TEXT(37) && strncmp(out.text + 1, " ! ", 3) == 0,
            csecrets_code(out.text, sizeof out, 10, 1, " ! "));
}

static csecrets_status normalize(char *to, size_t size, const char *text, size_t nchars)
{
    return csecrets_code_normalize(to, size, text, nchars);
}

static void normalizing(void)
{
    static const char typed[] = " 7k3qx - 9mzol\n";
    static const char *const bad[] = {"7k3qx-9mzu", "U", ("7k3qx\xE2\x80\x93" "9mz"), "\xFF"};
    const size_t n = sizeof typed - 1;
    ANSWERS(NULL_POINTER, UNTOUCHED, normalize(NULL, 64, typed, n));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, normalize(out.text, 64, NULL, n));
    ANSWERS(NULL_POINTER, UNTOUCHED, normalize(out.text, TOO_LONG, NULL, n));
    ANSWERS(TOO_LARGE, UNTOUCHED, normalize(out.text, TOO_LONG, typed, n));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, normalize(out.text, 1, typed, TOO_LONG));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, normalize(out.text, 64, typed, PTRDIFF_MAX));
    ANSWERS(TOO_SMALL, UNTOUCHED, normalize(NULL, 0, NULL, 0));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, normalize(out.text, n, typed, n));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const size_t nchars = strlen(bad[i]);
        ANSWERS(TOO_SMALL, EMPTY_TEXT, normalize(out.text, nchars, bad[i], nchars));
        ANSWERS(MALFORMED, NO_TEXT(nchars + 1), normalize(out.text, nchars + 1, bad[i], nchars));
    }
    ANSWERS(OK, EMPTY_TEXT, normalize(out.text, 1, NULL, 0));
    ANSWERS(OK, ZEROS(5), normalize(out.text, 64, " - -", 4));
    ANSWERS(OK, TEXT(10) || holds(out.bytes + 10, n + 1 - 10, 0),
            normalize(out.text, n + 1, typed, n));
    CHECK(strcmp(out.text, "7K3QX9MZ01") == 0 && holds(out.bytes + n + 1, sizeof out - n - 1, CANARY));
}

int main(void)
{
    drawing();
    normalizing();
    return check_done("misuse/code");
}
