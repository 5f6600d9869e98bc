/* uniform/pick.c - every order, every sample and every choice is equally likely; the usual mistakes
 *                  are found out by the same statistics */
#include "uniform.h"

enum { ROUNDS = 60000 };

typedef void shuffle(unsigned char *list, size_t count);

static void library_shuffle(unsigned char *list, size_t count)
{
    CHECK(csecrets_shuffle(list, count, 1) == CSECRETS_OK);
}

/* Elements of three bytes take another way through the library. */
static void wide_shuffle(unsigned char *list, size_t count)
{
    unsigned char elements[5][3];
    for (size_t i = 0; i < count; i++)
        memset(elements[i], list[i], 3);
    CHECK(csecrets_shuffle(elements, count, 3) == CSECRETS_OK);
    for (size_t i = 0; i < count; i++)
        list[i] = elements[i][1];
}

/* A sample of all there are is a shuffle too, and so is one of all indices. */
static void whole_sample(unsigned char *list, size_t count)
{
    unsigned char from[5];
    memcpy(from, list, count);
    CHECK(csecrets_sample(list, count, from, count, 1) == CSECRETS_OK);
}

static void permutation(unsigned char *list, size_t count)
{
    size_t indices[5];
    CHECK(csecrets_sample_indices(indices, count, count) == CSECRETS_OK);
    for (size_t i = 0; i < count; i++)
        list[i] = (unsigned char)indices[i];
}

/* Swaps each place with any place instead of with one that is still open. */
static void naive_shuffle(unsigned char *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const size_t j = below(count);
        const unsigned char kept = list[i];
        list[i] = list[j];
        list[j] = kept;
    }
}

/* All orders of four or five elements: 24 or 120. */
static bool fair_orders(shuffle *shuffle, size_t count)
{
    uint32_t orders[120] = {0};
    size_t factorial = 1;
    for (size_t i = 2; i <= count; i++)
        factorial *= i;
    for (int round = 0; round < ROUNDS; round++) {
        unsigned char list[5] = {0, 1, 2, 3, 4};
        shuffle(list, count);
        size_t order = 0;
        for (size_t i = 0; i < count; i++) {
            size_t smaller = 0;
            for (size_t j = i + 1; j < count; j++)
                smaller += list[j] < list[i];
            order = order * (count - i) + smaller;
        }
        orders[order]++;
    }
    return fits(orders, factorial);
}

typedef void pair_draw(size_t pair[2], size_t count);

static void sample(size_t pair[2], size_t count)
{
    size_t from[48];
    for (size_t i = 0; i < count; i++)
        from[i] = i;
    CHECK(csecrets_sample(pair, 2, from, count, sizeof(size_t)) == CSECRETS_OK);
}

static void sample_indices(size_t pair[2], size_t count)
{
    CHECK(csecrets_sample_indices(pair, 2, count) == CSECRETS_OK);
}

static void choices(size_t pair[2], size_t count)
{
    static const size_t from[5] = {0, 1, 2, 3, 4};
    CHECK(csecrets_choices(pair, 2, from, count, sizeof(size_t)) == CSECRETS_OK);
}

static void choice_twice(size_t pair[2], size_t count)
{
    static const size_t from[5] = {0, 1, 2, 3, 4};
    CHECK(csecrets_choice(&pair[0], from, count, sizeof(size_t)) == CSECRETS_OK);
    CHECK(csecrets_choice(&pair[1], from, count, sizeof(size_t)) == CSECRETS_OK);
}

/* Steps over the first one where the second is the same: its neighbour comes twice as often. */
static void stepping_sample(size_t pair[2], size_t count)
{
    pair[0] = below(count);
    pair[1] = below(count);
    if (pair[1] == pair[0])
        pair[1] = (pair[1] + 1) % count;
}

/* Takes the lower one first. */
static void sorted_sample(size_t pair[2], size_t count)
{
    stepping_sample(pair, count);
    if (pair[0] > pair[1]) {
        const size_t kept = pair[0];
        pair[0] = pair[1];
        pair[1] = kept;
    }
}

static void three_bits(size_t pair[2], size_t count)
{
    pair[0] = below(8) % count;
    pair[1] = below(8) % count;
}

/* All ordered pairs; where they must differ, those of the same twice never. */
static bool fair_pairs(pair_draw *draw, size_t count, bool differ)
{
    static uint32_t pairs[48 * 48], shares[48 * 48];
    memset(pairs, 0, sizeof pairs);
    for (size_t i = 0; i < count * count; i++)
        shares[i] = !differ || i % count != i / count;
    for (int round = 0; round < (count > 5 ? 5 * ROUNDS : ROUNDS); round++) {
        size_t pair[2] = {0, 0};
        draw(pair, count);
        if (pair[0] >= count || pair[1] >= count)
            return false;
        pairs[pair[0] * count + pair[1]]++;
    }
    return fits_shares(pairs, shares, count * count);
}

static bool fair_weights(bool weighted)
{
    static const uint64_t weights[] = {0, 1, 0, 2, 5, 0, 0, 92, 0};
    static const uint32_t shares[] = {0, 1, 0, 2, 5, 0, 0, 92, 0};
    uint32_t counts[9] = {0};
    for (int round = 0; round < ROUNDS; round++) {
        size_t index = 0;
        if (weighted)
            CHECK(csecrets_weighted_index(&index, weights, 9) == CSECRETS_OK);
        else
            index = below(4) == 0 ? 4 : 7;
        counts[index]++;
    }
    return fits_shares(counts, shares, 9);
}

int main(void)
{
    static shuffle *const shuffles[] = {library_shuffle, wide_shuffle, whole_sample, permutation};
    for (size_t count = 4; count <= 5; count++) {
        for (size_t i = 0; i < sizeof shuffles / sizeof shuffles[0]; i++)
            CHECK(fair_orders(shuffles[i], count));
        CHECK(!fair_orders(naive_shuffle, count));
    }
    /* Two of five go through all of them, two of 48 are drawn and put in order. */
    for (size_t count = 5; count <= 48; count += 43) {
        CHECK(fair_pairs(sample, count, true));
        CHECK(fair_pairs(sample_indices, count, true));
        CHECK(!fair_pairs(stepping_sample, count, true));
        CHECK(!fair_pairs(sorted_sample, count, true));
    }
    CHECK(fair_pairs(choices, 5, false));
    CHECK(fair_pairs(choice_twice, 5, false));
    CHECK(!fair_pairs(three_bits, 5, false));
    CHECK(fair_weights(true));
    CHECK(!fair_weights(false));
    return check_done("uniform/pick");
}
