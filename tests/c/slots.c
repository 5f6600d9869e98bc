/* slots.c - what may happen to the memory that draws without a system call work in: more threads
 *           than it has room for, calls that never return, pages that the kernel drops, forks in the
 *           middle of a call; never does one token come twice
 *
 * Tokens have 16 bytes: chance makes two of 2^18 equal once in 2^93 runs. The control is a generator
 * that keeps its state where the test wipes it, as a careless one would.
 *
 * Needs: POSIX */
#include <csecrets.h>

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

enum { MOST = 1 << 18, THREADS = 300, JUMPS = 300, FORKS = 60, DROPS = 2000 };

struct table {
    size_t used;
    size_t refused;
    unsigned char tokens[MOST][16];
};

/* Shared with children; the tokens of all of them are compared in the end. */
static struct table *table;

static void draw(int tokens)
{
    for (int i = 0; i < tokens; i++) {
        const size_t place = __atomic_fetch_add(&table->used, 1, __ATOMIC_RELAXED);
        if (place < MOST && csecrets_token_bytes(table->tokens[place], 16) != CSECRETS_OK)
            __atomic_add_fetch(&table->refused, 1, __ATOMIC_RELAXED);
    }
}

static int compare(const void *a, const void *b)
{
    return memcmp(a, b, 16);
}

/* How often a token equals the next; the table is empty afterwards. */
static size_t repeats(void)
{
    const size_t used = table->used < MOST ? table->used : MOST;
    size_t found = 0;
    qsort(table->tokens, used, 16, compare);
    for (size_t i = 1; i < used; i++)
        found += memcmp(table->tokens[i - 1], table->tokens[i], 16) == 0;
    CHECK(used > 0 && table->refused == 0);
    table->used = 0;
    return found;
}

static void *draw_in_a_thread(void *start)
{
    pthread_barrier_wait(start);
    draw(200);
    return NULL;
}

static void more_threads_than_slots(void)
{
    static pthread_t threads[THREADS];
    pthread_barrier_t start;
    pthread_attr_t small;
    CHECK(pthread_attr_init(&small) == 0 && pthread_attr_setstacksize(&small, 1 << 17) == 0);
    CHECK(pthread_barrier_init(&start, NULL, THREADS) == 0);
    for (int i = 0; i < THREADS; i++)
        CHECK(pthread_create(&threads[i], &small, draw_in_a_thread, &start) == 0);
    for (int i = 0; i < THREADS; i++)
        CHECK(pthread_join(threads[i], NULL) == 0);
    CHECK(repeats() == 0);
}

/* Lets an alarm interrupt whatever is going on then. */
static void ring_in(int microseconds)
{
    const struct itimerval timer = {{0, 0}, {0, microseconds}};
    CHECK(setitimer(ITIMER_REAL, &timer, NULL) == 0);
}

static void on_alarm(void (*handler)(int))
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    CHECK(sigaction(SIGALRM, &action, NULL) == 0);
}

static sigjmp_buf out_of_the_call;

static void jump(int unused)
{
    (void)unused;
    siglongjmp(out_of_the_call, 1);
}

/* A call that is left by a jump never gives its memory back. */
static void calls_that_never_return(void)
{
    unsigned char token[16];
    on_alarm(jump);
    for (volatile int i = 0; i < JUMPS; i++)
        if (sigsetjmp(out_of_the_call, 1) == 0) {
            ring_in(50 + i % 50);
            for (;;)
                CHECK(csecrets_token_bytes(token, sizeof token) == CSECRETS_OK);
        }
    draw(2000);
    CHECK(repeats() == 0);
}

static volatile sig_atomic_t forks, in_child;

static void fork_here(int unused)
{
    (void)unused;
    forks++;
    in_child = fork() == 0;
}

/* The child goes on in the call that the signal interrupted, in memory that the fork wiped. What
 * that call was about to give may come in both processes: it counts as drawn before. */
static void forks_in_the_middle_of_a_call(void)
{
    unsigned char token[16];
    on_alarm(fork_here);
    for (int i = 0; i < FORKS && !in_child; i++) {
        ring_in(50 + i);
        while (forks == i)
            CHECK(csecrets_token_bytes(token, sizeof token) == CSECRETS_OK);
        draw(100);
    }
    if (in_child)
        _exit(failures > 0);
    for (int status = 0; wait(&status) > 0;)
        CHECK(status == 0);
    CHECK(repeats() == 0);
}

/* The address of the memory that the kernel may drop, from smaps' flag "dp"; NULL where there is none. */
static void *droppable(size_t *nbytes)
{
    char line[512];
    unsigned long first = 0, last = 0, from, to;
    bool found = false;
    FILE *maps = fopen("/proc/self/smaps", "r");
    while (!found && maps && fgets(line, sizeof line, maps)) {
        if (sscanf(line, "%lx-%lx ", &from, &to) == 2) {
            first = from;
            last = to;
        }
        found = strncmp(line, "VmFlags:", 8) == 0 && strstr(line, " dp");
    }
    if (maps)
        fclose(maps);
    *nbytes = last - first;
    return found ? (void *)first : NULL;
}

static void *drop_pages(void *memory)
{
    for (int i = 0; i < DROPS; i++) {
        CHECK(madvise(memory, (size_t)sysconf(_SC_PAGESIZE), MADV_DONTNEED) == 0);
        usleep(10);
    }
    return NULL;
}

/* What the library must not be: a state that a dropped page sets back. */
static void careless(unsigned char token[16], uint64_t *state)
{
    *state += 1;
    memset(token, 0, 16);
    memcpy(token, state, sizeof *state);
}

static void pages_that_the_kernel_drops(void)
{
    size_t nbytes;
    void *memory = droppable(&nbytes);
    if (!memory) {
        puts("SKIPPED dropped pages: this kernel has no memory that it may drop");
        return;
    }
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, drop_pages, memory) == 0);
    draw(200000);
    CHECK(pthread_join(thread, NULL) == 0);
    for (size_t i = 0; i < 2000; i++) {
        CHECK(madvise(memory, nbytes, MADV_DONTNEED) == 0);
        draw(3);
    }
    CHECK(repeats() == 0);

    uint64_t *state = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (size_t i = 0; i < 2000; i++) {
        CHECK(madvise(state, 4096, MADV_DONTNEED) == 0);
        careless(table->tokens[table->used++], state);
    }
    CHECK(repeats() > 0);
}

int main(void)
{
    table = mmap(NULL, sizeof *table, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (!CHECK(table != MAP_FAILED))
        return check_done("slots");
    CHECK(csecrets_entropy_probe(NULL) == CSECRETS_OK);
    more_threads_than_slots();
    pages_that_the_kernel_drops();
    forks_in_the_middle_of_a_call();
    calls_that_never_return();
    return check_done("slots");
}
