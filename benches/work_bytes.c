/* Random bytes, from one to a MiB. */
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

#define CONTENDERS \
    { \
        {CSECRETS, bytes_csecrets}, {RAW_VDSO, bytes_raw_vdso}, {LIBSODIUM, bytes_libsodium}, \
        {OPENSSL, bytes_openssl}, {LIBBSD, bytes_libbsd}, {GLIBC, bytes_glibc}, \
        {SYSTEM_CALL, bytes_system_call}, {RAND, bytes_rand}, {WHO_COUNT, NULL} \
    }

const struct work byte_works[] = {
    {"token_bytes(1)", 1, false, CONTENDERS},
    {"token_bytes(2)", 2, false, CONTENDERS},
    {"token_bytes(4)", 4, false, CONTENDERS},
    {"token_bytes(8)", 8, false, CONTENDERS},
    {"token_bytes(16)", 16, false, CONTENDERS},
    {"token_bytes(24)", 24, false, CONTENDERS},
    {"token_bytes(32)", 32, true, CONTENDERS},
    {"token_bytes(40)", 40, false, CONTENDERS},
    {"token_bytes(64)", 64, false, CONTENDERS},
    {"token_bytes(256)", 256, false, CONTENDERS},
    {"token_bytes(4096)", 4096, true, CONTENDERS},
    {"token_bytes(1048576)", LARGEST, false, CONTENDERS},
    {.name = NULL},
};
