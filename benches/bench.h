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
    LIBUUID,
    GLIBC,
    PYTHON,
    PWGEN,
    SYSTEM_CALL,
    RAW_VDSO,
    RAND,
    MEMCMP,
    WHO_COUNT
};

/* Only a PEER is what a careful program would call instead of csecrets. */
enum kind { OURS, PEER, KERNEL, INSECURE };

#define LARGEST 1048576u
#define MOST_CONTENDERS 10
#define MOST_WORKS 160
#define MOST_ROUNDS 201

/* The memory of a thread and the size of its work: the same for every contender. */
struct job {
    size_t size;
    unsigned char *out;
    unsigned char *other;       /* as large, and holds the same as out before the work */
    void *vdso_state;
    const char *said;           /* of the contender: a statement or a command, see below */
};

typedef void batch(const struct job *job, size_t calls);

struct contender {
    enum who who;
    batch *run;
    const char *said;           /* to Python, or to the system; else NULL */
};

/* What cannot be left out of a work: bytes drawn from the kernel, bytes written to memory, blocks of
 * SHA-256. What is expanded draws a key of 32 bytes. */
struct least_work {
    size_t drawn, written, hashed;
};

/* The name begins with that of an export, without csecrets_. */
struct work {
    const char *name;
    size_t size;
    bool charted;
    struct contender contenders[MOST_CONTENDERS + 1];   /* ends where run is NULL */
    struct least_work least;    /* all 0 where there is nothing to compare with */
};

/* Nanoseconds a call; count is 0 where the contender is not there. */
struct result {
    int count;
    double least, q1, median, q3;
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

#define MOST_THREADS 64
#define CROWDS 7                /* of 1, 2, 4, ... and 64 threads */

/* Calls a microsecond, of all threads together. */
struct crowds {
    bool measured;
    double rates[MOST_CONTENDERS][CROWDS];
};

/* peers.c */
void load_peers(void);
bool is_present(enum who who);
const char *name_of(enum who who);
enum kind kind_of(enum who who);
const char *functions_of(enum who who);
const char *version_of(enum who who);           /* NULL where it tells none */
const char *why_left_out(enum who who);

/* python.c */
const char *find_python(void);                  /* its version; NULL where there is none */
void ask_python(const struct job *job, size_t calls);

/* processes.c */
bool can_run(const char *command);
void run_command(const struct job *job, size_t calls);
void run_loader(const struct job *job, size_t calls);
void find_loader(void);

/* vdso.c */
bool find_vdso(void);
void *new_vdso_state(void);

/* measure.c */
double now_ns(void);
void tell_ns(double ns);
struct job new_job(size_t largest);
size_t calibrate(batch *run, const struct job *job, double batch_ns);
struct result summary(double *samples, int count);
void measure(struct outcome *outcome, const struct effort *effort);

/* crowds.c */
void measure_crowds(struct crowds *crowds, const struct work *work, const struct effort *effort);

/* limits.c */
double limit_of(const struct work *work);       /* nanoseconds; 0 where there is none */
void report_limits(const struct outcome *outcomes, int count);

/* threads.c */
void measure_threads(struct scaling *scaling, const struct work *work, const struct effort *effort);

/* The works, each list ending in a work without a name. */
extern const struct work byte_works[];
extern const struct work int_works[];
extern const struct work big_works[];
extern const struct work text_works[];
extern const struct work codec_works[];
extern const struct work order_works[];
extern const struct work password_works[];
extern const struct work stored_works[];
extern const struct work sign_works[];
extern const struct work otp_works[];
extern const struct work uuid_works[];
extern const struct work equal_works[];
extern const struct work rest_works[];
extern const struct work start_works[];

/* targets.c */
int place_of(const struct outcome *outcome, enum who who);
void report_targets(const struct outcome *outcomes, int count, const struct scaling *scaling);

/* Beside the fastest of those that a careful program would call. */
#define FASTEST_PEER WHO_COUNT

/* summary.c */
void note_target(const char *work, double is, double wanted, bool reached);
void report_summary(const struct outcome *outcomes, int count);

/* report.c */
void open_report(const char *path);
void close_report(void);
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
void report_machine(const struct effort *effort);
void report_heading(void);
void report(const struct outcome *outcome);
void report_threads(const struct scaling *scaling, const struct work *work);
void report_crowds(const struct crowds *crowds, const struct work *work);
bool has_vaes(void);
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
