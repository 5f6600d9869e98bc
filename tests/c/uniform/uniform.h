/* uniform.h - whether counts are those of a fair draw
 *
 * Pearson's chi-square against the shares that are due. A verdict rejects where the sum is above
 * d + 2 sqrt(d x) + 2 x for d degrees of freedom and x = 34, which chance reaches less than once in
 * e^34 = 2^49 verdicts (B. Laurent and P. Massart, "Adaptive Estimation of a Quadratic Functional
 * by Model Selection", 2000, lemma 1). A program makes fewer than 2^7 verdicts on the library, so
 * it raises a false alarm less than once in 2^40 runs. Each test draws so often that every bin
 * expects at least 100, where chi-square is what Pearson's sum follows. */
#ifndef UNIFORM_H
#define UNIFORM_H

#include <csecrets.h>

#include <math.h>
#include <stdlib.h>

#include "check.h"

/* Counts that follow these whole-number shares; a share of 0 must have no count at all. */
static inline bool fits_shares(const uint32_t *counts, const uint32_t *shares, size_t bins)
{
    double drawn = 0, whole = 0, sum = 0, freedom = -1;
    for (size_t i = 0; i < bins; i++) {
        drawn += counts[i];
        whole += shares[i];
    }
    for (size_t i = 0; i < bins; i++) {
        const double due = drawn * shares[i] / whole;
        if (shares[i] == 0 && counts[i] > 0)
            return false;
        if (shares[i] > 0) {
            sum += (counts[i] - due) * (counts[i] - due) / due;
            freedom++;
        }
    }
    const double x = 34;
    return drawn > 0 && sum <= freedom + 2 * sqrt(freedom * x) + 2 * x;
}

static inline bool fits(const uint32_t *counts, size_t bins)
{
    uint32_t *shares = malloc(bins * sizeof *shares);
    if (shares == NULL)
        return false;
    for (size_t i = 0; i < bins; i++)
        shares[i] = 1;
    const bool answer = fits_shares(counts, shares, bins);
    free(shares);
    return answer;
}

/* A fair word of the library's, for the unfair ways of using one. */
static inline uint64_t word(void)
{
    uint64_t value = 0;
    CHECK(csecrets_token_bytes(&value, sizeof value) == CSECRETS_OK);
    return value;
}

/* A number below bound, nearly fair: the rest of a far longer word. */
static inline size_t below(size_t bound)
{
    return (size_t)(word() % bound);
}

#endif
