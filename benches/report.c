/* The table, and what it was measured on: to standard output, and to a file where one is asked. */
#include <stdarg.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "bench.h"

static FILE *file;

void open_report(const char *path)
{
    file = fopen(path, "w");
    must(file != NULL, path);
}

void close_report(void)
{
    if (file != NULL)
        must(fclose(file) == 0, "writing the table");
}

void say(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    fflush(stdout);
    if (file != NULL) {
        va_start(arguments, format);
        vfprintf(file, format, arguments);
        va_end(arguments);
    }
}

/* The first value of a key in /proc/cpuinfo; not every processor has a name there. */
static bool cpuinfo(const char *key, char *value, size_t value_size)
{
    static char line[8192];
    bool found = false;
    FILE *lines = fopen("/proc/cpuinfo", "r");

    while (lines != NULL && !found && fgets(line, sizeof(line), lines) != NULL) {
        char *colon = strchr(line, ':');
        if (colon == NULL || strncmp(line, key, strlen(key)) != 0)
            continue;
        line[strcspn(line, "\n")] = '\0';
        snprintf(value, value_size, "%s", colon + 1 + strspn(colon + 1, " \t"));
        found = true;
    }
    if (lines != NULL)
        fclose(lines);
    return found;
}

static const char *processor(void)
{
    static char name[128], part[32];

    if (!cpuinfo("model name", name, sizeof(name))) {
        snprintf(name, sizeof(name), "unnamed processor");
        if (cpuinfo("CPU part", part, sizeof(part)))
            snprintf(name, sizeof(name), "processor part %s", part);
    }
    return name;
}

bool has_vaes(void)
{
    char flags[4096];

    return cpuinfo("flags", flags, sizeof(flags)) && strstr(flags, " vaes") != NULL;
}

const char *machine_line(void)
{
    static char line[512];
    struct utsname system;

    must(uname(&system) == 0, "uname");
    snprintf(line, sizeof(line), "%s, %ld cores; %s %s %s", processor(),
             sysconf(_SC_NPROCESSORS_ONLN), system.sysname, system.release, system.machine);
    return line;
}

/* Whether getrandom() may be faster than a system call: glibc's is from 2.41 on. */
static bool has_fast_getrandom(void)
{
    int minor = 0;

    return version_of(GLIBC) == NULL
           || (sscanf(version_of(GLIBC), "2.%d", &minor) == 1 && minor >= 41);
}

void report_machine(const struct effort *effort)
{
    double load[1] = {0};

    say("machine      %s\n", machine_line());
    if (getloadavg(load, 1) == 1)
        say("load         %.1f at the start: the closer to 0, the better the figures\n", load[0]);
#ifdef __clang__
    say("compiler     %s\n", __VERSION__);
#else
    say("compiler     GCC %s\n", __VERSION__);
#endif
    if (version_of(GLIBC) != NULL)
        say("C library    glibc %s\n", version_of(GLIBC));
    if (!has_fast_getrandom())
        say("not shown    glibc 2.41 and later, whose getrandom() needs no system call: libsodium, Python\n"
            "             and glibc draw by it, and would be faster\n");
    for (int i = 0; i < WHO_COUNT; i++) {
        enum who who = (enum who)i;
        const char *version = version_of(who) != NULL ? version_of(who) : "";
        if (is_present(who))
            say("%-11s  %s%s%s\n", name_of(who), functions_of(who), *version != '\0' ? "; " : "",
                version);
        else
            say("left out:    %s (%s)\n", name_of(who), why_left_out(who));
    }
    say("method       %d rounds, each a batch of about %.0f us of every contender in turn\n",
        effort->rounds, effort->batch_ns / 1e3);
}

void report_heading(void)
{
    say("\n%-31s  %-11s  %10s  %10s  %24s  %s\n", "work", "contender", "least ns", "median ns",
        "quartiles", "csecrets / it");
}

static const char *digits(double ns, char *text, size_t text_size)
{
    snprintf(text, text_size, ns < 1000 ? "%.1f" : "%.0f", ns);
    return text;
}

void report(const struct outcome *outcome)
{
    const struct work *work = outcome->work;
    char least[32], median[32], q1[32], q3[32];

    for (int at = 0; work->contenders[at].run != NULL; at++) {
        const struct result *result = &outcome->results[at];
        if (result->count == 0)
            continue;
        say("%-31s  %-11s  %10s  %10s  %10s .. %10s", work->name,
            name_of(work->contenders[at].who), digits(result->least, least, sizeof(least)),
            digits(result->median, median, sizeof(median)), digits(result->q1, q1, sizeof(q1)),
            digits(result->q3, q3, sizeof(q3)));
        if (kind_of(work->contenders[at].who) == OURS)
            say("\n");
        else
            say("  %13.3f\n", outcome->results[0].median / result->median);
    }
}

void report_crowds(const struct crowds *crowds, const struct work *work)
{
    say("\nCrowds: calls of %s a microsecond, of all threads together, on %ld processors\n%-11s",
        work->name, sysconf(_SC_NPROCESSORS_ONLN), "threads");
    for (int i = 0; i < CROWDS; i++)
        say("  %6d", 1 << i);
    say("\n");
    for (int at = 0; work->contenders[at].run != NULL; at++) {
        if (!(crowds->rates[at][0] > 0))
            continue;
        say("%-11s", name_of(work->contenders[at].who));
        for (int i = 0; i < CROWDS; i++)
            say("  %6.2f", crowds->rates[at][i]);
        say("\n");
    }
}

void report_threads(const struct scaling *scaling, const struct work *work)
{
    if (!scaling->measured) {
        say("\nTwo threads: left out (one processor)\n");
        return;
    }
    say("\nTwo threads: %s of both at once, as a share of twice the rate of one\n", work->name);
    for (int at = 0; work->contenders[at].run != NULL; at++) {
        const struct result *share = &scaling->shares[at];
        if (share->count > 0)
            say("%-11s  %5.2f  quartiles %.2f .. %.2f\n", name_of(work->contenders[at].who),
                share->median, share->q1, share->q3);
    }
}
