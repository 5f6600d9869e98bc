/* commands.h - what main.c hands to each command */
#ifndef COMMANDS_H
#define COMMANDS_H

#include <stdint.h>

#include "token.h"

/* The exit status; main.c says what each means. */
enum { DONE, REFUSED, USAGE, DATABASE, NO_RANDOMNESS, NO_OUTPUT };

struct request {
    const char *db;
    int timeout_ms;
    int64_t ttl; /* seconds; 0 where nothing was said */
    int64_t now; /* Unix seconds */
    int64_t id;
    const char *user_name;
    struct token token;
};

int command_create_session(struct request *request);
int command_create_key(struct request *request);
int command_validate(struct request *request);
int command_revoke(struct request *request);
int command_revoke_id(struct request *request);
int command_revoke_user(struct request *request);
int command_list(struct request *request);
int command_purge(struct request *request);

#endif
