/* qr.c - the text goes through a pipe: an argument would show in ps */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <stdbool.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fail.h"
#include "qr.h"

/* In the child; qrencode says to nobody why it failed. */
NORETURN static void become_qrencode(const int text[2], const int picture[2])
{
    char *const argv[] = {"qrencode", "-t", "ANSIUTF8", "-o", "-", NULL};
    if (dup2(text[0], STDIN_FILENO) >= 0 && dup2(picture[1], STDOUT_FILENO) >= 0) {
        close(text[0]);
        close(text[1]);
        close(picture[0]);
        close(picture[1]);
        close(STDERR_FILENO);
        execvp(argv[0], argv);
    }
    _exit(127);
}

static void read_picture(int file, struct buffer *out)
{
    enum { CHUNK = 4096 };
    for (;;) {
        const ssize_t got = read(file, buffer_room(out, CHUNK), CHUNK);
        if (got == 0 || (got < 0 && errno != EINTR)) {
            return;
        }
        out->len += got < 0 ? 0 : (size_t)got;
    }
}

/* The text is far shorter than what a pipe holds, so that nobody waits for the other. */
static bool draw(const struct buffer *text, struct buffer *out)
{
    int to[2], from[2], status = 0;
    if (pipe(to) != 0) {
        return false;
    }
    if (pipe(from) != 0) {
        close(to[0]);
        close(to[1]);
        return false;
    }
    const pid_t child = fork();
    if (child == 0) {
        become_qrencode(to, from);
    }
    close(to[0]);
    close(from[1]);
    const bool told = child > 0 && write(to[1], text->data, text->len) == (ssize_t)text->len;
    close(to[1]);
    read_picture(from[0], out);
    close(from[0]);
    return child > 0 && waitpid(child, &status, 0) == child && told && status == 0;
}

void add_qr_code(struct output *output, const struct buffer *text)
{
    struct buffer picture = {0};
    if (text->len < 512 && draw(text, &picture) && picture.len > 0) {
        output_value(output, picture.data, picture.len - 1, false);
    }
    buffer_free(&picture);
}
