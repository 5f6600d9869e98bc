/* strength.h - how many bits a number of equally likely choices has, rounded down */
#ifndef STRENGTH_H
#define STRENGTH_H

#include <stdint.h>

/* A product of numbers, by its logarithm: never more than it is. Begin with STRENGTH_ONE. */
struct strength {
    uint64_t leading; /* the first 32 bits of the product */
    uint64_t bits;    /* how many follow */
};

#define STRENGTH_ONE                                                                               \
  {                                                                                                \
    UINT64_C(1) << 31, 0                                                                           \
  }

void strength_multiply(struct strength *strength, uint64_t choices);

/* The whole bits of the product, above the one that it began with. */
uint64_t strength_bits(const struct strength *strength);

#endif
