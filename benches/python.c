/* Python's own modules: a python3 that is asked over a pipe how long so many calls take. */
#include <string.h>
#include <unistd.h>

#include "bench.h"

static FILE *to_python, *from_python;

/* timeit's clock is Python's: what the pipe takes is not counted. */
static const char script[] =
    "import sys, timeit\n"
    "setup = 'import base64, hashlib, hmac, random, secrets, uuid; '\\\n"
    "    'deck = list(range(52)); many = list(range(10000)); text = \"ab\" * 32; '\\\n"
    "    'key = bytes(range(32)); draw = random.SystemRandom(); some = uuid.uuid4()'\n"
    "print(sys.version.split()[0], flush=True)\n"
    "for line in sys.stdin:\n"
    "    calls, statement = line.rstrip('\\n').split(' ', 1)\n"
    "    taken = timeit.timeit(statement, setup, number=int(calls))\n"
    "    print(taken * 1e9, flush=True)\n";

const char *find_python(void)
{
    static char version[64];
    int questions[2], answers[2];

    must(pipe(questions) == 0 && pipe(answers) == 0, "pipe");
    pid_t child = fork();
    must(child >= 0, "fork");
    if (child == 0) {
        dup2(questions[0], STDIN_FILENO);
        dup2(answers[1], STDOUT_FILENO);
        close(questions[1]);
        close(answers[0]);
        execlp("python3", "python3", "-c", script, (char *)NULL);
        _exit(127);
    }
    close(questions[0]);
    close(answers[1]);
    to_python = fdopen(questions[1], "w");
    from_python = fdopen(answers[0], "r");
    must(to_python != NULL && from_python != NULL, "fdopen");
    if (fgets(version, sizeof(version), from_python) == NULL)
        return NULL;
    version[strcspn(version, "\n")] = '\0';
    return version;
}

void ask_python(const struct job *job, size_t calls)
{
    double ns = 0;

    must(fprintf(to_python, "%zu %s\n", calls, job->said) > 0 && fflush(to_python) == 0
             && fscanf(from_python, "%lf", &ns) == 1,
         job->said);
    tell_ns(ns);
}
