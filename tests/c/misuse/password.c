/* misuse/password.c - every wrong call of a password or passphrase function is refused, in the order
 *                     of the contract, and leaves nothing that could pass for a password */
#include "refused.h"

#include <math.h>

typedef csecrets_password_policy policy;

static policy usual(void)
{
    policy usual = CSECRETS_PASSWORD_POLICY_INIT;
    return usual;
}

static policy flags(int32_t bits)
{
    policy flags = usual();
    flags.flags = bits;
    return flags;
}

static policy minima(uint32_t lower, uint32_t upper, uint32_t digits, uint32_t symbols)
{
    policy minima = {sizeof minima, lower, upper, digits, symbols, 0, NULL, NULL};
    return minima;
}

/* A policy that both functions refuse. */
static void refused(csecrets_status status, size_t nchars, const policy *policy)
{
    ANSWERS(status, NO_TEXT(status == TOO_LARGE ? 1 : nchars + 1),
            csecrets_password(out.text, sizeof out.text, nchars, policy));
    ANSWERS(status, NOT_A_NUMBER, csecrets_password_bits(out.real, nchars, policy));
}

static void accepted(size_t nchars, const policy *policy)
{
    ANSWERS(OK, TEXT(nchars), csecrets_password(out.text, nchars + 1, nchars, policy));
    ANSWERS(OK, out.real[0] >= 0, csecrets_password_bits(out.real, nchars, policy));
}

static void lengths(void)
{
    policy bad = flags(32);
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_password(NULL, 1, 12, NULL));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_password(NULL, SIZE_MAX, SIZE_MAX, &bad));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_password(out.text, SIZE_MAX, 12, NULL));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_password(out.text, TOO_LONG, 7, &bad));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_password(NULL, 0, 129, NULL));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, csecrets_password(out.text, 1, 129, &bad));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, csecrets_password(out.text, 200, SIZE_MAX, NULL));
    ANSWERS(TOO_SMALL, UNTOUCHED, csecrets_password(NULL, 0, 12, NULL));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_password(out.text, 12, 12, &bad));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_password(out.text, 7, 7, NULL));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_password(out.text, 128, 128, NULL));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_password_bits(NULL, 12, NULL));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_password_bits(NULL, 129, &bad));
    refused(TOO_LARGE, 129, &bad);
    refused(WEAK, 7, NULL);
    refused(WEAK, 0, NULL);
    accepted(8, NULL);
    accepted(128, NULL);
}

static void policies(void)
{
    policy bad = usual();
    bad.struct_size = 0;
    refused(INVALID, 12, &bad);
    bad.struct_size = sizeof bad - 1;
    refused(INVALID, 12, &bad);
    /* A later version's, larger by a field. */
    struct {
        policy known;
        uint32_t unknown[2];
    } later = {CSECRETS_PASSWORD_POLICY_INIT, {0, 0}};
    later.known.struct_size = sizeof later;
    accepted(12, &later.known);
    later.unknown[1] = UINT32_C(1) << 31;
    refused(INVALID, 12, &later.known);
    refused(INVALID, 7, &later.known);
    /* A size that no version will have is refused before anything behind is read. */
    static struct {
        policy known;
        unsigned char unknown[1025 - sizeof(policy)];
    } much_later = {CSECRETS_PASSWORD_POLICY_INIT, {0}};
    much_later.known.struct_size = 1024;
    accepted(12, &much_later.known);
    much_later.known.struct_size = 1025;
    refused(INVALID, 12, &much_later.known);
    much_later.known.struct_size = UINT32_MAX;
    refused(INVALID, 12, &much_later.known);
    for (unsigned bit = 5; bit < 32; bit++) {
        bad = flags(UINT32_C(1) << bit);
        refused(INVALID, 12, &bad);
    }
    static const char *const bad_symbols[] = {"", "a", "-Z", "-0", " ", "--", "-\x7f", "-\x80", "\t",
                                              "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~!"};
    for (size_t i = 0; i < sizeof bad_symbols / sizeof bad_symbols[0]; i++) {
        bad = usual();
        bad.symbols = bad_symbols[i];
        refused(INVALID, 12, &bad);
        refused(INVALID, 7, &bad);
        bad.flags = CSECRETS_PASSWORD_NO_SYMBOLS;
        bad.min_symbols = 0;
        refused(INVALID, 12, &bad);
    }
    static const char *const bad_exclude[] = {"\n", "a\x7f", "a\x80", "\xff"};
    for (size_t i = 0; i < sizeof bad_exclude / sizeof bad_exclude[0]; i++) {
        bad = usual();
        bad.exclude = bad_exclude[i];
        refused(INVALID, 12, &bad);
    }
    policy fine = usual();
    fine.symbols = "~";
    fine.exclude = "   aaa";
    accepted(12, &fine);
    fine.exclude = "";
    accepted(12, &fine);
}

static void unsatisfiable(void)
{
    for (int32_t flag = 1; flag <= 8; flag *= 2) {
        /* The minimum of a class that is off is not looked at. */
        policy off = flags(flag);
        accepted(12, &off);
        refused(WEAK, 7, &off);
    }
    policy impossible = minima(3, 3, 3, 0);
    refused(UNSATISFIABLE, 8, &impossible);
    accepted(9, &impossible);
    impossible = minima(UINT32_MAX, UINT32_MAX, 2, 0);
    refused(UNSATISFIABLE, 128, &impossible);
    impossible = minima(0, 0, 0, 0);
    impossible.flags = 15;
    refused(UNSATISFIABLE, 12, &impossible);
    impossible.flags = 7;
    impossible.symbols = "|";
    accepted(12, &impossible);
    impossible.flags = 7 | CSECRETS_PASSWORD_NO_LOOKALIKES;
    refused(UNSATISFIABLE, 12, &impossible);
    impossible = usual();
    impossible.exclude = "0123456789";
    refused(UNSATISFIABLE, 12, &impossible);
    impossible.min_digits = 0;
    accepted(12, &impossible);
}

static void passphrases(void)
{
    char *text = out.text;
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_passphrase(NULL, 1, 6, "-"));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, csecrets_passphrase(text, 100, 6, NULL));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_passphrase(text, SIZE_MAX, 6, NULL));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, csecrets_passphrase(text, 1, SIZE_MAX, NULL));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_passphrase(text, SIZE_MAX, 6, "-"));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_passphrase(text, TOO_LONG, 0, "x"));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, csecrets_passphrase(text, 100, SIZE_MAX, "-"));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, csecrets_passphrase(text, 100, TOO_LONG, "x"));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, csecrets_passphrase(text, 100, SIZE_MAX / 10, ""));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_passphrase(NULL, 0, PTRDIFF_MAX / 9, "-"));
    static const char *const bad_separators[] = {"", "a", "Z", "-x-", "\n", "\x7f", "\x80",
                                                 "12345678901234567"};
    for (size_t i = 0; i < sizeof bad_separators / sizeof bad_separators[0]; i++) {
        ANSWERS(INVALID, EMPTY_TEXT, csecrets_passphrase(text, 500, 6, bad_separators[i]));
        ANSWERS(INVALID, EMPTY_TEXT, csecrets_passphrase(text, 1, 0, bad_separators[i]));
    }
    for (size_t nwords = 0; nwords < 4; nwords++) {
        ANSWERS(WEAK, EMPTY_TEXT, csecrets_passphrase(text, 500, nwords, "-"));
        ANSWERS(WEAK, EMPTY_TEXT, csecrets_passphrase(text, 1, nwords, "-"));
        ANSWERS(WEAK, UNTOUCHED, csecrets_passphrase(NULL, 0, nwords, "-"));
    }
    ANSWERS(TOO_SMALL, UNTOUCHED, csecrets_passphrase(NULL, 0, 4, "-"));
    /* One character short of the longest, which is hardly ever drawn. */
    ANSWERS(TOO_SMALL, EMPTY_TEXT,
            csecrets_passphrase(text, CSECRETS_PASSPHRASE_SIZE(4, 1) - 1, 4, "-"));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_passphrase(text, 500, PTRDIFF_MAX / 10, "-"));
}

/* What a passphrase leaves of its place is zero. */
static void separated(void)
{
    const size_t size = CSECRETS_PASSPHRASE_SIZE(7, 3);
    if (csecrets_passphrase(out.text, size, 7, " 1 ") == UNSUPPORTED) {
        puts("SKIPPED misuse/password of passphrases: this library was built without words");
        ANSWERS(UNSUPPORTED, NO_TEXT(size), csecrets_passphrase(out.text, size, 7, " 1 "));
        return;
    }
    for (int round = 0; round < 1000; round++) {
        ANSWERS(OK, holds(out.bytes + size, sizeof out - size, CANARY),
                csecrets_passphrase(out.text, sizeof out.text, 7, " 1 "));
        const size_t nchars = strlen(out.text);
        CHECK(nchars >= 7 * 3 + 6 * 3 && nchars < size);
        CHECK(holds(out.text + nchars, size - nchars, 0));
        size_t separators = 0;
        for (const char *at = out.text; (at = strstr(at, " 1 ")) != NULL; at += 3)
            separators++;
        CHECK(separators == 6);
    }
}

static void sizes(void)
{
    static char constant[CSECRETS_PASSPHRASE_SIZE(6, 1)];
    CHECK(sizeof constant == 60 && sizeof CSECRETS_PASSPHRASE_SIZE(4, 1) == sizeof(size_t));
    for (size_t nwords = 0; nwords < 300; nwords++)
        for (size_t len = 0; len < 20; len++)
            CHECK(csecrets_passphrase_size(nwords, len) == CSECRETS_PASSPHRASE_SIZE(nwords, len));
    CHECK(csecrets_passphrase_size(0, SIZE_MAX) == 1);
    CHECK(csecrets_passphrase_size(SIZE_MAX, 0) == SIZE_MAX);
    CHECK(csecrets_passphrase_size(2, SIZE_MAX - 18) == SIZE_MAX);
    CHECK(csecrets_passphrase_size(SIZE_MAX / 10 + 2, 1) == SIZE_MAX);
}

static void is_strong(double bits, size_t nchars, const policy *policy)
{
    ANSWERS(OK, fabs(out.real[0] - bits) < 1e-9, csecrets_password_bits(out.real, nchars, policy));
}

/* Known to 9 digits: n! times the coefficient of x^n in a product of series, in exact fractions. */
static void bits(void)
{
    is_strong(77.050177444905, 12, NULL);
    is_strong(103.107016737539, 16, NULL);
    policy many = minima(0, 0, 120, 0);
    is_strong(489.305708444967, 128, &many);
    policy one = minima(0, 0, 8, 0);
    one.exclude = "012345678";
    ANSWERS(OK, out.real[0] >= 0 && out.real[0] <= 0, csecrets_password_bits(out.real, 8, &one));
    ANSWERS(OK, strcmp(out.text, "99999999") == 0, csecrets_password(out.text, 9, 8, &one));
}

int main(void)
{
    lengths();
    policies();
    unsatisfiable();
    passphrases();
    separated();
    sizes();
    bits();
    return check_done("misuse/password");
}
