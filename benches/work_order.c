/* A deck of cards shuffled, a lottery drawn, and one or many elements chosen. */
#include "peers.h"

#define CARDS 52u
#define BALLS 49u
#define MANY 10000u

static int deck[CARDS], balls[BALLS], many[MANY], drawn[100];
static size_t indices[100];
static const uint64_t weights[8] = {3, 1, 4, 1, 5, 9, 2, 6};

REPEAT_OK(shuffle_csecrets, csecrets_shuffle(deck, CARDS, sizeof(deck[0])))
REPEAT_OK(choice, csecrets_choice(out, deck, CARDS, sizeof(deck[0])))
REPEAT_OK(choices, csecrets_choices(drawn, 100, deck, CARDS, sizeof(deck[0])))
REPEAT_OK(weighted, csecrets_weighted_index(indices, weights, 8))
REPEAT_OK(lottery_csecrets, csecrets_sample(drawn, 6, balls, BALLS, sizeof(balls[0])))
REPEAT_OK(sample_csecrets, csecrets_sample(drawn, 100, many, MANY, sizeof(many[0])))
REPEAT_OK(lottery_indices, csecrets_sample_indices(indices, 6, BALLS))

#define SHUFFLE(who) \
    static void shuffle_##who(const struct job *job, size_t calls) \
    { \
        (void)job; \
        for (size_t i = 0; i < calls; i++) { \
            for (uint32_t last = CARDS - 1; last > 0; last--) { \
                uint32_t at = below_##who(last + 1); \
                int card = deck[at]; \
                deck[at] = deck[last]; \
                deck[last] = card; \
            } \
            consume(deck); \
        } \
    }

SHUFFLE(libsodium)
SHUFFLE(libbsd)
SHUFFLE(glibc)
SHUFFLE(rand)

/* The first places of a shuffle, after which it stops. */
#define SAMPLE(name, who, from, count, k) \
    static void name##_##who(const struct job *job, size_t calls) \
    { \
        (void)job; \
        for (size_t i = 0; i < calls; i++) { \
            for (uint32_t n = 0; n < (k); n++) { \
                uint32_t at = n + below_##who((count) - n); \
                drawn[n] = (from)[at]; \
                (from)[at] = (from)[n]; \
                (from)[n] = drawn[n]; \
            } \
            consume(drawn); \
        } \
    }

SAMPLE(lottery, libsodium, balls, BALLS, 6)
SAMPLE(lottery, libbsd, balls, BALLS, 6)
SAMPLE(lottery, rand, balls, BALLS, 6)
SAMPLE(sample, libsodium, many, MANY, 100)
SAMPLE(sample, libbsd, many, MANY, 100)
SAMPLE(sample, rand, many, MANY, 100)

/* What is drawn at least has as many bits as there are results. */
const struct work order_works[] = {
    {"shuffle(52 ints)", 0, true,
     {{CSECRETS, shuffle_csecrets, NULL}, {LIBSODIUM, shuffle_libsodium, NULL},
      {LIBBSD, shuffle_libbsd, NULL}, {GLIBC, shuffle_glibc, NULL},
      {PYTHON, ask_python, "draw.shuffle(deck)"}, {RAND, shuffle_rand, NULL}, {.run = NULL}},
     {29, 0, 0}},
    {"choice(52 ints)", 0, false,
     {{CSECRETS, choice, NULL}, {PYTHON, ask_python, "secrets.choice(deck)"}, {.run = NULL}},
     {1, 0, 0}},
    {"choices(100 of 52)", 0, false,
     {{CSECRETS, choices, NULL}, {PYTHON, ask_python, "draw.choices(deck, k=100)"}, {.run = NULL}},
     {32, 0, 0}},
    {"sample(6 of 49)", 0, true,
     {{CSECRETS, lottery_csecrets, NULL}, {LIBSODIUM, lottery_libsodium, NULL},
      {LIBBSD, lottery_libbsd, NULL}, {PYTHON, ask_python, "draw.sample(deck, 6)"},
      {RAND, lottery_rand, NULL}, {.run = NULL}},
     {5, 0, 0}},
    {"sample(100 of 10^4)", 0, false,
     {{CSECRETS, sample_csecrets, NULL}, {LIBSODIUM, sample_libsodium, NULL},
      {LIBBSD, sample_libbsd, NULL}, {PYTHON, ask_python, "draw.sample(many, 100)"},
      {RAND, sample_rand, NULL}, {.run = NULL}},
     {32, 0, 0}},
    {"sample_indices(6 of 49)", 0, false,
     {{CSECRETS, lottery_indices, NULL}, {PYTHON, ask_python, "draw.sample(range(49), 6)"},
      {.run = NULL}},
     {5, 0, 0}},
    {"weighted_index(8)", 0, false,
     {{CSECRETS, weighted, NULL},
      {PYTHON, ask_python, "draw.choices(range(8), weights=(3, 1, 4, 1, 5, 9, 2, 6))"},
      {.run = NULL}},
     {1, 0, 0}},
    {.name = NULL},
};
