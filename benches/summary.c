/* What a reader wants to know, in three lines. */
#include <string.h>

#include "bench.h"

#define ROOM 1024

static char missed[ROOM];
static int reached_count, target_count;

static void append(char text[ROOM], const char *separator, const char *more)
{
    size_t len = strlen(text);

    snprintf(text + len, ROOM - len, "%s%s", len > 0 ? separator : "", more);
}

void note_target(const char *work, double is, double wanted, bool reached)
{
    char text[128];

    target_count++;
    reached_count += reached;
    snprintf(text, sizeof(text), "%s %.2f for %.2f", work, is, wanted);
    if (!reached)
        append(missed, ", ", text);
}

/* A token, as most programs draw it, beside everybody. */
static void tell_token(const struct outcome *outcome)
{
    char others[ROOM] = "", text[64];
    double ours = outcome->results[0].median;

    for (int at = 1; outcome->work->contenders[at].run != NULL; at++) {
        if (outcome->results[at].count == 0)
            continue;
        snprintf(text, sizeof(text), "%.2f of %s", ours / outcome->results[at].median,
                 name_of(outcome->work->contenders[at].who));
        append(others, ", ", text);
    }
    say("%s takes %.0f ns%s%s.\n", outcome->work->name, ours, others[0] != '\0' ? ": " : "",
        others);
}

static void tell_peers(const struct outcome *outcomes, int count)
{
    char slower[ROOM] = "", text[128];
    int compared = 0, faster = 0;

    for (int i = 0; i < count; i++) {
        int peer = place_of(&outcomes[i], FASTEST_PEER);
        if (peer < 0)
            continue;
        double share = outcomes[i].results[0].median / outcomes[i].results[peer].median;
        compared++;
        faster += share < 1;
        snprintf(text, sizeof(text), "%s (%.1f times %s)", outcomes[i].work->name, share,
                 name_of(outcomes[i].work->contenders[peer].who));
        if (share >= 1)
            append(slower, ", ", text);
    }
    say("Faster than the fastest peer on %d of %d works%s%s.\n", faster, compared,
        slower[0] != '\0' ? "; slower: " : "", slower);
}

void report_summary(const struct outcome *outcomes, int count)
{
    say("\nIn short\n");
    for (int i = 0; i < count; i++) {
        if (strcmp(outcomes[i].work->name, "token_bytes(32)") == 0)
            tell_token(&outcomes[i]);
    }
    tell_peers(outcomes, count);
    say("%d of %d goals reached%s%s.\n", reached_count, target_count,
        missed[0] != '\0' ? "; missed: " : "", missed);
}
