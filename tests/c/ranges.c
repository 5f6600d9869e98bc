/* ranges.c - every value of a range can be drawn and none outside of it, in the widest and
 *            the most awkward ranges
 *
 * "Can be drawn" is seen by drawing; each comment says how seldom an honest draw misses. All of
 * them together are below 2^-70. */
#include <csecrets.h>

#include <math.h>

#include "check.h"

/* 256 draws: all 64 bits were 0 and were 1; misses once in 2^249. */
static void full_width(void)
{
    uint64_t zeros = UINT64_MAX, ones = 0;
    for (int i = 0; i < 256; i++) {
        int64_t value;
        CHECK(csecrets_randint(&value, INT64_MIN, INT64_MAX) == CSECRETS_OK);
        zeros &= (uint64_t)value;
        ones |= (uint64_t)value;
    }
    CHECK(zeros == 0 && ones == UINT64_MAX);
}

/* How far it is from low up to high, which need not fit in an int64_t. */
static uint64_t distance(int64_t low, int64_t high)
{
    return (uint64_t)high - (uint64_t)low;
}

/* Which value of Python's range(start, stop, step) this is, or UINT64_MAX. */
static uint64_t index_of(int64_t value, int64_t start, int64_t stop, int64_t step)
{
    const bool inside = step > 0 ? value >= start && value < stop : value <= start && value > stop;
    const uint64_t offset = step > 0 ? distance(start, value) : distance(value, start);
    const uint64_t width = step > 0 ? distance(0, step) : distance(step, 0);
    return inside && offset % width == 0 ? offset / width : UINT64_MAX;
}

static void one_range(int64_t start, int64_t stop, int64_t step)
{
    const uint64_t span = step > 0 ? distance(start, stop) : distance(stop, start);
    const uint64_t width = step > 0 ? distance(0, step) : distance(step, 0);
    const uint64_t count = (span - 1) / width + 1;
    bool seen[8] = {false};
    /* Of up to eight values each comes; one misses once in 8 / (8/7)^512 = 2^95. */
    for (int i = 0; i < 512; i++) {
        int64_t value = 0;
        CHECK(csecrets_randrange(&value, start, stop, step) == CSECRETS_OK);
        const uint64_t index = index_of(value, start, stop, step);
        CHECK(index < count);
        if (index < 8)
            seen[index] = true;
    }
    for (uint64_t i = 0; count <= 8 && i < count; i++)
        CHECK(seen[i]);
}

static void ranges_with_steps(void)
{
    static const int64_t at[] = {
        INT64_MIN, INT64_MIN + 1, INT64_MIN + 3, INT64_MIN / 2, -10, -3, -1, 0,
        1, 2, 7, 10, INT64_MAX / 2, INT64_MAX - 3, INT64_MAX - 1, INT64_MAX,
    };
    static const int64_t steps[] = {
        INT64_MIN, INT64_MIN + 1, INT64_MIN / 2, INT64_MIN / 7, -1000, -3, -2, -1,
        1, 2, 3, 1000, INT64_MAX / 7, INT64_MAX / 2, INT64_MAX,
    };
    for (size_t i = 0; i < sizeof at / sizeof at[0]; i++) {
        for (size_t j = 0; j < sizeof at / sizeof at[0]; j++) {
            for (size_t k = 0; k < sizeof steps / sizeof steps[0]; k++) {
                const bool empty = steps[k] > 0 ? at[i] >= at[j] : at[i] <= at[j];
                int64_t value = 0;
                if (!empty)
                    one_range(at[i], at[j], steps[k]);
                else
                    CHECK(csecrets_randrange(&value, at[i], at[j], steps[k]) ==
                              CSECRETS_ERR_INVALID_ARGUMENT && value == INT64_MIN);
            }
        }
    }
}

/* Three values at the edges of what there is; one misses once in 2^148. */
static void edges(int64_t low)
{
    bool seen[3] = {false};
    for (int i = 0; i < 256; i++) {
        int64_t value = 0;
        CHECK(csecrets_randint(&value, low, low + 2) == CSECRETS_OK);
        CHECK(value >= low && value <= low + 2);
        if (value >= low && value <= low + 2)
            seen[value - low] = true;
    }
    CHECK(seen[0] && seen[1] && seen[2]);
}

/* Every bit comes both ways in 200 draws, and none above; misses once in 2^187. */
static void bits(void)
{
    for (uint32_t nbits = 0; nbits <= 64; nbits++) {
        const uint64_t mask = nbits == 0 ? 0 : UINT64_MAX >> (64 - nbits);
        uint64_t zeros = UINT64_MAX, ones = 0, value = 1;
        for (int i = 0; i < 200; i++) {
            CHECK(csecrets_randbits(&value, nbits) == CSECRETS_OK);
            zeros &= value;
            ones |= value;
        }
        CHECK(zeros == 0 && ones == mask);
    }
}

/* The same for lengths up to 200 bits, 100 draws each: misses once in 2^84. */
static void big_bits(void)
{
    for (size_t nbits = 0; nbits <= 200; nbits++) {
        const size_t nbytes = (nbits + 7) / 8;
        uint8_t zeros[25], ones[25] = {0}, value[25];
        memset(zeros, 0xFF, sizeof zeros);
        for (int i = 0; i < 100; i++) {
            CHECK(csecrets_randbits_big(value, nbytes, nbits) == CSECRETS_OK);
            for (size_t j = 0; j < nbytes; j++) {
                zeros[j] &= value[j];
                ones[j] |= value[j];
            }
        }
        CHECK(holds(zeros, nbytes, 0));
        for (size_t j = 0; j < nbytes; j++)
            CHECK(ones[j] == (j == 0 && nbits % 8 > 0 ? (1 << nbits % 8) - 1 : 0xFF));
    }
}

/* Bounds of up to 300: each value comes in 64 * bound draws; one misses once in 2^84. */
static void small_big_bounds(void)
{
    static const unsigned bounds[] = {1, 2, 3, 127, 128, 129, 254, 255, 256, 257, 300};
    for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++) {
        for (size_t zeros = 0; zeros < 4; zeros++) {
            const size_t nbytes = zeros + 2;
            uint8_t bound[6] = {0}, value[6];
            bool seen[300] = {false};
            bound[nbytes - 2] = (uint8_t)(bounds[i] >> 8);
            bound[nbytes - 1] = (uint8_t)bounds[i];
            for (unsigned draws = 0; draws < 64 * bounds[i]; draws++) {
                CHECK(csecrets_randbelow_big(value, bound, nbytes) == CSECRETS_OK);
                const unsigned low = value[nbytes - 2] * 256u + value[nbytes - 1];
                if (CHECK(low < bounds[i] && holds(value, nbytes - 2, 0)))
                    seen[low] = true;
            }
            for (unsigned j = 0; j < bounds[i]; j++)
                CHECK(seen[j]);
        }
    }
}

/* Powers of two of up to 160 bits, and their neighbours: 100 draws below each, in which every bit
 * below the power comes both ways; misses once in 2^80. */
static void large_big_bounds(void)
{
    for (size_t power = 16; power < 160; power++) {
        uint8_t bound[20] = {0}, value[20], zeros[20], ones[20] = {0};
        bound[19 - power / 8] = (uint8_t)(1 << power % 8);
        memset(zeros, 0xFF, sizeof zeros);
        for (int i = 0; i < 100; i++) {
            CHECK(csecrets_randbelow_big(value, bound, sizeof value) == CSECRETS_OK);
            for (size_t j = 0; j < sizeof value; j++) {
                zeros[j] &= value[j];
                ones[j] |= value[j];
            }
        }
        CHECK(holds(zeros, sizeof zeros, 0));
        for (size_t bit = 0; bit < 160; bit++)
            CHECK((ones[19 - bit / 8] >> bit % 8 & 1) == (bit < power));
        bound[19] |= 1;
        CHECK(csecrets_randbelow_big(value, bound, sizeof value) == CSECRETS_OK);
        CHECK(memcmp(value, bound, sizeof value) < 0);
        bound[19 - power / 8] = 0;
        memset(bound + 20 - power / 8, 0xFF, power / 8);
        bound[19 - power / 8] = (uint8_t)((1 << power % 8) - 1);
        CHECK(csecrets_randbelow_big(value, bound, sizeof value) == CSECRETS_OK);
        CHECK(memcmp(value, bound, sizeof value) < 0);
    }
}

/* [0, 1), a multiple of 2^-53 whose bits all come both ways in 200 draws; misses once in 2^193. */
static void reals(void)
{
    uint64_t zeros = UINT64_MAX, ones = 0;
    for (int i = 0; i < 200; i++) {
        double value = -1;
        CHECK(csecrets_random(&value) == CSECRETS_OK);
        CHECK(value >= 0 && value < 1);
        const double scaled = ldexp(value, 53);
        CHECK(scaled == floor(scaled));
        zeros &= (uint64_t)scaled;
        ones |= (uint64_t)scaled;
    }
    CHECK(zeros == 0 && ones == UINT64_MAX >> 11);
}

int main(void)
{
    full_width();
    ranges_with_steps();
    edges(INT64_MIN);
    edges(-1);
    edges(INT64_MAX - 2);
    bits();
    big_bits();
    small_big_bounds();
    large_big_bounds();
    reals();
    return check_done("ranges");
}
