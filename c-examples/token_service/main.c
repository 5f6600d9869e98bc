/* main.c - token_service: gives out sessions and API keys, and knows them again
 *
 * The C counterpart of a token service class made of secrets.token_urlsafe, secrets.token_hex and
 * secrets.compare_digest, with what such a class leaves out: it outlives its process, serves many
 * at once, stores hashes and no tokens, lets sessions end, and does not look through all tokens in
 * a time that tells where it stopped.
 *
 *   token_service [--db FILE] [--timeout MS] [--ttl SECONDS] COMMAND
 *
 *   create-session USER   prints a new session token, once: good for 8 hours, or --ttl
 *   create-key USER       prints a new API key, once: good until it is revoked, or --ttl
 *   validate TOKEN        says whose token it is
 *   revoke TOKEN          makes it good for nothing
 *   revoke-id ID          the same, where nobody has the token: list tells its id
 *   revoke-user USER      the same with all of a user's tokens
 *   list                  what was given out: never the tokens, which nobody knows
 *   purge                 forgets what has expired
 *
 * With - for TOKEN it is the first line of standard input: an argument shows in ps. Options come
 * before the command, since a token may begin with '-'. FILE is tokens.db where nothing is said; a
 * command waits up to 5000 ms, or --timeout, for others that write.
 *
 * Exit status: 0 done, or valid; 1 refused: misspelt, unknown, revoked or expired; 2 usage; 3 the
 * database; 4 the system has no randomness or no time; 5 standard output could not be written.
 *
 * Build it alone:  cc *.c $(pkg-config --cflags --libs csecrets sqlite3) -o token_service
 */
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "commands.h"

static const int64_t TIMEOUT_MAX = 24 * 60 * 60 * 1000;
static const int64_t TTL_MAX = INT64_C(100) * 366 * 24 * 60 * 60;

static const struct command {
    const char *name;
    enum { NOTHING, USER, TOKEN, ID } operand;
    int (*run)(struct request *request);
} COMMANDS[] = {
    {"create-session", USER, command_create_session},
    {"create-key", USER, command_create_key},
    {"validate", TOKEN, command_validate},
    {"revoke", TOKEN, command_revoke},
    {"revoke-id", ID, command_revoke_id},
    {"revoke-user", USER, command_revoke_user},
    {"list", NOTHING, command_list},
    {"purge", NOTHING, command_purge},
};
enum { COMMAND_COUNT = sizeof COMMANDS / sizeof COMMANDS[0] };

static const char SYNOPSIS[] =
    "usage: token_service [--db FILE] [--timeout MS] [--ttl SECONDS] COMMAND\n"
    "  create-session USER   create-key USER\n"
    "  validate TOKEN        revoke TOKEN       (-: from standard input)\n"
    "  revoke-id ID          revoke-user USER\n"
    "  list                  purge\n";

static int usage(const char *problem)
{
    fprintf(stderr, "token_service: %s\n%s", problem, SYNOPSIS);
    return USAGE;
}

/* A whole decimal number from 1 to high. */
static bool read_number(const char *text, int64_t high, int64_t *out)
{
    char *end;
    if (text[0] < '0' || text[0] > '9') {
        return false;
    }
    *out = strtoll(text, &end, 10); /* beyond its range it is LLONG_MAX, which is above high */
    return *end == '\0' && *out >= 1 && *out <= high;
}

/* Reads the options, and leaves argv at the command. NULL, or what is wrong. */
static const char *read_options(struct request *request, char ***argv)
{
    int64_t timeout_ms = request->timeout_ms;
    for (; **argv != NULL && strncmp(**argv, "--", 2) == 0; *argv += 2) {
        const char *option = **argv, *value = (*argv)[1];
        if (value == NULL) {
            return "an option without its value, or none of this program's";
        }
        if (strcmp(option, "--db") == 0) {
            /* SQLite gives "", ":memory:" and "file:..." a meaning of its own. */
            if (value[0] == '\0' || value[0] == ':' || strncmp(value, "file:", 5) == 0) {
                return "--db takes a file; one of such a name is written ./NAME";
            }
            request->db = value;
        } else if (strcmp(option, "--timeout") == 0) {
            if (!read_number(value, TIMEOUT_MAX, &timeout_ms)) {
                return "--timeout takes milliseconds, from 1 to a day's";
            }
            request->timeout_ms = (int)timeout_ms;
        } else if (strcmp(option, "--ttl") == 0) {
            if (!read_number(value, TTL_MAX, &request->ttl)) {
                return "--ttl takes seconds, from 1 to a hundred years'";
            }
        } else {
            return "no such option";
        }
    }
    return NULL;
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (name != NULL && strcmp(COMMANDS[i].name, name) == 0) {
            return &COMMANDS[i];
        }
    }
    return NULL;
}

int main(int argc, char **argv)
{
    struct request request = {.db = "tokens.db", .timeout_ms = 5000, .now = (int64_t)time(NULL)};
    if (argc > 1 && strcmp(argv[argc - 1], "--help") == 0) {
        return fputs(SYNOPSIS, stdout) < 0 || fflush(stdout) != 0 ? NO_OUTPUT : DONE;
    }
    argv += argc > 0;
    const char *problem = read_options(&request, &argv);
    if (problem != NULL) {
        return usage(problem);
    }
    const struct command *command = find_command(argv[0]);
    if (command == NULL) {
        return usage(argv[0] == NULL ? "no command" : "no such command");
    }
    const int operands = command->operand == NOTHING ? 0 : 1;
    if (operands == 1 && argv[1] == NULL) {
        return usage("the command wants an operand");
    }
    if (argv[1 + operands] != NULL) {
        return usage("too many operands; options come before the command");
    }
    if (request.ttl != 0 && strncmp(command->name, "create-", 7) != 0) {
        return usage("--ttl is for create-session and create-key");
    }
    if (request.now < 1) {
        fprintf(stderr, "token_service: the clock is not set\n");
        return NO_RANDOMNESS;
    }
    if (command->operand == ID && !read_number(argv[1], INT64_MAX, &request.id)) {
        return usage("ID is a number of list's");
    }
    if (command->operand == USER) {
        request.user_name = argv[1];
    } else if (command->operand == TOKEN) {
        token_read(&request.token, argv[1]);
        /* ps shows it no longer, but may have by now. */
        csecrets_wipe(argv[1], strlen(argv[1]));
    }
    signal(SIGPIPE, SIG_IGN); /* a reader that went away is a write that failed */
    int code = command->run(&request);
    csecrets_wipe(&request.token, sizeof request.token);
    if (fflush(stdout) != 0 && code == DONE) {
        perror("token_service: standard output");
        code = NO_OUTPUT;
    }
    return code;
}
