/* What csecrets must reach beside others, and whether it did. */
#include <string.h>

#include "bench.h"

static const struct {
    const char *work;
    enum who against;
    double most;                /* csecrets' time, as a share of the other's */
    double without_vaes;        /* on a processor without VAES; 0 where that is the same */
} targets[] = {
    {"token_bytes(8)", RAW_VDSO, 1.35, 0},
    {"token_bytes(32)", RAW_VDSO, 1.12, 0},
    {"token_bytes(16)", FASTEST_PEER, 0.50, 0},
    {"token_bytes(32)", FASTEST_PEER, 0.80, 0},
    {"token_bytes(256)", LIBBSD, 0.25, 0},
    {"token_bytes(4096)", OPENSSL, 0.40, 0.60},
    {"token_bytes(1048576)", OPENSSL, 0.60, 1.00},
    {"token_bytes(32), loading", FASTEST_PEER, 1.00, 0},
    {"randbelow(100)", FASTEST_PEER, 0.30, 0},
    {"randbelow(100)", RAND, 2.0, 0},
    {"randbelow_many(1000, 100)", RAND, 0.12, 0},
    {"token_hex(32)", LIBSODIUM, 0.45, 0},
    {"token_urlsafe(32)", LIBSODIUM, 0.40, 0},
    {"token_urlsafe(32)", RAW_VDSO, 1.50, 0},
    {"token_alphabet(30, base62)", LIBBSD, 0.06, 0},
    {"password(16)", LIBBSD, 0.25, 0},
    {"shuffle(52 ints)", LIBBSD, 0.08, 0},
    {"shuffle(52 ints)", RAND, 0.45, 0},
    {"sample(6 of 49)", RAND, 2.0, 0},
    {"sample(100 of 10^4)", RAND, 2.0, 0},
    {"token_hash(43)", LIBSODIUM, 0.42, 0},
    {"sign_token(16)", LIBSODIUM, 1.00, 0},
    {"verify_token(16)", LIBSODIUM, 1.00, 0},
    {"pbkdf2_sha256(1000 rounds)", OPENSSL, 0.45, 0},
    {"uuid_text", LIBUUID, 1.2, 0},
    {"equal(32)", FASTEST_PEER, 0.25, 0},
    {"equal(4096)", FASTEST_PEER, 0.06, 0},
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
int place_of(const struct outcome *outcome, enum who who)
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

static void report_one(const char *work, const char *against, double is, double least,
                       const char *sign, double wanted, bool reached)
{
    say("%-7s  %6.3f  %6.3f  %s %.2f  %-26s  %s\n", reached ? "reached" : "missed", is, least, sign,
        wanted, work, against);
    note_target(work, is, wanted, reached);
}

void report_targets(const struct outcome *outcomes, int count, const struct scaling *scaling)
{
    bool vaes = has_vaes();

    say("\nGoals: the time of csecrets as a share of another's, by medians and by the least\n");
    for (size_t i = 0; i < sizeof(targets) / sizeof(targets[0]); i++) {
        const struct outcome *outcome = outcome_of(outcomes, count, targets[i].work);
        double most =
            !vaes && targets[i].without_vaes > 0 ? targets[i].without_vaes : targets[i].most;
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
        const struct result *ours = &outcome->results[0], *theirs = &outcome->results[other];
        snprintf(against, sizeof(against), "%s%s", name_of(outcome->work->contenders[other].who),
                 targets[i].against == FASTEST_PEER ? ", the fastest peer" : "");
        report_one(targets[i].work, against, ours->median / theirs->median,
                   ours->least / theirs->least, "<=", most, ours->median / theirs->median <= most);
    }
    if (scaling->measured) {
        const struct result *share = &scaling->shares[0];
        report_one("two threads", "twice the rate of one", share->median, share->least, ">=",
                   LEAST_SHARE, share->median >= LEAST_SHARE);
    }
    for (int i = 0; i < WHO_COUNT; i++) {
        if (kind_of((enum who)i) == PEER && !is_present((enum who)i))
            say("without %s, which may be the fastest peer\n", name_of((enum who)i));
    }
}
