/* kernel.c - the faults that the kernel can make, with every export that draws, as a table
 *
 * A filter of system calls denies getrandom or mmap to the shipped library; limits, closed
 * descriptors and an empty root take the rest away. "kernel hidden" is the same with faulty_getrandom.c
 * preloaded, which hides the vDSO. "kernel late" denies getrandom to a program that has drawn, and waits
 * until the kernel's own generator has to be seeded anew. */
#include "faults.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>

/* Makes a system call fail with this error for the rest of this process and its children. */
static void deny(unsigned number, int error)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (unsigned)error),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const struct sock_fprog program = {sizeof filter / sizeof filter[0], filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        _exit(1);
}

static void must(bool succeeded)
{
    if (!succeeded)
        _exit(1);
}

/* Where the kernel lets programs draw without a system call, each call finds something in hand. */
static void draw(void)
{
    FOR_EACH_CALL(call)
        if (call->draws)
            succeeds(call);
    must(failures == 0);
}

/* Goes on in a child; this process ends as it does. */
static void go_on_in_a_child(void)
{
    int status = -1;
    const pid_t pid = fork();
    if (pid != 0)
        _exit(waitpid(pid, &status, 0) != pid || status != 0);
    alarm(60);
}

static void from_the_start(int error)
{
    deny(SYS_getrandom, error);
}

static void before_a_fork(int error)
{
    deny(SYS_getrandom, error);
    go_on_in_a_child();
}

static void after_a_draw(int error)
{
    draw();
    deny(SYS_getrandom, error);
}

static void after_a_draw_before_a_fork(int error)
{
    draw();
    deny(SYS_getrandom, error);
    go_on_in_a_child();
}

static void after_a_draw_and_a_fork(int error)
{
    draw();
    go_on_in_a_child();
    deny(SYS_getrandom, error);
}

static void no_mmap(int error)
{
    deny(SYS_mmap, error);
}

static void limit(int resource, rlim_t most)
{
    const struct rlimit limits = {most, most};
    must(setrlimit((__rlimit_resource_t)resource, &limits) == 0);
}

static void no_descriptors(int most)
{
    for (int fd = 3; fd < 256; fd++)
        close(fd);
    limit(RLIMIT_NOFILE, (rlim_t)most);
}

/* A program that has drawn, closes every descriptor, and opens files under the same numbers. */
static void reused_descriptors(int unused)
{
    (void)unused;
    draw();
    for (int fd = 3; fd < 256; fd++)
        close(fd);
    for (int fd = 3; fd < 16; fd++)
        must(open("/dev/zero", O_RDONLY) == fd);
}

static void empty_root(int unused)
{
    char name[] = "/tmp/csecrets-root-XXXXXX";
    (void)unused;
    must(mkdtemp(name) && chdir(name) == 0 && rmdir(name) == 0 && chroot(".") == 0);
    must(open("/dev/urandom", O_RDONLY) == -1);
}

/* Not a byte more of addresses than there are already. */
static void no_memory(int resource)
{
    limit(resource, 1);
    must(mmap(NULL, 1 << 16, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ==
         MAP_FAILED);
}

static void no_locked_memory(int unused)
{
    (void)unused;
    limit(RLIMIT_MEMLOCK, 0);
}

static void all_memory_locked(int unused)
{
    (void)unused;
    must(mlockall(MCL_CURRENT | MCL_FUTURE) == 0);
}

static void no_processes(int unused)
{
    (void)unused;
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_FSIZE, 0);
}

static bool is_root(void)
{
    return geteuid() == 0;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* One export after the other that draws. */
static void try_next(enum expected expected)
{
    static size_t at;
    do
        at = (at + 1) % CALLS;
    while (!calls[at].draws || !is_here(&calls[at]));
    try_call(&calls[at], expected);
}

/* A token a millisecond, each real and new or refused, and a call beside it; the first refusal is told.
 * After it all are refused. */
static int late(void)
{
    const double start = now(), patience = 90;
    size_t draws_made = 0, first = 0;
    double refused_at = 0;
    draw();
    /* From this depth of the stack too, where a call has a state of its own. */
    must(csecrets_token_bytes(table->token[0], 16) == CSECRETS_OK);
    deny(SYS_getrandom, ENOSYS);
    for (; now() < start + patience && (first == 0 || now() < refused_at + 3); draws_made++) {
        unsigned char *token = table->token[table->tokens % TOKENS];
        memset(token, CANARY, 16);
        const csecrets_status status = csecrets_token_bytes(token, 16);
        if (status == CSECRETS_OK) {
            table->tokens++;
            table->wrong += first != 0;
        } else {
            table->wrong += status != UNAVAILABLE || !holds(token, 16, 0);
            if (first == 0) {
                first = draws_made + 1;
                refused_at = now();
            }
        }
        try_next(first == 0 ? EITHER : REFUSES);
        usleep(1000);
    }
    if (first == 0)
        printf("faults/late: %zu tokens in %.0f s, none refused\n", draws_made, patience);
    else
        printf("faults/late: refused after %.1f s, at token %zu, and from then on\n",
               refused_at - start, first);
    return faults_done("faults/late", 1);
}

static bool hidden;

static void try_here(struct fault fault)
{
    char name[100];
    snprintf(name, sizeof name, "%s%s", fault.name, hidden ? "; no vDSO" : "");
    fault.name = name;
    /* What a program has in hand is the vDSO's. */
    if (hidden && fault.expected == EITHER)
        fault.expected = REFUSES;
    try_fault(&fault);
}

static const struct fault denials[] = {
    {"from the start", REFUSES, from_the_start, 0, NULL},
    {"from the start, in a child", REFUSES, before_a_fork, 0, NULL},
    {"after a draw", EITHER, after_a_draw, 0, NULL},
    {"after a draw, in a child", REFUSES, after_a_draw_before_a_fork, 0, NULL},
    {"in the child of a program that has drawn", REFUSES, after_a_draw_and_a_fork, 0, NULL},
};

static const struct fault others[] = {
    {"mmap fails with ENOMEM", WORKS, no_mmap, ENOMEM, NULL},
    {"mmap fails with EPERM", WORKS, no_mmap, EPERM, NULL},
    {"no descriptor can be opened", WORKS, no_descriptors, 0, NULL},
    {"three descriptors, all in use", WORKS, no_descriptors, 3, NULL},
    {"descriptors closed, and reused for /dev/zero", WORKS, reused_descriptors, 0, NULL},
    {"no address space left", WORKS, no_memory, RLIMIT_AS, NULL},
    {"no memory may be locked", WORKS, no_locked_memory, 0, NULL},
    {"no processes, no files", WORKS, no_processes, 0, NULL},
};

static const struct fault of_root[] = {
    {"all memory locked, now and later", WORKS, all_memory_locked, 0, NULL},
    {"an empty root directory, without /dev", WORKS, empty_root, 0, NULL},
};

enum {
    DENIALS = sizeof denials / sizeof denials[0],
    OTHERS = sizeof others / sizeof others[0],
    OF_ROOT = sizeof of_root / sizeof of_root[0],
};

int main(int argc, char **argv)
{
    begin_faults();
    if (argc > 1 && strcmp(argv[1], "late") == 0)
        return late();
    hidden = argc > 1 && strcmp(argv[1], "hidden") == 0;
    for (size_t i = 0; i < ERRORS; i++)
        for (size_t j = 0; j < DENIALS; j++) {
            char name[80];
            struct fault fault = denials[j];
            snprintf(name, sizeof name, "getrandom %s, %s", error_names[i], denials[j].name);
            fault.name = name;
            fault.argument = errors[i];
            try_here(fault);
        }
    for (size_t i = 0; i < OTHERS; i++)
        try_here(others[i]);
    if (is_root())
        for (size_t i = 0; i < OF_ROOT; i++)
            try_here(of_root[i]);
    else
        puts("SKIPPED faults of locked memory and of another root: not root");
    return faults_done(hidden ? "faults/hidden" : "faults/kernel",
                       ERRORS * DENIALS + OTHERS + (is_root() ? OF_ROOT : 0));
}
