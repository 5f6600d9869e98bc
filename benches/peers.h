/* The functions of the peers, as found at run time, and one inline door to each for what they all
 * can do: fill memory, and draw below a bound. */
#ifndef BENCH_PEERS_H
#define BENCH_PEERS_H

#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#include "bench.h"
#include "csecrets.h"

struct libsodium {
    int (*init)(void);
    const char *(*version_string)(void);
    void (*buf)(void *out, size_t nbytes);
    uint32_t (*uniform)(uint32_t bound);
    char *(*bin2hex)(char *hex, size_t hex_size, const unsigned char *bin, size_t nbytes);
    char *(*bin2base64)(char *text, size_t text_size, const unsigned char *bin, size_t nbytes,
                        int variant);
    int (*memcmp)(const void *a, const void *b, size_t nbytes);
};

struct openssl {
    const char *(*version)(int what);
    int (*rand_bytes)(unsigned char *out, int nbytes);
    int (*memcmp)(const void *a, const void *b, size_t nbytes);
};

/* libbsd's and glibc's have the same names. */
struct arc4random {
    void (*buf)(void *out, size_t nbytes);
    uint32_t (*uniform)(uint32_t bound);
};

#ifdef __aarch64__
#define VDSO_NAME "__kernel_getrandom"
#else
#define VDSO_NAME "__vdso_getrandom"
#endif

typedef ssize_t vgetrandom(void *out, size_t nbytes, unsigned int flags, void *state,
                           size_t state_size);

extern struct libsodium libsodium;
extern struct openssl openssl;
extern struct arc4random libbsd;
extern struct arc4random glibc;
extern vgetrandom *raw_vdso;
extern size_t vdso_state_size;

static inline void fill_csecrets(const struct job *job, void *out, size_t nbytes)
{
    (void)job;
    must(csecrets_token_bytes(out, nbytes) == CSECRETS_OK, "csecrets_token_bytes");
}

static inline void fill_libsodium(const struct job *job, void *out, size_t nbytes)
{
    (void)job;
    libsodium.buf(out, nbytes);
}

static inline void fill_openssl(const struct job *job, void *out, size_t nbytes)
{
    (void)job;
    must(openssl.rand_bytes(out, (int)nbytes) == 1, "RAND_bytes");
}

static inline void fill_libbsd(const struct job *job, void *out, size_t nbytes)
{
    (void)job;
    libbsd.buf(out, nbytes);
}

static inline void fill_glibc(const struct job *job, void *out, size_t nbytes)
{
    (void)job;
    glibc.buf(out, nbytes);
}

static inline void fill_system_call(const struct job *job, void *out, size_t nbytes)
{
    (void)job;
    must(syscall(SYS_getrandom, out, nbytes, 0) == (long)nbytes, "getrandom");
}

static inline void fill_raw_vdso(const struct job *job, void *out, size_t nbytes)
{
    ssize_t drawn = raw_vdso(out, nbytes, 0, job->vdso_state, vdso_state_size);

    must(drawn == (ssize_t)nbytes, "the vDSO's getrandom");
}

/* A byte a call, as it is mostly written. */
static inline void fill_rand(const struct job *job, void *out, size_t nbytes)
{
    unsigned char *bytes = out;

    (void)job;
    for (size_t i = 0; i < nbytes; i++)
        bytes[i] = (unsigned char)rand();
}

static inline uint32_t below_libsodium(uint32_t bound)
{
    return libsodium.uniform(bound);
}

static inline uint32_t below_libbsd(uint32_t bound)
{
    return libbsd.uniform(bound);
}

static inline uint32_t below_glibc(uint32_t bound)
{
    return glibc.uniform(bound);
}

static inline uint32_t below_rand(uint32_t bound)
{
    return (uint32_t)rand() % bound;
}

#endif
