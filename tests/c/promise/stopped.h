/* stopped.h - what a call leaves: all memory and all registers of a child that made it and stopped
 *             at once, so that nothing ran over the dead stack
 *
 * Emulators let nobody be traced. There the child copies its dead stack, without a call. */
#ifndef STOPPED_H
#define STOPPED_H

#include <elf.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/wait.h>

#include "secret.h"

#define PAINT 0xC5

enum { PAINTED = 64 << 10, MOST_BYTES = 4 << 20, MOST_REGISTERS = 16 << 10 };

/* Memory, up to `memory`; general registers, up to `general`; vector registers, up to `vectors`. */
struct snapshot {
    pid_t pid;
    struct secret known; /* what the child drew and wrote */
    size_t memory, general, vectors;
    size_t stack;        /* where the dead stack ends */
    unsigned char bytes[MOST_BYTES];
};

/* What children copy that can't be traced. */
struct copied {
    struct secret known;
    unsigned char stack[PAINTED];
};
static struct copied *copied;

/* From here on lies the stack of those who did not return yet; the painted one. */
static uintptr_t live_stack, painted;

static inline bool can_trace(void)
{
    const pid_t pid = fork();
    if (pid == 0)
        _exit(ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0);
    int status = -1;
    return waitpid(pid, &status, 0) == pid && status == 0;
}

/* Memory that a child shares, or does not have. */
static inline void *own_memory(size_t nbytes, bool is_shared)
{
    const int flags = (is_shared ? MAP_SHARED : MAP_PRIVATE) | MAP_ANONYMOUS | MAP_NORESERVE;
    void *memory = mmap(NULL, nbytes, PROT_READ | PROT_WRITE, flags, -1, 0);
    if (memory == MAP_FAILED || (!is_shared && madvise(memory, nbytes, MADV_DONTFORK) != 0))
        abort();
    return memory;
}

/* Overwrites the dead stack that the call is going to use. */
static __attribute__((noinline)) void paint(void)
{
    volatile unsigned char dead[PAINTED];
    for (size_t i = 0; i < sizeof dead; i++)
        dead[i] = PAINT;
    painted = (uintptr_t)dead;
}

static inline void stop(void)
{
#if defined(__x86_64__) || defined(__i386__)
    __asm__ volatile("int3");
#elif defined(__aarch64__)
    __asm__ volatile("brk #0");
#else
    __builtin_trap();
#endif
}

/* A child that made the call and stands still; or has ended, where it can't be traced. */
static __attribute__((noinline)) pid_t stopped_after(const struct call *call,
                                                     const struct places *places, size_t place)
{
    live_stack = (uintptr_t)__builtin_frame_address(0);
    const pid_t pid = fork();
    if (pid == 0) {
        alarm(20);
        paint();
        if (!copied) {
            ptrace(PTRACE_TRACEME, 0, NULL, NULL);
            (void)call->make(places);
            stop();
        }
        (void)call->make(places);
        for (size_t i = 0; i < PAINTED; i++)
            copied[place].stack[i] = ((volatile unsigned char *)painted)[i];
        copied[place].known = secret;
        _exit(0);
    }
    int status = 0;
    CHECK(waitpid(pid, &status, 0) == pid);
    CHECK(copied ? status == 0 : WIFSTOPPED(status) && WSTOPSIG(status) == SIGTRAP);
    return pid;
}

/* Clears what lies between two addresses in a copy of the memory between two others. */
static inline void leave_out(unsigned char *copy, uintptr_t first, uintptr_t last, uintptr_t from,
                             uintptr_t to)
{
    from = from > first ? from : first;
    to = to < last ? to : last;
    if (from < to)
        memset(copy + (from - first), 0, to - from);
}

/* All that the child can write to, but what has to know its secret. */
static inline void take_memory(struct snapshot *snapshot, int memory, FILE *maps)
{
    char line[512], mode[8];
    unsigned long first, last;
    snapshot->memory = 0;
    while (fgets(line, sizeof line, maps)) {
        if (sscanf(line, "%lx-%lx %7s", &first, &last, mode) != 3 || mode[1] != 'w')
            continue;
        unsigned char *copy = snapshot->bytes + snapshot->memory;
        const size_t size = last - first;
        const size_t room = MOST_BYTES - 2 * MOST_REGISTERS - snapshot->memory;
        if (!CHECK(size <= room && pread(memory, copy, size, (off_t)first) == (ssize_t)size))
            break;
        if (first < live_stack && live_stack < last) {
            snapshot->stack = snapshot->memory + (live_stack - first);
            leave_out(copy, first, last, live_stack, last);
        }
        leave_out(copy, first, last, (uintptr_t)&secret, (uintptr_t)(&secret + 1));
        snapshot->memory += size;
    }
}

static inline size_t take_registers(struct snapshot *snapshot, pid_t pid, int kind, size_t at)
{
    struct iovec place = {snapshot->bytes + at, MOST_REGISTERS};
    return at + (ptrace(PTRACE_GETREGSET, pid, kind, &place) == 0 ? place.iov_len : 0);
}

static inline void take_stopped(struct snapshot *snapshot, pid_t pid)
{
#if defined(__x86_64__) || defined(__i386__)
    enum { VECTORS = NT_X86_XSTATE };
#else
    enum { VECTORS = NT_PRFPREG };
#endif
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/mem", (int)pid);
    const int memory = open(path, O_RDONLY);
    snprintf(path, sizeof path, "/proc/%d/maps", (int)pid);
    FILE *maps = fopen(path, "r");
    if (CHECK(memory >= 0 && maps)) {
        struct secret *known = &snapshot->known;
        CHECK(pread(memory, known, sizeof *known, (off_t)(uintptr_t)&secret) == sizeof *known);
        take_memory(snapshot, memory, maps);
        snapshot->general = take_registers(snapshot, pid, NT_PRSTATUS, snapshot->memory);
        snapshot->vectors = take_registers(snapshot, pid, VECTORS, snapshot->general);
        CHECK(snapshot->memory < snapshot->general && snapshot->general < snapshot->vectors);
        fclose(maps);
        close(memory);
    }
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

/* Takes what a child left, and ends it. */
static inline void take(struct snapshot *snapshot, pid_t pid, size_t place)
{
    snapshot->pid = pid;
    if (!copied) {
        take_stopped(snapshot, pid);
        return;
    }
    snapshot->known = copied[place].known;
    snapshot->memory = snapshot->general = snapshot->vectors = snapshot->stack = PAINTED;
    memcpy(snapshot->bytes, copied[place].stack, PAINTED);
}

#endif
