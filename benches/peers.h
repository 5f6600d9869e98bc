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
    void (*memzero)(void *data, size_t nbytes);
    int (*hex2bin)(unsigned char *bin, size_t bin_size, const char *hex, size_t hex_len,
                   const char *ignored, size_t *bin_len, const char **hex_end);
    int (*base642bin)(unsigned char *bin, size_t bin_size, const char *text, size_t text_len,
                      const char *ignored, size_t *bin_len, const char **text_end, int variant);
    int (*sha256)(unsigned char *out, const unsigned char *data, unsigned long long nbytes);
    int (*hmac)(unsigned char *out, const unsigned char *data, unsigned long long nbytes,
                const unsigned char *key);
    int (*hmac_verify)(const unsigned char *mac, const unsigned char *data,
                       unsigned long long nbytes, const unsigned char *key);
};

/* libsodium's sodium_base64_VARIANT_URLSAFE_NO_PADDING, whose header the bench does not need. */
#define URLSAFE_NO_PADDING 7

struct openssl {
    const char *(*version)(int what);
    int (*rand_bytes)(unsigned char *out, int nbytes);
    int (*memcmp)(const void *a, const void *b, size_t nbytes);
    void (*cleanse)(void *data, size_t nbytes);
    unsigned char *(*sha256)(const unsigned char *data, size_t nbytes, unsigned char *out);
    const void *(*evp_sha256)(void);
    const void *(*evp_sha1)(void);
    unsigned char *(*hmac)(const void *hash, const void *key, int key_len,
                           const unsigned char *data, size_t nbytes, unsigned char *out,
                           unsigned int *out_len);
    int (*pbkdf2)(const char *password, int password_len, const unsigned char *salt, int salt_len,
                  int iterations, const void *hash, int nbytes, unsigned char *out);
};

struct libuuid {
    void (*random)(unsigned char *out);
    void (*unparse)(const unsigned char *uuid, char *out);
    int (*parse)(const char *text, unsigned char *out);
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
extern struct libuuid libuuid;
extern struct arc4random libbsd;
extern struct arc4random glibc;
extern vgetrandom *raw_vdso;
extern size_t vdso_state_size;

/* Defines a batch of calls; what is not true has failed. */
#define REPEAT(name, expression) \
    static void name(const struct job *job, size_t calls) \
    { \
        unsigned char *out = job->out; \
        for (size_t i = 0; i < calls; i++) { \
            must((expression), #name); \
            consume(out); \
        } \
    }

/* The same for a function of csecrets that answers with a status. */
#define REPEAT_OK(name, call) REPEAT(name, (call) == CSECRETS_OK)

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
