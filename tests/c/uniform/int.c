/* uniform/int.c - integers below a bound are equally likely; the usual mistakes are found out by
 *                 the same statistics */
#include "uniform.h"

/* Three quarters of all words: where modulo gives a third of the range twice its share, where a
 * double has no room for the lowest bit, and where a product without rejection gives multiples of 3
 * twice theirs. None of these three is seen by the tests for the other two. */
#define THREE_QUARTERS ((uint64_t)3 << 62)

enum { DRAWS = 40000 };

typedef void draws(uint64_t *values, size_t count, uint64_t bound);

static void one_by_one(uint64_t *values, size_t count, uint64_t bound)
{
    for (size_t i = 0; i < count; i++)
        CHECK(csecrets_randbelow(&values[i], bound) == CSECRETS_OK);
}

static void many(uint64_t *values, size_t count, uint64_t bound)
{
    CHECK(csecrets_randbelow_many(values, count, bound) == CSECRETS_OK);
}

static void many_u32(uint64_t *values, size_t count, uint64_t bound)
{
    static uint32_t narrow[DRAWS];
    CHECK(csecrets_randbelow_many_u32(narrow, count, (uint32_t)bound) == CSECRETS_OK);
    for (size_t i = 0; i < count; i++)
        values[i] = narrow[i];
}

static void big(uint64_t *values, size_t count, uint64_t bound)
{
    for (size_t i = 0; i < count; i++) {
        uint8_t limit[9] = {0}, value[9];
        for (int j = 0; j < 8; j++)
            limit[8 - j] = (uint8_t)(bound >> 8 * j);
        CHECK(csecrets_randbelow_big(value, limit, sizeof value) == CSECRETS_OK);
        values[i] = 0;
        for (int j = 1; j < 9; j++)
            values[i] = values[i] << 8 | value[j];
    }
}

static void between(uint64_t *values, size_t count, uint64_t bound)
{
    for (size_t i = 0; i < count; i++) {
        int64_t value = 0;
        const int64_t high = (int64_t)(INT64_MIN + (bound - 1));
        CHECK(csecrets_randint(&value, INT64_MIN, high) == CSECRETS_OK);
        values[i] = (uint64_t)value - (uint64_t)INT64_MIN;
    }
}

static void by_modulo(uint64_t *values, size_t count, uint64_t bound)
{
    for (size_t i = 0; i < count; i++)
        values[i] = word() % bound;
}

/* The high word of a product. */
static uint64_t high_half(uint64_t a, uint64_t b)
{
    const uint64_t a_low = (uint32_t)a, a_high = a >> 32, b_low = (uint32_t)b, b_high = b >> 32;
    const uint64_t middle = a_high * b_low + (a_low * b_low >> 32);
    return a_high * b_high + (middle >> 32) + ((a_low * b_high + (uint32_t)middle) >> 32);
}

static void by_product(uint64_t *values, size_t count, uint64_t bound)
{
    for (size_t i = 0; i < count; i++)
        values[i] = high_half(word(), bound);
}

static void by_double(uint64_t *values, size_t count, uint64_t bound)
{
    for (size_t i = 0; i < count; i++)
        values[i] = (uint64_t)(ldexp((double)(word() >> 11), -53) * (double)bound);
}

static void by_byte(uint64_t *values, size_t count, uint64_t bound)
{
    for (size_t i = 0; i < count; i++)
        values[i] = (uint8_t)word() % bound;
}

/* By size, by parity, and by the rest that 3 leaves. */
static bool fair_below_three_quarters(draws *draw)
{
    static uint64_t values[DRAWS];
    uint32_t bins[12] = {0}, parity[2] = {0}, rest[3] = {0};
    draw(values, DRAWS, THREE_QUARTERS);
    for (size_t i = 0; i < DRAWS; i++) {
        if (values[i] >= THREE_QUARTERS)
            return false;
        bins[values[i] >> 60]++;
        parity[values[i] % 2]++;
        rest[values[i] % 3]++;
    }
    return fits(bins, 12) && fits(parity, 2) && fits(rest, 3);
}

/* By value; for few values also by pairs that follow one another. */
static bool fair_below_small(draws *draw, uint64_t bound)
{
    static uint64_t values[DRAWS];
    static uint32_t counts[256], pairs[16 * 16];
    memset(counts, 0, sizeof counts);
    memset(pairs, 0, sizeof pairs);
    for (int round = 0; round < 5; round++) {
        draw(values, DRAWS, bound);
        for (size_t i = 0; i < DRAWS; i++) {
            if (values[i] >= bound)
                return false;
            counts[values[i]]++;
            if (bound <= 16 && i % 2 == 1)
                pairs[values[i - 1] * bound + values[i]]++;
        }
    }
    return fits(counts, bound) && (bound > 16 || fits(pairs, bound * bound));
}

int main(void)
{
    static draws *const all[] = {one_by_one, many, big, between};
    static draws *const small[] = {one_by_one, many, many_u32, big};
    static const uint64_t bounds[] = {2, 3, 6, 10, 62, 94, 200};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        CHECK(fair_below_three_quarters(all[i]));
    CHECK(!fair_below_three_quarters(by_modulo));
    CHECK(!fair_below_three_quarters(by_product));
    CHECK(!fair_below_three_quarters(by_double));
    for (size_t i = 0; i < sizeof small / sizeof small[0]; i++)
        for (size_t j = 0; j < sizeof bounds / sizeof bounds[0]; j++)
            CHECK(fair_below_small(small[i], bounds[j]));
    for (size_t j = 4; j < sizeof bounds / sizeof bounds[0]; j++)
        CHECK(!fair_below_small(by_byte, bounds[j]));
    return check_done("uniform/int");
}
