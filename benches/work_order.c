/* A deck of cards, shuffled. */
#include "peers.h"

#define CARDS 52u

static int deck[CARDS];

static void shuffle_csecrets(const struct job *job, size_t calls)
{
    (void)job;
    for (size_t i = 0; i < calls; i++) {
        must(csecrets_shuffle(deck, CARDS, sizeof(deck[0])) == CSECRETS_OK, "csecrets_shuffle");
        consume(deck);
    }
}

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

const struct work order_works[] = {
    {"shuffle(52 ints)", 0, true,
     {{CSECRETS, shuffle_csecrets}, {LIBSODIUM, shuffle_libsodium}, {LIBBSD, shuffle_libbsd},
      {GLIBC, shuffle_glibc}, {RAND, shuffle_rand}, {WHO_COUNT, NULL}}},
    {.name = NULL},
};
