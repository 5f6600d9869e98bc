/* signals.c - a signal handler may draw, whatever it interrupts, on a stack of 8 KiB, of 16 on
 *             aarch64; and a draw that is interrupted is whole */
#include "draws.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

static volatile sig_atomic_t signals_seen, wrong;

/* Every draw in turn; without the counters of check.h, which main may be changing right now. */
static void draw_in_handler(int signal)
{
    static unsigned char out[OUTPUT_SIZE];
    const struct draw *draw = &draws[signals_seen % (int)DRAWS];
    (void)signal;
    errno = 4242;
    if (draw->call(out) != CSECRETS_OK || errno != 4242)
        wrong = 1;
    if (draw->poison != ALL_ELEMENTS && is_poisoned(draw, out))
        wrong = 1;
    errno = 7777;
    signals_seen++;
}

static void count(int signal)
{
    (void)signal;
    signals_seen++;
}

static void storm(void (*handler)(int), int microseconds)
{
    struct sigaction action = {.sa_handler = handler};
    const struct itimerval every = {{0, microseconds}, {0, microseconds}};
    signals_seen = 0;
    CHECK(sigaction(SIGALRM, &action, NULL) == 0);
    CHECK(setitimer(ITIMER_REAL, &every, NULL) == 0);
}

static void calm(void)
{
    const struct itimerval never = {{0, 0}, {0, 0}};
    CHECK(setitimer(ITIMER_REAL, &never, NULL) == 0);
    CHECK(signals_seen >= 200 && !wrong);
}

/* Until 200 signals came; bounded, should none ever come. */
static void drawing_while_a_handler_draws(void)
{
    storm(draw_in_handler, 100);
    for (int round = 0; round < 100000 && signals_seen < 200; round++)
        for (size_t i = 0; i < DRAWS; i++)
            succeeds(&draws[i]);
    calm();
}

/* The longest row of zeros. */
static size_t zeros(const unsigned char *bytes, size_t nbytes)
{
    size_t longest = 0, row = 0;
    for (size_t i = 0; i < nbytes; i++) {
        row = bytes[i] == 0 ? row + 1 : 0;
        longest = row > longest ? row : longest;
    }
    return longest;
}

/* Interrupted reads are put together without a gap. Chance makes a row of 12 zeros in 10000 fills
 * of 1 MiB once in 2^62. */
static void a_long_draw_is_whole(void)
{
    const size_t nbytes = 1 << 20;
    unsigned char *bytes = malloc(nbytes);
    if (!CHECK(bytes != NULL))
        return;
    storm(count, 50);
    for (int round = 0; round < 10000 && signals_seen < 200; round++) {
        memset(bytes, 0, nbytes);
        CHECK(csecrets_token_bytes(bytes, nbytes) == CSECRETS_OK);
        CHECK(zeros(bytes, nbytes) < 12);
    }
    calm();
    /* The judge: a gap of 16 bytes is seen. */
    memset(bytes + nbytes / 2, 0, 16);
    CHECK(zeros(bytes, nbytes) >= 12);
    free(bytes);
}

/* What SIGSTKSZ was before it became a function of the processor. */
#ifdef __aarch64__
#define SMALL_STACK 16384
#else
#define SMALL_STACK 8192
#endif

/* volatile: the compiler takes raise() for a function that calls nothing here. */
static const struct draw *volatile chosen;
static unsigned char *volatile stack;
static volatile csecrets_status answered;

static void draw_on_small_stack(int signal)
{
    static unsigned char out[OUTPUT_SIZE];
    (void)signal;
    const uintptr_t here = (uintptr_t)__builtin_frame_address(0), bottom = (uintptr_t)stack;
    wrong |= here < bottom || here >= bottom + SMALL_STACK;
    answered = chosen->call(out);
}

/* The kernel's frame takes its part of the stack; below it lies a page that nobody may touch. */
static void a_small_stack_is_enough(void)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE), size = SMALL_STACK;
    unsigned char *all = mmap(NULL, page + size, PROT_READ | PROT_WRITE,
                              MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (!CHECK(all != MAP_FAILED) || !CHECK(mprotect(all, page, PROT_NONE) == 0))
        return;
    stack = all + page;
    const stack_t small = {.ss_sp = stack, .ss_size = size};
    const struct sigaction action = {.sa_handler = draw_on_small_stack, .sa_flags = SA_ONSTACK};
    CHECK(sigaltstack(&small, NULL) == 0);
    CHECK(sigaction(SIGUSR1, &action, NULL) == 0);
    for (size_t i = 0; i < DRAWS; i++) {
        memset(all + page, 0xA5, size);
        chosen = &draws[i];
        answered = -100;
        CHECK(raise(SIGUSR1) == 0);
        CHECK(answered == CSECRETS_OK && !wrong);
        size_t untouched = 0;
        while (untouched < size && stack[untouched] == 0xA5)
            untouched++;
        /* Half a kilobyte of reserve: other machines have larger frames. */
        if (!CHECK(untouched >= 512))
            fprintf(stderr, "  %s left %zu bytes\n", chosen->name, untouched);
    }
}

int main(void)
{
    drawing_while_a_handler_draws();
    a_long_draw_is_whole();
    a_small_stack_is_enough();
    return check_done("promise/signals");
}
