/* careless.h - calls as they must not be: each shows its secret, and a test that is not blind sees it
 *
 * Their code is in a section of its own, for who wants to know it from the rest of a program's. */
#ifndef CARELESS_H
#define CARELESS_H

#include "calls.h"

#ifdef __ELF__
#define CARELESS __attribute__((noinline, unused, section("careless")))
#else
#define CARELESS __attribute__((noinline, unused))
#endif

/* In the place of csecrets_equal(). */
static CARELESS int64_t compare_to_first_difference(const struct places *places)
{
    const volatile unsigned char *a = places->in[0], *b = places->in[1];
    for (size_t i = 0; i < 40; i++)
        if (a[i] != b[i])
            return false;
    return true;
}

/* In the place of csecrets_hex_encode(): by a table, as most libraries spell it. */
static CARELESS int64_t hex_by_table(const struct places *places)
{
    static const volatile char digits[] = "0123456789abcdef";
    const unsigned char *in = places->in[0];
    char *out = places->out[0];
    for (size_t i = 0; i < 40; i++) {
        out[2 * i] = digits[in[i] >> 4];
        out[2 * i + 1] = digits[in[i] & 15];
    }
    out[80] = '\0';
    return CSECRETS_OK;
}

static CARELESS uint64_t threshold(uint64_t bound)
{
    __asm__ volatile("" : "+r"(bound));
    return -bound % bound;
}

/* In the place of csecrets_randbelow(): most words don't need the threshold. */
static CARELESS int64_t skip_threshold(const struct places *places)
{
    const uint64_t bound = (uint64_t)3 << 62;
    uint64_t word = 0, low;
    do {
        if (csecrets_token_bytes(&word, sizeof word) != CSECRETS_OK)
            return CSECRETS_ERR_ENTROPY_UNAVAILABLE;
        low = word * bound;
        __asm__ volatile("" : "+r"(low));
    } while (low < bound && low < threshold(bound));
    memcpy(places->out[0], &word, sizeof word);
    return CSECRETS_OK;
}

/* In the place of csecrets_randbits(): a division takes longer for some numbers than for others. */
static CARELESS int64_t divide(const struct places *places)
{
    const volatile uint64_t ten = 10;
    uint64_t word = 0;
    if (csecrets_token_bytes(&word, sizeof word) != CSECRETS_OK)
        return CSECRETS_ERR_ENTROPY_UNAVAILABLE;
    word /= ten;
    memcpy(places->out[0], &word, sizeof word);
    return CSECRETS_OK;
}

#endif
