/* faults.h - how a fault is tried with every export that draws, and what counts as wrong
 *
 * A call may do all that it promises, or say ENTROPY_UNAVAILABLE and leave poison (calls.h). All else
 * is wrong, and so are a call that hangs, a process that dies, an errno that changed, and a token
 * that came before, in whichever process: chance makes two of 2^17 equal once in 2^95 runs. */
#ifndef FAULTS_H
#define FAULTS_H

#include <sys/resource.h>

#include "faulty_getrandom.h"
#include "promise.h"

/* What all calls must do; EITHER is for a process that the fault found with randomness in hand. */
enum expected { WORKS, REFUSES, EITHER };

struct fault {
    const char *name;
    enum expected expected;
    void (*begin)(int argument);
    int argument;
    /* What precedes each call; may be NULL. */
    void (*before_a_call)(void);
};

enum { TOKENS = 1 << 17, TOKENS_OF_A_CHILD = 100 };

static const int errors[] = {ENOSYS, EPERM, EAGAIN, EIO, EFAULT, EINVAL};
static const char *const error_names[] = {"ENOSYS", "EPERM", "EAGAIN", "EIO", "EFAULT", "EINVAL"};
enum { ERRORS = sizeof errors / sizeof errors[0] };

/* What children tell. */
struct table {
    size_t calls, real, refused, wrong, tokens;
    unsigned char token[TOKENS][16];
};

static struct table *table;

#define UNAVAILABLE CSECRETS_ERR_ENTROPY_UNAVAILABLE

/* Whether a call ends by abort() in place of an error: in a child, whose message nobody needs. One that
 * does neither is wrong. */
static inline bool aborts(const struct call *call)
{
    int status = -1;
    const pid_t pid = fork();
    if (pid == 0) {
        const struct rlimit none = {0, 0};
        setrlimit(RLIMIT_CORE, &none);
        close(STDERR_FILENO);
        succeeds(call);
        _exit(failures > 0);
    }
    CHECK(waitpid(pid, &status, 0) == pid);
    return CHECK(status == 0 || (WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT)) && status != 0;
}

static inline void count(size_t *what, size_t times)
{
    __atomic_add_fetch(what, times, __ATOMIC_RELAXED);
}

static void (*before_a_call)(void);

static inline void try_call(const struct call *call, enum expected expected)
{
    const unsigned long before = failures;
    bool refused;
    if (before_a_call)
        before_a_call();
    if (call->aborts) {
        refused = aborts(call);
        CHECK(expected == EITHER || refused == (expected == REFUSES));
    } else {
        refused = answers(call, expected == REFUSES ? UNAVAILABLE : call->answer,
                          expected == WORKS ? call->answer : UNAVAILABLE) != call->answer;
    }
    count(&table->calls, 1);
    count(failures > before ? &table->wrong : refused ? &table->refused : &table->real, 1);
}

static inline void keep_tokens(enum expected expected)
{
    for (int i = 0; i < TOKENS_OF_A_CHILD; i++) {
        unsigned char token[16];
        if (before_a_call)
            before_a_call();
        memset(token, CANARY, sizeof token);
        const csecrets_status status = csecrets_token_bytes(token, sizeof token);
        if (status == CSECRETS_OK) {
            const size_t place = __atomic_fetch_add(&table->tokens, 1, __ATOMIC_RELAXED);
            if (place < TOKENS)
                memcpy(table->token[place], token, sizeof token);
            count(&table->wrong, expected == REFUSES || place >= TOKENS);
        } else {
            count(&table->wrong, expected == WORKS || status != UNAVAILABLE ||
                                     !holds(token, sizeof token, 0));
        }
    }
}

static inline void try_all(enum expected expected)
{
    FOR_EACH_CALL(call)
        if (call->draws)
            try_call(call, expected);
    keep_tokens(expected);
}

/* A child has the fault and makes the calls; one that hangs is killed by its alarm. */
static inline void try_fault(const struct fault *fault)
{
    static const char *const names[] = {"works", "refuses", "either"};
    const size_t calls = table->calls, real = table->real, refused = table->refused,
                 wrong = table->wrong;
    int status = -1;
    fflush(stdout);
    const pid_t pid = fork();
    if (pid == 0) {
        alarm(60);
        if (fault->begin)
            fault->begin(fault->argument);
        before_a_call = fault->before_a_call;
        try_all(fault->expected);
        _exit(0);
    }
    count(&table->wrong, waitpid(pid, &status, 0) != pid || status != 0);
    printf("%-60s %-8s %6zu %6zu %6zu %6zu\n", fault->name, names[fault->expected],
           table->calls - calls, table->real - real, table->refused - refused,
           table->wrong - wrong);
}

static inline void begin_faults(void)
{
    begin_promise();
    table = mmap(NULL, sizeof *table, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (table == MAP_FAILED)
        exit(2);
    printf("%-60s %-8s %6s %6s %6s %6s\n", "fault", "a call", "calls", "real", "refuse", "wrong");
}

static inline int compare_tokens(const void *a, const void *b)
{
    return memcmp(a, b, 16);
}

/* The judge: a call that gives a constant and says that all is well, and one that forgets to say
 * that it failed. */
static inline int64_t gives_zeros(const struct places *places)
{
    memset(places->out[0], 0, 16);
    return CSECRETS_OK;
}

static inline int64_t keeps_its_output(const struct places *places)
{
    return places->out[0] != NULL ? UNAVAILABLE : CSECRETS_OK;
}

static inline size_t careless_calls_found(void)
{
    const struct call careless[] = {
        {.export = "careless", .variant = "zeros", .make = gives_zeros,
         .out = {{16, ZEROS, BYTES}}},
        {.export = "careless", .variant = "kept", .make = keeps_its_output,
         .out = {{16, ZEROS, BYTES}}},
    };
    const size_t calls = table->calls, wrong = table->wrong;
    const pid_t pid = fork();
    if (pid == 0) {
        /* Nobody needs to read what the judge says of them. */
        close(STDERR_FILENO);
        for (size_t i = 0; i < sizeof careless / sizeof careless[0]; i++)
            try_call(&careless[i], EITHER);
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    const size_t found = table->wrong - wrong;
    table->calls = calls;
    table->wrong = wrong;
    return found;
}

/* What main returns. */
static inline int faults_done(const char *name, size_t faults)
{
    size_t twice = 0;
    const size_t tokens = table->tokens;
    qsort(table->token, tokens, 16, compare_tokens);
    for (size_t i = 1; i < tokens; i++)
        twice += compare_tokens(table->token[i - 1], table->token[i]) == 0;
    const size_t found = careless_calls_found();
    printf("%s: %zu faults, %zu calls, %zu wrong; %zu tokens, %zu twice; "
           "%zu of 2 careless calls found\n", name, faults, table->calls, table->wrong, tokens,
           twice, found);
    return table->wrong > 0 || twice > 0 || found != 2;
}

#endif
