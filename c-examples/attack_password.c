/* attack_password.c - one of each class, fill up, shuffle: how the usual password generator favours some
 *
 * The C counterpart of the class in Python's style that picks a letter, a capital, a digit and a symbol,
 * fills up with characters of all classes and shuffles. It allows four characters, of which there are
 * few enough to try them all; and of longer ones it gives some far more often than others, so that an
 * attacker begins with these. csecrets_password() refuses fewer than eight, and favours none.
 *
 * Build it alone:  cc attack_password.c $(pkg-config --cflags --libs csecrets)
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <csecrets.h>

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS CSECRETS_ALPHABET_DIGITS
#define SYMBOLS "!@#$%^&*()-_=+[]{}|;:,.<>?"

enum { CLASSES = 4, SHORT = 4, LONG = 12, PASSWORDS = 20000 };

static const char *const CLASS[CLASSES] = {LOWER, UPPER, DIGITS, SYMBOLS};
static const char ALL[] = LOWER UPPER DIGITS SYMBOLS;

static void check(csecrets_status status)
{
    if (status != CSECRETS_OK) {
        fprintf(stderr, "attack_password: %s\n", csecrets_strerror(status));
        exit(EXIT_FAILURE);
    }
}

/* How a password should not be made. */
static void usual_password(char *out, size_t nchars)
{
    for (size_t i = 0; i < CLASSES; i++) {
        check(csecrets_choice(&out[i], CLASS[i], strlen(CLASS[i]), 1));
    }
    check(csecrets_choices(&out[CLASSES], nchars - CLASSES, ALL, sizeof ALL - 1, 1));
    check(csecrets_shuffle(out, nchars, 1));
    out[nchars] = '\0';
}

static bool try_one(const uint8_t *hash, const char *guess, unsigned *tries)
{
    ++*tries;
    return csecrets_token_matches(hash, guess, SHORT);
}

/* Tries each character of each class, in the places that the order gives them. */
static bool try_all(const uint8_t *hash, const size_t order[CLASSES], unsigned *tries)
{
    char guess[SHORT];
    for (const char *a = LOWER; *a != '\0'; a++) {
        for (const char *b = UPPER; *b != '\0'; b++) {
            for (const char *c = DIGITS; *c != '\0'; c++) {
                for (const char *d = SYMBOLS; *d != '\0'; d++) {
                    guess[order[0]] = *a;
                    guess[order[1]] = *b;
                    guess[order[2]] = *c;
                    guess[order[3]] = *d;
                    if (try_one(hash, guess, tries)) {
                        printf("of 4 characters   %.4s, found from its hash after %u tries\n", guess,
                               *tries);
                        return true;
                    }
                }
            }
        }
    }
    return false;
}

static bool find_a_short_one(void)
{
    char password[SHORT + 1];
    uint8_t hash[CSECRETS_TOKEN_HASH_SIZE];
    unsigned tries = 0;
    usual_password(password, SHORT);
    check(csecrets_token_hash(hash, password, SHORT));
    for (size_t code = 0; code < 256; code++) { /* of two bits a place: 24 of them are orders */
        const size_t order[CLASSES] = {code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6};
        const unsigned places = 1u << order[0] | 1u << order[1] | 1u << order[2] | 1u << order[3];
        if (places == 15 && try_all(hash, order, &tries)) {
            return true;
        }
    }
    return false;
}

static bool has_one_digit(const char *password)
{
    const char *digit = strpbrk(password, DIGITS);
    return digit != NULL && strpbrk(digit + 1, DIGITS) == NULL;
}

/* What an attacker knows of the next password: how many digits are in it, for one. */
static void compare_long_ones(void)
{
    char password[LONG + 1];
    unsigned usual = 0, even = 0;
    for (int i = 0; i < PASSWORDS; i++) {
        usual_password(password, LONG);
        usual += has_one_digit(password);
        check(csecrets_password(password, sizeof password, LONG, NULL));
        even += has_one_digit(password);
    }
    printf("of 12 characters  %.0f of 100 hold exactly one digit\n", 100.0 * usual / PASSWORDS);
    printf("csecrets          %.0f of 100\n", 100.0 * even / PASSWORDS);
}

int main(void)
{
    const bool found = find_a_short_one();
    compare_long_ones();
    return found ? EXIT_SUCCESS : EXIT_FAILURE;
}
