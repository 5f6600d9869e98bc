/* denied.c - where the system denies randomness, every draw says so and leaves nothing to mistake
 *            for a secret, and what draws nothing goes on; where it only gets uncomfortable, every
 *            draw still works
 *
 * The kernel itself refuses, by a seccomp filter: the library is the one that ships. Each fault has
 * a child of its own, which reports by its exit status; a child that hangs is killed by its alarm.
 *
 * A process that was denied from its start must refuse. One that was denied later may go on giving
 * real bytes for as long as the kernel lets it draw without a system call, or refuse: nothing
 * else.
 *
 * Needs: POSIX */
#include "promise.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#define UNAVAILABLE CSECRETS_ERR_ENTROPY_UNAVAILABLE

/* Makes getrandom fail with this error for the rest of this process and its children. */
static void deny(int error)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getrandom, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (unsigned)error),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const struct sock_fprog program = {sizeof filter / sizeof filter[0], filter};
    unsigned char byte;
    CHECK(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    CHECK(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0);
    /* The fault is there: the bare system call sees it. */
    CHECK(syscall(SYS_getrandom, &byte, 1, 0) == -1 && errno == error);
}

typedef void child(int argument);

/* Runs a body in a child, and tells how it ended. */
static int ended(child *body, int argument)
{
    fflush(stdout);
    const pid_t pid = fork();
    if (pid == 0) {
        const struct rlimit none = {0, 0};
        setrlimit(RLIMIT_CORE, &none);
        alarm(60);
        body(argument);
        _exit(failures > 0);
    }
    int status = -1;
    CHECK(waitpid(pid, &status, 0) == pid);
    return status;
}

static void all_refuse(int unused)
{
    (void)unused;
    FOR_EACH_CALL(call)
        if (!call->aborts)
            refuses(call, call->draws ? UNAVAILABLE : call->answer);
}

static void from_the_start(int error)
{
    deny(error);
    all_refuse(0);
    int32_t os_errno = 0;
    CHECK(csecrets_entropy_probe(&os_errno) == UNAVAILABLE && os_errno == error);
    CHECK(csecrets_entropy_probe(NULL) == UNAVAILABLE);
    draws_of_nothing_go_on();
    /* A child is no better off. */
    CHECK(ended(all_refuse, 0) == 0);
}

/* Real bytes or a clean refusal: 32 bytes at a time, none of which came before. */
static void draws_or_refuses(int rounds)
{
    enum { MOST = 500 };
    static unsigned char drawn[MOST][32];
    static int kept;
    for (int round = 0; round < rounds && kept < MOST; round++) {
        unsigned char bytes[32];
        memset(bytes, 0xA5, sizeof bytes);
        const csecrets_status status = csecrets_token_bytes(bytes, sizeof bytes);
        if (status == CSECRETS_OK) {
            for (int i = 0; i < kept; i++)
                CHECK(memcmp(drawn[i], bytes, sizeof bytes) != 0);
            CHECK(!holds(bytes, sizeof bytes, 0) && !holds(bytes, sizeof bytes, 0xA5));
            memcpy(drawn[kept++], bytes, sizeof bytes);
        } else {
            CHECK(status == UNAVAILABLE && holds(bytes, sizeof bytes, 0));
        }
    }
    FOR_EACH_CALL(call)
        if (!call->aborts)
            answers(call, call->answer, call->draws ? UNAVAILABLE : call->answer);
}

static void all_succeed(void)
{
    FOR_EACH_CALL(call)
        succeeds(call);
}

static void later(int error)
{
    all_succeed();
    draws_or_refuses(50);
    deny(error);
    draws_or_refuses(100);
    CHECK(ended(draws_or_refuses, 100) == 0);
    draws_or_refuses(100);
}

/* The row's call, where randomness is denied from the start. */
static void aborting(int row)
{
    deny(EPERM);
    if (failures == 0)
        succeeds(&calls[row]);
}

static void aborts(int row)
{
    int ends[2];
    if (!CHECK(pipe(ends) == 0))
        return;
    const int saved = dup(STDERR_FILENO);
    dup2(ends[1], STDERR_FILENO);
    const int status = ended(aborting, row);
    dup2(saved, STDERR_FILENO);
    close(saved);
    close(ends[1]);
    char said[512];
    const ssize_t length = read(ends[0], said, sizeof said - 1);
    close(ends[0]);
    said[length > 0 ? length : 0] = '\0';
    CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    CHECK(strncmp(said, "csecrets: ", 10) == 0);
    CHECK(strstr(said, csecrets_strerror(UNAVAILABLE)) != NULL);
}

static void without_descriptors(int unused)
{
    (void)unused;
    const struct rlimit none = {0, 0};
    for (int fd = 0; fd < 256; fd++)
        close(fd);
    CHECK(setrlimit(RLIMIT_NOFILE, &none) == 0);
    CHECK(open("/dev/null", O_RDONLY) == -1);
    all_succeed();
}

/* A program that draws, closes every descriptor, and opens files under the same numbers. */
static void with_reused_descriptors(int unused)
{
    (void)unused;
    draws_or_refuses(10);
    for (int fd = 0; fd < 256; fd++)
        close(fd);
    for (int fd = 0; fd < 16; fd++)
        CHECK(open("/dev/zero", O_RDONLY) == fd);
    all_succeed();
    draws_or_refuses(50);
}

static void with_few_descriptors(int unused)
{
    (void)unused;
    const struct rlimit three = {3, 3};
    CHECK(setrlimit(RLIMIT_NOFILE, &three) == 0);
    all_succeed();
}

/* The judge itself: a child in which something fails does not end with 0. */
static void fails(int unused)
{
    (void)unused;
    failures++;
}

int main(void)
{
    static const int errors[] = {ENOSYS, EPERM, EAGAIN, EIO, EFAULT, EINVAL};
    if (prctl(PR_GET_SECCOMP) < 0) {
        puts("SKIPPED promise/denied: this kernel filters no system calls");
        CHECK(true);
        return check_done("promise/denied");
    }
    begin_promise();
    CHECK(ended(fails, 0) != 0);
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
        CHECK(ended(from_the_start, errors[i]) == 0);
        CHECK(ended(later, errors[i]) == 0);
    }
    for (size_t i = 0; i < CALLS; i++)
        if (calls[i].aborts)
            aborts((int)i);
    CHECK(ended(without_descriptors, 0) == 0);
    CHECK(ended(with_reused_descriptors, 0) == 0);
    CHECK(ended(with_few_descriptors, 0) == 0);
    return promise_done("promise/denied", "", any);
}
