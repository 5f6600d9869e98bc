/* store.c - the statements: each prepared, each value bound
 *
 * The same statements run on PostgreSQL: README.md has them side by side.
 */
#include <stdio.h>

#include "store.h"

/* The index is on the first eight bytes of the hash. Looking them up takes a time that may show how
 * many of them are somebody's, and that tells nothing: no way leads from a hash to a token, even
 * from all of it. What decides is the whole hash, compared in constant time. */
enum { LOOKUP_BYTES = 8 };

static const char INSERT[] =
    "INSERT INTO token (kind, user_name, hash, created_at, expires_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5)";
static const char FIND[] =
    "SELECT id, kind, user_name, created_at, expires_at, hash FROM token"
    " WHERE substr(hash, 1, 8) = ?1";
static const char LIST[] =
    "SELECT id, kind, user_name, created_at, expires_at FROM token ORDER BY id";
static const char REMOVE[] = "DELETE FROM token WHERE id = ?1";
static const char REMOVE_USER[] = "DELETE FROM token WHERE user_name = ?1";
static const char PURGE[] = "DELETE FROM token WHERE expires_at <= ?1";

/* NULL after a message. */
static sqlite3_stmt *prepare(const struct store *store, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK) {
        store_fail(store);
    }
    return statement;
}

/* Runs a statement without rows to its end; bound tells whether its values could be bound. Outside
 * a transaction, what it wrote is then on the disk. */
static enum store_answer finish(const struct store *store, sqlite3_stmt *statement, bool bound)
{
    enum store_answer answer = STORE_OK;
    if (!bound || sqlite3_step(statement) != SQLITE_DONE) {
        answer = store_fail(store);
    }
    sqlite3_finalize(statement);
    return answer;
}

static enum store_answer execute(const struct store *store, const char *sql)
{
    sqlite3_stmt *statement = prepare(store, sql);
    return statement == NULL ? STORE_FAILED : finish(store, statement, true);
}

/* The first five columns of FIND and LIST. */
static void read_record(sqlite3_stmt *statement, struct record *record)
{
    const unsigned char *kind = sqlite3_column_text(statement, 1);
    const unsigned char *user_name = sqlite3_column_text(statement, 2);
    record->id = sqlite3_column_int64(statement, 0);
    snprintf(record->kind, sizeof record->kind, "%s", kind == NULL ? "?" : (const char *)kind);
    snprintf(record->user_name, sizeof record->user_name, "%s",
             user_name == NULL ? "?" : (const char *)user_name);
    record->created_at = sqlite3_column_int64(statement, 3);
    record->expires_at = sqlite3_column_type(statement, 4) == SQLITE_NULL
                             ? CSECRETS_NEVER_EXPIRES
                             : sqlite3_column_int64(statement, 4);
}

enum store_answer store_add(struct store *store, struct record *record,
                            const uint8_t hash[CSECRETS_TOKEN_HASH_SIZE])
{
    sqlite3_stmt *statement = prepare(store, INSERT);
    if (statement == NULL) {
        return STORE_FAILED;
    }
    bool bound =
        sqlite3_bind_text(statement, 1, record->kind, -1, SQLITE_STATIC) == SQLITE_OK &&
        sqlite3_bind_text(statement, 2, record->user_name, -1, SQLITE_STATIC) == SQLITE_OK &&
        sqlite3_bind_blob(statement, 3, hash, CSECRETS_TOKEN_HASH_SIZE, SQLITE_STATIC) ==
            SQLITE_OK &&
        sqlite3_bind_int64(statement, 4, record->created_at) == SQLITE_OK &&
        (record->expires_at == CSECRETS_NEVER_EXPIRES
             ? sqlite3_bind_null(statement, 5)
             : sqlite3_bind_int64(statement, 5, record->expires_at)) == SQLITE_OK;
    enum store_answer answer = finish(store, statement, bound);
    record->id = sqlite3_last_insert_rowid(store->db);
    return answer;
}

enum store_answer store_find(struct store *store, struct record *record,
                             const uint8_t hash[CSECRETS_TOKEN_HASH_SIZE])
{
    sqlite3_stmt *statement = prepare(store, FIND);
    if (statement == NULL) {
        return STORE_FAILED;
    }
    int step = sqlite3_bind_blob(statement, 1, hash, LOOKUP_BYTES, SQLITE_STATIC);
    enum store_answer answer = STORE_NOT_FOUND;
    if (step == SQLITE_OK) {
        /* Two hashes may begin alike: look on. */
        while (answer == STORE_NOT_FOUND && (step = sqlite3_step(statement)) == SQLITE_ROW) {
            const void *stored = sqlite3_column_blob(statement, 5);
            const int nbytes = sqlite3_column_bytes(statement, 5);
            if (csecrets_equal(stored, (size_t)nbytes, hash, CSECRETS_TOKEN_HASH_SIZE)) {
                read_record(statement, record);
                answer = STORE_OK;
            }
        }
    }
    if (answer == STORE_NOT_FOUND && step != SQLITE_DONE) {
        answer = store_fail(store);
    }
    sqlite3_finalize(statement);
    return answer;
}

/* Runs a statement that removes rows, and counts them. */
static enum store_answer finish_removing(struct store *store, sqlite3_stmt *statement, bool bound,
                                         int *removed)
{
    enum store_answer answer = finish(store, statement, bound);
    *removed = answer == STORE_OK ? sqlite3_changes(store->db) : 0;
    return answer;
}

enum store_answer store_remove(struct store *store, int64_t id, int *removed)
{
    sqlite3_stmt *statement = prepare(store, REMOVE);
    if (statement == NULL) {
        return STORE_FAILED;
    }
    bool bound = sqlite3_bind_int64(statement, 1, id) == SQLITE_OK;
    return finish_removing(store, statement, bound, removed);
}

enum store_answer store_remove_user(struct store *store, const char *user_name, int *removed)
{
    sqlite3_stmt *statement = prepare(store, REMOVE_USER);
    if (statement == NULL) {
        return STORE_FAILED;
    }
    bool bound = sqlite3_bind_text(statement, 1, user_name, -1, SQLITE_STATIC) == SQLITE_OK;
    return finish_removing(store, statement, bound, removed);
}

enum store_answer store_revoke(struct store *store, struct record *record,
                               const uint8_t hash[CSECRETS_TOKEN_HASH_SIZE])
{
    /* IMMEDIATE takes the lock for writing before anything is read. A transaction that begins with
     * reading can't always be turned into one that writes, however long it waits. */
    enum store_answer answer = execute(store, "BEGIN IMMEDIATE");
    if (answer != STORE_OK) {
        return answer;
    }
    answer = store_find(store, record, hash);
    if (answer == STORE_OK) {
        int removed = 0;
        answer = store_remove(store, record->id, &removed);
    }
    if (answer == STORE_OK) {
        return execute(store, "COMMIT");
    }
    /* Some errors have rolled back already. Where this fails too, closing the file does it. */
    sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return answer;
}

enum store_answer store_list(struct store *store, void (*visit)(const struct record *record))
{
    sqlite3_stmt *statement = prepare(store, LIST);
    if (statement == NULL) {
        return STORE_FAILED;
    }
    enum store_answer answer = STORE_OK;
    int step;
    while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
        struct record record;
        read_record(statement, &record);
        visit(&record);
    }
    if (step != SQLITE_DONE) {
        answer = store_fail(store);
    }
    sqlite3_finalize(statement);
    return answer;
}

enum store_answer store_purge(struct store *store, int64_t now, int *removed)
{
    sqlite3_stmt *statement = prepare(store, PURGE);
    if (statement == NULL) {
        return STORE_FAILED;
    }
    bool bound = sqlite3_bind_int64(statement, 1, now) == SQLITE_OK;
    return finish_removing(store, statement, bound, removed);
}
