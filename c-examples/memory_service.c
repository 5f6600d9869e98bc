/* memory_service.c - gives out sessions and API keys and knows them again, in the memory of a process
 *
 * The C counterpart of a token service class with a dictionary of its active tokens. Here it holds
 * their hashes, in one array, and looks at all of them whichever it is: a loop that ends where
 * secrets.compare_digest is true tells where by its time. token_service does it with a database.
 *
 * Build it alone:  cc memory_service.c $(pkg-config --cflags --libs csecrets)
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <csecrets.h>

#define PREFIX "acme"

enum { TOKENS_MAX = 1000, SESSION_BYTES = 32 };

struct record {
    uint32_t user_id;
    time_t created_at;
};

/* Row i of hashes belongs to row i of records. All zero means: no tokens. */
struct service {
    uint8_t hashes[TOKENS_MAX][CSECRETS_TOKEN_HASH_SIZE];
    struct record records[TOKENS_MAX];
    size_t count;
};

/* Takes what csecrets made in token; wipes it where it can't be kept. */
static bool keep(struct service *service, char *token, csecrets_status status, uint32_t user_id)
{
    if (status == CSECRETS_OK && service->count < TOKENS_MAX &&
        csecrets_token_hash(service->hashes[service->count], token, strlen(token)) == CSECRETS_OK) {
        service->records[service->count++] = (struct record){user_id, time(NULL)};
        return true;
    }
    csecrets_wipe(token, strlen(token));
    return false;
}

/* The record of a token; NULL if it is none of ours. */
static struct record *find(struct service *service, const char *token)
{
    uint8_t hash[CSECRETS_TOKEN_HASH_SIZE];
    size_t row;
    bool found = csecrets_token_hash(hash, token, strlen(token)) == CSECRETS_OK &&
                 csecrets_find_equal(&row, hash, service->hashes, service->count, sizeof hash);
    return found ? &service->records[row] : NULL;
}

/* The last row takes the place of the one that goes. */
static bool revoke(struct service *service, const char *token)
{
    struct record *record = find(service, token);
    if (record == NULL) {
        return false;
    }
    const size_t row = (size_t)(record - service->records), last = --service->count;
    memmove(service->hashes[row], service->hashes[last], sizeof service->hashes[row]);
    service->records[row] = service->records[last];
    memset(service->hashes[last], 0, sizeof service->hashes[last]);
    return true;
}

static bool show(const char *what, bool accepted, bool expected)
{
    printf("  %-28s %s\n", what, accepted ? "accepted" : "refused");
    return accepted == expected;
}

int main(void)
{
    static struct service service;
    char session[CSECRETS_URLSAFE_SIZE(SESSION_BYTES)];
    char key[CSECRETS_API_KEY_SIZE(sizeof PREFIX - 1)];
    csecrets_status status = csecrets_token_urlsafe(session, sizeof session, SESSION_BYTES);
    bool right = keep(&service, session, status, 123);
    status = csecrets_api_key(key, sizeof key, PREFIX);
    right &= keep(&service, key, status, 123);
    if (!right) {
        fprintf(stderr, "memory_service: no token\n");
        return EXIT_FAILURE;
    }
    printf("session token  %s\nAPI key        %s\n", session, key);
    right &= show("the session token", find(&service, session) != NULL, true);
    right &= show("the API key", find(&service, key) != NULL, true);
    right &= show("a fake token", find(&service, "fake_token") != NULL, false);
    right &= show("no token", find(&service, "") != NULL, false);
    right &= revoke(&service, session) && !revoke(&service, session);
    printf("once the session is revoked\n");
    right &= show("the old session token", find(&service, session) != NULL, false);
    right &= show("the API key still", find(&service, key) != NULL, true);
    csecrets_wipe(session, sizeof session);
    csecrets_wipe(key, sizeof key);
    return right ? EXIT_SUCCESS : EXIT_FAILURE;
}
