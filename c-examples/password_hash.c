/* password_hash.c - a password is stored as a slow hash with its salt, and hashed anew at a login
 *
 * The C counterpart of secrets.token_bytes for the salt, hashlib.pbkdf2_hmac for the hash and
 * secrets.compare_digest for the check, in one text that goes into a column of a database.
 *
 * PBKDF2 is for where a standard asks for it, or where nothing else may be linked. A graphics card
 * tries many passwords at once against it. Argon2id, which also takes memory, is the better choice
 * where libsodium is at hand: crypto_pwhash_str() and crypto_pwhash_str_verify().
 *
 * Build it alone:  cc password_hash.c $(pkg-config --cflags --libs csecrets)
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <csecrets.h>

/* What older guides say. */
enum { ITERATIONS_ONCE = 100000 };

/* "" for a hash means: nobody of this name. */
struct user {
    char name[16];
    char hash[CSECRETS_PASSWORD_HASH_SIZE];
};

/* The password is known at a login alone: the time to store it with today's iterations. Where that
 * fails the old hash stays, and is as good as it was. */
static void rehash(struct user *user, const char *password)
{
    char hash[CSECRETS_PASSWORD_HASH_SIZE];
    if (csecrets_password_iterations(user->hash) < CSECRETS_PASSWORD_ITERATIONS &&
        csecrets_password_hash(hash, sizeof hash, password, strlen(password), 0) == CSECRETS_OK) {
        memcpy(user->hash, hash, sizeof user->hash);
    }
}

/* A name that nobody has takes as long as a wrong password: else time tells who is a user. */
static bool log_in(struct user *user, const char *nobodys_hash, const char *name,
                   const char *password)
{
    const bool exists = strcmp(user->name, name) == 0;
    const bool matches = csecrets_password_matches(exists ? user->hash : nobodys_hash, password,
                                                   strlen(password));
    if (exists && matches) {
        rehash(user, password);
    }
    return exists && matches;
}

static bool show(const char *what, bool accepted, bool expected)
{
    printf("%-24s%s\n", what, accepted ? "accepted" : "refused");
    return accepted == expected;
}

/* A key for a cipher is no login: it is derived each time, from a salt that stands in the file. */
static csecrets_status show_key(const char *password)
{
    uint8_t salt[16], key[32];
    char hex[CSECRETS_HEX_SIZE(sizeof key)];
    csecrets_status status = csecrets_token_bytes(salt, sizeof salt);
    if (status == CSECRETS_OK) {
        status = csecrets_pbkdf2_sha256(key, sizeof key, password, strlen(password), salt,
                                        sizeof salt, CSECRETS_PASSWORD_ITERATIONS);
    }
    if (status == CSECRETS_OK) {
        status = csecrets_hex_encode(hex, sizeof hex, key, sizeof key);
    }
    if (status == CSECRETS_OK) {
        printf("a file's key            %s\n", hex);
    }
    csecrets_wipe(key, sizeof key);
    csecrets_wipe(hex, sizeof hex);
    return status;
}

int main(void)
{
    char password[] = "user_password_123", spare[CSECRETS_HEX_SIZE(16)];
    char nobodys_hash[CSECRETS_PASSWORD_HASH_SIZE];
    struct user alice = {.name = "alice"};
    csecrets_status status = csecrets_password_hash(alice.hash, sizeof alice.hash, password,
                                                    strlen(password), ITERATIONS_ONCE);
    if (status == CSECRETS_OK) {
        status = csecrets_token_hex(spare, sizeof spare, 16);
    }
    if (status == CSECRETS_OK) {
        status = csecrets_password_hash(nobodys_hash, sizeof nobodys_hash, spare, strlen(spare), 0);
    }
    if (status != CSECRETS_OK) {
        fprintf(stderr, "password_hash: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    printf("stored years ago        %s\n", alice.hash);
    bool right = show("a wrong password:", log_in(&alice, nobodys_hash, "alice", "user_password_124"),
                      false);
    right &= show("nobody of this name:", log_in(&alice, nobodys_hash, "bob", password), false);
    right &= show("the right password:", log_in(&alice, nobodys_hash, "alice", password), true);
    printf("stored since then       %s\n", alice.hash);
    right &= show("the same again:", log_in(&alice, nobodys_hash, "alice", password), true);
    right &= csecrets_password_iterations(alice.hash) == CSECRETS_PASSWORD_ITERATIONS;
    right &= show_key(password) == CSECRETS_OK;
    csecrets_wipe(password, sizeof password);
    csecrets_wipe(spare, sizeof spare);
    return right ? EXIT_SUCCESS : EXIT_FAILURE;
}
