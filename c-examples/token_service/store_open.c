/* store_open.c - opens the file for many processes at once, and says what is wrong with it */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "store.h"

/* Goes up with each change of the tables; make_tables() then brings older files up to date. */
#define SCHEMA_VERSION "1"

/* AUTOINCREMENT, so that no id is given again: who revokes one that is gone hits nobody else's. The
 * prefix is indexed as an expression, not kept as a column, which could come to disagree.
 * The version is set last: a file that has it has all of it. */
static const char TABLES[] =
    "CREATE TABLE token ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " kind TEXT NOT NULL CHECK (kind IN ('session', 'key')),"
    " user_name TEXT NOT NULL,"
    " hash BLOB NOT NULL CHECK (typeof(hash) = 'blob' AND length(hash) = 32),"
    " created_at INTEGER NOT NULL CHECK (typeof(created_at) = 'integer'),"
    " expires_at INTEGER CHECK (typeof(expires_at) IN ('integer', 'null'))"
    ");"
    "CREATE INDEX token_by_hash ON token (substr(hash, 1, 8));"
    "PRAGMA user_version = " SCHEMA_VERSION ";";

static enum store_answer complain(const struct store *store, const char *what, const char *remedy)
{
    fprintf(stderr, "token_service: %s: %s\n%s\n", store->path, what, remedy);
    return STORE_FAILED;
}

/* Why a file could not be opened at all. */
static enum store_answer fail_to_open(const struct store *store, int os_errno)
{
    if (os_errno == ENOENT) {
        return complain(store, "no such file, and none was made",
                        "create-session and create-key make it, in a directory that exists and may"
                        " be written to.");
    }
    return complain(store, os_errno != 0 ? strerror(os_errno) : sqlite3_errmsg(store->db),
                    "It has to be a file that you may read and write, in a directory where you may"
                    " make files: FILE-wal and FILE-shm stand beside it.");
}

static enum store_answer fail_to_write(const struct store *store)
{
    return complain(store, "read-only",
                    "Every command writes, if only to take its place among the readers: make the"
                    " file and its directory writable for this user.");
}

enum store_answer store_fail(const struct store *store)
{
    char what[128];
    switch (sqlite3_errcode(store->db) & 0xff) {
    case SQLITE_CANTOPEN:
        return fail_to_open(store, sqlite3_system_errno(store->db));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        snprintf(what, sizeof what, "locked by another program for %d ms", store->timeout_ms);
        return complain(store, what,
                        "Try again, or wait longer with --timeout; `fuser FILE` names who has it"
                        " open.");
    case SQLITE_READONLY:
        return fail_to_write(store);
    case SQLITE_NOTADB:
        return complain(store, "not a database of SQLite",
                        "Name another --db, or move the file away and let create-session make a"
                        " new one.");
    case SQLITE_CORRUPT:
        return complain(store, "damaged: what is in it can't be believed",
                        "Stop the service and restore a backup, or save what can be read:"
                        " `sqlite3 FILE .recover | sqlite3 NEW`.");
    case SQLITE_FULL:
        return complain(store, "the disk is full",
                        "Nothing was changed: make room, then try again.");
    case SQLITE_IOERR:
        return complain(store, sqlite3_errmsg(store->db),
                        "The disk or its file system failed: see the system's log.");
    default:
        return complain(store, sqlite3_errmsg(store->db),
                        "If this is no file of this program, name another --db.");
    }
}

static enum store_answer execute(const struct store *store, const char *sql)
{
    const int status = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    return status == SQLITE_OK ? STORE_OK : store_fail(store);
}

/* The first column of a statement's only row; "" where there is none. */
struct answer {
    char text[16];
};

static int ask(sqlite3 *db, const char *sql, struct answer *answer)
{
    sqlite3_stmt *statement = NULL;
    answer->text[0] = '\0';
    int status = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (status == SQLITE_OK) {
        status = sqlite3_step(statement);
    }
    if (status == SQLITE_ROW) {
        const unsigned char *text = sqlite3_column_text(statement, 0);
        snprintf(answer->text, sizeof answer->text, "%s", text == NULL ? "" : (const char *)text);
        status = SQLITE_OK;
    }
    sqlite3_finalize(statement);
    return status;
}

static int64_t milliseconds(void)
{
    struct timespec now = {0, 0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A write-ahead log lets readers read while one process writes, and a transaction is in it whole or
 * not at all. The file remembers the mode; of several processes that make a new file at once only
 * one can set it, and SQLite does not let the others wait by itself. */
static enum store_answer set_journal(const struct store *store)
{
    const int64_t deadline = milliseconds() + store->timeout_ms;
    struct answer mode;
    int status;
    while ((status = ask(store->db, "PRAGMA journal_mode = WAL", &mode)) == SQLITE_BUSY &&
           milliseconds() < deadline) {
        sqlite3_sleep(5);
    }
    if (status != SQLITE_OK) {
        return store_fail(store);
    }
    if (strcmp(mode.text, "wal") != 0) {
        return complain(store, "no write-ahead log can be kept here",
                        "A network's file system can't: put the file on a disk of this machine.");
    }
    /* FULL flushes the log at every commit: what was acknowledged outlives a power cut as well. */
    return execute(store, "PRAGMA synchronous = FULL");
}

static enum store_answer read_version(const struct store *store, struct answer *version)
{
    const int status = ask(store->db, "PRAGMA user_version", version);
    return status == SQLITE_OK ? STORE_OK : store_fail(store);
}

/* Called with the lock for writing held: whoever made the tables first has made them whole. */
static enum store_answer make_tables(const struct store *store)
{
    struct answer version, tables;
    enum store_answer answer = read_version(store, &version);
    if (answer != STORE_OK || strcmp(version.text, "0") != 0) {
        return answer;
    }
    if (ask(store->db, "SELECT count(*) FROM sqlite_master", &tables) != SQLITE_OK) {
        return store_fail(store);
    }
    if (strcmp(tables.text, "0") != 0) {
        return complain(store, "another program's database", "Name another --db.");
    }
    return execute(store, TABLES);
}

/* Changes nothing in another program's database. */
static enum store_answer check_schema(const struct store *store)
{
    struct answer version;
    enum store_answer answer = read_version(store, &version);
    if (answer == STORE_OK && strcmp(version.text, "0") == 0) {
        answer = execute(store, "BEGIN IMMEDIATE");
        if (answer == STORE_OK) {
            answer = make_tables(store);
        }
        if (answer == STORE_OK) {
            answer = execute(store, "COMMIT");
        }
        if (answer == STORE_OK) {
            answer = read_version(store, &version);
        }
    }
    if (answer == STORE_OK && strcmp(version.text, SCHEMA_VERSION) != 0) {
        return complain(store, "its tables are of a version that this program does not know",
                        "A newer program made them, or quite another one: name another --db.");
    }
    return answer;
}

enum store_answer store_open(struct store *store, const char *path, bool may_create,
                             int timeout_ms)
{
    store->path = path;
    store->timeout_ms = timeout_ms;
    /* A new file is its owner's alone. SQLite gives FILE-wal and FILE-shm the mode of the file. */
    umask(S_IRWXG | S_IRWXO);
    const int flags = SQLITE_OPEN_READWRITE | (may_create ? SQLITE_OPEN_CREATE : 0);
    enum store_answer answer = STORE_OK;
    if (sqlite3_open_v2(path, &store->db, flags, NULL) != SQLITE_OK) {
        answer = store_fail(store);
    } else if (sqlite3_db_readonly(store->db, "main") == 1) {
        answer = fail_to_write(store);
    } else {
        sqlite3_busy_timeout(store->db, timeout_ms);
        answer = check_schema(store);
    }
    if (answer == STORE_OK) {
        answer = set_journal(store);
    }
    if (answer != STORE_OK) {
        store_close(store);
    }
    return answer;
}

void store_close(struct store *store)
{
    sqlite3_close(store->db);
    store->db = NULL;
}
