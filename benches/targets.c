/* What csecrets must reach beside others, and whether it did. */
#include <string.h>

#include "bench.h"

/* Beside the fastest of those that a careful program would call. */
#define FASTEST_PEER WHO_COUNT

static const struct {
    const char *work;
    enum who against;
    double most;                /* csecrets' time, as a share of the other's */
} targets[] = {
    {"token_bytes(8)", RAW_VDSO, 1.35},
    {"token_bytes(32)", RAW_VDSO, 1.12},
    {"token_bytes(16)", FASTEST_PEER, 0.50},
    {"token_bytes(32)", FASTEST_PEER, 0.80},
    {"token_bytes(256)", FASTEST_PEER, 0.55},
    {"token_bytes(4096)", FASTEST_PEER, 0.60},
    {"token_bytes(1048576)", FASTEST_PEER, 0.85},
    {"randbelow(100)", FASTEST_PEER, 0.30},
    {"randbelow(100)", RAND, 2.0},
    {"randbelow_many(1000, 100)", RAND, 0.12},
    {"token_hex(32)", LIBSODIUM, 0.45},
    {"token_urlsafe(32)", LIBSODIUM, 0.40},
    {"token_alphabet(30, base62)", LIBBSD, 0.06},
    {"shuffle(52 ints)", LIBBSD, 0.08},
    {"shuffle(52 ints)", RAND, 0.45},
    {"equal(32)", FASTEST_PEER, 0.25},
    {"equal(4096)", FASTEST_PEER, 0.06},
};

#define LEAST_SHARE 0.95

static const struct outcome *outcome_of(const struct outcome *outcomes, int count, const char *name)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(outcomes[i].work->name, name) == 0)
            return &outcomes[i];
    }
    return NULL;
}

/* Where the contender stands in its work; -1 where it was not measured. */
static int place_of(const struct outcome *outcome, enum who who)
{
    int best = -1;

    for (int at = 0; outcome->work->contenders[at].run != NULL; at++) {
        enum who here = outcome->work->contenders[at].who;
        bool asked = who == FASTEST_PEER ? kind_of(here) == PEER : here == who;
        if (!asked || outcome->results[at].count == 0)
            continue;
        if (best < 0 || outcome->results[at].median < outcome->results[best].median)
            best = at;
    }
    return best;
}

static bool report_one(const char *work, const char *against, double is, const char *sign,
                       double wanted, bool reached)
{
    say("%-7s  %6.3f  must be %s %.2f  %-26s  %s\n", reached ? "reached" : "missed", is, sign,
        wanted, work, against);
    return reached;
}

void report_targets(const struct outcome *outcomes, int count, const struct scaling *scaling)
{
    int reached = 0, looked_at = 0;

    say("\nTargets: the time of csecrets as a share of another's\n");
    for (size_t i = 0; i < sizeof(targets) / sizeof(targets[0]); i++) {
        const struct outcome *outcome = outcome_of(outcomes, count, targets[i].work);
        char against[64];

        if (outcome == NULL)
            continue;
        int other = place_of(outcome, targets[i].against);
        if (other < 0) {
            say("not measured for want of %s: %s\n",
                targets[i].against == FASTEST_PEER ? "a peer" : name_of(targets[i].against),
                targets[i].work);
            continue;
        }
        double share = outcome->results[place_of(outcome, CSECRETS)].median
                       / outcome->results[other].median;
        snprintf(against, sizeof(against), "%s%s", name_of(outcome->work->contenders[other].who),
                 targets[i].against == FASTEST_PEER ? ", the fastest peer" : "");
        looked_at++;
        reached += report_one(targets[i].work, against, share, "<=", targets[i].most,
                              share <= targets[i].most);
    }
    if (scaling->measured) {
        looked_at++;
        reached += report_one("two threads", "twice the rate of one", scaling->shares[0].median,
                              ">=", LEAST_SHARE, scaling->shares[0].median >= LEAST_SHARE);
    }
    say("%d of %d reached\n", reached, looked_at);
    for (int i = 0; i < WHO_COUNT; i++) {
        if (kind_of((enum who)i) == PEER && !is_present((enum who)i))
            say("without %s, which may be the fastest peer\n", name_of((enum who)i));
    }
}
