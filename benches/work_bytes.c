/* Random bytes, from one to a MiB, and their end. */
#include <string.h>

#include "peers.h"

#define BYTES(who) \
    static void bytes_##who(const struct job *job, size_t calls) \
    { \
        for (size_t i = 0; i < calls; i++) { \
            fill_##who(job, job->out, job->size); \
            consume(job->out); \
        } \
    }

BYTES(csecrets)
BYTES(libsodium)
BYTES(openssl)
BYTES(libbsd)
BYTES(glibc)
BYTES(system_call)
BYTES(raw_vdso)
BYTES(rand)

static void bytes_or_abort(const struct job *job, size_t calls)
{
    for (size_t i = 0; i < calls; i++)
        csecrets_token_bytes_or_abort(job->out, job->size);
}

REPEAT_OK(probe, csecrets_entropy_probe(NULL))
REPEAT(wipe, (csecrets_wipe(out, job->size), true))
REPEAT(wipe_libsodium, (libsodium.memzero(out, job->size), true))
REPEAT(wipe_openssl, (openssl.cleanse(out, job->size), true))
REPEAT(wipe_glibc, (explicit_bzero(out, job->size), true))

/* The size stands for itself in Python's statement. */
#define BYTES_OF(nbytes, charted, ...) \
    { \
        "token_bytes(" #nbytes ")", nbytes, charted, \
            {{CSECRETS, bytes_csecrets, NULL}, {RAW_VDSO, bytes_raw_vdso, NULL}, \
             {LIBSODIUM, bytes_libsodium, NULL}, {OPENSSL, bytes_openssl, NULL}, \
             {LIBBSD, bytes_libbsd, NULL}, {GLIBC, bytes_glibc, NULL}, \
             {PYTHON, ask_python, "secrets.token_bytes(" #nbytes ")"}, \
             {SYSTEM_CALL, bytes_system_call, NULL}, {RAND, bytes_rand, NULL}, {.run = NULL}}, \
        { \
            __VA_ARGS__ \
        } \
    }

#define WIPE(nbytes) \
    { \
        "wipe(" #nbytes ")", nbytes, false, \
            {{CSECRETS, wipe, NULL}, {LIBSODIUM, wipe_libsodium, NULL}, \
             {OPENSSL, wipe_openssl, NULL}, {GLIBC, wipe_glibc, NULL}, {.run = NULL}}, \
        { \
            0, nbytes, 0 \
        } \
    }

const struct work byte_works[] = {
    BYTES_OF(1, false, 1, 0, 0),
    BYTES_OF(2, false, 2, 0, 0),
    BYTES_OF(4, false, 4, 0, 0),
    BYTES_OF(8, false, 8, 0, 0),
    BYTES_OF(16, false, 16, 0, 0),
    BYTES_OF(24, false, 24, 0, 0),
    BYTES_OF(32, true, 32, 0, 0),
    BYTES_OF(40, false, 40, 0, 0),
    BYTES_OF(64, false, 32, 64, 0),
    BYTES_OF(256, false, 32, 256, 0),
    BYTES_OF(4096, true, 32, 4096, 0),
    BYTES_OF(1048576, false, 32, 1048576, 0),
    {"token_bytes_or_abort(32)", 32, false, {{CSECRETS, bytes_or_abort, NULL}, {.run = NULL}},
     {32, 0, 0}},
    {"entropy_probe", 0, false, {{CSECRETS, probe, NULL}, {.run = NULL}}, {0, 0, 0}},
    WIPE(32),
    WIPE(4096),
    {.name = NULL},
};
