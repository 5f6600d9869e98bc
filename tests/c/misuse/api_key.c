/* misuse/api_key.c - wrong calls of the API keys: what they answer, and what the output holds then */
#include <csecrets.h>

#include "check.h"

#define REFUSED ((size_t)PTRDIFF_MAX + 1)
#define LONGEST "abcdefghijklmnopqrstuvwxyz012345"
#define PUBLISHED "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"

enum { ROOM = 96 };
static char key[ROOM];

static void drawing(void)
{
    static const struct {
        bool out;
        size_t out_size;
        const char *prefix;
        csecrets_status status;
        bool emptied;
    } calls[] = {
        {false, ROOM, "ghp", CSECRETS_ERR_NULL_POINTER, false},
        {true, ROOM, NULL, CSECRETS_ERR_NULL_POINTER, true},
        {true, REFUSED, NULL, CSECRETS_ERR_NULL_POINTER, false},
        {true, REFUSED, "", CSECRETS_ERR_TOO_LARGE, false},
        {true, SIZE_MAX, "ghp", CSECRETS_ERR_TOO_LARGE, false},
        {true, ROOM, "", CSECRETS_ERR_INVALID_ARGUMENT, true},
        {true, ROOM, "_", CSECRETS_ERR_INVALID_ARGUMENT, true},
        {true, ROOM, "ghp_", CSECRETS_ERR_INVALID_ARGUMENT, true},
        {true, ROOM, "_ghp", CSECRETS_ERR_INVALID_ARGUMENT, true},
        {true, ROOM, "g__p", CSECRETS_ERR_INVALID_ARGUMENT, true},
        {true, ROOM, "9hp", CSECRETS_ERR_INVALID_ARGUMENT, true},
        {true, ROOM, "g-p", CSECRETS_ERR_INVALID_ARGUMENT, true},
        {true, ROOM, "g\xC3\xA9", CSECRETS_ERR_INVALID_ARGUMENT, true},
        {true, ROOM, LONGEST "6", CSECRETS_ERR_INVALID_ARGUMENT, true},
        {true, 1, "g-p", CSECRETS_ERR_INVALID_ARGUMENT, true},
        {false, 0, "g-p", CSECRETS_ERR_INVALID_ARGUMENT, false},
        {false, 0, "ghp", CSECRETS_ERR_BUFFER_TOO_SMALL, false},
        {true, 0, "ghp", CSECRETS_ERR_BUFFER_TOO_SMALL, false},
        {true, 1, "ghp", CSECRETS_ERR_BUFFER_TOO_SMALL, true},
        {true, 40, "ghp", CSECRETS_ERR_BUFFER_TOO_SMALL, true},
        {true, 69, LONGEST, CSECRETS_ERR_BUFFER_TOO_SMALL, true},
    };
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        memset(key, 0xA5, sizeof key);
        CHECK(csecrets_api_key(calls[i].out ? key : NULL, calls[i].out_size, calls[i].prefix) ==
              calls[i].status);
        size_t touched = calls[i].emptied ? 1 : 0;
        CHECK(holds(key, touched, 0) && holds(key + touched, ROOM - touched, 0xA5));
    }
    static const char *const prefixes[] = {"g", "ghp", "sk_live", "A1_2_3", LONGEST};
    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        const size_t size = CSECRETS_API_KEY_SIZE(strlen(prefixes[i]));
        memset(key, 0xA5, sizeof key);
        CHECK(csecrets_api_key(key, size, prefixes[i]) == CSECRETS_OK);
        CHECK(strlen(key) == size - 1 && holds(key + size, ROOM - size, 0xA5));
        CHECK(strncmp(key, prefixes[i], strlen(prefixes[i])) == 0);
        CHECK(csecrets_api_key_check(key, strlen(key), prefixes[i]) == CSECRETS_OK);
        CHECK(csecrets_api_key_check(key, strlen(key), NULL) == CSECRETS_OK);
    }
}

static void checking(void)
{
    static const struct {
        const char *key;
        size_t key_len;
        const char *prefix;
        csecrets_status status;
    } calls[] = {
        {NULL, 1, "ghp", CSECRETS_ERR_NULL_POINTER},
        {NULL, REFUSED, NULL, CSECRETS_ERR_NULL_POINTER},
        {PUBLISHED, REFUSED, "", CSECRETS_ERR_TOO_LARGE},
        {PUBLISHED, SIZE_MAX, NULL, CSECRETS_ERR_TOO_LARGE},
        {PUBLISHED, 40, "", CSECRETS_ERR_INVALID_ARGUMENT},
        {PUBLISHED, 40, "ghp_", CSECRETS_ERR_INVALID_ARGUMENT},
        {NULL, 0, NULL, CSECRETS_ERR_MALFORMED},
        {"", 0, "ghp", CSECRETS_ERR_MALFORMED},
        {PUBLISHED, 39, NULL, CSECRETS_ERR_MALFORMED},
        {PUBLISHED, 41, NULL, CSECRETS_ERR_MALFORMED},
        {PUBLISHED, 40, "gho", CSECRETS_ERR_MALFORMED},
        {PUBLISHED, 40, "GHP", CSECRETS_ERR_MALFORMED},
        {"ghp-zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17", 40, NULL, CSECRETS_ERR_MALFORMED},
        {"ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mL_17", 40, NULL, CSECRETS_ERR_MALFORMED},
        {"g_p_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17", 40, "g", CSECRETS_ERR_MALFORMED},
        {"ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18", 40, NULL, CSECRETS_ERR_BAD_CHECKSUM},
        {"ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJzzzzzz", 40, NULL, CSECRETS_ERR_BAD_CHECKSUM},
        {"ghp_ZQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17", 40, "ghp", CSECRETS_ERR_BAD_CHECKSUM},
        {PUBLISHED, 40, "ghp", CSECRETS_OK},
        {PUBLISHED, 40, NULL, CSECRETS_OK},
        {"g_p_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17", 40, "g_p", CSECRETS_OK},
    };
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++)
        CHECK(csecrets_api_key_check(calls[i].key, calls[i].key_len, calls[i].prefix) ==
              calls[i].status);
}

int main(void)
{
    drawing();
    checking();
    static char sized[CSECRETS_API_KEY_SIZE(3)];
    CHECK(sizeof sized == 41);
    for (size_t n = 0; n < 100; n++)
        CHECK(csecrets_api_key_size(n) == CSECRETS_API_KEY_SIZE(n));
    CHECK(csecrets_api_key_size(SIZE_MAX) == SIZE_MAX);
    CHECK(csecrets_api_key_size(SIZE_MAX - 38) == SIZE_MAX);
    CHECK(csecrets_api_key_size(SIZE_MAX - 39) == SIZE_MAX - 1);
    return check_done("misuse/api_key");
}
