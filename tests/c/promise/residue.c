/* residue.c - after a call no copy of the secret is left in memory but the one in the output
 *
 * A child draws and stops itself by a breakpoint, so that nothing runs over the dead stack. Its
 * parent searches all its writable memory for any eight bytes of the secret, outside the output.
 * Chance alone finds some in one of 2^37 searches; a find counts when a second child shows it too:
 * less than one false alarm in 2^70 runs. What is left in registers is not promised.
 *
 * The control leaves a copy on its stack, and must be found.
 *
 * Runs: plain faulty */
/* Where a long has 32 bits, the stack lies behind the end of a short off_t. */
#define _FILE_OFFSET_BITS 64

#include <csecrets.h>

#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "faulty_getrandom.h"

enum { WINDOW = 8, LONGEST = 4096 };

/* Where all draws put what they draw; parent and child have it at the same address. */
static unsigned char out[LONGEST];

/* What a draw gave, as the bytes that were drawn or stand for it. */
struct secret {
    unsigned char bytes[LONGEST];
    size_t nbytes;
};

struct draw {
    const char *name;
    csecrets_status (*call)(void);
    void (*secret)(struct secret *);
};

static void the_output(struct secret *secret, size_t nbytes)
{
    memcpy(secret->bytes, out, nbytes);
    secret->nbytes = nbytes;
}

static csecrets_status draw_bytes(void) { return csecrets_token_bytes(out, 32); }
static void secret_of_bytes(struct secret *secret) { the_output(secret, 32); }

static csecrets_status draw_expanded(void) { return csecrets_token_bytes(out, 1001); }
static void secret_of_expanded(struct secret *secret) { the_output(secret, 1001); }

static csecrets_status draw_many(void)
{
    return csecrets_randbelow_many((uint64_t *)(void *)out, 100, UINT64_MAX);
}
static void secret_of_many(struct secret *secret) { the_output(secret, 800); }

static csecrets_status draw_hex(void)
{
    return csecrets_token_hex((char *)out, CSECRETS_HEX_SIZE(40), 40);
}
static void secret_of_hex(struct secret *secret)
{
    for (size_t i = 0; i < 40; i++) {
        const char pair[3] = {(char)out[2 * i], (char)out[2 * i + 1], 0};
        secret->bytes[i] = (unsigned char)strtoul(pair, NULL, 16);
    }
    secret->nbytes = 40;
}

/* The digit that a character of an alphabet stands for. */
static unsigned digit(const char *alphabet, unsigned char character)
{
    return (unsigned)(strchr(alphabet, character) - alphabet);
}

static csecrets_status draw_urlsafe(void)
{
    return csecrets_token_urlsafe((char *)out, CSECRETS_URLSAFE_SIZE(48), 48);
}
static void secret_of_urlsafe(struct secret *secret)
{
    for (size_t i = 0; i < 16; i++) {
        unsigned group = 0;
        for (size_t j = 0; j < 4; j++)
            group = group << 6 | digit(CSECRETS_ALPHABET_URLSAFE64, out[4 * i + j]);
        for (size_t j = 0; j < 3; j++)
            secret->bytes[3 * i + j] = (unsigned char)(group >> (16 - 8 * j));
    }
    secret->nbytes = 48;
}

static csecrets_status draw_alphabet(void)
{
    return csecrets_token_alphabet((char *)out, 41, 40, CSECRETS_ALPHABET_BASE62);
}
static void secret_of_alphabet(struct secret *secret)
{
    for (size_t i = 0; i < 40; i++)
        secret->bytes[i] = (unsigned char)digit(CSECRETS_ALPHABET_BASE62, out[i]);
    secret->nbytes = 40;
}

/* The key that a large draw is expanded from, where faulty_getrandom.c gives bytes that count up. */
static csecrets_status draw_from_a_key(void) { return csecrets_token_bytes(out, 100); }
static void secret_of_a_key(struct secret *secret)
{
    for (unsigned i = 0; i < 32; i++)
        secret->bytes[i] = (unsigned char)i;
    secret->nbytes = 32;
}

/* A token that is hashed, and a key that signs: what is drawn here is their input. */
static csecrets_status draw_hashed(void)
{
    uint8_t hash[CSECRETS_TOKEN_HASH_SIZE];
    const csecrets_status status = csecrets_token_bytes(out, 100);
    const csecrets_status hashed = csecrets_token_hash(hash, out, 100);
    return status != CSECRETS_OK ? status : hashed;
}
static void secret_of_hashed(struct secret *secret) { the_output(secret, 100); }

static csecrets_status draw_signed(void)
{
    char token[CSECRETS_SIGN_TOKEN_SIZE(4)];
    const csecrets_status status = csecrets_token_bytes(out, 40);
    const csecrets_status signed_by_it = csecrets_sign_token(token, sizeof token, out, 40, "test",
                                                             "load", 4, CSECRETS_NEVER_EXPIRES);
    return status != CSECRETS_OK ? status : signed_by_it;
}
static void secret_of_signed(struct secret *secret) { the_output(secret, 40); }

static csecrets_status draw_stretched(void)
{
    unsigned char key[32];
    const csecrets_status status = csecrets_token_bytes(out, 40);
    const csecrets_status stretched = csecrets_pbkdf2_sha256(key, sizeof key, out, 40, "salt", 4, 9);
    return status != CSECRETS_OK ? status : stretched;
}

static csecrets_status draw_password(void)
{
    return csecrets_password((char *)out, 41, 40, NULL);
}
static void secret_of_password(struct secret *secret) { the_output(secret, 40); }

/* What the library must not do. */
static csecrets_status draw_careless(void)
{
    unsigned char copy[32];
    const csecrets_status status = csecrets_token_bytes(copy, sizeof copy);
    memcpy(out, copy, sizeof copy);
    __asm__ volatile("" : : "r"(copy) : "memory");
    return status;
}

static const struct draw draws[] = {
    {"bytes", draw_bytes, secret_of_bytes},
    {"expanded", draw_expanded, secret_of_expanded},
    {"many", draw_many, secret_of_many},
    {"hex", draw_hex, secret_of_hex},
    {"urlsafe", draw_urlsafe, secret_of_urlsafe},
    {"alphabet", draw_alphabet, secret_of_alphabet},
    {"token_hash", draw_hashed, secret_of_hashed},
    {"sign_token", draw_signed, secret_of_signed},
    {"pbkdf2", draw_stretched, secret_of_signed},
    {"password", draw_password, secret_of_password},
};
static const struct draw careless = {"careless", draw_careless, secret_of_bytes};

/* A child that drew, and stands still. */
static pid_t child_after(const struct draw *draw)
{
    const pid_t pid = fork();
    if (pid == 0) {
        alarm(20);
        ptrace(PTRACE_TRACEME, 0, NULL, NULL);
        const csecrets_status status = draw->call();
#if defined(__x86_64__) || defined(__i386__)
        __asm__ volatile("int3");
#elif defined(__aarch64__)
        __asm__ volatile("brk #0");
#else
        __builtin_trap();
#endif
        _exit(status != CSECRETS_OK);
    }
    int status = 0;
    CHECK(waitpid(pid, &status, 0) == pid && WIFSTOPPED(status));
    return pid;
}

/* Where the first eight bytes of the secret are found between two addresses, or 0. */
static uintptr_t found_in(int memory, uintptr_t first, uintptr_t last, const struct secret *secret)
{
    unsigned char *copy = malloc(last - first);
    uintptr_t found = 0;
    const ssize_t nbytes = copy ? pread(memory, copy, last - first, (off_t)first) : -1;
    for (ssize_t at = 0; !found && at + WINDOW <= nbytes; at++) {
        const uintptr_t address = first + (uintptr_t)at;
        if (address + WINDOW > (uintptr_t)out && address < (uintptr_t)out + sizeof out)
            continue;
        for (size_t i = 0; !found && i + WINDOW <= secret->nbytes; i++)
            if (copy[at] == secret->bytes[i] && memcmp(copy + at, secret->bytes + i, WINDOW) == 0)
                found = address;
    }
    free(copy);
    return found;
}

/* Whether a child that drew keeps a copy. */
static bool keeps_a_copy(const struct draw *draw)
{
    char path[64], line[512], mode[8];
    unsigned long first, last;
    struct secret secret;
    uintptr_t found = 0;
    const pid_t pid = child_after(draw);
    snprintf(path, sizeof path, "/proc/%d/mem", (int)pid);
    const int memory = open(path, O_RDONLY);
    CHECK(memory >= 0 && pread(memory, out, sizeof out, (off_t)(uintptr_t)out) == sizeof out);
    draw->secret(&secret);
    CHECK(!holds(secret.bytes, secret.nbytes, 0));
    snprintf(path, sizeof path, "/proc/%d/maps", (int)pid);
    FILE *maps = fopen(path, "r");
    while (CHECK(maps) && !found && fgets(line, sizeof line, maps))
        if (sscanf(line, "%lx-%lx %7s", &first, &last, mode) == 3 && mode[1] == 'w')
            found = found_in(memory, first, last, &secret);
    if (found)
        printf("residue: %s at %#lx\n", draw->name, (unsigned long)found);
    fclose(maps);
    close(memory);
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    memset(out, 0, sizeof out);
    return found;
}

/* Whether a draw from a known key leaves it behind; runs where getrandom is interposed. */
static int leaves_no_key(struct faulty_plan *plan)
{
    static const struct draw from_a_key = {"key", draw_from_a_key, secret_of_a_key};
    *plan = (struct faulty_plan){.bytes = COUNTING_BYTES};
    CHECK(!keeps_a_copy(&from_a_key));
    return check_done("residue of a key");
}

/* Emulators let nobody be traced. */
static bool can_trace(void)
{
    const pid_t pid = fork();
    if (pid == 0)
        _exit(ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0);
    int status = -1;
    return waitpid(pid, &status, 0) == pid && status == 0;
}

int main(void)
{
    if (!can_trace()) {
        puts("SKIPPED promise/residue: no process may be traced here");
        return 0;
    }
    struct faulty_plan *plan = dlsym(RTLD_DEFAULT, "faulty_plan");
    if (plan)
        return leaves_no_key(plan);
    /* The slots that draws work in are mapped, and the first draw is behind us. */
    CHECK(csecrets_token_bytes(out, sizeof out) == CSECRETS_OK);
    for (size_t i = 0; i < sizeof draws / sizeof draws[0]; i++)
        CHECK(!keeps_a_copy(&draws[i]) || !keeps_a_copy(&draws[i]));
    CHECK(keeps_a_copy(&careless) && keeps_a_copy(&careless));
    return check_done("residue");
}
