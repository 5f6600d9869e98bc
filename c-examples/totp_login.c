/* totp_login.c - a login with an authenticator app: enrolment, codes that work once, recovery codes
 *
 * The C counterpart of pyotp, with what it leaves to its caller: a code that somebody has looked at
 * over a shoulder is used up, even where two processes check it at the same time.
 *
 * Build it alone:  cc totp_login.c $(pkg-config --cflags --libs csecrets sqlite3)
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <csecrets.h>
#include <sqlite3.h>

enum { KEY_BYTES = 20, RECOVERY_CODES = 3, TYPED_MAX = 64 };

/* The key has to be read to check a code. What stands here is what a thief of the database has: where
 * that matters, encrypt the column. */
static const char TABLES[] =
    "CREATE TABLE user (name TEXT PRIMARY KEY, key BLOB NOT NULL, last_step INTEGER NOT NULL);"
    "CREATE TABLE recovery (name TEXT NOT NULL, hash BLOB NOT NULL);";

static void check(bool done, const char *why)
{
    if (!done) {
        fprintf(stderr, "totp_login: %s\n", why);
        exit(EXIT_FAILURE);
    }
}

static void check_status(csecrets_status status)
{
    check(status == CSECRETS_OK, csecrets_strerror(status));
}

/* Runs a statement with a name, bytes and a number; how many rows it changed. */
static int change(sqlite3 *db, const char *sql, const char *name, const void *bytes, int nbytes,
                  int64_t number)
{
    sqlite3_stmt *statement = NULL;
    bool done = sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
                sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC) == SQLITE_OK &&
                (bytes == NULL ||
                 sqlite3_bind_blob(statement, 2, bytes, nbytes, SQLITE_STATIC) == SQLITE_OK) &&
                (bytes != NULL || sqlite3_bind_int64(statement, 2, number) == SQLITE_OK) &&
                sqlite3_step(statement) == SQLITE_DONE;
    check(done, sqlite3_errmsg(db));
    sqlite3_finalize(statement);
    return sqlite3_changes(db);
}

/* Everything but letters, digits and -._~ as %XX. */
static void print_escaped(const char *text)
{
    for (; *text != '\0'; text++) {
        const bool plain = strchr(CSECRETS_ALPHABET_BASE62 "-._~", *text) != NULL;
        printf(plain ? "%c" : "%%%02X", (unsigned char)*text);
    }
}

/* What the app reads from a QR code, and what a person types where there is no camera. */
static void show_key(const char *issuer, const char *name, const uint8_t key[KEY_BYTES])
{
    char base32[CSECRETS_BASE32_SIZE(KEY_BYTES)];
    check_status(csecrets_base32_encode(base32, sizeof base32, key, KEY_BYTES));
    printf("otpauth://totp/");
    print_escaped(issuer);
    printf(":");
    print_escaped(name);
    printf("?secret=%s&issuer=", base32);
    print_escaped(issuer);
    printf("\nor type");
    for (size_t i = 0; i < sizeof base32 - 1; i += 4) {
        printf(" %.4s", &base32[i]);
    }
    printf("\n");
    csecrets_wipe(base32, sizeof base32);
}

/* Draws a key and recovery codes; of the codes the last one is left in code, to be typed. */
static void enrol(sqlite3 *db, const char *name, uint8_t key[KEY_BYTES],
                  char code[CSECRETS_CODE_SIZE(2, 5, 1)])
{
    check_status(csecrets_token_bytes(key, KEY_BYTES));
    change(db, "INSERT INTO user VALUES (?1, ?2, 0)", name, key, KEY_BYTES, 0);
    show_key("Example Co", name, key);
    for (int i = 0; i < RECOVERY_CODES; i++) {
        char plain[CSECRETS_CODE_SIZE(2, 5, 1)];
        uint8_t hash[CSECRETS_TOKEN_HASH_SIZE];
        check_status(csecrets_code(code, CSECRETS_CODE_SIZE(2, 5, 1), 2, 5, "-"));
        check_status(csecrets_code_normalize(plain, sizeof plain, code, strlen(code)));
        check_status(csecrets_token_hash(hash, plain, strlen(plain)));
        change(db, "INSERT INTO recovery VALUES (?1, ?2)", name, hash, sizeof hash, 0);
        printf("recovery code %s\n", code);
        csecrets_wipe(plain, sizeof plain);
    }
}

/* Reads the key and the step that was used last; false if there is no such user. */
static bool read_user(sqlite3 *db, const char *name, uint8_t key[KEY_BYTES], uint64_t *last_step)
{
    static const char sql[] = "SELECT key, last_step FROM user WHERE name = ?1";
    sqlite3_stmt *statement = NULL;
    bool found = sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
                 sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC) == SQLITE_OK &&
                 sqlite3_step(statement) == SQLITE_ROW &&
                 sqlite3_column_bytes(statement, 0) == KEY_BYTES;
    if (found) {
        memcpy(key, sqlite3_column_blob(statement, 0), KEY_BYTES);
        *last_step = (uint64_t)sqlite3_column_int64(statement, 1);
    }
    sqlite3_finalize(statement);
    return found;
}

/* Of two logins with one code both may find it right here. The UPDATE lets one of them in. */
static bool log_in(sqlite3 *db, const char *name, const char *code, time_t now)
{
    uint8_t key[KEY_BYTES];
    uint64_t last_step, step;
    if (!read_user(db, name, key, &last_step)) {
        return false;
    }
    csecrets_status status = csecrets_totp_verify(&step, code, strlen(code), key, sizeof key,
                                                  (int64_t)now, last_step, NULL);
    csecrets_wipe(key, sizeof key);
    return status == CSECRETS_OK &&
           change(db, "UPDATE user SET last_step = ?2 WHERE name = ?1 AND last_step < ?2", name, NULL,
                  0, (int64_t)step) == 1;
}

/* Each works once: whoever deletes it is let in. */
static bool recover(sqlite3 *db, const char *name, const char *typed)
{
    char plain[TYPED_MAX + 1];
    uint8_t hash[CSECRETS_TOKEN_HASH_SIZE];
    bool known =
        csecrets_code_normalize(plain, sizeof plain, typed, strlen(typed)) == CSECRETS_OK &&
        csecrets_token_hash(hash, plain, strlen(plain)) == CSECRETS_OK &&
        change(db, "DELETE FROM recovery WHERE name = ?1 AND hash = ?2", name, hash, sizeof hash,
               0) == 1;
    csecrets_wipe(plain, sizeof plain);
    return known;
}

static bool show(const char *what, bool accepted, bool expected)
{
    printf("  %-30s %s\n", what, accepted ? "accepted" : "refused");
    return accepted == expected;
}

int main(void)
{
    const char *name = "alice@example.org";
    char now_code[7], next_code[7], recovery_code[CSECRETS_CODE_SIZE(2, 5, 1)], button_code[7];
    uint8_t key[KEY_BYTES];
    const time_t now = time(NULL);
    sqlite3 *db;
    check(sqlite3_open(":memory:", &db) == SQLITE_OK &&
              sqlite3_exec(db, TABLES, NULL, NULL, NULL) == SQLITE_OK,
          "no database");
    enrol(db, name, key, recovery_code);

    /* What the app shows now, and a minute and a half later. */
    check_status(csecrets_totp(now_code, sizeof now_code, key, sizeof key, (int64_t)now, NULL));
    check_status(csecrets_totp(next_code, sizeof next_code, key, sizeof key, (int64_t)now + 90,
                               NULL));
    printf("the app shows %s\n", now_code);
    bool right = show("half of the code", log_in(db, name, now_code + 3, now), false);
    right &= show("the code", log_in(db, name, now_code, now), true);
    right &= show("the code again", log_in(db, name, now_code, now), false);
    right &= show("the code, of nobody", log_in(db, "bob@example.org", now_code, now), false);
    right &= show("the code of then, then", log_in(db, name, next_code, now + 90), true);
    right &= show("a recovery code", recover(db, name, recovery_code), true);
    right &= show("the recovery code again", recover(db, name, recovery_code), false);

    /* A token with a button counts how often it was pressed, and has no clock. */
    check_status(csecrets_hotp(button_code, sizeof button_code, key, sizeof key, 1, 6));
    printf("a token with a button would show %s at first\n", button_code);
    csecrets_wipe(key, sizeof key);
    sqlite3_close(db);
    return right ? EXIT_SUCCESS : EXIT_FAILURE;
}
