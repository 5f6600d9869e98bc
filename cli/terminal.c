/* terminal.c - echo is off while a secret is typed, and never stays off
 *
 * As readpassphrase(3) does it where there is one. A signal handler may call all that is called here.
 */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "fail.h"
#include "terminal.h"

/* Echo may be off unless it is IDLE, and is turned off again after a stop while it is ASKING. */
enum { IDLE, ASKING, ENDING };
static volatile sig_atomic_t state = IDLE;
static int terminal;
static const char *wanted;
static struct termios as_it_was, without_echo;

static void say(const char *text)
{
    const ssize_t written = write(STDERR_FILENO, text, strlen(text));
    (void)written;
}

/* What was typed before was shown, and is dropped. A job in the background is stopped here until it is
 * in front. */
static bool turn_echo_off(void)
{
    while (tcsetattr(terminal, TCSAFLUSH, &without_echo) != 0) {
        if (errno != EINTR) {
            return false;
        }
    }
    say(wanted);
    say(" (not shown): ");
    return true;
}

/* What was typed after the secret is dropped: it may belong to it, and is nothing for the shell. In the
 * background the terminal is another job's, and touching it would stop what has to end. */
static void turn_echo_on(void)
{
    const pid_t front = tcgetpgrp(terminal);
    if (front >= 0 && front != getpgrp()) {
        return;
    }
    while (tcsetattr(terminal, TCSAFLUSH, &as_it_was) != 0 && errno == EINTR) {
    }
    say("\n");
}

static void handle(int number);

/* The handler is gone once it runs, and its signal is not held: it raises the signal again, which then
 * does what it always does. What is ignored, as under nohup(1), stays so. */
static void catch_signal(int number)
{
    struct sigaction old, action = {.sa_handler = handle};
    action.sa_flags = SA_RESTART | SA_NODEFER | (int)SA_RESETHAND;
    sigemptyset(&action.sa_mask);
    if (sigaction(number, NULL, &old) == 0 && old.sa_handler != SIG_IGN) {
        sigaction(number, &action, NULL);
    }
}

static void handle(int number)
{
    const int error = errno;
    struct termios now;
    if (number != SIGCONT) {
        if (state != IDLE) {
            turn_echo_on();
        }
        raise(number);
    }
    /* It goes on: after a stop, or without one where no shell could end it. */
    if (state == ASKING && tcgetattr(terminal, &now) == 0 && (now.c_lflag & ECHO) != 0) {
        turn_echo_off();
    }
    catch_signal(number);
    errno = error;
}

void hide_typing(int file, const char *what)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGTSTP};
    static bool ends_well;
    terminal = file;
    wanted = what;
    if (!ends_well && atexit(show_typing) != 0) {
        fail(REFUSED, "not enough memory");
    }
    ends_well = true;
    if (tcgetattr(file, &as_it_was) != 0) {
        fail(REFUSED, "the terminal can't be told to hide the %s: %s", what, strerror(errno));
    }
    without_echo = as_it_was;
    without_echo.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
    state = ASKING;
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        catch_signal(signals[i]);
    }
    if (!turn_echo_off()) {
        fail(REFUSED, "the terminal can't be told to hide the %s: %s", what, strerror(errno));
    }
    catch_signal(SIGCONT);
}

void show_typing(void)
{
    if (state != IDLE) {
        state = ENDING;
        turn_echo_on();
        state = IDLE;
    }
}
