/* signals.c - a signal handler may call everything, whatever it interrupts, on a stack as small as
 *             the row says; and a draw that is interrupted is whole
 *
 * Needs: POSIX */
#include "promise.h"

#include <signal.h>
#include <sys/time.h>

static volatile sig_atomic_t signals_seen, wrong;

/* Every call in turn; without the counters of check.h, which main may be changing right now. */
static void call_in_handler(int signal)
{
    static struct memory memory;
    const struct call *call = &calls[(size_t)signals_seen % CALLS];
    const struct places places = places_in(call, &memory);
    int64_t answer = call->answer;
    (void)signal;
    if (is_here(call) && (!make(call, &places, &answer) || answer != call->answer ||
                          !all_poisoned(call, &places, false) || !stayed_inside(call, &memory)))
        wrong = 1;
    errno = KEPT_ERRNO;
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
static void calling_while_a_handler_calls(void)
{
    storm(call_in_handler, 100);
    for (int round = 0; round < 100000 && signals_seen < 200; round++)
        FOR_EACH_CALL(call)
            succeeds(call);
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

/* volatile: the compiler takes raise() for a function that calls nothing here. */
static const struct call *volatile chosen;
static const struct places *volatile chosen_places;
static volatile int64_t answered;

enum { WHOLE_STACK = 1 << 18 };
static unsigned char stack[WHOLE_STACK];

static void call_on_the_stack(int signal)
{
    (void)signal;
    const uintptr_t here = (uintptr_t)__builtin_frame_address(0), bottom = (uintptr_t)stack;
    wrong |= here < bottom || here >= bottom + WHOLE_STACK;
    answered = chosen->make(chosen_places);
}

/* How many bytes of a stack a call takes in a handler, with the kernel's frame. */
static size_t stack_of(const struct call *call)
{
    static struct memory memory;
    const struct places places = places_in(call, &memory);
    const stack_t whole = {.ss_sp = stack, .ss_size = WHOLE_STACK};
    const struct sigaction action = {.sa_handler = call_on_the_stack, .sa_flags = SA_ONSTACK};
    CHECK(sigaltstack(&whole, NULL) == 0);
    CHECK(sigaction(SIGUSR1, &action, NULL) == 0);
    chosen = call;
    chosen_places = &places;
    memset(stack, CANARY, WHOLE_STACK);
    CHECK(raise(SIGUSR1) == 0);
    CHECK(answered == call->answer && !wrong);
    size_t untouched = 0;
    while (untouched < WHOLE_STACK && stack[untouched] == CANARY)
        untouched++;
    return WHOLE_STACK - untouched;
}

static int64_t takes_little(const struct places *places)
{
    return places->out[0] != NULL;
}

/* A kilobyte and a half. */
static int64_t takes_much(const struct places *places)
{
    volatile unsigned char much[1536];
    for (size_t i = 0; i < sizeof much; i++)
        much[i] = 0;
    return places->out[0] != NULL;
}

/* With half a kilobyte of reserve: other machines have larger frames. */
static void a_small_stack_is_enough(void)
{
    FOR_EACH_CALL(call) {
        const size_t size = call->stack > SMALL_STACK ? call->stack : SMALL_STACK;
        const size_t taken = stack_of(call);
        if (!CHECK(taken + 512 <= size))
            fprintf(stderr, "  %s, %s takes %zu bytes\n", call->export, call->variant, taken);
    }
    const struct call careful = {.make = takes_little}, careless = {.make = takes_much};
    CHECK(stack_of(&careful) + 1024 < stack_of(&careless));
}

int main(void)
{
    begin_promise();
    calling_while_a_handler_calls();
    a_long_draw_is_whole();
    a_small_stack_is_enough();
    return promise_done("promise/signals", "", any);
}
