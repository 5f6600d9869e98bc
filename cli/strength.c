/* strength.c - logarithms without rounding up, and without libm */
#include "strength.h"

enum { KEPT = 32 };

/* Cuts a number to its first 32 bits; how many were cut. Fewer are filled up with zeros. */
static int64_t normalize(uint64_t *number)
{
    int64_t cut = 0;
    for (; *number >> KEPT != 0; cut++) {
        *number >>= 1;
    }
    for (; *number >> (KEPT - 1) == 0; cut--) {
        *number <<= 1;
    }
    return cut;
}

void strength_multiply(struct strength *strength, uint64_t choices)
{
    if (choices > 1) {
        int64_t cut = normalize(&choices);
        strength->leading *= choices;
        cut += normalize(&strength->leading);
        strength->bits = (uint64_t)((int64_t)strength->bits + cut);
    }
}

uint64_t strength_bits(const struct strength *strength)
{
    return strength->bits;
}
