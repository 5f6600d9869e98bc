/* Two threads at once against one alone: a lock or a shared cache line would show here. */
#include <pthread.h>
#include <sched.h>

#include "bench.h"

/* Long beside the moment by which two threads may miss each other's start. */
#define BATCHES 5

struct pair {
    batch *run;
    size_t calls;
    int rounds;
    struct job *jobs;           /* one each */
    const size_t *processors;
    pthread_barrier_t barrier;
    int arrived;
    double start[2], end[2];
};

static bool find_processors(size_t processors[2])
{
    cpu_set_t allowed;
    int count = 0;

    must(sched_getaffinity(0, sizeof(allowed), &allowed) == 0, "sched_getaffinity");
    for (size_t at = 0; at < CPU_SETSIZE && count < 2; at++) {
        if (CPU_ISSET(at, &allowed))
            processors[count++] = at;
    }
    return count == 2;
}

/* Left to itself, the system wakes two threads that slept so shortly on one processor. */
static void keep_to(size_t processor)
{
    cpu_set_t own;

    CPU_ZERO(&own);
    CPU_SET(processor, &own);
    must(pthread_setaffinity_np(pthread_self(), sizeof(own), &own) == 0, "pthread_setaffinity_np");
}

/* The barrier may wake one thread long after the other, so they meet once more without sleeping. */
static void run_together(struct pair *pair, int self, int round)
{
    pthread_barrier_wait(&pair->barrier);
    __atomic_add_fetch(&pair->arrived, 1, __ATOMIC_ACQ_REL);
    while (__atomic_load_n(&pair->arrived, __ATOMIC_ACQUIRE) < 2 * (round + 1))
        continue;
    pair->start[self] = now_ns();
    pair->run(&pair->jobs[self], pair->calls);
    pair->end[self] = now_ns();
    pthread_barrier_wait(&pair->barrier);
}

static void *second(void *argument)
{
    struct pair *pair = argument;

    keep_to(pair->processors[1]);
    for (int round = 0; round < pair->rounds; round++)
        run_together(pair, 1, round);
    return NULL;
}

static struct result share_of(struct pair pair, double batch_ns)
{
    static double samples[MOST_ROUNDS];
    pthread_t thread;

    pair.calls = calibrate(pair.run, &pair.jobs[0], BATCHES * batch_ns);
    must(pthread_barrier_init(&pair.barrier, NULL, 2) == 0, "pthread_barrier_init");
    must(pthread_create(&thread, NULL, second, &pair) == 0, "pthread_create");
    for (int round = 0; round < pair.rounds; round++) {
        double start = now_ns();
        pair.run(&pair.jobs[0], pair.calls);
        double alone = now_ns() - start;
        run_together(&pair, 0, round);
        double first = pair.start[0] < pair.start[1] ? pair.start[0] : pair.start[1];
        double last = pair.end[0] > pair.end[1] ? pair.end[0] : pair.end[1];
        samples[round] = alone / (last - first);
    }
    must(pthread_join(thread, NULL) == 0, "pthread_join");
    pthread_barrier_destroy(&pair.barrier);
    return summary(samples, pair.rounds);
}

void measure_threads(struct scaling *scaling, const struct work *work, const struct effort *effort)
{
    struct job jobs[2] = {new_job(work->size), new_job(work->size)};
    size_t processors[2];
    struct pair pair = {.rounds = effort->rounds, .jobs = jobs, .processors = processors};

    /* Two threads on one processor take turns, whatever the library does. */
    scaling->measured = find_processors(processors);
    if (!scaling->measured)
        return;
    keep_to(processors[0]);
    jobs[0].size = jobs[1].size = work->size;
    for (int at = 0; work->contenders[at].run != NULL; at++) {
        pair.run = work->contenders[at].run;
        if (is_present(work->contenders[at].who) && work->contenders[at].who != PYTHON)
            scaling->shares[at] = share_of(pair, effort->batch_ns);
    }
}
