/* guard_input.c - a call reads what it is given and not one byte more
 *
 * Inputs lie flush against a page that nobody may read, before them or behind them.
 *
 * Needs: guard pages */
#include <csecrets.h>

#include "guard.h"

static struct room inputs, others, outputs;

/* Every length, every place of a difference. */
static void equal(size_t n, bool at_end)
{
    unsigned char *a = place(inputs, n, at_end), *b = place(others, n, at_end);
    for (size_t i = 0; i < n; i++)
        a[i] = b[i] = (unsigned char)(i * 37);
    CHECK(csecrets_equal(a, n, b, n));
    CHECK(n == 0 || !csecrets_equal(a, n, b, n - 1));
    for (size_t i = 0; i < n; i++) {
        b[i] ^= (unsigned char)(1u << i % 8);
        CHECK(!csecrets_equal(a, n, b, n) && !csecrets_equal(b, n, a, n));
        b[i] ^= (unsigned char)(1u << i % 8);
    }
    CHECK(csecrets_equal(b, n, a, n));
}

static void equal_text(size_t n, bool at_end)
{
    char *a = place(inputs, n + 1, at_end), *b = place(others, n + 1, at_end);
    memset(a, 'x', n);
    memset(b, 'x', n);
    a[n] = b[n] = '\0';
    CHECK(csecrets_equal_text(a, b));
    for (size_t i = 0; i < n; i++) {
        b[i] = 'y';
        CHECK(!csecrets_equal_text(a, b));
        b[i] = '\0';
        CHECK(!csecrets_equal_text(a, b) && !csecrets_equal_text(b, a));
        b[i] = 'x';
    }
}

static void alphabet(size_t n, bool at_end)
{
    char *alphabet = place(inputs, n + 1, at_end);
    for (size_t i = 0; i < n; i++)
        alphabet[i] = (char)(' ' + i);
    alphabet[n] = '\0';
    char text[201];
    const csecrets_status expected = n < 2 ? CSECRETS_ERR_INVALID_ARGUMENT : CSECRETS_OK;
    CHECK(csecrets_token_alphabet(text, sizeof text, 200, alphabet) == expected);
    CHECK(strlen(text) == (n < 2 ? 0 : 200) && strspn(text, alphabet) == strlen(text));
    CHECK((csecrets_alphabet_nchars(alphabet, 128) == SIZE_MAX) == (n < 2));
}

/* A text without an end is read as far as an alphabet can go, and one character further. */
static void endless_alphabet(void)
{
    char *alphabet = place(inputs, 96, true);
    for (size_t i = 0; i < 96; i++)
        alphabet[i] = (char)(' ' + i % 95);
    char text[17];
    CHECK(csecrets_token_alphabet(text, sizeof text, 16, alphabet) ==
          CSECRETS_ERR_INVALID_ARGUMENT);
    CHECK(text[0] == '\0');
    CHECK(csecrets_alphabet_nchars(alphabet, 128) == SIZE_MAX);
}

static void big(size_t n, bool at_end)
{
    uint8_t *bound = place(inputs, n, at_end), *value = place(outputs, n, at_end);
    for (size_t i = 0; i < n; i++)
        bound[i] = (uint8_t)(i < n / 3 ? 0 : 1 + i);
    CHECK(csecrets_randbelow_big(value, bound, n) == CSECRETS_OK);
    CHECK(memcmp(value, bound, n) < 0 && only_wrote(outputs, value, n));
}

static void weights(size_t n, bool at_end)
{
    uint64_t *weights = place(inputs, n * sizeof *weights, at_end);
    for (size_t i = 0; i < n; i++)
        weights[i] = i % 2 == n % 2;
    size_t index = 0;
    const bool none = n < 2;
    CHECK(csecrets_weighted_index(&index, weights, n) ==
          (none ? CSECRETS_ERR_INVALID_ARGUMENT : CSECRETS_OK));
    CHECK(none ? index == SIZE_MAX : index < n && weights[index] == 1);
}

/* Element i is filled with the byte i + 1. */
static void number(unsigned char *base, size_t count, size_t size)
{
    for (size_t i = 0; i < count; i++)
        memset(base + i * size, (int)(i + 1), size);
}

/* Which element lies here; 0 where it is none, or parts of several. */
static unsigned char element(const unsigned char *at, size_t size)
{
    return holds(at, size, at[0]) ? at[0] : 0;
}

/* k elements, each one of count; where they must differ, each only once. */
static void taken(const unsigned char *out, size_t k, size_t count, size_t size, bool differ)
{
    bool seen[256] = {false};
    for (size_t i = 0; i < k; i++) {
        const unsigned char found = element(out + i * size, size);
        CHECK(found > 0 && found <= count && !(differ && seen[found]));
        seen[found] = true;
    }
}

static void choosing(size_t count, size_t size, bool at_end)
{
    unsigned char *base = place(inputs, count * size, at_end);
    number(base, count, size);
    unsigned char *out = place(outputs, size, at_end);
    CHECK(csecrets_choice(out, base, count, size) ==
          (count > 0 ? CSECRETS_OK : CSECRETS_ERR_INVALID_ARGUMENT));
    CHECK(only_wrote(outputs, out, size));
    taken(out, count > 0, count, size, false);
    for (size_t k = 0; count > 0 && k <= 2 * count; k += 1 + count / 3) {
        out = place(outputs, k * size, at_end);
        CHECK(csecrets_choices(out, k, base, count, size) == CSECRETS_OK);
        CHECK(only_wrote(outputs, out, k * size));
        taken(out, k, count, size, false);
    }
    for (size_t k = 0; k <= count; k += 1 + count / 3) {
        out = place(outputs, k * size, at_end);
        CHECK(csecrets_sample(out, k, base, count, size) == CSECRETS_OK);
        CHECK(only_wrote(outputs, out, k * size));
        taken(out, k, count, size, true);
    }
    /* None of them changed the array; only shuffle does. */
    for (size_t i = 0; i < count; i++)
        CHECK(element(base + i * size, size) == i + 1);
    CHECK(csecrets_shuffle(base, count, size) == CSECRETS_OK);
    CHECK(only_wrote(inputs, base, count * size));
    taken(base, count, count, size, true);
}

/* A read of one byte too many is a crash. */
static void control(bool at_end)
{
    unsigned char *object = place(inputs, 16, at_end);
    CHECK(end_of(reads, object + (at_end ? 16 : -1)) == CRASHED);
    CHECK(end_of(reads, object + (at_end ? 15 : 0)) == ENDED_TRUE);
}

int main(void)
{
    static const size_t sizes[] = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33};
    inputs = room(2);
    others = room(2);
    outputs = room(2);
    for (int at_end = 0; at_end < 2; at_end++) {
        control(at_end);
        for (size_t n = 0; n <= 300; n++) {
            equal(n, at_end);
            equal_text(n, at_end);
            if (n > 0)
                big(n, at_end);
            weights(n, at_end);
        }
        for (size_t n = 0; n <= 95; n++)
            alphabet(n, at_end);
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
            for (size_t count = 0; count <= 100; count += 1 + count / 8)
                choosing(count, sizes[i], at_end);
    }
    endless_alphabet();
    return check_done("promise/guard_input");
}
