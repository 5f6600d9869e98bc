/* licence_key.c - a licence key that a person reads from a card and types, spelled as they like
 *
 * The C counterpart of '-'.join over secrets.choice: groups of letters and digits without those that
 * are taken for one another. What is stored is the hash of the normalised key, as of any token, so
 * that every spelling finds it. A recovery code and an invitation are made in the same way.
 *
 * Build it alone:  cc licence_key.c $(pkg-config --cflags --libs csecrets)
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <csecrets.h>

/* Five groups of five are 125 bits: strong enough for a key that anybody may try offline. */
enum { GROUPS = 5, GROUP_LEN = 5, TYPED_MAX = 100 };

/* The hash of a key as it was typed; false if it can't be one. */
static bool hash_typed(uint8_t hash[CSECRETS_TOKEN_HASH_SIZE], const char *typed)
{
    char key[TYPED_MAX + 1];
    csecrets_status status = csecrets_code_normalize(key, sizeof key, typed, strlen(typed));
    const bool is_key = status == CSECRETS_OK && strlen(key) == GROUPS * GROUP_LEN &&
                        csecrets_token_hash(hash, key, strlen(key)) == CSECRETS_OK;
    csecrets_wipe(key, sizeof key);
    return is_key;
}

static bool show(const char *what, const uint8_t *stored, const char *typed, bool expected)
{
    uint8_t hash[CSECRETS_TOKEN_HASH_SIZE];
    const bool accepted =
        hash_typed(hash, typed) && csecrets_equal(hash, sizeof hash, stored, sizeof hash);
    printf("  %-22s %-36s %s\n", what, typed, accepted ? "accepted" : "refused");
    return accepted == expected;
}

/* As somebody types who takes 0 for O and 1 for l, leaves no key for '-', and never shifts. */
static void misspell(char *out, const char *key)
{
    for (; *key != '\0'; key++) {
        const char c = *key == '0' ? 'o' : *key == '1' ? 'l' : *key == '-' ? ' ' : *key;
        *out++ = (char)tolower((unsigned char)c);
    }
    *out = '\0';
}

int main(void)
{
    char key[CSECRETS_CODE_SIZE(GROUPS, GROUP_LEN, 1)], typed[sizeof key];
    uint8_t stored[CSECRETS_TOKEN_HASH_SIZE];
    csecrets_status status = csecrets_code(key, sizeof key, GROUPS, GROUP_LEN, "-");
    if (status != CSECRETS_OK || !hash_typed(stored, key)) {
        fprintf(stderr, "licence_key: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    printf("licence key  %s\n", key);
    bool right = show("as it was given out", stored, key, true);
    misspell(typed, key);
    right &= show("as people type it", stored, typed, true);
    typed[6] = typed[6] == '7' ? '8' : '7';
    right &= show("with a wrong character", stored, typed, false);
    typed[6] = 'u';
    right &= show("with what no key has", stored, typed, false);
    typed[5] = '\0';
    right &= show("its first group", stored, typed, false);
    csecrets_wipe(key, sizeof key);
    csecrets_wipe(typed, sizeof typed);
    return right ? EXIT_SUCCESS : EXIT_FAILURE;
}
