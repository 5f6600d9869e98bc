/* store.h - where the tokens' hashes are kept: one file of SQLite, for any number of processes
 *
 * A token itself never comes here: neither SQLite's memory nor its files ever held one.
 * A function that answers STORE_FAILED has said on standard error what is wrong, and what would be
 * right.
 */
#ifndef STORE_H
#define STORE_H

#include <stdbool.h>
#include <stdint.h>

#include <csecrets.h>
#include <sqlite3.h>

enum { USER_NAME_MAX = 64 };

enum store_answer { STORE_OK, STORE_NOT_FOUND, STORE_FAILED };

struct store {
    sqlite3 *db;
    const char *path;
    int timeout_ms;
};

/* One row. The times are Unix seconds; what never expires has CSECRETS_NEVER_EXPIRES. */
struct record {
    int64_t id;
    char kind[8]; /* "session" or "key" */
    char user_name[USER_NAME_MAX + 1];
    int64_t created_at;
    int64_t expires_at;
};

/* Opens the file, and gives it its tables where it is new. Where may_create is false a missing file
 * is an error, so that a slip in a path does not look like a service without tokens. After
 * STORE_FAILED there is nothing to close. */
enum store_answer store_open(struct store *store, const char *path, bool may_create,
                             int timeout_ms);
void store_close(struct store *store);

/* Says why the last call of SQLite failed, and what to do. Always STORE_FAILED. */
enum store_answer store_fail(const struct store *store);

/* STORE_OK means: on the disk. Fills in the record's id. */
enum store_answer store_add(struct store *store, struct record *record,
                            const uint8_t hash[CSECRETS_TOKEN_HASH_SIZE]);

/* Expired ones too, which are not the store's to judge. */
enum store_answer store_find(struct store *store, struct record *record,
                             const uint8_t hash[CSECRETS_TOKEN_HASH_SIZE]);

/* Of this id, or of this user; how many there were is left in removed. */
enum store_answer store_remove(struct store *store, int64_t id, int *removed);
enum store_answer store_remove_user(struct store *store, const char *user_name, int *removed);

/* Finds and removes as one: of two processes that revoke a token, one finds it. */
enum store_answer store_revoke(struct store *store, struct record *record,
                               const uint8_t hash[CSECRETS_TOKEN_HASH_SIZE]);

/* Calls visit for each row, oldest first. */
enum store_answer store_list(struct store *store, void (*visit)(const struct record *record));

/* Removes what has expired at the time now. */
enum store_answer store_purge(struct store *store, int64_t now, int *removed);

#endif
