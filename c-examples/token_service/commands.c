/* commands.c - what each command does, from its operand to its exit status */
#define _POSIX_C_SOURCE 200809L

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "commands.h"
#include "store.h"

enum { SESSION_TTL = 8 * 60 * 60 };

static int refuse(const char *why)
{
    printf("refused: %s\n", why);
    return REFUSED;
}

/* Unix seconds in words of UTC. */
static const char *when(int64_t seconds, char text[32])
{
    const time_t time = (time_t)seconds;
    struct tm utc;
    if (seconds == CSECRETS_NEVER_EXPIRES) {
        return "never";
    }
    if (gmtime_r(&time, &utc) == NULL || strftime(text, 32, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0) {
        return "?";
    }
    return text;
}

/* A name is shown in a terminal and in columns: no control characters, no spaces. */
static bool is_user_name(const char *text)
{
    const size_t len = strlen(text);
    for (size_t i = 0; i < len; i++) {
        if (text[i] < '!' || text[i] > '~') {
            return false;
        }
    }
    return len >= 1 && len <= USER_NAME_MAX;
}

/* The token is printed only once its hash is on the disk. Where the print fails, the row is taken
 * back; a process that is killed between the two leaves a token that nobody knows. */
static int create(struct request *request, const char *kind, int64_t ttl,
                  csecrets_status (*make)(struct token *token))
{
    if (!is_user_name(request->user_name)) {
        fprintf(stderr, "token_service: USER is 1 to %d characters from '!' to '~'\n",
                USER_NAME_MAX);
        return USAGE;
    }
    uint8_t hash[CSECRETS_TOKEN_HASH_SIZE];
    csecrets_status status = make(&request->token);
    if (status == CSECRETS_OK) {
        status = csecrets_token_hash(hash, request->token.text, request->token.len);
    }
    if (status != CSECRETS_OK) {
        fprintf(stderr, "token_service: %s\n", csecrets_strerror(status));
        return NO_RANDOMNESS;
    }
    struct record record = {
        .created_at = request->now,
        .expires_at = ttl == 0 ? CSECRETS_NEVER_EXPIRES : request->now + ttl,
    };
    snprintf(record.kind, sizeof record.kind, "%s", kind);
    snprintf(record.user_name, sizeof record.user_name, "%s", request->user_name);

    struct store store;
    if (store_open(&store, request->db, true, request->timeout_ms) != STORE_OK) {
        return DATABASE;
    }
    int code = DONE;
    if (store_add(&store, &record, hash) != STORE_OK) {
        code = DATABASE;
    } else if (!token_print(&request->token)) {
        perror("token_service: the token could not be printed, and is revoked");
        int removed = 0;
        code = store_remove(&store, record.id, &removed) == STORE_OK ? NO_OUTPUT : DATABASE;
    }
    store_close(&store);
    return code;
}

int command_create_session(struct request *request)
{
    const int64_t ttl = request->ttl == 0 ? SESSION_TTL : request->ttl;
    return create(request, "session", ttl, token_make_session);
}

int command_create_key(struct request *request)
{
    return create(request, "key", request->ttl, token_make_key);
}

/* What validate and revoke share. The database is not asked about what can't be a token. */
static int look_up(struct request *request, struct record *record,
                   enum store_answer (*search)(struct store *store, struct record *record,
                                               const uint8_t hash[CSECRETS_TOKEN_HASH_SIZE]))
{
    const char *problem = token_misspelt(&request->token);
    if (problem != NULL) {
        return refuse(problem);
    }
    uint8_t hash[CSECRETS_TOKEN_HASH_SIZE];
    if (csecrets_token_hash(hash, request->token.text, request->token.len) != CSECRETS_OK) {
        return refuse("no token");
    }
    struct store store;
    if (store_open(&store, request->db, false, request->timeout_ms) != STORE_OK) {
        return DATABASE;
    }
    enum store_answer answer = search(&store, record, hash);
    store_close(&store);
    if (answer == STORE_FAILED) {
        return DATABASE;
    }
    return answer == STORE_OK ? DONE : refuse("unknown, or revoked");
}

int command_validate(struct request *request)
{
    struct record record;
    char text[32];
    int code = look_up(request, &record, store_find);
    if (code != DONE) {
        return code;
    }
    if (request->now >= record.expires_at) {
        return refuse("expired");
    }
    printf("valid: %s of %s, expires %s\n", record.kind, record.user_name,
           when(record.expires_at, text));
    return DONE;
}

int command_revoke(struct request *request)
{
    struct record record;
    int code = look_up(request, &record, store_revoke);
    if (code == DONE) {
        printf("revoked: %s of %s\n", record.kind, record.user_name);
    }
    return code;
}

static void show(const struct record *record)
{
    char created[32], expires[32];
    printf("%" PRId64 " %s %s %s %s\n", record->id, record->kind, record->user_name,
           when(record->created_at, created), when(record->expires_at, expires));
}

int command_list(struct request *request)
{
    struct store store;
    if (store_open(&store, request->db, false, request->timeout_ms) != STORE_OK) {
        return DATABASE;
    }
    printf("id kind user created expires\n");
    enum store_answer answer = store_list(&store, show);
    store_close(&store);
    return answer == STORE_OK ? DONE : DATABASE;
}

/* Where there was nothing to revoke, the id or the name may be misspelt, and a token good still. */
static int count_revoked(struct store *store, enum store_answer answer, int removed,
                         const char *none)
{
    store_close(store);
    if (answer != STORE_OK) {
        return DATABASE;
    }
    if (removed == 0) {
        return refuse(none);
    }
    printf("revoked: %d\n", removed);
    return DONE;
}

int command_revoke_id(struct request *request)
{
    struct store store;
    int removed = 0;
    if (store_open(&store, request->db, false, request->timeout_ms) != STORE_OK) {
        return DATABASE;
    }
    enum store_answer answer = store_remove(&store, request->id, &removed);
    return count_revoked(&store, answer, removed, "unknown, or revoked");
}

int command_revoke_user(struct request *request)
{
    struct store store;
    int removed = 0;
    if (store_open(&store, request->db, false, request->timeout_ms) != STORE_OK) {
        return DATABASE;
    }
    enum store_answer answer = store_remove_user(&store, request->user_name, &removed);
    return count_revoked(&store, answer, removed, "no token of this user");
}

int command_purge(struct request *request)
{
    struct store store;
    int removed = 0;
    if (store_open(&store, request->db, false, request->timeout_ms) != STORE_OK) {
        return DATABASE;
    }
    enum store_answer answer = store_purge(&store, request->now, &removed);
    store_close(&store);
    if (answer != STORE_OK) {
        return DATABASE;
    }
    printf("purged: %d\n", removed);
    return DONE;
}
