/* misuse/pick.c - every wrong call of a choosing function is refused, in the order of the contract,
 *                 and leaves no element and no index that could pass for a choice */
#include "refused.h"

/* The largest size that is believed where a product is refused: isqrt(PTRDIFF_MAX). */
#define BELIEVED (SIZE_MAX > UINT32_MAX ? (size_t)3037000499u : (size_t)46340u)

static const uint32_t base[3] = {0x11111111, 0x22222222, 0x33333333};

static void choice(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_choice(NULL, base, 3, 4));
    ANSWERS(NULL_POINTER, ZEROS(4), csecrets_choice(&out, NULL, 3, 4));
    ANSWERS(NULL_POINTER, ZEROS(4), csecrets_choice(&out, NULL, SIZE_MAX, 4));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_choice(NULL, base, SIZE_MAX, SIZE_MAX));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_choice(&out, NULL, 3, SIZE_MAX));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_choice(NULL, base, 0, 4));
    ANSWERS(TOO_LARGE, ZEROS(4), csecrets_choice(&out, base, SIZE_MAX, 4));
    ANSWERS(TOO_LARGE, ZEROS(4), csecrets_choice(&out, base, TOO_LONG, 4));
    ANSWERS(TOO_LARGE, ZEROS(8), csecrets_choice(&out, base, PTRDIFF_MAX / 8 + 1, 8));
    ANSWERS(TOO_LARGE, ZEROS(8), csecrets_choice(&out, base, PTRDIFF_MAX, 8));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_choice(&out, base, 3, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_choice(&out, base, 0, TOO_LONG));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_choice(&out, base, 3, PTRDIFF_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_choice(&out, base, BELIEVED + 1, BELIEVED + 1));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_choice(&out, base, SIZE_MAX, 0));
    ANSWERS(INVALID, ZEROS(4), csecrets_choice(&out, base, 0, 4));
    ANSWERS(INVALID, ZEROS(4), csecrets_choice(&out, NULL, 0, 4));
    ANSWERS(INVALID, UNTOUCHED, csecrets_choice(&out, base, 3, 0));
    ANSWERS(INVALID, UNTOUCHED, csecrets_choice(NULL, NULL, 3, 0));
    ANSWERS(INVALID, UNTOUCHED, csecrets_choice(&out, base, 0, 0));
}

typedef csecrets_status taking_function(void *, size_t, const void *, size_t, size_t);

/* What csecrets_choices and csecrets_sample have in common. */
static void taking(taking_function *take)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, take(NULL, 2, base, 3, 4));
    ANSWERS(NULL_POINTER, ZEROS(8), take(&out, 2, NULL, 3, 4));
    ANSWERS(NULL_POINTER, UNTOUCHED, take(NULL, 0, NULL, 3, 4));
    ANSWERS(NULL_POINTER, UNTOUCHED, take(NULL, SIZE_MAX, base, 3, 4));
    ANSWERS(NULL_POINTER, UNTOUCHED, take(&out, SIZE_MAX, NULL, 3, 4));
    ANSWERS(NULL_POINTER, ZEROS(8), take(&out, 2, NULL, SIZE_MAX, 4));
    ANSWERS(NULL_POINTER, UNTOUCHED, take(NULL, 2, base, 0, 4));
    ANSWERS(TOO_LARGE, UNTOUCHED, take(&out, SIZE_MAX, base, 3, 4));
    ANSWERS(TOO_LARGE, UNTOUCHED, take(&out, TOO_LONG, base, 3, 1));
    ANSWERS(TOO_LARGE, UNTOUCHED, take(&out, PTRDIFF_MAX / 4 + 1, base, 3, 4));
    ANSWERS(TOO_LARGE, UNTOUCHED, take(&out, SIZE_MAX / 4 + 2, base, 3, 4));
    ANSWERS(TOO_LARGE, ZEROS(8), take(&out, 2, base, SIZE_MAX, 4));
    ANSWERS(TOO_LARGE, ZEROS(8), take(&out, 2, base, PTRDIFF_MAX / 4 + 1, 4));
    ANSWERS(TOO_LARGE, UNTOUCHED, take(&out, 2, base, 3, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, take(NULL, 0, base, 3, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, take(&out, 1, base, BELIEVED + 1, BELIEVED + 1));
    ANSWERS(TOO_LARGE, UNTOUCHED, take(&out, 0, base, SIZE_MAX, 4));
    ANSWERS(INVALID, ZEROS(8), take(&out, 2, base, 0, 4));
    ANSWERS(INVALID, ZEROS(8), take(&out, 2, NULL, 0, 4));
    ANSWERS(INVALID, UNTOUCHED, take(&out, 2, base, 3, 0));
    ANSWERS(INVALID, UNTOUCHED, take(NULL, 2, NULL, 3, 0));
    ANSWERS(INVALID, UNTOUCHED, take(NULL, 0, base, 3, 0));
    ANSWERS(INVALID, UNTOUCHED, take(NULL, 0, NULL, 0, 0));
    ANSWERS(OK, UNTOUCHED, take(NULL, 0, base, 3, 4));
    ANSWERS(OK, UNTOUCHED, take(&out, 0, base, 3, 4));
}

static void choices_and_sample(void)
{
    taking(csecrets_choices);
    ANSWERS(INVALID, UNTOUCHED, csecrets_choices(NULL, 0, base, 0, 4));
    ANSWERS(INVALID, UNTOUCHED, csecrets_choices(NULL, 0, NULL, 0, 4));

    taking(csecrets_sample);
    ANSWERS(INVALID, ZEROS(16), csecrets_sample(&out, 4, base, 3, 4));
    ANSWERS(OK, UNTOUCHED, csecrets_sample(NULL, 0, base, 0, 4));
    ANSWERS(OK, UNTOUCHED, csecrets_sample(NULL, 0, NULL, 0, 4));
}

static void sample_indices(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_sample_indices(NULL, 2, 5));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_sample_indices(NULL, 2, SIZE_MAX));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_sample_indices(NULL, SIZE_MAX, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_sample_indices(out.size, SIZE_MAX, 5));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_sample_indices(out.size, TOO_LONG, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED,
            csecrets_sample_indices(out.size, PTRDIFF_MAX / sizeof(size_t) + 1, PTRDIFF_MAX));
    ANSWERS(TOO_LARGE, ONES(2 * sizeof(size_t)), csecrets_sample_indices(out.size, 2, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_sample_indices(NULL, 0, TOO_LONG));
    ANSWERS(INVALID, ONES(6 * sizeof(size_t)), csecrets_sample_indices(out.size, 6, 5));
    ANSWERS(INVALID, ONES(sizeof(size_t)), csecrets_sample_indices(out.size, 1, 0));
    ANSWERS(OK, UNTOUCHED, csecrets_sample_indices(NULL, 0, 5));
    ANSWERS(OK, UNTOUCHED, csecrets_sample_indices(NULL, 0, 0));
    ANSWERS(OK, ZEROS(sizeof(size_t)), csecrets_sample_indices(out.size, 1, 1));
}

static void weighted_index(void)
{
    static const uint64_t good[2] = {1, 2}, zero[2], over[2] = {UINT64_MAX, 1};
    static const uint64_t wraps[4] = {UINT64_MAX, UINT64_MAX, 1, 1}, most[2] = {UINT64_MAX, 0};
    const size_t size = sizeof(size_t);

    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_weighted_index(NULL, good, 2));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_weighted_index(NULL, zero, 2));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_weighted_index(NULL, good, SIZE_MAX));
    ANSWERS(NULL_POINTER, ONES(size), csecrets_weighted_index(out.size, NULL, 2));
    ANSWERS(NULL_POINTER, ONES(size), csecrets_weighted_index(out.size, NULL, SIZE_MAX));
    ANSWERS(TOO_LARGE, ONES(size), csecrets_weighted_index(out.size, good, SIZE_MAX));
    ANSWERS(TOO_LARGE, ONES(size), csecrets_weighted_index(out.size, good, PTRDIFF_MAX / 8 + 1));
    ANSWERS(TOO_LARGE, ONES(size), csecrets_weighted_index(out.size, over, 2));
    ANSWERS(TOO_LARGE, ONES(size), csecrets_weighted_index(out.size, wraps, 4));
    ANSWERS(INVALID, ONES(size), csecrets_weighted_index(out.size, zero, 2));
    ANSWERS(INVALID, ONES(size), csecrets_weighted_index(out.size, good, 0));
    ANSWERS(INVALID, ONES(size), csecrets_weighted_index(out.size, NULL, 0));
    ANSWERS(OK, ZEROS(size), csecrets_weighted_index(out.size, most, 2));
}

static void shuffle(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_shuffle(NULL, 3, 4));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_shuffle(NULL, SIZE_MAX, 4));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_shuffle(&out, SIZE_MAX, 4));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_shuffle(&out, TOO_LONG, 0));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_shuffle(&out, 3, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_shuffle(NULL, 0, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_shuffle(&out, 0, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_shuffle(&out, PTRDIFF_MAX / 4 + 1, 4));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_shuffle(&out, SIZE_MAX / 4 + 2, 4));
    ANSWERS(INVALID, UNTOUCHED, csecrets_shuffle(&out, 3, 0));
    ANSWERS(INVALID, UNTOUCHED, csecrets_shuffle(NULL, 3, 0));
    ANSWERS(INVALID, UNTOUCHED, csecrets_shuffle(NULL, 0, 0));
    ANSWERS(OK, UNTOUCHED, csecrets_shuffle(NULL, 0, 4));
    ANSWERS(OK, UNTOUCHED, csecrets_shuffle(&out, 0, 4));
    ANSWERS(OK, UNTOUCHED, csecrets_shuffle(&out, 1, 4));
}

int main(void)
{
    choice();
    choices_and_sample();
    sample_indices();
    weighted_index();
    shuffle();
    return check_done("misuse/pick");
}
