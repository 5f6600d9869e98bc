/* secure_tempfile.c - a temporary file that nobody can foresee, open, or find afterwards
 *
 * The C counterpart of a context manager that opens f"secure_{secrets.token_hex(8)}.tmp". A name
 * that can't be guessed is only half of it: a plain open for writing may follow a symbolic link
 * that lies in wait, and often lets everybody read. Here the file is new or there is none, and it
 * is its owner's alone. It goes away at the program's end, and when Ctrl-C, SIGTERM or a closed
 * terminal is that end; a crash, SIGKILL and a power cut still leave it.
 *
 * `secure_tempfile wait` waits for a signal with the file in place: look at it, then press Ctrl-C.
 *
 * Where no other program needs the name, unlink() right after open() is simpler still: what has no
 * name needs no cleaning up.
 *
 * Build it alone:  cc secure_tempfile.c $(pkg-config --cflags --libs csecrets)
 */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csecrets.h>

enum { NAME_BYTES = 16, ATTEMPTS = 8 };

static const int SIGNALS[] = {SIGINT, SIGTERM, SIGHUP};
enum { SIGNAL_COUNT = sizeof SIGNALS / sizeof SIGNALS[0] };

/* What the signal handler needs to know; "" means that there is no file. */
static char temp_path[4096];

/* Runs in the middle of anything, so it calls only what POSIX calls async-signal-safe. SA_RESETHAND
 * has restored the default by now: the signal raised again ends the program as if it had not been
 * caught, once the handler returns, and a shell sees what it was. */
static void remove_and_die(int signal_number)
{
    if (temp_path[0] != '\0') {
        unlink(temp_path);
    }
    raise(signal_number);
}

static int catch_signals(void)
{
    for (size_t i = 0; i < SIGNAL_COUNT; i++) {
        struct sigaction action;
        if (sigaction(SIGNALS[i], NULL, &action) != 0) {
            return -1;
        }
        if (action.sa_handler == SIG_IGN) {
            continue; /* nohup asked for it */
        }
        memset(&action, 0, sizeof action);
        sigemptyset(&action.sa_mask);
        action.sa_handler = remove_and_die;
        action.sa_flags = (int)SA_RESETHAND;
        for (size_t j = 0; j < SIGNAL_COUNT; j++) {
            sigaddset(&action.sa_mask, SIGNALS[j]); /* one after the other */
        }
        if (sigaction(SIGNALS[i], &action, NULL) != 0) {
            return -1;
        }
    }
    return 0;
}

/* Between a file and the note that it is there, no handler may run: the signals wait. */
static int hold_signals(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < SIGNAL_COUNT; i++) {
        sigaddset(&held, SIGNALS[i]);
    }
    return sigprocmask(SIG_BLOCK, &held, before);
}

static int release_signals(const sigset_t *before)
{
    return sigprocmask(SIG_SETMASK, before, NULL);
}

/* Opens a new file under a name that nobody could know. Returns its descriptor, or -1 after it has
 * said why. */
static int create(void)
{
    const char *directory = getenv("TMPDIR");
    if (directory == NULL || directory[0] == '\0') {
        directory = "/tmp";
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        char name[CSECRETS_HEX_SIZE(NAME_BYTES)];
        char path[sizeof temp_path];
        csecrets_status status = csecrets_token_hex(name, sizeof name, NAME_BYTES);
        if (status != CSECRETS_OK) {
            fprintf(stderr, "secure_tempfile: %s\n", csecrets_strerror(status));
            return -1;
        }
        const int length = snprintf(path, sizeof path, "%s/secure_%s.tmp", directory, name);
        if (length < 0 || (size_t)length >= sizeof path) {
            fprintf(stderr, "secure_tempfile: TMPDIR is too long\n");
            return -1;
        }

        /* O_EXCL: new or not at all. O_NOFOLLOW: no link instead of a file, even where O_EXCL is
         * weak. O_CLOEXEC: not for child processes. 0600: for nobody else. */
        const int flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
        sigset_t before;
        if (hold_signals(&before) != 0) {
            perror("secure_tempfile: sigprocmask");
            return -1;
        }
        const int file = open(path, flags, S_IRUSR | S_IWUSR);
        const int error = errno;
        if (file >= 0) {
            memcpy(temp_path, path, (size_t)length + 1);
        }
        release_signals(&before);
        if (file >= 0) {
            return file;
        }
        if (error != EEXIST) {
            fprintf(stderr, "secure_tempfile: %s: %s\n", path, strerror(error));
            return -1;
        }
    }
    fprintf(stderr, "secure_tempfile: every name is taken\n"); /* no accident: 2^128 names */
    return -1;
}

static int remove_file(void)
{
    sigset_t before;
    if (hold_signals(&before) != 0) {
        return -1;
    }
    const int result = unlink(temp_path);
    temp_path[0] = '\0';
    return release_signals(&before) != 0 ? -1 : result;
}

/* What the file is for: here a line is written and read back. Says itself what went wrong. */
static int use(int file)
{
    static const char data[] = "sensitive data\n";
    char back[sizeof data - 1];
    struct stat about;
    if (fstat(file, &about) != 0) {
        perror("secure_tempfile: fstat");
        return -1;
    }
    printf("path  %s\n", temp_path);
    printf("mode  %04o\n", (unsigned)(about.st_mode & 07777));
    if (pwrite(file, data, sizeof data - 1, 0) != (ssize_t)(sizeof data - 1)
        || pread(file, back, sizeof back, 0) != (ssize_t)sizeof back
        || memcmp(back, data, sizeof back) != 0) {
        fprintf(stderr, "secure_tempfile: the file does not hold what was written\n");
        return -1;
    }
    printf("data  read back as written\n");
    return 0;
}

int main(int argc, char **argv)
{
    if (catch_signals() != 0) {
        perror("secure_tempfile: sigaction");
        return EXIT_FAILURE;
    }
    const int file = create();
    if (file < 0) {
        return EXIT_FAILURE;
    }
    int result = EXIT_SUCCESS;
    if (use(file) != 0) {
        result = EXIT_FAILURE;
    } else if (argc > 1 && strcmp(argv[1], "wait") == 0) {
        printf("waits for a signal\n");
        fflush(stdout);
        pause(); /* does not return: the handler ends the program */
    }
    if (close(file) != 0) {
        perror("secure_tempfile: close");
        result = EXIT_FAILURE;
    }
    if (remove_file() != 0) {
        perror("secure_tempfile: unlink");
        result = EXIT_FAILURE;
    } else {
        printf("gone\n");
    }
    return result;
}
