/* recipe_number.c - numbers, which are exempt from the floor: a die is meant to be guessed */
#include <inttypes.h>
#include <stdio.h>

#include "recipe.h"
#include "strength.h"

/* Up to here every number is a double, which is all that some readers of JSON have. */
static const uint64_t EXACT = UINT64_C(1) << 53;

enum { NUMBER_SIZE = 22 };

static uint64_t bits_of(uint64_t choices)
{
    struct strength strength = STRENGTH_ONE;
    strength_multiply(&strength, choices);
    return strength_bits(&strength);
}

static csecrets_status draw_below(struct recipe *recipe, char *out)
{
    uint64_t number;
    const csecrets_status status = csecrets_randbelow(&number, recipe->bound);
    snprintf(out, recipe->size, "%" PRIu64, number);
    csecrets_wipe(&number, sizeof number);
    return status;
}

struct recipe recipe_below(uint64_t bound)
{
    return (struct recipe){.size = NUMBER_SIZE,
                           .bits = bits_of(bound),
                           .is_exempt = true,
                           .is_number = bound <= EXACT,
                           .draw = draw_below,
                           .bound = bound};
}

static csecrets_status draw_int(struct recipe *recipe, char *out)
{
    int64_t number;
    const csecrets_status status = csecrets_randint(&number, recipe->low, recipe->high);
    snprintf(out, recipe->size, "%" PRId64, number);
    csecrets_wipe(&number, sizeof number);
    return status;
}

struct recipe recipe_int(int64_t low, int64_t high)
{
    const int64_t exact = (int64_t)EXACT;
    const uint64_t span = (uint64_t)high - (uint64_t)low;
    return (struct recipe){.size = NUMBER_SIZE,
                           .bits = span == UINT64_MAX ? 64 : bits_of(span + 1),
                           .is_exempt = true,
                           .is_number = low >= -exact && high <= exact,
                           .draw = draw_int,
                           .low = low,
                           .high = high};
}
