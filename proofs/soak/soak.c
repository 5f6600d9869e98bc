/* soak.c - millions of tokens out of every way to fork, to interrupt, to cancel and to unload: none
 *          comes twice, nothing crashes, nothing grows
 *
 * soak LIBRARY SECONDS. Rounds go on until the time is up; in each, processes and threads put tokens
 * of 16 bytes into a table that all of them share, which is sorted. Chance makes two of 2^22 tokens
 * equal once in 2^85 rounds. A generator that buffers and does not notice a fork is put through the
 * same, and must be found out.
 *
 * A call that never returns keeps its slot for good, which costs speed and nothing else: such slots
 * are counted. */
#include "soak.h"

enum { CHILDREN = 200, TOKENS_OF_A_CHILD = 200, THREADS = 4, MORE_THAN_SLOTS = 300, JUMPS = 100,
       CANCELLED = 20, LOADS = 10000 };

static bool among_threads;

static void draw(int tokens)
{
    for (int i = 0; i < tokens; i++)
        draw_one();
}

/* What threads of the parent held when it forked stays taken: told, as other lost slots are. */
static void in_a_child(pid_t child)
{
    if (child == 0) {
        if (among_threads)
            __atomic_add_fetch(&table->slots_left, slots_taken(), __ATOMIC_RELAXED);
        draw(TOKENS_OF_A_CHILD);
        _exit(0);
    }
    wait_for(child);
}

static void by_fork(void)
{
    for (int i = 0; i < CHILDREN; i++) {
        draw(1);
        in_a_child(fork());
        draw(1);
    }
}

/* The child runs in its parent's memory until it ends. */
static void by_vfork(void)
{
    for (int i = 0; i < CHILDREN; i++) {
        const pid_t child = vfork();
        if (child == 0) {
            draw(TOKENS_OF_A_CHILD);
            _exit(0);
        }
        wait_for(child);
    }
}

/* No handler of pthread_atfork sees this one. */
static void by_clone(void)
{
    for (int i = 0; i < CHILDREN; i++) {
        draw(1);
        in_a_child((pid_t)syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL));
    }
}

/* Each process of a chain draws, forks and draws again. */
static void by_nested_forks(void)
{
    enum { DEPTH = 50 };
    pid_t child = 0;
    int depth = 0;
    while (depth < DEPTH && child == 0) {
        draw(TOKENS_OF_A_CHILD);
        child = fork();
        depth += child == 0;
    }
    draw(TOKENS_OF_A_CHILD);
    if (child != 0)
        wait_for(child);
    if (depth > 0)
        _exit(child_failed);
}

static volatile sig_atomic_t signals, forks_left;

/* The child of a handler draws and ends; what the interrupted call was about to give is of both. */
static void fork_here(int unused)
{
    (void)unused;
    signals++;
    if (forks_left > 0) {
        forks_left--;
        if (fork() == 0) {
            draw(TOKENS_OF_A_CHILD);
            _exit(0);
        }
    }
}

static void by_fork_in_a_handler(void)
{
    forks_left = CHILDREN;
    storm(fork_here, 200);
    while (forks_left > 0)
        draw(1);
    calm();
    while (wait_for_any())
        ;
}

static volatile bool stop;

static void *draw_until_stopped(void *unused)
{
    unsigned char spare[16];
    (void)unused;
    draw(2000);
    while (!stop)
        library(spare);
    return NULL;
}

static void in_five_ways(void)
{
    by_fork();
    by_vfork();
    by_clone();
    by_nested_forks();
    by_fork_in_a_handler();
}

/* Forks while others are in the middle of a call; a handler may run in any of them. */
static void among_threads_that_draw(void)
{
    pthread_t threads[THREADS];
    stop = false;
    for (int i = 0; i < THREADS; i++)
        start(&threads[i], draw_until_stopped);
    among_threads = true;
    in_five_ways();
    among_threads = false;
    stop = true;
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
}

static void *draw_some(void *unused)
{
    (void)unused;
    draw(1000);
    return NULL;
}

static void more_threads_than_slots(void)
{
    static pthread_t threads[MORE_THAN_SLOTS];
    for (int i = 0; i < MORE_THAN_SLOTS; i++)
        start(&threads[i], draw_some);
    for (int i = 0; i < MORE_THAN_SLOTS; i++)
        pthread_join(threads[i], NULL);
}

static void draw_here(int unused)
{
    (void)unused;
    signals++;
    draw(3);
}

static void storm_of_signals(void)
{
    const long before = signals;
    storm(draw_here, 50);
    while (signals < before + 2000)
        draw(10);
    calm();
}

static sigjmp_buf out_of_the_call;

static void jump(int unused)
{
    (void)unused;
    siglongjmp(out_of_the_call, 1);
}

/* Tokens of its own: the one that the jump cut off is not whole. */
static void calls_that_are_left(void)
{
    unsigned char token[16];
    for (volatile int i = 0; i < JUMPS; i++)
        if (sigsetjmp(out_of_the_call, 1) == 0) {
            storm(jump, 50 + i % 50);
            for (;;)
                table->refused += token_bytes(token, sizeof token) != CSECRETS_OK;
        } else {
            calm();
        }
    draw(1000);
}

static void *draw_until_cancelled(void *unused)
{
    unsigned char token[16];
    (void)unused;
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
    for (;;)
        if (token_bytes(token, sizeof token) != CSECRETS_OK)
            count(&table->refused);
    return NULL;
}

static void calls_that_are_cancelled(void)
{
    for (int i = 0; i < CANCELLED; i++) {
        pthread_t thread;
        start(&thread, draw_until_cancelled);
        usleep(500);
        pthread_cancel(thread);
        pthread_join(thread, NULL);
    }
    draw(1000);
}

/* The slots that a call kept stay with its process: each of these has one of its own. */
static void in_a_process_of_its_own(void (*body)(void))
{
    const pid_t child = fork();
    if (child == 0) {
        const size_t before = slots_taken();
        body();
        table->slots_lost += slots_taken() - before;
        _exit(child_failed);
    }
    wait_for(child);
}

static void loads(const char *library)
{
    for (int i = 0; i < LOADS; i++) {
        void *again = dlopen(library, (i % 2 ? RTLD_NOW : RTLD_LAZY) | RTLD_LOCAL);
        if (!again || dlsym(again, "csecrets_token_bytes") == NULL || dlclose(again) != 0)
            count(&table->crashes);
        draw(1);
    }
    table->loads += LOADS;
}

static void round_of_all(const char *library)
{
    in_five_ways();
    among_threads_that_draw();
    more_threads_than_slots();
    storm_of_signals();
    in_a_process_of_its_own(calls_that_are_left);
    in_a_process_of_its_own(calls_that_are_cancelled);
    loads(library);
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    begin(argv[1]);
    const double until = now() + strtod(argv[2], NULL);
    size_t tokens = 0, twice = 0, rounds = 0;
    struct growth first = {0, 0, 0};
    do {
        round_of_all(argv[1]);
        tokens += tokens_kept();
        twice += tokens_twice();
        /* The first round reserves what later ones use again. */
        if (rounds++ == 0)
            first = grown();
    } while (now() < until || rounds < 2);
    const struct growth last = grown();

    generator = buffered;
    by_fork();
    by_clone();
    by_nested_forks();
    const size_t control_tokens = tokens_kept(), control_twice = tokens_twice();
    in_a_process_of_its_own(abort);
    const size_t crashes = table->crashes;

    printf("soak: %zu rounds, %zu tokens, %zu twice, %zu refused, %zu crashes, %ld signals\n",
           rounds, tokens, twice, table->refused, crashes - 1, (long)signals);
    printf("soak: from the first round to the last %+ld KiB of memory, %+ld descriptors, "
           "%+ld mappings; %zu loads\n", last.memory - first.memory,
           last.descriptors - first.descriptors, last.mappings - first.mappings, table->loads);
    printf("soak: %zu slots kept by calls that never returned, %zu by threads that a fork left behind\n",
           table->slots_lost, table->slots_left);
    printf("soak: careless generator: %zu tokens, %zu twice; an abort is%s seen\n", control_tokens,
           control_twice, crashes > 0 ? "" : " NOT");
    return tokens == 0 || twice > 0 || table->refused > 0 || crashes != 1 || control_twice == 0 ||
           last.memory - first.memory > 1024 || last.descriptors != first.descriptors ||
           last.mappings > first.mappings;
}
