/* sandbox.c - asks for randomness first, then gives up every system call but four
 *
 * csecrets_entropy_probe() tells whether there is randomness at all, and does what the library does
 * once. After it csecrets needs getrandom(2) alone: no file, no memory, no lock. Here a filter of
 * the kernel kills the process if that is not so.
 *
 * Build it alone:  cc sandbox.c $(pkg-config --cflags --libs csecrets)
 */
#define _GNU_SOURCE

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <csecrets.h>

#ifdef __linux__
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#define ALLOW(call)                                                                                \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(call), 0, 1),                                   \
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

/* A real filter looks at the architecture too: seccomp(2) says why. */
static bool enter(void)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        ALLOW(SYS_getrandom),
        ALLOW(SYS_write),
        ALLOW(SYS_exit),
        ALLOW(SYS_exit_group),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL),
    };
    struct sock_fprog program = {sizeof filter / sizeof filter[0], filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
#else
static bool enter(void)
{
    return false;
}
#endif

int main(void)
{
    /* The library that runs need not be the one that was compiled against. */
    printf("csecrets %s, compiled against %s\n", csecrets_version(), CSECRETS_VERSION);
    if (csecrets_version_number() < CSECRETS_VERSION_NUMBER) {
        fprintf(stderr, "sandbox: the library is older than its header\n");
        return EXIT_FAILURE;
    }

    int32_t os_errno;
    const csecrets_status status = csecrets_entropy_probe(&os_errno);
    printf("probe:   %s\n", csecrets_status_name(status));
    if (status != CSECRETS_OK) {
        fprintf(stderr, "sandbox: %s: %s\n", csecrets_strerror(status), strerror((int)os_errno));
        return EXIT_FAILURE;
    }
    fflush(stdout);
    if (!enter()) {
        printf("sandbox: none here\n");
        return EXIT_SUCCESS;
    }

    /* In here there is nothing to do about an error but to stop, so the call may do that itself. */
    uint8_t key[32];
    char line[CSECRETS_HEX_SIZE(sizeof key)];
    csecrets_token_bytes_or_abort(key, sizeof key);
    if (csecrets_hex_encode(line, sizeof line, key, sizeof key) != CSECRETS_OK) {
        _exit(EXIT_FAILURE);
    }
    line[sizeof line - 1] = '\n';
    static const char label[] = "inside:  ";
    ssize_t written = write(STDOUT_FILENO, label, sizeof label - 1);
    written += write(STDOUT_FILENO, line, sizeof line);
    csecrets_wipe(key, sizeof key);
    csecrets_wipe(line, sizeof line);
    _exit(written == sizeof label - 1 + sizeof line ? EXIT_SUCCESS : EXIT_FAILURE);
}
