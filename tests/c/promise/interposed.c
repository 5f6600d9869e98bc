/* interposed.c - however awkwardly the system gives its bytes, each lands in its place; and where
 *                it stops giving, or repeats itself, every draw ends with an error
 *
 * Runs: faulty
 * Needs: POSIX */
#include "faulty_getrandom.h"
#include "promise.h"

#include <dlfcn.h>
#include <signal.h>
#include <sys/resource.h>

static struct faulty_plan *plan;

static void begin(struct faulty_plan next)
{
    *plan = next;
}

#define FOR_EACH_DRAW(call) FOR_EACH_CALL(call) if (call->draws)

static void what_draws_nothing_asks_for_nothing(void)
{
    FOR_EACH_CALL(call) {
        begin((struct faulty_plan){.bytes = REAL_BYTES});
        succeeds(call);
        CHECK((plan->calls > 0) == call->draws);
    }
}

static void interruptions_are_retried(void)
{
    static const unsigned times[] = {1, 2, 3, 10, 1000};
    for (size_t i = 0; i < sizeof times / sizeof times[0]; i++) {
        FOR_EACH_DRAW(call) {
            if (!is_due(call, i))
                continue;
            begin((struct faulty_plan){.bytes = REAL_BYTES, .interruptions = times[i]});
            succeeds(call);
            CHECK(plan->interruptions == 0 && plan->calls > 0);
        }
    }
}

/* Draws of this size and more are a key of 32 bytes, expanded; where the processor can't, none are. */
enum { EXPANDED = 64, KEY = 32 };

static bool expands(void)
{
    unsigned char bytes[EXPANDED];
    begin((struct faulty_plan){.bytes = COUNTING_BYTES});
    CHECK(csecrets_token_bytes(bytes, sizeof bytes) == CSECRETS_OK);
    return plan->given == KEY;
}

/* The first block of AES-256 in counter mode from 0 under the key 0, 1, ... 31. */
static const unsigned char first_block[16] = {
    0xF2, 0x90, 0x00, 0xB6, 0x2A, 0x49, 0x9F, 0xD0, 0xA9, 0xF3, 0x9A, 0x6A, 0xDD, 0x2E, 0x77, 0x80,
};

/* Bytes that count up show which of them landed where. */
static void short_reads_are_put_together(void)
{
    const bool can_expand = expands();
    for (size_t at_most = 1; at_most <= 64; at_most++) {
        const struct faulty_plan counting = {
            .bytes = COUNTING_BYTES, .at_most = at_most, .interruptions = at_most % 3,
        };
        for (size_t nbytes = 1; nbytes <= 300; nbytes += 1 + nbytes / 16) {
            const bool expanded = can_expand && nbytes >= EXPANDED;
            const size_t given = expanded ? KEY : nbytes;
            unsigned char bytes[300];
            char hex[CSECRETS_HEX_SIZE(300)], expected[3];
            begin(counting);
            CHECK(csecrets_token_bytes(bytes, nbytes) == CSECRETS_OK && plan->given == given);
            begin(counting);
            CHECK(csecrets_token_hex(hex, sizeof hex, nbytes) == CSECRETS_OK);
            CHECK(plan->given == given && strlen(hex) == 2 * nbytes);
            CHECK(!expanded || memcmp(bytes, first_block, sizeof first_block) == 0);
            for (size_t i = 0; i < nbytes; i++) {
                snprintf(expected, sizeof expected, "%02x", bytes[i]);
                CHECK(memcmp(hex + 2 * i, expected, 2) == 0);
                CHECK(expanded || bytes[i] == i % 256);
            }
        }
        FOR_EACH_DRAW(call) {
            if (!is_due(call, at_most))
                continue;
            begin((struct faulty_plan){.bytes = REAL_BYTES, .at_most = at_most});
            succeeds(call);
        }
    }
}

/* Ends by abort() where an error is due; in a child, whose message nobody needs. */
static bool aborts(const struct call *call)
{
    int status = -1;
    const pid_t pid = fork();
    if (pid == 0) {
        const struct rlimit none = {0, 0};
        setrlimit(RLIMIT_CORE, &none);
        close(STDERR_FILENO);
        succeeds(call);
        _exit(0);
    }
    return waitpid(pid, &status, 0) == pid && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

/* The k-th call fails, for every k that a draw gets to; seven bytes a call make there be many. */
static void a_failed_call_leaves_poison(int error)
{
    FOR_EACH_DRAW(call) {
        unsigned long k = 1;
        for (; k < 1000; k++) {
            begin((struct faulty_plan){
                .bytes = REAL_BYTES, .at_most = 7, .fail_at = k, .error = error,
            });
            if (call->aborts && aborts(call))
                continue;
            const int64_t answer =
                answers(call, call->answer, CSECRETS_ERR_ENTROPY_UNAVAILABLE);
            if (plan->calls < k) {
                CHECK(answer == call->answer);
                break;
            }
            /* Nothing is asked for behind a failure. */
            CHECK(answer != call->answer && plan->calls == k);
        }
        CHECK(k > 1 && k < 1000);
    }
    int32_t os_errno = 0;
    begin((struct faulty_plan){.bytes = REAL_BYTES, .fail_at = 1, .error = error});
    CHECK(csecrets_entropy_probe(&os_errno) == CSECRETS_ERR_ENTROPY_UNAVAILABLE);
    CHECK(os_errno == (error == 0 ? EIO : error));
}

/* A system that says it gave more than there is room for is not believed. */
static void an_impossible_answer_is_refused(void)
{
    FOR_EACH_DRAW(call) {
        begin((struct faulty_plan){.bytes = REAL_BYTES, .beyond = 1});
        if (call->aborts)
            CHECK(aborts(call));
        else
            refuses(call, CSECRETS_ERR_ENTROPY_UNAVAILABLE);
    }
}

/* A source that repeats one byte: an answer, or ENTROPY_BROKEN with poison, but always an end. */
static void a_stuck_source_ends(void)
{
    for (int byte = 0; byte <= 0xFF; byte++) {
        FOR_EACH_DRAW(call) {
            if (!is_due(call, (unsigned)byte))
                continue;
            struct memory memory;
            const struct places places = places_in(call, &memory);
            int64_t answer;
            begin((struct faulty_plan){.bytes = byte});
            CHECK(make(call, &places, &answer) && stayed_inside(call, &memory));
            /* What a stuck source gives may look like poison. */
            CHECK(answer == call->answer ||
                  (answer == CSECRETS_ERR_ENTROPY_BROKEN && all_poisoned(call, &places, true)));
        }
    }
}

/* No bound that is not a power of two takes the word 0, and none takes the largest bytes; the same
 * index again and again makes no sample. Where many words are drawn at once they are expanded, and
 * no longer the same. */
static void a_stuck_source_is_broken(void)
{
    const bool can_expand = expands();
    FOR_EACH_DRAW(call) {
        begin((struct faulty_plan){.bytes = call->stuck});
        if (call->breaks == ALWAYS || (call->breaks == UNEXPANDED && !can_expand))
            refuses(call, CSECRETS_ERR_ENTROPY_BROKEN);
    }
}

/* 128 misses in a row are the end, 127 are not. */
static void the_128th_miss_is_the_last(void)
{
    const uint64_t bound = ((uint64_t)1 << 63) + 1;
    const uint8_t big_bound[16] = {0x80, 1};
    uint8_t big[16];
    uint64_t value = 0;
    begin((struct faulty_plan){.bytes = 0, .stuck = 127});
    const csecrets_status status = csecrets_randbelow(&value, bound);
    /* The 128th word is a real one, and every other of them misses as well. */
    CHECK(plan->calls == 128);
    CHECK(status == CSECRETS_OK ? value < bound : status == CSECRETS_ERR_ENTROPY_BROKEN);
    begin((struct faulty_plan){.bytes = 0});
    CHECK(csecrets_randbelow(&value, bound) == CSECRETS_ERR_ENTROPY_BROKEN);
    CHECK(plan->calls == 128 && value == UINT64_MAX);
    begin((struct faulty_plan){.bytes = 0, .stuck = 100});
    CHECK(csecrets_randbelow(&value, 0x8001) == CSECRETS_OK && plan->calls > 100);
    begin((struct faulty_plan){.bytes = 0xFF});
    CHECK(csecrets_randbelow_big(big, big_bound, 16) == CSECRETS_ERR_ENTROPY_BROKEN);
    CHECK(plan->calls == 128 && holds(big, 16, 0xFF));
    begin((struct faulty_plan){.bytes = 0xFF, .stuck = 64});
    CHECK(csecrets_randbelow_big(big, big_bound, 16) == CSECRETS_OK && plan->calls > 64);
    CHECK(memcmp(big, big_bound, 16) < 0);
}

int main(void)
{
    static const int errors[] = {EIO, EAGAIN, ENOSYS, EPERM, EFAULT, 0};
    plan = dlsym(RTLD_DEFAULT, "faulty_plan");
    if (!CHECK(plan != NULL))
        return check_done("promise/interposed");
    begin_promise();
    what_draws_nothing_asks_for_nothing();
    interruptions_are_retried();
    short_reads_are_put_together();
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++)
        a_failed_call_leaves_poison(errors[i]);
    an_impossible_answer_is_refused();
    a_stuck_source_ends();
    a_stuck_source_is_broken();
    the_128th_miss_is_the_last();
    return promise_done("promise/interposed", "", any);
}
