/* Finds the peers at run time, so that the bench builds and runs where some of them are not. */
#include <dlfcn.h>
#include <string.h>

#include "peers.h"

struct libsodium libsodium;
struct openssl openssl;
struct libuuid libuuid;
struct arc4random libbsd;
struct arc4random glibc;

static struct {
    const char *name;
    const char *functions;
    enum kind kind;
    bool present;
    const char *left_out;
    const char *version;        /* NULL where there is none to tell */
} peers[WHO_COUNT] = {
    [CSECRETS] = {"csecrets", "csecrets_*", OURS, .present = true},
    [LIBSODIUM] = {"libsodium", "randombytes_*, sodium_*, crypto_*", PEER, .left_out = "not found"},
    [OPENSSL] = {"OpenSSL", "RAND_bytes, CRYPTO_memcmp, SHA256, HMAC, PKCS5_PBKDF2_HMAC", PEER,
                 .left_out = "not found"},
    [LIBBSD] = {"libbsd", "arc4random_*", PEER, .left_out = "not found"},
    [LIBUUID] = {"libuuid", "uuid_*", PEER, .left_out = "not found"},
    [GLIBC] = {"glibc", "arc4random_*", PEER, .left_out = "no arc4random in this C library"},
    [PYTHON] = {"Python", "secrets, hmac, uuid, base64, timed by timeit", PEER,
                .left_out = "no python3"},
    [PWGEN] = {"pwgen", "a process", PEER, .left_out = "not found"},
    [SYSTEM_CALL] = {"system call", "getrandom", PEER, .present = true},
    [RAW_VDSO] = {"raw vDSO", VDSO_NAME, KERNEL, .left_out = "not in this kernel"},
    [RAND] = {"rand()", "insecure: can be guessed", INSECURE, .present = true},
    [MEMCMP] = {"memcmp()", "insecure: its time tells the secret", INSECURE, .present = true},
};

bool is_present(enum who who)
{
    return peers[who].present;
}

const char *name_of(enum who who)
{
    return peers[who].name;
}

enum kind kind_of(enum who who)
{
    return peers[who].kind;
}

const char *functions_of(enum who who)
{
    return peers[who].functions;
}

const char *version_of(enum who who)
{
    return peers[who].version;
}

const char *why_left_out(enum who who)
{
    return peers[who].left_out;
}

/* ISO C has no cast from dlsym's pointer to one to a function. */
static bool find(void *library, const char *symbol, void *function)
{
    void *address = dlsym(library, symbol);

    memcpy(function, &address, sizeof(address));
    return address != NULL;
}

/* The first of some names that a library can have; the list ends in NULL. */
static void *open_first(const char *const *names)
{
    void *library = NULL;

    for (; library == NULL && *names != NULL; names++)
        library = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
    return library;
}

static void load_libsodium(void)
{
    /* The plain name is there only with the development package. */
    static const char *const names[] = {"libsodium.so", "libsodium.so.26", "libsodium.so.23", NULL};
    void *library = open_first(names);

    if (library == NULL)
        return;
    if (!find(library, "sodium_init", &libsodium.init)
        || !find(library, "sodium_version_string", &libsodium.version_string)
        || !find(library, "randombytes_buf", &libsodium.buf)
        || !find(library, "randombytes_uniform", &libsodium.uniform)
        || !find(library, "sodium_bin2hex", &libsodium.bin2hex)
        || !find(library, "sodium_bin2base64", &libsodium.bin2base64)
        || !find(library, "sodium_memcmp", &libsodium.memcmp)
        || !find(library, "sodium_memzero", &libsodium.memzero)
        || !find(library, "sodium_hex2bin", &libsodium.hex2bin)
        || !find(library, "sodium_base642bin", &libsodium.base642bin)
        || !find(library, "crypto_hash_sha256", &libsodium.sha256)
        || !find(library, "crypto_auth_hmacsha256", &libsodium.hmac)
        || !find(library, "crypto_auth_hmacsha256_verify", &libsodium.hmac_verify)
        || libsodium.init() < 0) {
        peers[LIBSODIUM].left_out = "too old, or does not start";
        return;
    }
    peers[LIBSODIUM].version = libsodium.version_string();
    peers[LIBSODIUM].present = true;
}

static void load_openssl(void)
{
    static const char *const names[] = {"libcrypto.so.3", "libcrypto.so.1.1", NULL};
    void *library = open_first(names);

    if (library == NULL)
        return;
    if (!find(library, "OpenSSL_version", &openssl.version)
        || !find(library, "RAND_bytes", &openssl.rand_bytes)
        || !find(library, "CRYPTO_memcmp", &openssl.memcmp)
        || !find(library, "OPENSSL_cleanse", &openssl.cleanse)
        || !find(library, "SHA256", &openssl.sha256)
        || !find(library, "EVP_sha256", &openssl.evp_sha256)
        || !find(library, "EVP_sha1", &openssl.evp_sha1)
        || !find(library, "HMAC", &openssl.hmac)
        || !find(library, "PKCS5_PBKDF2_HMAC", &openssl.pbkdf2)) {
        peers[OPENSSL].left_out = "too old";
        return;
    }
    peers[OPENSSL].version = openssl.version(0);
    peers[OPENSSL].present = true;
}

/* libbsd does not tell its version, but its file's name does. dlsym on a library also searches
 * those that it needs, and glibc has functions of the same names: the file must be libbsd's. */
static bool is_of_libbsd(void *library, const char *symbol)
{
    Dl_info info;
    void *address = dlsym(library, symbol);

    if (address == NULL || dladdr(address, &info) == 0)
        return false;
    /* Never freed: the version is a part of it. */
    const char *path = realpath(info.dli_fname, NULL);
    const char *slash = path != NULL ? strrchr(path, '/') : NULL;
    if (slash == NULL || strncmp(slash, "/libbsd.so", strlen("/libbsd.so")) != 0)
        return false;
    peers[LIBBSD].version = slash + 1;
    return true;
}

static void load_libbsd(void)
{
    void *library = dlopen("libbsd.so.0", RTLD_NOW | RTLD_LOCAL);

    if (library == NULL)
        return;
    if (!is_of_libbsd(library, "arc4random_buf") || !is_of_libbsd(library, "arc4random_uniform")) {
        peers[LIBBSD].left_out = "has no arc4random of its own";
        return;
    }
    peers[LIBBSD].present = find(library, "arc4random_buf", &libbsd.buf)
                            && find(library, "arc4random_uniform", &libbsd.uniform);
}

static void load_libuuid(void)
{
    void *library = dlopen("libuuid.so.1", RTLD_NOW | RTLD_LOCAL);

    if (library == NULL)
        return;
    peers[LIBUUID].left_out = "too old";
    peers[LIBUUID].present = find(library, "uuid_generate_random", &libuuid.random)
                             && find(library, "uuid_unparse_lower", &libuuid.unparse)
                             && find(library, "uuid_parse", &libuuid.parse);
}

static void load_glibc(void)
{
    const char *(*version)(void);
    void *library = dlopen("libc.so.6", RTLD_NOW | RTLD_NOLOAD);

    if (library == NULL || !find(library, "gnu_get_libc_version", &version))
        return;
    peers[GLIBC].version = version();
    peers[GLIBC].present = find(library, "arc4random_buf", &glibc.buf)
                           && find(library, "arc4random_uniform", &glibc.uniform);
}

void load_peers(void)
{
    peers[CSECRETS].version = csecrets_version();
    load_libsodium();
    load_openssl();
    load_libbsd();
    load_libuuid();
    load_glibc();
    peers[PYTHON].version = find_python();
    peers[PYTHON].present = peers[PYTHON].version != NULL;
    peers[PWGEN].present = can_run("pwgen -s 16 1");
    peers[RAW_VDSO].present = find_vdso();
}
