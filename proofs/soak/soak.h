/* soak.h - the table of tokens, what is counted, and how signals, threads and processes are made */
#ifndef SOAK_H
#define SOAK_H

#include <csecrets.h>

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <malloc.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 1 << 22 };

struct table {
    size_t used, refused, crashes, slots_lost, slots_left, loads;
    unsigned char tokens[MOST][16];
};

/* Shared with all children. */
static struct table *table;
static csecrets_status (*token_bytes)(void *, size_t);
static bool child_failed;

static inline void count(size_t *what)
{
    __atomic_add_fetch(what, 1, __ATOMIC_RELAXED);
}

static void library(unsigned char token[16])
{
    if (token_bytes(token, 16) != CSECRETS_OK)
        count(&table->refused);
}

/* What the library must not be: 4 KiB ahead, and blind to forks. */
static void buffered(unsigned char token[16])
{
    static unsigned char buffer[4096];
    static size_t at = sizeof buffer;
    if (at == sizeof buffer) {
        at = 0;
        if (token_bytes(buffer, sizeof buffer) != CSECRETS_OK)
            count(&table->refused);
    }
    memcpy(token, buffer + at, 16);
    at += 16;
}

static void (*generator)(unsigned char[16]) = library;

static inline void draw_one(void)
{
    const size_t place = __atomic_fetch_add(&table->used, 1, __ATOMIC_RELAXED);
    if (place < MOST)
        generator(table->tokens[place]);
}

static int compare_tokens(const void *a, const void *b)
{
    return memcmp(a, b, 16);
}

static inline size_t tokens_kept(void)
{
    if (table->used > MOST) {
        fputs("soak: the table is too small\n", stderr);
        exit(2);
    }
    return table->used;
}

/* How often a token equals the next in order; empties the table. */
static inline size_t tokens_twice(void)
{
    const size_t used = tokens_kept();
    size_t found = 0;
    qsort(table->tokens, used, 16, compare_tokens);
    for (size_t i = 1; i < used; i++)
        found += compare_tokens(table->tokens[i - 1], table->tokens[i]) == 0;
    table->used = 0;
    return found;
}

static inline void judge_child(int status)
{
    if (status != 0) {
        count(&table->crashes);
        child_failed = true;
    }
}

static inline void wait_for(pid_t child)
{
    int status = -1;
    while (waitpid(child, &status, 0) == -1 && errno == EINTR)
        ;
    judge_child(status);
}

static inline bool wait_for_any(void)
{
    int status = -1;
    const bool found = wait(&status) > 0;
    if (found)
        judge_child(status);
    return found;
}

static inline void storm(void (*handler)(int), int microseconds)
{
    const struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    const struct itimerval timer = {{0, microseconds}, {0, microseconds}};
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &timer, NULL);
}

static inline void calm(void)
{
    const struct itimerval none = {{0, 0}, {0, 0}};
    setitimer(ITIMER_REAL, &none, NULL);
}

static inline void start(pthread_t *thread, void *(*body)(void *))
{
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 1 << 17);
    while (pthread_create(thread, &small, body, NULL) != 0)
        usleep(1000);
    pthread_attr_destroy(&small);
}

/* Flags of slots are bytes of 1 at the start of a cache line that is otherwise empty, in what the
 * library may write. */
static int count_flags(struct dl_phdr_info *info, size_t size, void *found)
{
    static const unsigned char taken[64] = {1};
    (void)size;
    if (!strstr(info->dlpi_name, "libcsecrets"))
        return 0;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        if (part->p_type != PT_LOAD || !(part->p_flags & PF_W))
            continue;
        const ElfW(Addr) from = info->dlpi_addr + part->p_vaddr, to = from + part->p_memsz;
        for (ElfW(Addr) line = (from + 63) & ~(ElfW(Addr))63; line + 64 <= to; line += 64)
            *(size_t *)found += memcmp((const void *)line, taken, sizeof taken) == 0;
    }
    return 0;
}

static inline size_t slots_taken(void)
{
    size_t found = 0;
    dl_iterate_phdr(count_flags, &found);
    return found;
}

struct growth {
    long memory, descriptors, mappings;
};

static inline struct growth grown(void)
{
    struct growth found = {0, 0, 0};
    char line[4096];
    long total;
    FILE *statm = fopen("/proc/self/statm", "r"), *maps = fopen("/proc/self/maps", "r");
    DIR *descriptors = opendir("/proc/self/fd");
    if (statm && fscanf(statm, "%ld %ld", &total, &found.memory) == 2)
        found.memory *= sysconf(_SC_PAGESIZE) / 1024;
    while (maps && fgets(line, sizeof line, maps))
        found.mappings++;
    while (descriptors && readdir(descriptors))
        found.descriptors++;
    if (statm)
        fclose(statm);
    if (maps)
        fclose(maps);
    if (descriptors)
        closedir(descriptors);
    return found;
}

static inline double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static inline void begin(const char *path)
{
    void *loaded = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (loaded)
        *(void **)&token_bytes = dlsym(loaded, "csecrets_token_bytes");
    table = mmap(NULL, sizeof *table, PROT_READ | PROT_WRITE,
                 MAP_SHARED | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    /* What qsort takes goes back to the system at once, and counts as no growth. */
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    if (!token_bytes || table == MAP_FAILED)
        exit(2);
    /* Dropped: the library stays in memory, and loading it anew finds it there. */
    dlclose(loaded);
}

#endif
