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

static void equal_text(const struct job *job, size_t calls)
{
    static const char text[] = "s5VWLHF0kbm0uG67giMB5GvWMztk-icxv9ho2yLSd6U";
    char *other = (char *)job->out;

    memcpy(other, text, sizeof(text));
    for (size_t i = 0; i < calls; i++) {
        consume(other);
        must(csecrets_equal_text(other, text), "csecrets_equal_text");
    }
}

static void find_equal(const struct job *job, size_t calls)
{
    size_t found;

    for (size_t i = 0; i < calls; i++) {
        consume(job->out);
        must(csecrets_find_equal(&found, job->out + 99 * 32, job->other, 100, 32),
             "csecrets_find_equal");
    }
}

#define CONTENDERS \
    { \
        {CSECRETS, equal_csecrets, NULL}, {LIBSODIUM, equal_libsodium, NULL}, \
        {OPENSSL, equal_openssl, NULL}, {MEMCMP, equal_memcmp, NULL}, {.run = NULL} \
    }

const struct work equal_works[] = {
    {"equal(16)", 16, false, CONTENDERS, {0, 0, 0}},
    {"equal(32)", 32, true, CONTENDERS, {0, 0, 0}},
    {"equal(256)", 256, false, CONTENDERS, {0, 0, 0}},
    {"equal(4096)", 4096, false, CONTENDERS, {0, 0, 0}},
    {"equal_text(43)", 0, false,
     {{CSECRETS, equal_text, NULL}, {PYTHON, ask_python, "secrets.compare_digest(text, text)"},
      {.run = NULL}},
     {0, 0, 0}},
    {"find_equal(100 of 32)", 0, false, {{CSECRETS, find_equal, NULL}, {.run = NULL}}, {0, 0, 0}},
    {.name = NULL},
};
