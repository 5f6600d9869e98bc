/* misuse/int.c - every wrong call of an integer function is refused, in the order of the contract,
 *                and leaves a value that is below no bound */
#include "refused.h"

static void one(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbelow(NULL, 10));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbelow(NULL, 0));
    ANSWERS(INVALID, ONES(8), csecrets_randbelow(out.u64, 0));
    ANSWERS(OK, ZEROS(8), csecrets_randbelow(out.u64, 1));

    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbits(NULL, 0));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbits(NULL, 65));
    ANSWERS(INVALID, ONES(8), csecrets_randbits(out.u64, 65));
    ANSWERS(INVALID, ONES(8), csecrets_randbits(out.u64, UINT32_MAX));
    ANSWERS(OK, ZEROS(8), csecrets_randbits(out.u64, 0));

    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_random(NULL));
}

static void ranges(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randint(NULL, 1, 6));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randint(NULL, 6, 1));
    ANSWERS(INVALID, SMALLEST, csecrets_randint(out.i64, 6, 1));
    ANSWERS(INVALID, SMALLEST, csecrets_randint(out.i64, 0, -1));
    ANSWERS(INVALID, SMALLEST, csecrets_randint(out.i64, INT64_MAX, INT64_MIN));
    ANSWERS(INVALID, SMALLEST, csecrets_randint(out.i64, INT64_MIN + 1, INT64_MIN));
    ANSWERS(OK, ZEROS(8), csecrets_randint(out.i64, 0, 0));

    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randrange(NULL, 0, 10, 1));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randrange(NULL, 0, 10, 0));
    ANSWERS(INVALID, SMALLEST, csecrets_randrange(out.i64, 0, 10, 0));
    ANSWERS(INVALID, SMALLEST, csecrets_randrange(out.i64, 10, 0, 0));
    ANSWERS(INVALID, SMALLEST, csecrets_randrange(out.i64, 5, 5, 1));
    ANSWERS(INVALID, SMALLEST, csecrets_randrange(out.i64, 5, 5, -1));
    ANSWERS(INVALID, SMALLEST, csecrets_randrange(out.i64, 5, 4, 1));
    ANSWERS(INVALID, SMALLEST, csecrets_randrange(out.i64, 4, 5, -1));
    ANSWERS(INVALID, SMALLEST, csecrets_randrange(out.i64, INT64_MAX, INT64_MIN, INT64_MAX));
    ANSWERS(INVALID, SMALLEST, csecrets_randrange(out.i64, INT64_MIN, INT64_MAX, INT64_MIN));
    ANSWERS(INVALID, SMALLEST, csecrets_randrange(out.i64, INT64_MIN, INT64_MIN, INT64_MIN));
    ANSWERS(OK, ZEROS(8), csecrets_randrange(out.i64, 0, 1, INT64_MAX));
    ANSWERS(OK, ZEROS(8), csecrets_randrange(out.i64, 0, -1, INT64_MIN));
}

static csecrets_status many_64(size_t count, uint64_t bound)
{
    return csecrets_randbelow_many(out.u64, count, bound);
}

static csecrets_status many_32(size_t count, uint64_t bound)
{
    return csecrets_randbelow_many_u32(out.u32, count, (uint32_t)bound);
}

typedef csecrets_status many_function(size_t, uint64_t);

static void many(many_function *draw, size_t width)
{
    ANSWERS(INVALID, ONES(3 * width), draw(3, 0));
    ANSWERS(INVALID, UNTOUCHED, draw(0, 0));
    ANSWERS(TOO_LARGE, UNTOUCHED, draw(SIZE_MAX, 10));
    ANSWERS(TOO_LARGE, UNTOUCHED, draw(TOO_LONG, 0));
    ANSWERS(TOO_LARGE, UNTOUCHED, draw(PTRDIFF_MAX / width + 1, 10));
    ANSWERS(TOO_LARGE, UNTOUCHED, draw(SIZE_MAX / width + 2, 10));
    ANSWERS(OK, UNTOUCHED, draw(0, 10));
    ANSWERS(OK, ZEROS(3 * width), draw(3, 1));
}

static void many_null(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbelow_many(NULL, 3, 10));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbelow_many(NULL, SIZE_MAX, 0));
    ANSWERS(OK, UNTOUCHED, csecrets_randbelow_many(NULL, 0, 10));
    ANSWERS(INVALID, UNTOUCHED, csecrets_randbelow_many(NULL, 0, 0));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbelow_many_u32(NULL, 3, 10));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbelow_many_u32(NULL, SIZE_MAX, 0));
    ANSWERS(OK, UNTOUCHED, csecrets_randbelow_many_u32(NULL, 0, 10));
    ANSWERS(INVALID, UNTOUCHED, csecrets_randbelow_many_u32(NULL, 0, 0));
}

static void big(void)
{
    static const uint8_t bound[8] = {0, 0, 1, 0}, zero[8], one[8] = {0, 0, 0, 0, 0, 0, 0, 1};

    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbelow_big(NULL, bound, 8));
    ANSWERS(NULL_POINTER, ONES(8), csecrets_randbelow_big(out.big, NULL, 8));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbelow_big(NULL, NULL, SIZE_MAX));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbelow_big(out.big, NULL, SIZE_MAX));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbelow_big(NULL, bound, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_randbelow_big(out.big, bound, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_randbelow_big(out.big, bound, TOO_LONG));
    ANSWERS(INVALID, UNTOUCHED, csecrets_randbelow_big(NULL, NULL, 0));
    ANSWERS(INVALID, UNTOUCHED, csecrets_randbelow_big(out.big, bound, 0));
    ANSWERS(INVALID, ONES(8), csecrets_randbelow_big(out.big, zero, 8));
    ANSWERS(INVALID, ONES(1), csecrets_randbelow_big(out.big, zero, 1));
    ANSWERS(INVALID, ONES(2), csecrets_randbelow_big(out.big, bound, 2));
    ANSWERS(OK, ZEROS(8), csecrets_randbelow_big(out.big, one, 8));

    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbits_big(NULL, 4, 32));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbits_big(NULL, 4, SIZE_MAX));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_randbits_big(NULL, SIZE_MAX, 32));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_randbits_big(out.big, SIZE_MAX, 32));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_randbits_big(out.big, TOO_LONG, SIZE_MAX));
    ANSWERS(TOO_LARGE, ZEROS(4), csecrets_randbits_big(out.big, 4, SIZE_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_randbits_big(NULL, 0, TOO_LONG));
    ANSWERS(INVALID, ZEROS(4), csecrets_randbits_big(out.big, 4, 33));
    ANSWERS(INVALID, ZEROS(5), csecrets_randbits_big(out.big, 5, 32));
    ANSWERS(INVALID, ZEROS(1), csecrets_randbits_big(out.big, 1, 0));
    ANSWERS(INVALID, UNTOUCHED, csecrets_randbits_big(NULL, 0, 1));
    ANSWERS(INVALID, ZEROS(4), csecrets_randbits_big(out.big, 4, PTRDIFF_MAX));
    ANSWERS(OK, UNTOUCHED, csecrets_randbits_big(NULL, 0, 0));
    ANSWERS(OK, UNTOUCHED, csecrets_randbits_big(out.big, 0, 0));
}

int main(void)
{
    one();
    ranges();
    many(many_64, sizeof(uint64_t));
    many(many_32, sizeof(uint32_t));
    many_null();
    big();
    return check_done("misuse/int");
}
