/* ct.c - no branch and no address depends on a secret, in the library that ships
 *
 * Runs under valgrind, with the getrandom of poison_getrandom.c before libc's: every random byte
 * counts as uninitialised, and memcheck reports each branch and each address that depends on one.
 * ct.supp names the one thing that may depend on a drawn value: whether it is thrown away.
 *
 * What a draw wrote must be tainted still. That proves that the taint got so far; and since a
 * branch or a table that chooses a character by a secret gives an untainted one, nothing of that
 * kind hides behind a line of ct.supp.
 *
 * Runs: valgrind */
#include <csecrets.h>

#include <valgrind/memcheck.h>

#include "check.h"

static unsigned char out[9000];

/* How many of these bytes have a bit that valgrind takes for uninitialised. */
static size_t tainted(const void *data, size_t nbytes)
{
    size_t found = 0;
    for (size_t i = 0; i < nbytes; i++) {
        unsigned char bits = 0;
        (void)VALGRIND_GET_VBITS((const unsigned char *)data + i, &bits, 1);
        found += bits != 0;
    }
    return found;
}

/* The call is not reported, and the first nbytes bytes that it leaves are tainted. */
#define IS_QUIET(nbytes, call) \
    do { \
        memset(out, 0, sizeof out); \
        const unsigned before = VALGRIND_COUNT_ERRORS; \
        const csecrets_status status = (call); \
        CHECK(VALGRIND_COUNT_ERRORS == before && #call); \
        CHECK(tainted(out, (nbytes)) == (nbytes) && #call); \
        (void)VALGRIND_MAKE_MEM_DEFINED(out, sizeof out); \
        CHECK(status == CSECRETS_OK); \
    } while (0)

static void tokens(size_t n)
{
    char *text = (char *)out;
    const size_t size = sizeof out;
    IS_QUIET(n, csecrets_token_bytes(out, n));
    IS_QUIET(n, csecrets_randbits_big(out, n, 8 * n));
    IS_QUIET(2 * n, csecrets_token_hex(text, size, n));
    IS_QUIET(CSECRETS_URLSAFE_SIZE(n) - 1, csecrets_token_urlsafe(text, size, n));
    IS_QUIET(n, csecrets_token_alphabet(text, size, n, CSECRETS_ALPHABET_DIGITS));
    IS_QUIET(n, csecrets_token_alphabet(text, size, n, CSECRETS_ALPHABET_BASE62));
    IS_QUIET(n, csecrets_token_alphabet(text, size, n, CSECRETS_ALPHABET_URLSAFE64));
}

static void passwords(size_t n)
{
    csecrets_password_policy many_digits = CSECRETS_PASSWORD_POLICY_INIT;
    many_digits.min_digits = 5;
    IS_QUIET(n, csecrets_password((char *)out, sizeof out, n, NULL));
    IS_QUIET(n, csecrets_password((char *)out, sizeof out, n, &many_digits));
}

static void integers(void)
{
    static const uint8_t bound[16] = {0x80, 1};
    const uint64_t half = ((uint64_t)1 << 63) + 1;
    void *value = out;
    IS_QUIET(8, csecrets_randbits(value, 64));
    IS_QUIET(8, csecrets_randint(value, INT64_MIN, INT64_MAX));
    IS_QUIET(8, csecrets_random(value));
    for (int i = 0; i < 50; i++) {
        IS_QUIET(1, csecrets_randbelow(value, 129));
        IS_QUIET(2, csecrets_randbelow(value, 0x8001));
        IS_QUIET(8, csecrets_randbelow(value, half));
        IS_QUIET(16, csecrets_randbelow_big(out, bound, sizeof bound));
    }
    IS_QUIET(1600, csecrets_randbelow_many(value, 200, half));
    IS_QUIET(800, csecrets_randbelow_many_u32(value, 200, UINT32_MAX));
}

/* Two secrets, equal or different at one place; only the answer is made public. */
static void equal(size_t n, size_t place)
{
    unsigned char a[300], b[300];
    CHECK(csecrets_token_bytes(a, sizeof a) == CSECRETS_OK);
    memcpy(b, a, sizeof b);
    if (place < n)
        b[place] ^= 0x10;
    const unsigned before = VALGRIND_COUNT_ERRORS;
    unsigned char answer = csecrets_equal(a, n, b, n);
    CHECK(VALGRIND_COUNT_ERRORS == before);
    CHECK(tainted(&answer, 1) == (n > 0));
    (void)VALGRIND_MAKE_MEM_DEFINED(&answer, 1);
    CHECK(answer == (place >= n));
}

/* Hexadecimal by a table, as most libraries spell it. */
static void hex_by_table(const unsigned char *secret, size_t nbytes)
{
    static const volatile char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < nbytes; i++) {
        out[2 * i] = (unsigned char)digits[secret[i] >> 4];
        out[2 * i + 1] = (unsigned char)digits[secret[i] & 15];
    }
}

/* Compares as memcmp does, up to the first difference. */
static int compare(const volatile unsigned char *a, const volatile unsigned char *b, size_t nbytes)
{
    for (size_t i = 0; i < nbytes; i++)
        if (a[i] != b[i])
            return a[i] < b[i] ? -1 : 1;
    return 0;
}

/* What the compiler must neither leave out nor do by itself. */
static volatile int difference;
static int (*volatile libc_memcmp)(const void *, const void *, size_t) = memcmp;

/* What is not constant time is reported, and spells untainted text. */
static void controls(void)
{
    unsigned char secret[32], other[32] = {0};
    CHECK(csecrets_token_bytes(secret, sizeof secret) == CSECRETS_OK);
    CHECK(tainted(secret, sizeof secret) == sizeof secret);
    unsigned before = VALGRIND_COUNT_ERRORS;
    difference = compare(secret, other, sizeof secret);
    CHECK(VALGRIND_COUNT_ERRORS > before);
    before = VALGRIND_COUNT_ERRORS;
    difference = libc_memcmp(secret, other, sizeof secret);
    CHECK(VALGRIND_COUNT_ERRORS > before);
    before = VALGRIND_COUNT_ERRORS;
    hex_by_table(secret, sizeof secret);
    CHECK(VALGRIND_COUNT_ERRORS - before == 64);
    CHECK(tainted(out, 64) == 0);
}

int main(void)
{
    CHECK(RUNNING_ON_VALGRIND);
    for (size_t n = 1; n <= 70; n++) {
        tokens(n);
        equal(n, n);
        equal(n, n / 2);
    }
    tokens(1000);
    tokens(4096);
    for (size_t place = 0; place <= 300; place += 60)
        equal(300, place);
    passwords(8);
    passwords(16);
    passwords(128);
    integers();
    controls();
    return check_done("ct");
}
