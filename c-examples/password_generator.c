/* password_generator.c - passwords with rules, or passphrases, and how strong they really are
 *
 * The C counterpart of the recipe in Python's `secrets` that draws characters until a password holds
 * one of each class. Here every password that meets the rules is equally likely, so that the number
 * of bits is exact: putting one of each class first and shuffling would favour some passwords.
 *
 *     password_generator [OPTION VALUE]...
 *
 *     -n LENGTH   characters, 8 to 128; 16 where nothing is said
 *     -l, -u, -d, -s LEAST
 *                 lower-case letters, upper-case letters, digits and symbols there must be at least,
 *                 or "no" for none at all; 1 of each where nothing is said
 *     -x CHARACTERS
 *                 characters that it must not have, besides what is easily mistaken, such as 0 and O
 *     -w WORDS    a passphrase of so many words instead, 4 to 32
 *     -c COUNT    how many to choose from, up to 100
 *
 * The passwords go to standard output, one a line; their strength to standard error.
 *
 * Build it alone:  cc password_generator.c $(pkg-config --cflags --libs csecrets)
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <csecrets.h>

enum { LENGTH_MAX = 128, WORDS_MAX = 32, COUNT_MAX = 100 };

struct request {
    csecrets_password_policy policy;
    uint32_t nchars, nwords, count;
};

/* A whole number from 0 to high; the library knows what is too few. */
static bool read_number(const char *text, uint32_t high, uint32_t *out)
{
    char *end;
    const unsigned long number = strtoul(text, &end, 10);
    *out = (uint32_t)number;
    return text[0] >= '0' && text[0] <= '9' && *end == '\0' && number <= high;
}

/* How many characters of a class there must be; or the class is switched off. */
static bool read_class(const char *text, int32_t off, csecrets_password_policy *policy,
                       uint32_t *least)
{
    if (strcmp(text, "no") == 0) {
        policy->flags |= off;
        return true;
    }
    return read_number(text, LENGTH_MAX, least);
}

static bool read_option(struct request *request, const char *option, const char *value)
{
    csecrets_password_policy *policy = &request->policy;
    if (option[0] != '-' || option[1] == '\0' || option[2] != '\0' || value == NULL) {
        return false;
    }
    switch (option[1]) {
    case 'n':
        return read_number(value, LENGTH_MAX, &request->nchars);
    case 'l':
        return read_class(value, CSECRETS_PASSWORD_NO_LOWER, policy, &policy->min_lower);
    case 'u':
        return read_class(value, CSECRETS_PASSWORD_NO_UPPER, policy, &policy->min_upper);
    case 'd':
        return read_class(value, CSECRETS_PASSWORD_NO_DIGITS, policy, &policy->min_digits);
    case 's':
        return read_class(value, CSECRETS_PASSWORD_NO_SYMBOLS, policy, &policy->min_symbols);
    case 'x':
        policy->exclude = value;
        return true;
    case 'w':
        return read_number(value, WORDS_MAX, &request->nwords) && request->nwords > 0;
    case 'c':
        return read_number(value, COUNT_MAX, &request->count);
    default:
        return false;
    }
}

static csecrets_status print_passwords(const struct request *request)
{
    char password[LENGTH_MAX + 1];
    double bits;
    csecrets_status status = csecrets_password_bits(&bits, request->nchars, &request->policy);
    for (uint32_t i = 0; i < request->count && status == CSECRETS_OK; i++) {
        status = csecrets_password(password, sizeof password, request->nchars, &request->policy);
        if (status == CSECRETS_OK) {
            puts(password);
        }
    }
    if (status == CSECRETS_OK) {
        fprintf(stderr, "each one of 2^%.2f that meet the rules\n", bits);
    }
    csecrets_wipe(password, sizeof password);
    return status;
}

/* What is to be remembered is easier as words. There are 7776 of them. */
static csecrets_status print_passphrases(const struct request *request)
{
    char passphrase[CSECRETS_PASSPHRASE_SIZE(WORDS_MAX, 1)];
    csecrets_status status = CSECRETS_OK;
    for (uint32_t i = 0; i < request->count && status == CSECRETS_OK; i++) {
        status = csecrets_passphrase(passphrase, sizeof passphrase, request->nwords, " ");
        if (status == CSECRETS_OK) {
            puts(passphrase);
        }
    }
    if (status == CSECRETS_OK) {
        fprintf(stderr, "each one of 2^%.2f\n", 12.925 * request->nwords);
    }
    csecrets_wipe(passphrase, sizeof passphrase);
    return status;
}

int main(int argc, char **argv)
{
    struct request request = {.nchars = 16, .count = 1};
    /* What = CSECRETS_PASSWORD_POLICY_INIT does: it says which version of the structure this is. */
    csecrets_status status = csecrets_password_policy_init(&request.policy, sizeof request.policy);
    /* A person will read and type it. */
    request.policy.flags |= CSECRETS_PASSWORD_NO_LOOKALIKES;
    for (int i = 1; i < argc; i += 2) {
        if (!read_option(&request, argv[i], argv[i + 1])) {
            fprintf(stderr,
                    "usage: password_generator [-n LENGTH] [-l LEAST|no] [-u LEAST|no]\n"
                    "           [-d LEAST|no] [-s LEAST|no] [-x CHARACTERS] [-w WORDS] [-c COUNT]\n");
            return EXIT_FAILURE;
        }
    }
    if (status == CSECRETS_OK) {
        status = request.nwords > 0 ? print_passphrases(&request) : print_passwords(&request);
    }
    if (status != CSECRETS_OK) {
        fprintf(stderr, "password_generator: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
