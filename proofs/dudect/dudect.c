/* dudect.c - whether the time that a call takes tells two kinds of secrets apart
 *
 * After O. Reparaz, J. Balasch and I. Verbauwhede, "Dude, is my code constant time?", 2017: a call is
 * timed many times with a secret of one kind or the other, in random order, and Welch's t-test asks
 * whether the means differ: of all times, and of those below thresholds, since long times are mostly
 * other programs'. |t| above 10 is a leak; what is between 4.5 and that wants more time. The control, a
 * comparison that stops early, has to be found.
 *
 * dudect [SECONDS]: for each function, 20 if none are given */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "calls.h"

/* Thresholds are percentiles of the first batch's times. */
enum { BATCH = 10000, CROPS = 20 };

struct moments {
    double count, mean, squares;
};

struct test {
    struct moments kinds[2];
};

static uint64_t now(void)
{
#if defined(__x86_64__) || defined(__i386__)
    uint32_t low, high;
    __asm__ volatile("lfence; rdtsc; lfence" : "=a"(low), "=d"(high) : : "memory");
    return (uint64_t)high << 32 | low;
#elif defined(__aarch64__)
    uint64_t ticks;
    __asm__ volatile("isb; mrs %0, cntvct_el0; isb" : "=r"(ticks) : : "memory");
    return ticks;
#else
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
#endif
}

/* Welford's way, which keeps the small difference of large numbers. */
static void add(struct moments *moments, double value)
{
    const double delta = value - moments->mean;
    moments->count++;
    moments->mean += delta / moments->count;
    moments->squares += delta * (value - moments->mean);
}

static double welch(const struct test *test)
{
    const struct moments *a = &test->kinds[0], *b = &test->kinds[1];
    if (a->count < BATCH || b->count < BATCH)
        return 0;
    const double error = a->squares / (a->count - 1) / a->count +
                         b->squares / (b->count - 1) / b->count;
    return error > 0 ? (a->mean - b->mean) / sqrt(error) : 0;
}

static int ascending(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void take_batch(const struct timed *timed, uint64_t *times, unsigned char *kinds)
{
    static unsigned char inputs[BATCH][INPUT];
    if (csecrets_token_bytes(kinds, BATCH) != CSECRETS_OK)
        abort();
    for (size_t i = 0; i < BATCH; i++) {
        kinds[i] &= 1;
        timed->prepare(inputs[i], kinds[i]);
    }
    for (size_t i = 0; i < BATCH; i++) {
        const uint64_t start = now();
        timed->call(inputs[i]);
        times[i] = now() - start;
    }
}

/* The largest |t|. */
static double time_call(const struct timed *timed, double seconds)
{
    static uint64_t times[BATCH], sorted[BATCH], most[CROPS];
    static unsigned char kinds[BATCH];
    struct test tests[CROPS] = {{{{0, 0, 0}, {0, 0, 0}}}};
    const time_t end = time(NULL) + (time_t)seconds;
    double largest = 0;
    take_batch(timed, times, kinds); /* which also fills the caches */
    memcpy(sorted, times, sizeof sorted);
    qsort(sorted, BATCH, sizeof sorted[0], ascending);
    for (size_t i = 0; i < CROPS; i++)
        most[i] = i + 1 == CROPS ? UINT64_MAX : sorted[BATCH * (i + 1) / CROPS];
    do {
        take_batch(timed, times, kinds);
        for (size_t i = 0; i < BATCH; i++)
            for (size_t crop = 0; crop < CROPS; crop++)
                if (times[i] <= most[crop])
                    add(&tests[crop].kinds[kinds[i]], (double)times[i]);
    } while (time(NULL) < end);
    for (size_t crop = 0; crop < CROPS; crop++)
        largest = fmax(largest, fabs(welch(&tests[crop])));
    const double count = tests[CROPS - 1].kinds[0].count + tests[CROPS - 1].kinds[1].count;
    printf("%-42s %9.0f calls, |t| %6.1f, %s\n", timed->name, count, largest,
           largest > 10 ? "a leak" : largest > 4.5 ? "unsure" : "nothing seen");
    fflush(stdout);
    return largest;
}

int main(int argc, char **argv)
{
    const double seconds = argc > 1 ? atof(argv[1]) : 20;
    unsigned leaks = 0;
    bool seen = true;
    begin();
    for (size_t i = 0; i < sizeof timed / sizeof timed[0]; i++) {
        const bool leaked = time_call(&timed[i], seconds) > 10;
        if (timed[i].is_control)
            seen &= leaked;
        else
            leaks += leaked;
    }
    printf("dudect: %u leaks; a comparison that stops early is %sseen\n", leaks, seen ? "" : "NOT ");
    return leaks > 0 || !seen;
}
