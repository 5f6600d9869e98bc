/* misuse/api_key.c - every wrong call of an API key function is refused, in the order of the
 *                    contract, and leaves nothing that could pass for a key */
#include "refused.h"

#define LONGEST "abcdefghijklmnopqrstuvwxyz012345"
#define PUBLISHED "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"

static void drawing(void)
{
    char *text = out.text;
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_api_key(NULL, 96, "ghp"));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, csecrets_api_key(text, 96, NULL));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_api_key(text, TOO_LONG, NULL));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_api_key(text, TOO_LONG, ""));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_api_key(text, SIZE_MAX, "ghp"));
    static const char *const bad_prefixes[] = {"",    "_",   "ghp_", "_ghp",        "g__p",
                                               "9hp", "g-p", "g\xC3\xA9", LONGEST "6"};
    for (size_t i = 0; i < sizeof bad_prefixes / sizeof bad_prefixes[0]; i++) {
        ANSWERS(INVALID, EMPTY_TEXT, csecrets_api_key(text, 96, bad_prefixes[i]));
        ANSWERS(INVALID, EMPTY_TEXT, csecrets_api_key(text, 1, bad_prefixes[i]));
        ANSWERS(INVALID, UNTOUCHED, csecrets_api_key(NULL, 0, bad_prefixes[i]));
    }
    ANSWERS(TOO_SMALL, UNTOUCHED, csecrets_api_key(NULL, 0, "ghp"));
    ANSWERS(TOO_SMALL, UNTOUCHED, csecrets_api_key(text, 0, "ghp"));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_api_key(text, 1, "ghp"));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_api_key(text, 40, "ghp"));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_api_key(text, 69, LONGEST));
    static const char *const prefixes[] = {"g", "ghp", "sk_live", "A1_2_3", LONGEST};
    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        const size_t prefix_len = strlen(prefixes[i]), nchars = prefix_len + 37;
        ANSWERS(OK, TEXT(nchars), csecrets_api_key(text, nchars + 1, prefixes[i]));
        CHECK(strncmp(text, prefixes[i], prefix_len) == 0 && text[prefix_len] == '_');
        CHECK(csecrets_api_key_check(text, nchars, prefixes[i]) == OK);
        CHECK(csecrets_api_key_check(text, nchars, NULL) == OK);
    }
}

/* A key of 40 characters. */
static void checked(csecrets_status status, const char *key, const char *prefix)
{
    ANSWERS(status, UNTOUCHED, csecrets_api_key_check(key, 40, prefix));
}

static void checking(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_api_key_check(NULL, 1, "ghp"));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_api_key_check(NULL, TOO_LONG, NULL));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_api_key_check(PUBLISHED, TOO_LONG, ""));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_api_key_check(PUBLISHED, SIZE_MAX, NULL));
    ANSWERS(MALFORMED, UNTOUCHED, csecrets_api_key_check(NULL, 0, NULL));
    ANSWERS(MALFORMED, UNTOUCHED, csecrets_api_key_check("", 0, "ghp"));
    ANSWERS(MALFORMED, UNTOUCHED, csecrets_api_key_check(PUBLISHED, 39, NULL));
    ANSWERS(MALFORMED, UNTOUCHED, csecrets_api_key_check(PUBLISHED, 41, NULL));
    checked(INVALID, PUBLISHED, "");
    checked(INVALID, PUBLISHED, "ghp_");
    checked(MALFORMED, PUBLISHED, "gho");
    checked(MALFORMED, PUBLISHED, "GHP");
    checked(MALFORMED, "ghp-zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17", NULL);
    checked(MALFORMED, "ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mL_17", NULL);
    checked(MALFORMED, "g_p_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17", "g");
    checked(BAD_CHECKSUM, "ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18", NULL);
    checked(BAD_CHECKSUM, "ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJzzzzzz", NULL);
    checked(BAD_CHECKSUM, "ghp_ZQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17", "ghp");
    checked(OK, PUBLISHED, "ghp");
    checked(OK, PUBLISHED, NULL);
    checked(OK, "g_p_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17", "g_p");
}

static void sizes(void)
{
    static char constant[CSECRETS_API_KEY_SIZE(3)];
    CHECK(sizeof constant == 41);
    for (size_t n = 0; n < 100; n++)
        CHECK(csecrets_api_key_size(n) == CSECRETS_API_KEY_SIZE(n));
    CHECK(csecrets_api_key_size(SIZE_MAX) == SIZE_MAX);
    CHECK(csecrets_api_key_size(SIZE_MAX - 38) == SIZE_MAX);
    CHECK(csecrets_api_key_size(SIZE_MAX - 39) == SIZE_MAX - 1);
}

int main(void)
{
    drawing();
    checking();
    sizes();
    return check_done("misuse/api_key");
}
