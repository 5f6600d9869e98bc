/* Programs that are started anew for each call: a command, and the one that loads a library, draws
 * once and says how long that took. */
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

extern char **environ;

/* The program that loads, and the library, beside this program. */
static char loader[PATH_MAX], library[PATH_MAX];

void find_loader(void)
{
    ssize_t len = readlink("/proc/self/exe", loader, sizeof(loader) - 1);

    must(len > 0, "finding this program");
    loader[len] = '\0';
    char *slash = strrchr(loader, '/');
    size_t room = sizeof(loader) - (size_t)(slash + 1 - loader);
    must(snprintf(library, sizeof(library), "%.*s/libcsecrets.so", (int)(slash - loader), loader)
             < (int)sizeof(library)
             && snprintf(slash + 1, room, "bench-load") < (int)room,
         "naming the loader");
}

#define MOST_WORDS 8

/* A command's words, of which none holds a space. */
static void split(char *words[MOST_WORDS], char *command)
{
    int count = 0;

    for (char *word = strtok(command, " "); word != NULL; word = strtok(NULL, " ")) {
        must(count < MOST_WORDS - 1, "finding room for a command's words");
        words[count++] = strcmp(word, "load") == 0             ? loader
                         : strcmp(word, "libcsecrets.so") == 0 ? library
                                                               : word;
    }
    words[count] = NULL;
}

/* Whether the command succeeds; what it prints goes to the descriptor. */
static bool succeeds(char *words[MOST_WORDS], int output)
{
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status = -1;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    if (posix_spawnp(&child, words[0], &actions, NULL, words, environ) == 0)
        must(waitpid(child, &status, 0) == child, "waitpid");
    posix_spawn_file_actions_destroy(&actions);
    return status == 0;
}

bool can_run(const char *command)
{
    char text[256], *words[MOST_WORDS];
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

    snprintf(text, sizeof(text), "%s", command);
    split(words, text);
    bool can = succeeds(words, nowhere);
    close(nowhere);
    return can;
}

void run_command(const struct job *job, size_t calls)
{
    static int nowhere = -1;
    char command[256];
    char *words[MOST_WORDS];

    if (nowhere < 0)
        nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    for (size_t i = 0; i < calls; i++) {
        snprintf(command, sizeof(command), "%s", job->said);
        split(words, command);
        must(succeeds(words, nowhere), job->said);
    }
}

/* Adds up what the loader says, which is less than its process takes. */
void run_loader(const struct job *job, size_t calls)
{
    char command[256], said[64];
    char *words[MOST_WORDS];
    double sum = 0;

    for (size_t i = 0; i < calls; i++) {
        int ends[2];
        must(pipe(ends) == 0, "pipe");
        snprintf(command, sizeof(command), "%s", job->said);
        split(words, command);
        must(succeeds(words, ends[1]), job->said);
        ssize_t nbytes = read(ends[0], said, sizeof(said) - 1);
        must(nbytes > 0, job->said);
        said[nbytes] = '\0';
        sum += strtod(said, NULL);
        close(ends[0]);
        close(ends[1]);
    }
    tell_ns(sum);
}
