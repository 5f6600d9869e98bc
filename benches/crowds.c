/* From one to 64 threads that draw at once: how much all of them get. */
#include <pthread.h>

#include "bench.h"

#define ROUNDS 5

struct crowd {
    batch *run;
    size_t calls;
    pthread_barrier_t barrier;
};

struct member {
    struct crowd *crowd;
    struct job job;
    double start, end;
};

static void *draw(void *argument)
{
    struct member *self = argument;

    pthread_barrier_wait(&self->crowd->barrier);
    self->start = now_ns();
    self->crowd->run(&self->job, self->crowd->calls);
    self->end = now_ns();
    return NULL;
}

/* Calls a microsecond, from the first that starts to the last that ends. */
static double rate_of(struct crowd *crowd, struct member *members, int count)
{
    pthread_t threads[MOST_THREADS];

    must(pthread_barrier_init(&crowd->barrier, NULL, (unsigned)count) == 0, "pthread_barrier_init");
    for (int i = 0; i < count; i++) {
        members[i].crowd = crowd;
        must(pthread_create(&threads[i], NULL, draw, &members[i]) == 0, "pthread_create");
    }
    for (int i = 0; i < count; i++)
        must(pthread_join(threads[i], NULL) == 0, "pthread_join");
    pthread_barrier_destroy(&crowd->barrier);
    double first = members[0].start, last = members[0].end;
    for (int i = 1; i < count; i++) {
        first = members[i].start < first ? members[i].start : first;
        last = members[i].end > last ? members[i].end : last;
    }
    return (double)crowd->calls * count * 1e3 / (last - first);
}

void measure_crowds(struct crowds *crowds, const struct work *work, const struct effort *effort)
{
    static struct member members[MOST_THREADS];

    for (int i = 0; i < MOST_THREADS; i++) {
        members[i].job = new_job(work->size);
        members[i].job.size = work->size;
    }
    crowds->measured = true;
    for (int at = 0; work->contenders[at].run != NULL; at++) {
        struct crowd crowd = {.run = work->contenders[at].run};
        /* Python's threads would wait for one another whatever it draws with. */
        if (!is_present(work->contenders[at].who) || work->contenders[at].who == PYTHON)
            continue;
        crowd.calls = calibrate(crowd.run, &members[0].job, 2 * effort->batch_ns);
        for (int i = 0; i < CROWDS; i++) {
            double samples[ROUNDS];
            for (int round = 0; round < ROUNDS; round++)
                samples[round] = rate_of(&crowd, members, 1 << i);
            crowds->rates[at][i] = summary(samples, ROUNDS).median;
        }
    }
}
