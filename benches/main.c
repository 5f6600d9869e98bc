/* Measures csecrets beside what else a C program could call, in one run; bench --help says how. */
#include <limits.h>
#include <string.h>

#include "bench.h"

static const struct effort full = {.rounds = MOST_ROUNDS, .batch_ns = 200e3};
static const struct effort quick = {.rounds = 15, .batch_ns = 100e3};

static bool is_wanted(const char *work, char **names, int count)
{
    for (int i = 0; i < count; i++) {
        if (strncmp(work, names[i], strlen(names[i])) == 0)
            return true;
    }
    return count == 0;
}

static const struct work *token_of_32_bytes(void)
{
    const struct work *work = byte_works;

    while (work->size != 32)
        work++;
    return work;
}

/* The works that were asked for; how many they are. */
static int choose(struct outcome outcomes[MOST_WORKS], char **names, int name_count)
{
    static const struct work *const lists[] = {
        byte_works,  int_works,  big_works, text_works, codec_works, order_works, password_works,
        stored_works, sign_works, otp_works, uuid_works, equal_works, start_works, rest_works,
    };
    int count = 0;

    for (size_t list = 0; list < sizeof(lists) / sizeof(lists[0]); list++) {
        for (const struct work *work = lists[list]; work->name != NULL; work++) {
            if (!is_wanted(work->name, names, name_count))
                continue;
            must(count < MOST_WORKS, "finding room for all works");
            outcomes[count++].work = work;
        }
    }
    return count;
}

static const char usage[] =
    "bench [-o DIR] [quick] [NAME...]\n"
    "Measures csecrets beside what else a C program could call, in one run.\n"
    "\n"
    "  -o DIR  writes DIR/bench.txt and DIR/bench.svg too\n"
    "  quick   fewer rounds: a first look\n"
    "  NAME    only works whose names start so, such as token_ or equal; threads is one\n"
    "\n"
    "bench list prints the names of all works.\n"
    "The goals at the end are the maintainers' own, for an idle machine: no promise.\n";

int main(int argc, char **argv)
{
    static struct outcome outcomes[MOST_WORKS];
    struct scaling scaling = {.measured = false};
    static struct crowds crowds;
    const struct effort *effort = &full;
    const char *folder = NULL;
    char path[PATH_MAX];
    int next = 1;

    if (next < argc && (strcmp(argv[next], "--help") == 0 || strcmp(argv[next], "-h") == 0)) {
        fputs(usage, stdout);
        return EXIT_SUCCESS;
    }
    if (next < argc && strcmp(argv[next], "list") == 0) {
        int all = choose(outcomes, NULL, 0);
        for (int i = 0; i < all; i++)
            puts(outcomes[i].work->name);
        return EXIT_SUCCESS;
    }
    if (next + 1 < argc && strcmp(argv[next], "-o") == 0) {
        folder = argv[next + 1];
        next += 2;
    }
    if (next < argc && strcmp(argv[next], "quick") == 0) {
        effort = &quick;
        next++;
    }
    bool threads = is_wanted("threads", argv + next, argc - next);
    int count = choose(outcomes, argv + next, argc - next);
    must(count > 0 || threads, "finding a work of such a name");
    if (folder != NULL) {
        snprintf(path, sizeof(path), "%s/bench.txt", folder);
        open_report(path);
    }
    find_loader();
    load_peers();
    report_machine(effort);
    if (count > 0)
        report_heading();
    for (int i = 0; i < count; i++) {
        measure(&outcomes[i], effort);
        report(&outcomes[i]);
    }
    if (threads) {
        measure_crowds(&crowds, token_of_32_bytes(), effort);
        report_crowds(&crowds, token_of_32_bytes());
        /* Last, since it pins this thread to a processor. */
        measure_threads(&scaling, token_of_32_bytes(), effort);
        report_threads(&scaling, token_of_32_bytes());
    }
    report_limits(outcomes, count);
    report_targets(outcomes, count, &scaling);
    report_summary(outcomes, count);
    if (folder != NULL && count > 0) {
        snprintf(path, sizeof(path), "%s/bench.svg", folder);
        draw_chart(path, outcomes, count);
    }
    close_report();
    return EXIT_SUCCESS;
}
