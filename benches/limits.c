/* How fast this machine is at what cannot be left out of a work: to draw from the kernel, to write
 * memory, to hash. No library that takes its bytes from the kernel can be faster. */
#include <string.h>

#include "peers.h"

#define BATCH_NS 20e3
#define BATCHES 30

static void draw(const struct job *job, size_t calls)
{
    for (size_t i = 0; i < calls; i++) {
        if (is_present(RAW_VDSO))
            fill_raw_vdso(job, job->out, job->size);
        else
            fill_system_call(job, job->out, job->size);
        consume(job->out);
    }
}

static void write_memory(const struct job *job, size_t calls)
{
    for (size_t i = 0; i < calls; i++) {
        memset(job->out, 0x5a, job->size);
        consume(job->out);
    }
}

static void hash(const struct job *job, size_t calls)
{
    unsigned char out[32];

    for (size_t i = 0; i < calls; i++)
        must(openssl.sha256(job->out, job->size, out) == out, "SHA256");
}

static double least_ns(batch *run, size_t size)
{
    static struct job job;
    double least = 1e18;

    if (job.out == NULL)
        job = new_job(LARGEST);
    job.size = size;
    size_t calls = calibrate(run, &job, BATCH_NS);
    for (int i = 0; i < BATCHES; i++) {
        double start = now_ns();
        run(&job, calls);
        double taken = (now_ns() - start) / (double)calls;
        least = taken < least ? taken : least;
    }
    return least;
}

double limit_of(const struct work *work)
{
    const struct least_work *least = &work->least;
    double ns = 0;

    if (least->drawn > 0)
        ns += least_ns(draw, least->drawn);
    if (least->written > 0)
        ns += least_ns(write_memory, least->written);
    if (least->hashed > 0 && is_present(OPENSSL))
        ns += (double)least->hashed * least_ns(hash, LARGEST) / (LARGEST / 64);
    return ns;
}

/* "32 bytes drawn, 4096 written" */
static const char *told(const struct least_work *least)
{
    static char text[96];
    int len = 0;

    text[0] = '\0';
    if (least->drawn > 0)
        len += snprintf(text, sizeof(text), "%zu bytes drawn", least->drawn);
    if (least->written > 0)
        len += snprintf(text + len, sizeof(text) - (size_t)len, "%s%zu written",
                        len > 0 ? ", " : "", least->written);
    if (least->hashed > 0)
        snprintf(text + len, sizeof(text) - (size_t)len, "%zu blocks of SHA-256", least->hashed);
    return text;
}

void report_limits(const struct outcome *outcomes, int count)
{
    say("\nLimits: how fast this machine is at what cannot be left out of a work,\n"
        "drawn from the %s, written by memset(), hashed by OpenSSL\n",
        is_present(RAW_VDSO) ? "vDSO" : "kernel");
    say("%-31s  %10s  %10s  %6s  %s\n", "work", "least ns", "limit ns", "times", "of what");
    for (int i = 0; i < count; i++) {
        const struct work *work = outcomes[i].work;
        double limit = limit_of(work), least = outcomes[i].results[0].least;
        if (limit > 0)
            say("%-31s  %10.1f  %10.1f  %6.2f  %s\n", work->name, least, limit, least / limit,
                told(&work->least));
    }
}
