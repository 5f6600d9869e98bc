/* uniform/password.c - every password that meets a policy is equally likely; a generator that puts
 *                      one of each class, fills up and shuffles is found out by the same statistics */
#include "uniform.h"

enum { ROUNDS = 60000, LOWER = 26, UPPER = 26, DIGITS = 10, SYMBOLS = 26 };

#define SYMBOL_SET "!@#$%^&*()-_=+[]{}|;:,.<>?"
#define ALL_BUT_A_AND_0 "bcdefghijklmnopqrstuvwxyz123456789"

/* Draws nchars characters of some classes, at least one of each. */
typedef void password_draw(char *password, size_t nchars, const char *const *classes, size_t count);

/* The library's own classes, or but 'a' and '0'. */
static void library(char *password, size_t nchars, const char *const *classes, size_t count)
{
    csecrets_password_policy policy = CSECRETS_PASSWORD_POLICY_INIT;
    if (count == 2) {
        policy.flags = CSECRETS_PASSWORD_NO_UPPER | CSECRETS_PASSWORD_NO_SYMBOLS;
        policy.exclude = ALL_BUT_A_AND_0;
    }
    (void)classes;
    CHECK(csecrets_password(password, nchars + 1, nchars, &policy) == CSECRETS_OK);
}

static char character_of(const char *const *classes, size_t count)
{
    size_t size = 0;
    for (size_t i = 0; i < count; i++)
        size += strlen(classes[i]);
    size_t index = below(size);
    for (; index >= strlen(*classes); classes++)
        index -= strlen(*classes);
    return (*classes)[index];
}

static void one_of_each(char *password, size_t nchars, const char *const *classes, size_t count)
{
    for (size_t i = 0; i < nchars; i++)
        password[i] = i < count ? character_of(classes + i, 1) : character_of(classes, count);
    password[nchars] = '\0';
    CHECK(csecrets_shuffle(password, nchars, 1) == CSECRETS_OK);
}

/* Of 'a' and '0', 8 characters: 2^8 - 2 passwords, each of which is counted. */
static bool fair_passwords(password_draw *draw)
{
    static const char *const classes[] = {"a", "0"};
    uint32_t counts[256] = {0}, shares[256];
    for (size_t i = 0; i < 256; i++)
        shares[i] = i != 0 && i != 255;
    for (int round = 0; round < ROUNDS; round++) {
        char password[9];
        size_t index = 0;
        draw(password, 8, classes, 2);
        for (size_t i = 0; i < 8; i++)
            index = 2 * index + (password[i] == 'a');
        counts[index]++;
    }
    return fits_shares(counts, shares, 256);
}

static double power(double base, int exponent)
{
    return exponent == 0 ? 1 : base * power(base, exponent - 1);
}

/* Passwords of 12 characters of four classes, with this many digits: the digits' places and values,
 * times what the other classes can be without one of them missing. */
static double passwords_with(int digits)
{
    const int others = 12 - digits;
    double places = 1;
    for (int i = 0; i < digits; i++)
        places = places * (12 - i) / (i + 1);
    return places * power(DIGITS, digits) *
           (power(3 * LOWER, others) - 3 * power(2 * LOWER, others) + 3 * power(LOWER, others));
}

/* How many digits there are, and which character of its class each is. */
static bool fair_classes(password_draw *draw)
{
    static const char *const classes[] = {
        "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", SYMBOL_SET,
    };
    enum { MOST = 5 };
    uint32_t with[MOST + 1] = {0}, shares[MOST + 1] = {0}, counts[4][26] = {{0}};
    double all = 0, weights[MOST + 1] = {0};
    for (int digits = 1; digits <= 9; digits++) {
        all += passwords_with(digits);
        weights[digits < MOST ? digits : MOST] += passwords_with(digits);
    }
    for (int digits = 1; digits <= MOST; digits++)
        shares[digits] = (uint32_t)(weights[digits] / all * 1e9);
    for (int round = 0; round < ROUNDS; round++) {
        char password[13];
        size_t digits = 0;
        draw(password, 12, classes, 4);
        for (size_t i = 0; i < 12; i++) {
            size_t class = 0;
            while (strchr(classes[class], password[i]) == NULL)
                class++;
            counts[class][strchr(classes[class], password[i]) - classes[class]]++;
            digits += class == 2;
        }
        with[digits < MOST ? digits : MOST]++;
    }
    return fits_shares(with, shares, MOST + 1) && fits(counts[0], LOWER) && fits(counts[1], UPPER) &&
           fits(counts[2], DIGITS) && fits(counts[3], SYMBOLS);
}

int main(void)
{
    CHECK(fair_passwords(library));
    CHECK(fair_classes(library));
    CHECK(!fair_passwords(one_of_each));
    CHECK(!fair_classes(one_of_each));
    return check_done("uniform/password");
}
