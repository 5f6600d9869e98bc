/* Whether two secrets are the same: they are, so that memcmp() too looks at all of both. */
#include <string.h>

#include "peers.h"

static void equal_csecrets(const struct job *job, size_t calls)
{
    for (size_t i = 0; i < calls; i++) {
        consume(job->out);
        must(csecrets_equal(job->out, job->size, job->other, job->size), "csecrets_equal");
    }
}

static void equal_libsodium(const struct job *job, size_t calls)
{
    for (size_t i = 0; i < calls; i++) {
        consume(job->out);
        must(libsodium.memcmp(job->out, job->other, job->size) == 0, "sodium_memcmp");
    }
}

static void equal_openssl(const struct job *job, size_t calls)
{
    for (size_t i = 0; i < calls; i++) {
        consume(job->out);
        must(openssl.memcmp(job->out, job->other, job->size) == 0, "CRYPTO_memcmp");
    }
}

static void equal_memcmp(const struct job *job, size_t calls)
{
    for (size_t i = 0; i < calls; i++) {
        consume(job->out);
        must(memcmp(job->out, job->other, job->size) == 0, "memcmp");
    }
}

#define CONTENDERS \
    { \
        {CSECRETS, equal_csecrets}, {LIBSODIUM, equal_libsodium}, {OPENSSL, equal_openssl}, \
        {MEMCMP, equal_memcmp}, {WHO_COUNT, NULL} \
    }

const struct work equal_works[] = {
    {"equal(16)", 16, false, CONTENDERS},
    {"equal(32)", 32, true, CONTENDERS},
    {"equal(256)", 256, false, CONTENDERS},
    {"equal(4096)", 4096, false, CONTENDERS},
    {.name = NULL},
};
