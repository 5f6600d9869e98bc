/* system.h - what the programs ask of POSIX, of Windows or of WASI: memory that may not be touched, memory
 *            that a child shares, and to see how something ends that may crash */
#ifndef SYSTEM_H
#define SYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum access { UNTOUCHABLE, READABLE, WRITABLE };

enum end { ENDED_FALSE, ENDED_TRUE, CRASHED, ABORTED, DIED };

#ifdef _WIN32

#include <signal.h>
#include <windows.h>

/* Windows' word for success; here it is a function's that can't fail. */
#undef NO_ERROR

static inline size_t page_size(void)
{
    SYSTEM_INFO info;
    GetSystemInfo(&info);
    return info.dwPageSize;
}

static inline void *untouchable(size_t nbytes)
{
    return VirtualAlloc(NULL, nbytes, MEM_RESERVE | MEM_COMMIT, PAGE_NOACCESS);
}

static inline bool allow(void *start, size_t nbytes, enum access access)
{
    static const DWORD bits[] = {PAGE_NOACCESS, PAGE_READONLY, PAGE_READWRITE};
    DWORD before;
    return VirtualProtect(start, nbytes, bits[access], &before) != 0;
}

static inline void *shared(size_t nbytes)
{
    return calloc(1, nbytes);
}

static void *back[5];

static void jump_back(void)
{
    __builtin_longjmp(back, 1);
}

/* Leaves the handler before it jumps: the system is to see the exception through. */
static LONG CALLBACK violated(EXCEPTION_POINTERS *exception)
{
    CONTEXT *context = exception->ContextRecord;
    if (exception->ExceptionRecord->ExceptionCode != EXCEPTION_ACCESS_VIOLATION)
        return EXCEPTION_CONTINUE_SEARCH;
    context->Rip = (DWORD64)(uintptr_t)jump_back;
    context->Rsp = (context->Rsp & ~(DWORD64)15) - 8;
    return EXCEPTION_CONTINUE_EXECUTION;
}

static volatile bool was_aborted;

static void aborted(int unused)
{
    (void)unused;
    was_aborted = true;
    jump_back();
}

/* Windows has no fork: the function runs here, up to its crash or its abort(). */
static inline enum end end_of(bool (*function)(void *), void *argument)
{
    void *handler = AddVectoredExceptionHandler(1, violated);
    volatile enum end end = CRASHED;
    was_aborted = false;
    signal(SIGABRT, aborted);
    if (__builtin_setjmp(back) == 0)
        end = function(argument) ? ENDED_TRUE : ENDED_FALSE;
    RemoveVectoredExceptionHandler(handler);
    return was_aborted ? ABORTED : end;
}

#elif defined(__wasi__)

static inline void *shared(size_t nbytes)
{
    return calloc(1, nbytes);
}

/* What traps goes no further, but its host does: run.js calls the function. The stack that it used by then
 * is lost. */
__attribute__((import_module("run.js"), import_name("end_and_words")))
enum end end_and_words(bool (*function)(void *), void *argument, char *words, size_t size);

static inline enum end end_of(bool (*function)(void *), void *argument)
{
    return end_and_words(function, argument, NULL, 0);
}

#else

#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>

static inline size_t page_size(void)
{
    return (size_t)sysconf(_SC_PAGESIZE);
}

static inline void *map(size_t nbytes, int protection, int sharing)
{
    void *start = mmap(NULL, nbytes, protection, sharing | MAP_ANONYMOUS, -1, 0);
    return start == MAP_FAILED ? NULL : start;
}

static inline void *untouchable(size_t nbytes)
{
    return map(nbytes, PROT_NONE, MAP_PRIVATE);
}

static inline bool allow(void *start, size_t nbytes, enum access access)
{
    static const int bits[] = {PROT_NONE, PROT_READ, PROT_READ | PROT_WRITE};
    return mprotect(start, nbytes, bits[access]) == 0;
}

static inline void *shared(size_t nbytes)
{
    return map(nbytes, PROT_READ | PROT_WRITE, MAP_SHARED);
}

/* The function runs in a child. */
static inline enum end end_of(bool (*function)(void *), void *argument)
{
    int status = 0;
    const pid_t child = fork();
    if (child == 0) {
        const struct rlimit none = {0, 0};
        setrlimit(RLIMIT_CORE, &none);
        signal(SIGSEGV, SIG_DFL);
        _exit(function(argument) ? ENDED_TRUE : ENDED_FALSE);
    }
    if (waitpid(child, &status, 0) != child)
        return DIED;
    if (WIFEXITED(status))
        return (enum end)WEXITSTATUS(status);
    return WTERMSIG(status) == SIGSEGV ? CRASHED : WTERMSIG(status) == SIGABRT ? ABORTED : DIED;
}

#endif

#ifndef __wasi__

/* The same, and what was written to standard error meanwhile: size bytes of it at most. */
static inline enum end end_and_words(bool (*function)(void *), void *argument, char *words,
                                     size_t size)
{
    FILE *file = tmpfile();
    const int before = dup(STDERR_FILENO);
    if (file == NULL || before < 0)
        return DIED;
    dup2(fileno(file), STDERR_FILENO);
    const enum end end = end_of(function, argument);
    dup2(before, STDERR_FILENO);
    close(before);
    rewind(file);
    words[fread(words, 1, size - 1, file)] = '\0';
    fclose(file);
    return end;
}

#endif

#endif
