/* Integers below a bound: below 100, below one that 32 bits do not hold, and a thousand at once. */
#include "peers.h"

#define SMALL_BOUND 100u
#define LARGE_BOUND (UINT64_C(3) << 62)
#define MANY 1000u

static void small_csecrets(const struct job *job, size_t calls)
{
    uint64_t drawn;

    (void)job;
    for (size_t i = 0; i < calls; i++) {
        must(csecrets_randbelow(&drawn, SMALL_BOUND) == CSECRETS_OK, "csecrets_randbelow");
        consume(&drawn);
    }
}

#define SMALL(who) \
    static void small_##who(const struct job *job, size_t calls) \
    { \
        (void)job; \
        for (size_t i = 0; i < calls; i++) \
            consume_value(below_##who(SMALL_BOUND)); \
    }

SMALL(libsodium)
SMALL(libbsd)
SMALL(glibc)
SMALL(rand)

static void large_csecrets(const struct job *job, size_t calls)
{
    uint64_t drawn;

    (void)job;
    for (size_t i = 0; i < calls; i++) {
        must(csecrets_randbelow(&drawn, LARGE_BOUND) == CSECRETS_OK, "csecrets_randbelow");
        consume(&drawn);
    }
}

/* No peer draws below 64 bits: drawing again while the bytes are not below is what is left. */
#define LARGE(who) \
    static void large_##who(const struct job *job, size_t calls) \
    { \
        uint64_t drawn; \
        for (size_t i = 0; i < calls; i++) { \
            do { \
                fill_##who(job, &drawn, sizeof(drawn)); \
            } while (drawn >= LARGE_BOUND); \
            consume(&drawn); \
        } \
    }

LARGE(libsodium)
LARGE(openssl)
LARGE(libbsd)
LARGE(glibc)
LARGE(system_call)
LARGE(raw_vdso)

/* rand() has 31 bits a call. */
static void large_rand(const struct job *job, size_t calls)
{
    (void)job;
    for (size_t i = 0; i < calls; i++) {
        uint64_t high = (uint64_t)rand() << 33, middle = (uint64_t)rand() << 2;
        consume_value((high | middle | ((uint64_t)rand() & 3)) % LARGE_BOUND);
    }
}

static void many_csecrets(const struct job *job, size_t calls)
{
    uint64_t *out = (void *)job->out;

    for (size_t i = 0; i < calls; i++) {
        must(csecrets_randbelow_many(out, MANY, SMALL_BOUND) == CSECRETS_OK,
             "csecrets_randbelow_many");
        consume(out);
    }
}

static void many32_csecrets(const struct job *job, size_t calls)
{
    uint32_t *out = (void *)job->out;

    for (size_t i = 0; i < calls; i++) {
        must(csecrets_randbelow_many_u32(out, MANY, SMALL_BOUND) == CSECRETS_OK,
             "csecrets_randbelow_many_u32");
        consume(out);
    }
}

#define MANY_OF(name, type, who) \
    static void name##_##who(const struct job *job, size_t calls) \
    { \
        type *out = (void *)job->out; \
        for (size_t i = 0; i < calls; i++) { \
            for (size_t n = 0; n < MANY; n++) \
                out[n] = below_##who(SMALL_BOUND); \
            consume(out); \
        } \
    }

MANY_OF(many, uint64_t, libsodium)
MANY_OF(many, uint64_t, libbsd)
MANY_OF(many, uint64_t, glibc)
MANY_OF(many, uint64_t, rand)
MANY_OF(many32, uint32_t, libsodium)
MANY_OF(many32, uint32_t, libbsd)
MANY_OF(many32, uint32_t, glibc)
MANY_OF(many32, uint32_t, rand)

REPEAT_OK(randbits, csecrets_randbits((void *)out, 64))
REPEAT_OK(randint, csecrets_randint((void *)out, 1, 6))
REPEAT_OK(randrange, csecrets_randrange((void *)out, 0, 1000, 7))
REPEAT_OK(unit, csecrets_random((void *)out))

const struct work int_works[] = {
    {"randbelow(100)", 0, true,
     {{CSECRETS, small_csecrets, NULL}, {LIBSODIUM, small_libsodium, NULL},
      {LIBBSD, small_libbsd, NULL}, {GLIBC, small_glibc, NULL},
      {PYTHON, ask_python, "secrets.randbelow(100)"}, {RAND, small_rand, NULL}, {.run = NULL}},
     {1, 0, 0}},
    {"randbelow(3 * 2^62)", 0, false,
     {{CSECRETS, large_csecrets, NULL}, {RAW_VDSO, large_raw_vdso, NULL},
      {LIBSODIUM, large_libsodium, NULL}, {OPENSSL, large_openssl, NULL},
      {LIBBSD, large_libbsd, NULL}, {GLIBC, large_glibc, NULL},
      {PYTHON, ask_python, "secrets.randbelow(3 << 62)"}, {SYSTEM_CALL, large_system_call, NULL},
      {RAND, large_rand, NULL}, {.run = NULL}},
     {8, 0, 0}},
    {"randbelow_many(1000, 100)", 0, true,
     {{CSECRETS, many_csecrets, NULL}, {LIBSODIUM, many_libsodium, NULL},
      {LIBBSD, many_libbsd, NULL}, {GLIBC, many_glibc, NULL},
      {PYTHON, ask_python, "[secrets.randbelow(100) for _ in range(1000)]"},
      {RAND, many_rand, NULL}, {.run = NULL}},
     {32, 8 * MANY, 0}},
    {"randbelow_many_u32(1000, 100)", 0, false,
     {{CSECRETS, many32_csecrets, NULL}, {LIBSODIUM, many32_libsodium, NULL},
      {LIBBSD, many32_libbsd, NULL}, {GLIBC, many32_glibc, NULL}, {RAND, many32_rand, NULL},
      {.run = NULL}},
     {32, 4 * MANY, 0}},
    {"randbits(64)", 0, false,
     {{CSECRETS, randbits, NULL}, {PYTHON, ask_python, "secrets.randbits(64)"}, {.run = NULL}},
     {8, 0, 0}},
    {"randint(1, 6)", 0, false,
     {{CSECRETS, randint, NULL}, {PYTHON, ask_python, "draw.randint(1, 6)"}, {.run = NULL}},
     {1, 0, 0}},
    {"randrange(0, 1000, 7)", 0, false,
     {{CSECRETS, randrange, NULL}, {PYTHON, ask_python, "draw.randrange(0, 1000, 7)"},
      {.run = NULL}},
     {1, 0, 0}},
    {"random", 0, false,
     {{CSECRETS, unit, NULL}, {PYTHON, ask_python, "draw.random()"}, {.run = NULL}},
     {7, 0, 0}},
    {.name = NULL},
};
