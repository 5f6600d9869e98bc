/* forks.c - no two processes and no two threads ever draw the same token
 *
 * Every process and every thread puts tokens of 16 bytes into a table that all of them share;
 * sorted, no two may be equal. Chance makes two of 2^17 tokens equal once in 2^95 runs. A generator
 * that buffers and does not notice a fork is put through the same, and must be found out.
 *
 * Needs: POSIX */
#include <csecrets.h>

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

enum { MOST = 1 << 17, CHILDREN = 100, TOKENS = 50, THREADS = 4 };

struct table {
    size_t used;
    size_t refused;
    unsigned char tokens[MOST][16];
};

static struct table *table;

typedef void generator(unsigned char token[16]);

static void library(unsigned char token[16])
{
    if (csecrets_token_bytes(token, 16) != CSECRETS_OK)
        __atomic_add_fetch(&table->refused, 1, __ATOMIC_RELAXED);
}

/* What the library must not be: 4 KiB ahead, and blind to forks. */
static void buffered(unsigned char token[16])
{
    static unsigned char buffer[4096];
    static size_t at = sizeof buffer;
    if (at == sizeof buffer) {
        at = 0;
        if (csecrets_token_bytes(buffer, sizeof buffer) != CSECRETS_OK)
            __atomic_add_fetch(&table->refused, 1, __ATOMIC_RELAXED);
    }
    memcpy(token, buffer + at, 16);
    at += 16;
}

static void draw(generator *generate, int tokens)
{
    for (int i = 0; i < tokens; i++) {
        const size_t place = __atomic_fetch_add(&table->used, 1, __ATOMIC_RELAXED);
        if (place < MOST)
            generate(table->tokens[place]);
    }
}

static int compare(const void *a, const void *b)
{
    return memcmp(a, b, 16);
}

/* How many tokens of the table are there twice; empties it. */
static size_t duplicates(void)
{
    size_t found = 0;
    CHECK(table->used > 0 && table->used <= MOST && table->refused == 0);
    qsort(table->tokens, table->used, 16, compare);
    for (size_t i = 1; i < table->used; i++)
        found += compare(table->tokens[i - 1], table->tokens[i]) == 0;
    table->used = 0;
    return found;
}

static void wait_for(pid_t child)
{
    int status = -1;
    CHECK(child > 0 && waitpid(child, &status, 0) == child && status == 0);
}

static void forks(generator *generate)
{
    for (int i = 0; i < CHILDREN; i++) {
        draw(generate, 1);
        const pid_t child = fork();
        if (child == 0) {
            draw(generate, TOKENS);
            _exit(0);
        }
        draw(generate, 1);
        wait_for(child);
    }
}

/* No handler of pthread_atfork sees this one. */
static void clones(generator *generate)
{
    for (int i = 0; i < CHILDREN; i++) {
        draw(generate, 1);
#ifdef __s390x__ /* There the stack comes before the flags. */
        const pid_t child = (pid_t)syscall(SYS_clone, NULL, SIGCHLD, NULL, NULL, NULL);
#else
        const pid_t child = (pid_t)syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL);
#endif
        if (child == 0) {
            draw(generate, TOKENS);
            _exit(0);
        }
        wait_for(child);
    }
}

static void nested_forks(generator *generate)
{
    pid_t children[8];
    int depth = 0;
    /* Each process of a chain of eight draws, forks, and draws again. */
    draw(generate, TOKENS);
    while (depth < 8 && (children[depth] = fork()) == 0) {
        draw(generate, TOKENS);
        depth++;
    }
    draw(generate, TOKENS);
    if (depth < 8)
        wait_for(children[depth]);
    if (depth > 0)
        _exit(failures > 0);
}

/* The child runs in its parent's memory until it ends. */
static void vforks(generator *generate)
{
    for (int i = 0; i < CHILDREN; i++) {
        const pid_t child = vfork();
        if (child == 0) {
            draw(generate, TOKENS);
            _exit(0);
        }
        wait_for(child);
        draw(generate, TOKENS);
    }
}

static bool stop;

static void *thread(void *unused)
{
    (void)unused;
    draw(library, 2000);
    while (!__atomic_load_n(&stop, __ATOMIC_RELAXED)) {
        unsigned char token[16];
        library(token);
    }
    return NULL;
}

static void threads(int count, generator *generate)
{
    pthread_t ids[8];
    stop = false;
    for (int i = 0; i < count; i++)
        CHECK(pthread_create(&ids[i], NULL, thread, NULL) == 0);
    /* Forking while they are in the middle of a draw. */
    if (generate != NULL)
        forks(generate);
    __atomic_store_n(&stop, true, __ATOMIC_RELAXED);
    for (int i = 0; i < count; i++)
        CHECK(pthread_join(ids[i], NULL) == 0);
}

int main(void)
{
    table = mmap(NULL, sizeof *table, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (table == MAP_FAILED)
        return 2;
    forks(library);
    CHECK(duplicates() == 0);
    clones(library);
    CHECK(duplicates() == 0);
    nested_forks(library);
    CHECK(duplicates() == 0);
    vforks(library);
    CHECK(duplicates() == 0);
    threads(THREADS, library);
    CHECK(duplicates() == 0);
    threads(8, NULL);
    CHECK(duplicates() == 0);

    forks(buffered);
    CHECK(duplicates() > 0);
    clones(buffered);
    CHECK(duplicates() > 0);
    nested_forks(buffered);
    CHECK(duplicates() > 0);
    threads(THREADS, buffered);
    CHECK(duplicates() > 0);
    return check_done("forks");
}
