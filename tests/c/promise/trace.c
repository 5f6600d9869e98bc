/* trace.c - a call takes the same path whatever the secret is, instruction by instruction
 *
 * Each call is made step by step, with secrets of which nothing shows but that no word of theirs
 * was rejected, and every step must be the same. Works with the processor's instructions for AES
 * and SHA-256, where valgrind sees other code; the addresses of data are left to ct.c.
 *
 * The controls stop at the first difference, and skip a threshold that most words don't need.
 *
 * Runs: shared
 * Needs: POSIX */
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <ucontext.h>

#if defined(__x86_64__) || defined(__i386__)

/* Sets the processor's trap flag, and clears it. */
#ifdef __x86_64__
#define STEP_BY_STEP() __asm__ volatile("pushf; orl $0x100, (%%rsp); popf" ::: "memory", "cc")
#define RUN_ON() __asm__ volatile("pushf; andl $~0x100, (%%rsp); popf" ::: "memory", "cc")
#define PROGRAM_COUNTER REG_RIP
#else
#define STEP_BY_STEP() __asm__ volatile("pushf; orl $0x100, (%%esp); popf" ::: "memory", "cc")
#define RUN_ON() __asm__ volatile("pushf; andl $~0x100, (%%esp); popf" ::: "memory", "cc")
#define PROGRAM_COUNTER REG_EIP
#endif

/* Nothing is secret before the first draw, and a draw's own steps are this program's. */
static _Bool is_tracing;
#define BEFORE_A_DRAW() RUN_ON()
#define AFTER_A_DRAW(out, size) \
    do { \
        if (is_tracing) \
            STEP_BY_STEP(); \
    } while (0)
#include "careless.h"
#include "secret.h"

/* With more steps than are worth their time a call is made with fewer secrets, but two at least. */
enum { SECRETS = 8, WORTHWHILE = 6000, MOST_STEPS = 1 << 18 };

struct trace {
    size_t steps;
    uintptr_t at[MOST_STEPS];
};
static struct trace first, other, *traced;

static void step(int number, siginfo_t *info, void *context)
{
    (void)number;
    (void)info;
    if (traced->steps < MOST_STEPS)
        traced->at[traced->steps] =
            (uintptr_t)((ucontext_t *)context)->uc_mcontext.gregs[PROGRAM_COUNTER];
    traced->steps++;
}

static void trace(struct trace *trace, const struct call *call, uint64_t number)
{
    const struct places places = choose(call, number);
    trace->steps = 0;
    traced = trace;
    is_tracing = true;
    if (!call->draws)
        STEP_BY_STEP();
    (void)call->make(&places);
    RUN_ON();
    is_tracing = false;
}

/* How many steps two traces have in common from the first on. */
static size_t steps_in_common(const struct trace *a, const struct trace *b)
{
    size_t i = 0;
    while (i < a->steps && i < b->steps && a->at[i] == b->at[i])
        i++;
    return i;
}

struct result {
    size_t secrets, differ;
    uintptr_t branch; /* where the first one of another path leaves */
};

static struct result compare(const struct call *call)
{
    struct result result = {0, 0, 0};
    uint64_t numbers[SECRETS];
    const size_t found = find_secrets(call, numbers, SECRETS);
    for (size_t i = 0; i < found && (i < 2 || i * first.steps < WORTHWHILE); i++) {
        trace(i == 0 ? &first : &other, call, numbers[i]);
        CHECK(traced->steps > 10 && traced->steps < MOST_STEPS);
        const size_t common = steps_in_common(&first, traced);
        if (common < first.steps || common < traced->steps) {
            result.differ++;
            result.branch = first.at[common - 1];
        }
        result.secrets++;
    }
    if (result.secrets >= 2)
        printf("%-18s %-18s %zu secrets, %6zu steps, %zu differ\n", call->export, call->variant,
               result.secrets, first.steps, result.differ);
    return result;
}

/* What goes on by the index that was drawn, as the header says. */
static bool goes_by_its_secret(const struct call *call)
{
#ifdef __i386__
    /* memcpy branches on the address of an element. */
    if (is_of(call, "choice") || is_of(call, "choices"))
        return true;
#endif
    return is_of(call, "sample") || is_of(call, "sample_indices") || is_of(call, "shuffle") ||
           is_of(call, "passphrase");
}

static bool is_traced(const struct call *call)
{
    return touches_a_secret(call) && !goes_by_its_secret(call);
}

static void control(const char *export, const char *variant, int64_t (*make)(const struct places *))
{
    struct call careless = *secret_call(export, variant);
    careless.make = make;
    CHECK(compare(&careless).differ > 0);
}

int main(void)
{
    static unsigned char stack[1 << 16];
    const stack_t apart = {.ss_sp = stack, .ss_size = sizeof stack};
    const struct sigaction action = {.sa_sigaction = step, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    CHECK(sigaltstack(&apart, NULL) == 0 && sigaction(SIGTRAP, &action, NULL) == 0);
    secret.script.is_played = true;
    begin_with_secrets();
    for (size_t i = 0; i < secret_count; i++) {
        const struct call *call = secret_calls[i];
        if (!is_traced(call))
            continue;
        const struct result result = compare(call);
        Dl_info object = {0};
        if (!CHECK(result.differ == 0) && dladdr((void *)result.branch, &object))
            fprintf(stderr, "  %s, %s: %zu of %zu from %#zx of %s\n", call->export, call->variant,
                    result.differ, result.secrets, result.branch - (uintptr_t)object.dli_fbase,
                    object.dli_fname);
    }
    control("equal", "wrong", compare_to_first_difference);
    control("randbelow", "3_quarters", skip_threshold);
    return promise_done("promise/trace", " that touch a secret, and don't go by it", is_traced);
}

#else

#include <stdio.h>

int main(void)
{
    puts("SKIPPED promise/trace: this processor has no step that a program can take by itself");
    return 0;
}

#endif
