/* file.c - read(), write() and nothing of stdio, whose buffers can't be wiped */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fail.h"
#include "file.h"
#include "progress.h"
#include "terminal.h"

/* The longest line, with its newline, that Linux takes of a terminal: of a longer one it drops what is
 * more. */
enum { CHUNK = 1 << 16, TYPED_MAX = 4096 };

void open_standard_files(void)
{
    /* The wrong way round, so that using one still fails. */
    static const int how[] = {O_WRONLY, O_RDONLY, O_WRONLY};
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++) {
        if (fcntl(file, F_GETFD) < 0 && open("/dev/null", how[file]) != file) {
            _exit(NOT_WRITTEN);
        }
    }
}

static void read_to_end(int file, const char *name, bool until_newline, struct buffer *out)
{
    struct stat status;
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
        buffer_room(out, (size_t)status.st_size + CHUNK);
    }
    for (;;) {
        const ssize_t got = read(file, buffer_room(out, CHUNK), CHUNK);
        if (got == 0) {
            return;
        }
        if (got < 0 && errno != EINTR) {
            fail(REFUSED, "%s: %s", name, strerror(errno));
        }
        out->len += got < 0 ? 0 : (size_t)got;
        if (until_newline && out->len > 0 && out->data[out->len - 1] == '\n') {
            return;
        }
        progress("bytes read:", out->len, 0);
    }
}

/* A terminal shows what is no secret, which has no name here. */
static void read_or_ask(const char *path, const char *secret, struct buffer *out)
{
    const int file = path == NULL ? STDIN_FILENO : open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC);
    if (file < 0) {
        fail(REFUSED, "%s: %s", shown(path), strerror(errno));
    }
    const bool is_typed = isatty(file) == 1 && secret != NULL;
    if (is_typed) {
        hide_typing(file, secret);
    } else if (isatty(file)) {
        warn("reads from the terminal: end with Ctrl-D on a line of its own");
    }
    read_to_end(file, path == NULL ? "standard input" : shown(path), is_typed, out);
    show_typing();
    if (is_typed && out->len >= TYPED_MAX) {
        fail(REFUSED, "the terminal may have cut a line so long: use a file or a pipe");
    }
    if (path != NULL) {
        close(file);
    }
}

void read_file(const char *path, struct buffer *out)
{
    read_or_ask(path, NULL, out);
}

void read_secret(const char *path, const char *what, struct buffer *out)
{
    read_or_ask(path, what, out);
}

void read_line(const char *what, struct buffer *out)
{
    read_secret(NULL, what, out);
    buffer_drop_line_end(out);
}

static bool write_all(int file, const struct buffer *text)
{
    size_t done = 0;
    progress_end();
    while (done < text->len) {
        const ssize_t written = write(file, text->data + done, text->len - done);
        if (written < 0 && errno != EINTR) {
            return false;
        }
        done += written < 0 ? 0 : (size_t)written;
    }
    return true;
}

void write_standard_output(const struct buffer *text)
{
    /* Some file systems tell of a full disk only at the end. */
    if (!write_all(STDOUT_FILENO, text) || close(STDOUT_FILENO) != 0) {
        fail(NOT_WRITTEN, "standard output: %s", strerror(errno));
    }
}

/* Ctrl-C and its like wait while a file is half written. */
static void hold_signals(int how)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        sigaddset(&held, signals[i]);
    }
    sigprocmask(how, &held, NULL);
}

/* A name is on the disk once its directory is. Not every file system can do that for one. */
static bool sync_directory_of(const char *path)
{
    struct buffer directory = {.plain = true};
    const char *slash = strrchr(path, '/');
    buffer_add(&directory, path, slash == NULL ? 0 : (size_t)(slash - path) + 1);
    buffer_add(&directory, ".", sizeof ".");
    const int file = open((const char *)directory.data, O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    buffer_free(&directory);
    if (file < 0) {
        return false;
    }
    const bool done = fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP;
    close(file);
    return done;
}

static bool write_and_sync(const char *path, const struct buffer *text)
{
    const int file =
        open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) {
        return false;
    }
    bool done = write_all(file, text) && fsync(file) == 0;
    int error = errno;
    if (close(file) != 0 && done) {
        done = false;
        error = errno;
    }
    if (!done) {
        unlink(path);
        errno = error;
    }
    return done;
}

void create_file(const char *path, const struct buffer *text)
{
    hold_signals(SIG_BLOCK);
    if (!write_and_sync(path, text)) {
        const int error = errno;
        fail(NOT_WRITTEN, "%s: %s%s", shown(path), strerror(error),
             error == EEXIST ? ", and is never overwritten" : "");
    }
    if (!sync_directory_of(path)) {
        const int error = errno;
        unlink(path);
        fail(NOT_WRITTEN, "%s: %s", shown(path), strerror(error));
    }
    hold_signals(SIG_UNBLOCK);
}

void replace_file(const char *path, const struct buffer *text)
{
    char random[CSECRETS_HEX_SIZE(8)];
    require_ok(csecrets_token_hex(random, sizeof random, 8));
    struct buffer name = {.plain = true};
    buffer_add_text(&name, path);
    buffer_add_text(&name, ".");
    buffer_add(&name, random, sizeof random);
    const char *temporary = (const char *)name.data;

    hold_signals(SIG_BLOCK);
    bool done = write_and_sync(temporary, text);
    if (done && rename(temporary, path) != 0) {
        const int error = errno;
        unlink(temporary);
        errno = error;
        done = false;
    }
    if (!done || !sync_directory_of(path)) {
        fail(NOT_WRITTEN, "%s: %s", shown(path), strerror(errno));
    }
    hold_signals(SIG_UNBLOCK);
    buffer_free(&name);
}
