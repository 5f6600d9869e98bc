/* denied_by_host.c - where the host of a module denies randomness, every draw says so and leaves nothing to
 *                    mistake for a secret, and what draws nothing goes on
 *
 * The library draws from a function of this program, which hands on the host's bytes until it fails.
 *
 * Needs: WASI */
#include "promise.h"

#include <wasi/api.h>

#define UNAVAILABLE CSECRETS_ERR_ENTROPY_UNAVAILABLE

/* run.js: the host's bytes, and from where the library gets its own. */
__attribute__((import_module("run.js"), import_name("random_get")))
int32_t host_random_get(void *out, size_t size);

__attribute__((import_module("run.js"), import_name("draw_from")))
void draw_from(int32_t (*random_get)(void *out, size_t size));

static struct {
    unsigned long fail_at; /* the call that fails, counted from 1 */
    int32_t error;         /* what it answers */
    unsigned long calls;
} plan;

static int32_t faulty_random_get(void *out, size_t size)
{
    if (++plan.calls != plan.fail_at)
        return host_random_get(out, size);
    /* What a failed call left behind is not to be used. */
    memset(out, 0x5A, size);
    return plan.error;
}

static void begin(unsigned long fail_at, int32_t error)
{
    plan.fail_at = fail_at;
    plan.error = error;
    plan.calls = 0;
}

/* Whether the call goes on if it asks for less than fails, and else answers with an error, poisons all
 * outputs and asks for nothing behind the failure. */
static bool is_right(const struct call *call, unsigned long fail_at, int32_t error)
{
    struct memory memory;
    const struct places places = places_in(call, &memory);
    int64_t answer;
    begin(fail_at, error);
    const bool kept_errno = make(call, &places, &answer);
    const bool failed = plan.calls >= fail_at;
    return kept_errno && stayed_inside(call, &memory) && plan.calls <= fail_at &&
           answer == (failed ? UNAVAILABLE : call->answer) && all_poisoned(call, &places, failed);
}

/* The k-th call of the host fails, for every k that a draw gets to. */
static void a_failed_call_leaves_poison(int32_t error)
{
    FOR_EACH_CALL(call) {
        unsigned long k = 0;
        if (call->aborts)
            continue;
        do
            if (!CHECK(is_right(call, ++k, error)))
                fprintf(stderr, "  %s, %s, call %lu of the host\n", call->export, call->variant, k);
        while (plan.calls == k && k < 1000);
        CHECK((k > 1) == call->draws && k < 1000);
    }
}

static void a_probe_tells_the_error(int32_t error, int32_t told)
{
    int32_t os_errno = 0;
    begin(1, error);
    CHECK(csecrets_entropy_probe(&os_errno) == UNAVAILABLE && os_errno == told);
    begin(1, error);
    CHECK(csecrets_entropy_probe(NULL) == UNAVAILABLE);
}

static bool goes_on(void *call)
{
    succeeds(call);
    return true;
}

static void what_can_not_tell_aborts(int32_t error)
{
    FOR_EACH_CALL(call) {
        char words[512] = "";
        if (!call->aborts)
            continue;
        begin(1, error);
        CHECK(end_and_words(goes_on, (void *)call, words, sizeof words) == ABORTED);
        CHECK(strncmp(words, "csecrets: ", 10) == 0);
        CHECK(strstr(words, csecrets_strerror(UNAVAILABLE)) != NULL);
        begin(2, error);
        CHECK(end_and_words(goes_on, (void *)call, words, sizeof words) == ENDED_TRUE);
        CHECK(words[0] == '\0');
    }
}

/* What a careless function does with an output of 8 bytes. */
static int64_t careful(const struct places *places)
{
    if (__wasi_random_get(places->out[0], 8) == 0)
        return CSECRETS_OK;
    memset(places->out[0], 0, 8);
    return UNAVAILABLE;
}

static int64_t asks_again(const struct places *places)
{
    return careful(places) == CSECRETS_OK ? CSECRETS_OK : careful(places);
}

static int64_t takes_what_is_left(const struct places *places)
{
    (void)!__wasi_random_get(places->out[0], 8);
    return CSECRETS_OK;
}

static int64_t leaves_what_is_left(const struct places *places)
{
    return __wasi_random_get(places->out[0], 8) == 0 ? CSECRETS_OK : UNAVAILABLE;
}

static void controls(void)
{
    static int64_t (*const careless[])(const struct places *) = {
        asks_again, takes_what_is_left, leaves_what_is_left,
    };
    struct call call = {.make = careful, .out = {{.size = 8, .poison = ZEROS}}};
    CHECK(is_right(&call, 1, __WASI_ERRNO_IO) && is_right(&call, 2, __WASI_ERRNO_IO));
    for (size_t i = 0; i < sizeof careless / sizeof careless[0]; i++) {
        call.make = careless[i];
        CHECK(!is_right(&call, 1, __WASI_ERRNO_IO));
    }
}

int main(void)
{
    static const int32_t errors[] = {
        __WASI_ERRNO_IO, __WASI_ERRNO_NOSYS, __WASI_ERRNO_PERM, __WASI_ERRNO_AGAIN, __WASI_ERRNO_INTR,
    };
    /* No error of WASI's. */
    static const int32_t no_errors[] = {0x10000, INT32_MAX, -1, INT32_MIN};
    begin_promise();
    draw_from(faulty_random_get);
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
        a_failed_call_leaves_poison(errors[i]);
        a_probe_tells_the_error(errors[i], errors[i]);
        what_can_not_tell_aborts(errors[i]);
    }
    for (size_t i = 0; i < sizeof no_errors / sizeof no_errors[0]; i++) {
        a_failed_call_leaves_poison(no_errors[i]);
        a_probe_tells_the_error(no_errors[i], EIO);
    }
    begin(1, __WASI_ERRNO_IO);
    draws_of_nothing_go_on();
    CHECK(plan.calls == 0);
    controls();
    return promise_done("promise/denied_by_host", "", any);
}
