/* draws.h - every function that draws, called in one way, and what each leaves after an error */
#ifndef DRAWS_H
#define DRAWS_H

#include <csecrets.h>

#include "check.h"

/* What an output holds after an error. */
enum poison { ZEROS, ONES, SMALLEST, NOT_A_NUMBER, ALL_ELEMENTS };

/* Outputs are of this size, whatever part of it a draw uses. */
#define OUTPUT_SIZE 2048

struct draw {
    const char *name;
    csecrets_status (*call)(void *out);
    size_t size;
    enum poison poison;
};

/* No element is zero, so that poison is never a result. */
static const uint64_t draw_base[8] = {3, 1, 4, 1, 5, 9, 2, 6};
static const uint8_t draw_bound[16] = {0x80, 1};

static csecrets_status draw_bytes(void *out)
{
    return csecrets_token_bytes(out, 2000);
}

static csecrets_status draw_hex(void *out)
{
    return csecrets_token_hex(out, CSECRETS_HEX_SIZE(800), 800);
}

static csecrets_status draw_urlsafe(void *out)
{
    return csecrets_token_urlsafe(out, CSECRETS_URLSAFE_SIZE(800), 800);
}

static csecrets_status draw_alphabet(void *out)
{
    return csecrets_token_alphabet(out, 801, 800, CSECRETS_ALPHABET_BASE58);
}

static csecrets_status draw_below_small(void *out)
{
    return csecrets_randbelow(out, 129);
}

static csecrets_status draw_below_middle(void *out)
{
    return csecrets_randbelow(out, 0x8001);
}

static csecrets_status draw_below(void *out)
{
    return csecrets_randbelow(out, ((uint64_t)1 << 63) + 1);
}

static csecrets_status draw_bits(void *out)
{
    return csecrets_randbits(out, 64);
}

static csecrets_status draw_randint(void *out)
{
    return csecrets_randint(out, -1000000, 1000000);
}

static csecrets_status draw_full_randint(void *out)
{
    return csecrets_randint(out, INT64_MIN, INT64_MAX);
}

static csecrets_status draw_randrange(void *out)
{
    return csecrets_randrange(out, 1000000, -1000000, -7);
}

static csecrets_status draw_random(void *out)
{
    return csecrets_random(out);
}

static csecrets_status draw_many(void *out)
{
    return csecrets_randbelow_many(out, 200, ((uint64_t)1 << 63) + 1);
}

static csecrets_status draw_many_u32(void *out)
{
    return csecrets_randbelow_many_u32(out, 400, 1000);
}

static csecrets_status draw_below_big(void *out)
{
    return csecrets_randbelow_big(out, draw_bound, sizeof draw_bound);
}

static csecrets_status draw_bits_big(void *out)
{
    return csecrets_randbits_big(out, 200, 1599);
}

static csecrets_status draw_choice(void *out)
{
    return csecrets_choice(out, draw_base, 8, sizeof draw_base[0]);
}

static csecrets_status draw_choices(void *out)
{
    return csecrets_choices(out, 200, draw_base, 8, sizeof draw_base[0]);
}

static csecrets_status draw_sample(void *out)
{
    return csecrets_sample(out, 8, draw_base, 8, sizeof draw_base[0]);
}

static csecrets_status draw_sparse_sample(void *out)
{
    return csecrets_sample(out, 3, CSECRETS_ALPHABET_URLSAFE64, 64, 1);
}

static csecrets_status draw_indices(void *out)
{
    return csecrets_sample_indices(out, 200, 200);
}

static csecrets_status draw_sparse_indices(void *out)
{
    return csecrets_sample_indices(out, 100, 1000000);
}

static csecrets_status draw_weighted(void *out)
{
    return csecrets_weighted_index(out, draw_base, 8);
}

static csecrets_status draw_shuffle(void *out)
{
    for (size_t i = 0; i < 250; i++)
        ((unsigned char *)out)[i] = (unsigned char)i;
    return csecrets_shuffle(out, 250, 1);
}

static const struct draw draws[] = {
    {"token_bytes", draw_bytes, 2000, ZEROS},
    {"token_hex", draw_hex, CSECRETS_HEX_SIZE(800), ZEROS},
    {"token_urlsafe", draw_urlsafe, CSECRETS_URLSAFE_SIZE(800), ZEROS},
    {"token_alphabet", draw_alphabet, 801, ZEROS},
    {"randbelow, 8 bits", draw_below_small, 8, ONES},
    {"randbelow, 16 bits", draw_below_middle, 8, ONES},
    {"randbelow, 64 bits", draw_below, 8, ONES},
    {"randbits", draw_bits, 8, ONES},
    {"randint", draw_randint, 8, SMALLEST},
    {"randint, full width", draw_full_randint, 8, SMALLEST},
    {"randrange", draw_randrange, 8, SMALLEST},
    {"random", draw_random, 8, NOT_A_NUMBER},
    {"randbelow_many", draw_many, 1600, ONES},
    {"randbelow_many_u32", draw_many_u32, 1600, ONES},
    {"randbelow_big", draw_below_big, 16, ONES},
    {"randbits_big", draw_bits_big, 200, ZEROS},
    {"choice", draw_choice, 8, ZEROS},
    {"choices", draw_choices, 1600, ZEROS},
    {"sample", draw_sample, 64, ZEROS},
    {"sample, sparse", draw_sparse_sample, 3, ZEROS},
    {"sample_indices", draw_indices, 200 * sizeof(size_t), ONES},
    {"sample_indices, sparse", draw_sparse_indices, 100 * sizeof(size_t), ONES},
    {"weighted_index", draw_weighted, sizeof(size_t), ONES},
    {"shuffle", draw_shuffle, 250, ALL_ELEMENTS},
};
#define DRAWS (sizeof draws / sizeof draws[0])

/* Whether an output holds what it must after an error. */
static inline bool is_poisoned(const struct draw *draw, const void *out)
{
    bool seen[250] = {false};
    int64_t integer;
    double real;
    memcpy(&integer, out, sizeof integer);
    memcpy(&real, out, sizeof real);
    switch (draw->poison) {
    case ZEROS:
        return holds(out, draw->size, 0);
    case ONES:
        return holds(out, draw->size, 0xFF);
    case SMALLEST:
        return integer == INT64_MIN;
    case NOT_A_NUMBER:
        return real != real;
    case ALL_ELEMENTS:
        for (size_t i = 0; i < draw->size; i++)
            seen[((const unsigned char *)out)[i] % 250] = true;
        return holds(seen, draw->size, true);
    }
    return false;
}

/* Draws with canaries all over the output, and holds errno and what lies behind it to be kept. */
static inline csecrets_status draw_into(const struct draw *draw, unsigned char *out)
{
    memset(out, 0xA5, OUTPUT_SIZE);
    errno = 7777;
    const csecrets_status status = draw->call(out);
    const unsigned long before = failures;
    CHECK(errno == 7777);
    CHECK(holds(out + draw->size, OUTPUT_SIZE - draw->size, 0xA5));
    if (failures > before)
        fprintf(stderr, "  after %s\n", draw->name);
    return status;
}

/* The draw must answer this error and leave its poison. */
static inline void refuses(const struct draw *draw, csecrets_status status)
{
    unsigned char out[OUTPUT_SIZE];
    const csecrets_status answer = draw_into(draw, out);
    const unsigned long before = failures;
    CHECK(answer == status);
    CHECK(is_poisoned(draw, out));
    if (failures > before)
        fprintf(stderr, "  %s answered %d\n", draw->name, (int)answer);
}

/* The draw must succeed, and leave no poison where that can't be a result. */
static inline void succeeds(const struct draw *draw)
{
    unsigned char out[OUTPUT_SIZE];
    const csecrets_status answer = draw_into(draw, out);
    const unsigned long before = failures;
    CHECK(answer == CSECRETS_OK);
    CHECK(draw->poison == ALL_ELEMENTS || !is_poisoned(draw, out));
    if (failures > before)
        fprintf(stderr, "  %s answered %d\n", draw->name, (int)answer);
}

#endif
