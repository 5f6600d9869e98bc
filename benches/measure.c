/* Times contenders in turn, round after round, so that whatever slows the machine down for a moment
 * slows all of them, and takes the medians. */
#include <string.h>
#include <time.h>

#include "bench.h"

/* In a batch: a thousand times as many as the fastest contender needs. */
#define MOST_CALLS ((size_t)1 << 30)
#define FEWEST_ROUNDS 9

/* What a contender says that its batch took by a clock of its own; below 0 where it says nothing. */
static double told_ns = -1;

void tell_ns(double ns)
{
    told_ns = ns;
}

double now_ns(void)
{
    struct timespec now;

    must(clock_gettime(CLOCK_MONOTONIC, &now) == 0, "clock_gettime");
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

struct job new_job(size_t largest)
{
    struct job job = {.size = 0};
    void *memory;

    must(posix_memalign(&memory, 4096, 2 * largest) == 0, "posix_memalign");
    /* Touched here, so that no contender pays for the pages. */
    memset(memory, 0x5a, 2 * largest);
    job.out = memory;
    job.other = job.out + largest;
    job.vdso_state = is_present(RAW_VDSO) ? new_vdso_state() : NULL;
    return job;
}

static double time_batch(batch *run, const struct job *job, size_t calls)
{
    double start = now_ns();

    told_ns = -1;
    run(job, calls);
    return told_ns >= 0 ? told_ns : now_ns() - start;
}

/* The least of a few, since one that the system interrupted would pass for a long one. */
static double time_least(batch *run, const struct job *job, size_t calls)
{
    double least = time_batch(run, job, calls);

    for (int again = 0; again < 2; again++) {
        double taken = time_batch(run, job, calls);
        least = taken < least ? taken : least;
    }
    return least;
}

size_t calibrate(batch *run, const struct job *job, double batch_ns)
{
    size_t calls = 1;
    double taken = time_least(run, job, calls);

    while (taken < batch_ns / 2) {
        must(calls < MOST_CALLS, "finding work to time, which the compiler must not leave out,");
        calls *= 2;
        taken = time_least(run, job, calls);
    }
    size_t wanted = (size_t)((double)calls * batch_ns / taken);
    return wanted > 0 ? wanted : 1;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

struct result summary(double *samples, int count)
{
    qsort(samples, (size_t)count, sizeof(*samples), ascending);
    return (struct result){
        .count = count,
        .least = samples[0],
        .q1 = samples[count / 4],
        .median = samples[count / 2],
        .q3 = samples[count - 1 - count / 4],
    };
}

/* Fewer where a call alone takes longer than a batch, and still enough for a median. */
static int rounds_for(double call_ns, const struct effort *effort)
{
    double wanted = effort->rounds * effort->batch_ns / call_ns;

    return wanted < FEWEST_ROUNDS ? FEWEST_ROUNDS
           : wanted < effort->rounds ? (int)wanted : effort->rounds;
}

void measure(struct outcome *outcome, const struct effort *effort)
{
    static double samples[MOST_CONTENDERS][MOST_ROUNDS];
    static struct job job;
    const struct contender *contenders = outcome->work->contenders;
    size_t calls[MOST_CONTENDERS] = {0};
    int count = 0, rounds = effort->rounds;

    if (job.out == NULL)
        job = new_job(LARGEST);
    memcpy(job.other, job.out, LARGEST);
    job.size = outcome->work->size;
    for (; contenders[count].run != NULL; count++) {
        if (!is_present(contenders[count].who))
            continue;
        job.said = contenders[count].said;
        calls[count] = calibrate(contenders[count].run, &job, effort->batch_ns);
        if (calls[count] == 1) {
            int enough = rounds_for(time_batch(contenders[count].run, &job, 1), effort);
            rounds = enough < rounds ? enough : rounds;
        }
    }
    for (int round = 0; round < rounds; round++) {
        for (int turn = 0; turn < count; turn++) {
            int at = (turn + round) % count;
            job.said = contenders[at].said;
            if (calls[at] > 0)
                samples[at][round] =
                    time_batch(contenders[at].run, &job, calls[at]) / (double)calls[at];
        }
    }
    for (int at = 0; at < count; at++) {
        if (calls[at] > 0)
            outcome->results[at] = summary(samples[at], rounds);
    }
}
