/* password_generator.c - passwords with rules, and how strong they really are
 *
 * The C counterpart of the recipe in Python's `secrets` that draws characters until a password holds
 * one of each class. Here every password that meets the rules is equally likely, so that the number
 * of bits is exact: putting one of each class first and shuffling would favour some passwords.
 *
 *     password_generator [length [lower [upper [digits [symbols]]]]]
 *
 * length is 8 to 128; the others say how many of each class there must be, or "no" for none at all.
 *
 *     cc password_generator.c $(pkg-config --cflags --libs csecrets)
 */
#include <csecrets.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads a number up to most; false where the argument is none. */
static bool number(const char *argument, unsigned long most, unsigned long *value)
{
    char *end = NULL;
    errno = 0;
    *value = strtoul(argument, &end, 10);
    return errno == 0 && argument[0] >= '0' && argument[0] <= '9' && *end == '\0' && *value <= most;
}

/* How many characters of a class there must be; or the class is switched off. */
static bool rule(const char *argument, uint32_t *minimum, int32_t *flags, int32_t off)
{
    if (strcmp(argument, "no") == 0) {
        *flags |= off;
        return true;
    }
    unsigned long value = 0;
    if (!number(argument, 128, &value))
        return false;
    *minimum = (uint32_t)value;
    return true;
}

int main(int argc, char **argv)
{
    /* Always begin with INIT: it says which version of the structure this program knows. */
    csecrets_password_policy policy = CSECRETS_PASSWORD_POLICY_INIT;
    unsigned long nchars = 16;
    bool valid = argc <= 6;
    if (argc > 1)
        valid = valid && number(argv[1], 128, &nchars);
    if (argc > 2)
        valid = valid && rule(argv[2], &policy.min_lower, &policy.flags, CSECRETS_PASSWORD_NO_LOWER);
    if (argc > 3)
        valid = valid && rule(argv[3], &policy.min_upper, &policy.flags, CSECRETS_PASSWORD_NO_UPPER);
    if (argc > 4)
        valid = valid && rule(argv[4], &policy.min_digits, &policy.flags, CSECRETS_PASSWORD_NO_DIGITS);
    if (argc > 5)
        valid =
            valid && rule(argv[5], &policy.min_symbols, &policy.flags, CSECRETS_PASSWORD_NO_SYMBOLS);
    if (!valid) {
        fprintf(stderr, "usage: %s [length [lower [upper [digits [symbols]]]]]\n", argv[0]);
        return EXIT_FAILURE;
    }
    /* A person will read and type it: leave out what is easily mistaken, such as 0 and O. */
    policy.flags |= CSECRETS_PASSWORD_NO_LOOKALIKES;

    double bits = 0;
    csecrets_status status = csecrets_password_bits(&bits, nchars, &policy);
    if (status != CSECRETS_OK) {
        fprintf(stderr, "%s: %s\n", argv[0], csecrets_strerror(status));
        return EXIT_FAILURE;
    }

    char password[128 + 1];
    status = csecrets_password(password, sizeof password, nchars, &policy);
    if (status != CSECRETS_OK) {
        fprintf(stderr, "%s: %s\n", argv[0], csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    printf("password    %s\n", password);
    printf("strength    %.2f bits: one of 2^%.2f that meet the rules\n", bits, bits);
    csecrets_wipe(password, sizeof password);

    /* What is to be remembered is easier as words: each has 12.92 bits. */
    char passphrase[CSECRETS_PASSPHRASE_SIZE(6, 1)];
    status = csecrets_passphrase(passphrase, sizeof passphrase, 6, " ");
    if (status != CSECRETS_OK) {
        fprintf(stderr, "%s: %s\n", argv[0], csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    printf("passphrase  %s\n", passphrase);
    csecrets_wipe(passphrase, sizeof passphrase);
    return EXIT_SUCCESS;
}
