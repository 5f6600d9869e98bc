/* What the files of the bench share: who is measured, on which work, and what came of it. */
#ifndef BENCH_H
#define BENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum who {
    CSECRETS,
    LIBSODIUM,
    OPENSSL,
    LIBBSD,
    GLIBC,
    SYSTEM_CALL,
    RAW_VDSO,
    RAND,
    MEMCMP,
    WHO_COUNT
};

/* Only a PEER is what a careful program would call instead of csecrets. */
enum kind { OURS, PEER, KERNEL, INSECURE };

#define LARGEST 1048576u
#define MOST_CONTENDERS 9
#define MOST_WORKS 32
#define MOST_ROUNDS 201

/* The memory of a thread and the size of its work: the same for every contender. */
struct job {
    size_t size;
    unsigned char *out;         /* LARGEST bytes */
    unsigned char *other;       /* LARGEST bytes that hold the same as out before the work */
    void *vdso_state;
};

typedef void batch(const struct job *job, size_t calls);

struct contender {
    enum who who;
    batch *run;
};

struct work {
    const char *name;
    size_t size;
    bool charted;
    struct contender contenders[MOST_CONTENDERS + 1];   /* ends where run is NULL */
};

/* Nanoseconds a call; count is 0 where the contender is not there. */
struct result {
    int count;
    double q1, median, q3;
};

/* The results stand in the order of the work's contenders. */
struct outcome {
    const struct work *work;
    struct result results[MOST_CONTENDERS];
};

/* Speed of two threads: 1 where both run as fast as one alone. */
struct scaling {
    bool measured;
    struct result shares[MOST_CONTENDERS];   /* not of nanoseconds, but of twice the rate of one */
};

struct effort {
    int rounds;
    double batch_ns;
};

/* peers.c */
void load_peers(void);
bool is_present(enum who who);
const char *name_of(enum who who);
enum kind kind_of(enum who who);
const char *functions_of(enum who who);
const char *version_of(enum who who);           /* NULL where it tells none */
const char *why_left_out(enum who who);

/* vdso.c */
bool find_vdso(void);
void *new_vdso_state(void);

/* measure.c */
double now_ns(void);
struct job new_job(void);
size_t calibrate(batch *run, const struct job *job, double batch_ns);
struct result summary(double *samples, int count);
void measure(struct outcome *outcome, const struct effort *effort);

/* threads.c */
void measure_threads(struct scaling *scaling, const struct work *work, const struct effort *effort);

/* The works, each list ending in a work without a name. */
extern const struct work byte_works[];
extern const struct work int_works[];
extern const struct work text_works[];
extern const struct work order_works[];
extern const struct work equal_works[];

/* targets.c */
void report_targets(const struct outcome *outcomes, int count, const struct scaling *scaling);

/* report.c */
void open_report(const char *path);
void close_report(void);
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
void report_machine(const struct effort *effort);
void report_heading(void);
void report(const struct outcome *outcome);
void report_threads(const struct scaling *scaling, const struct work *work);
const char *machine_line(void);

/* chart.c */
void draw_chart(const char *path, const struct outcome *outcomes, int count);

/* A contender that fails has done no work, and its time says nothing. */
static inline void must(bool ok, const char *call)
{
    if (!ok) {
        fprintf(stderr, "bench: %s failed\n", call);
        exit(EXIT_FAILURE);
    }
}

/* Without these the compiler could leave out work whose result nobody reads. */
static inline void consume(const void *memory)
{
    __asm__ volatile("" : : "g"(memory) : "memory");
}

static inline void consume_value(uint64_t value)
{
    __asm__ volatile("" : : "r"(value));
}

#endif
