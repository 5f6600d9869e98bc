/* lockdown.c - after a successful probe a program may forbid every system call of the library but
 *              getrandom: all calls go on, in other threads and in children too
 *
 * The filter kills. The control is a child that did not probe: where the kernel lets programs draw
 * without a system call, its first draw wants to map memory, and the filter kills it.
 *
 * Needs: POSIX */
#include "promise.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#define ALLOW(call) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

/* Leaves all threads getrandom, and what this program itself needs to fork, to wait and to tell. */
static bool lock_down(void)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        ALLOW(SYS_getrandom),
        ALLOW(SYS_futex),
        ALLOW(SYS_clone),
#ifdef SYS_fork /* musl's, where the kernel has it */
        ALLOW(SYS_fork),
#endif
        ALLOW(SYS_set_robust_list),
        ALLOW(SYS_rt_sigprocmask),
        ALLOW(SYS_gettid),
        ALLOW(SYS_wait4),
        ALLOW(SYS_write),
        ALLOW(SYS_exit_group),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    };
    const struct sock_fprog program = {sizeof filter / sizeof filter[0], filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

static void call_all(void)
{
    static unsigned char large[1 << 20];
    FOR_EACH_CALL(call)
        succeeds(call);
    CHECK(csecrets_token_bytes(large, sizeof large) == CSECRETS_OK);
}

static pthread_barrier_t started, locked_down, called_all, never;

static void *call_in_a_thread(void *unused)
{
    pthread_barrier_wait(&started);
    pthread_barrier_wait(&locked_down);
    call_all();
    pthread_barrier_wait(&called_all);
    /* Leaving would unmap the stack: the thread ends with its process. */
    pthread_barrier_wait(&never);
    return unused;
}

/* The body of the child that probes; its exit status says whether all went well. */
static void with_probe(void)
{
    pthread_t thread;
    CHECK(csecrets_entropy_probe(NULL) == CSECRETS_OK);
    CHECK(pthread_barrier_init(&started, NULL, 2) == 0);
    CHECK(pthread_barrier_init(&locked_down, NULL, 2) == 0);
    CHECK(pthread_barrier_init(&called_all, NULL, 2) == 0);
    CHECK(pthread_barrier_init(&never, NULL, 2) == 0);
    CHECK(pthread_create(&thread, NULL, call_in_a_thread, NULL) == 0);
    pthread_barrier_wait(&started);
    CHECK(lock_down());
    pthread_barrier_wait(&locked_down);
    call_all();
    pthread_barrier_wait(&called_all);
    const pid_t child = fork();
    if (child == 0) {
        call_all();
        _exit(failures > 0);
    }
    int status = -1;
    CHECK(waitpid(child, &status, 0) == child && status == 0);
    CHECK(failures == 0);
}

static void without_probe(void)
{
    unsigned char token[16];
    CHECK(lock_down());
    CHECK(csecrets_token_bytes(token, sizeof token) == CSECRETS_OK);
}

static int ended(void (*body)(void))
{
    const pid_t pid = fork();
    if (pid == 0) {
        const struct rlimit none = {0, 0};
        setrlimit(RLIMIT_CORE, &none);
        alarm(20);
        body();
        _exit(failures > 0);
    }
    int status = -1;
    CHECK(waitpid(pid, &status, 0) == pid);
    return status;
}

/* Whether this process draws without the system call: then a draw works where it is denied. */
static void without_getrandom(void)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getrandom, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const struct sock_fprog program = {sizeof filter / sizeof filter[0], filter};
    unsigned char token[16];
    CHECK(csecrets_token_bytes(token, sizeof token) == CSECRETS_OK);
    CHECK(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    CHECK(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0);
    _exit(csecrets_token_bytes(token, sizeof token) != CSECRETS_OK);
}

int main(void)
{
    if (prctl(PR_GET_SECCOMP) < 0) {
        puts("SKIPPED promise/lockdown: this kernel filters no system calls");
        CHECK(true);
        return check_done("promise/lockdown");
    }
    begin_promise();
    CHECK(ended(with_probe) == 0);
    if (ended(without_getrandom) == 0) {
        const int status = ended(without_probe);
        CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS);
    } else {
        puts("SKIPPED control of lockdown: this kernel answers by the system call alone");
        CHECK(ended(without_probe) == 0);
    }
    return promise_done("promise/lockdown", "", any);
}
