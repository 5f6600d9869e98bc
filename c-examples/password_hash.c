/* password_hash.c - a password is stored as a salt and a slow hash, and checked in constant time
 *
 * The C counterpart of secrets.token_bytes for the salt, hashlib.pbkdf2_hmac for the hash and
 * secrets.compare_digest for the check.
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

/* OWASP's figure of 2023 for HMAC-SHA-256; older guides say 100000. It is stored with each password,
 * so that it can be raised: whoever logs in then gets a new record. */
enum { ITERATIONS = 600000, SALT_BYTES = 16, HASH_BYTES = 32 };

struct record {
    uint32_t iterations;
    uint8_t salt[SALT_BYTES];
    uint8_t hash[HASH_BYTES];
};

/* A new salt for each password: two people with the same password have different hashes, and nobody
 * can prepare a table of them. The salt is no secret. */
static csecrets_status store(struct record *record, const char *password)
{
    record->iterations = ITERATIONS;
    csecrets_status status = csecrets_token_bytes(record->salt, sizeof record->salt);
    if (status == CSECRETS_OK) {
        status = csecrets_pbkdf2_sha256(record->hash, sizeof record->hash, password,
                                        strlen(password), record->salt, sizeof record->salt,
                                        record->iterations);
    }
    return status;
}

static bool matches(const struct record *record, const char *password)
{
    uint8_t hash[HASH_BYTES];
    csecrets_status status =
        csecrets_pbkdf2_sha256(hash, sizeof hash, password, strlen(password), record->salt,
                               sizeof record->salt, record->iterations);
    bool same = status == CSECRETS_OK &&
                csecrets_equal(hash, sizeof hash, record->hash, sizeof record->hash);
    csecrets_wipe(hash, sizeof hash);
    return same;
}

static csecrets_status show(const char *name, const void *data, size_t nbytes)
{
    char text[CSECRETS_HEX_SIZE(HASH_BYTES)];
    csecrets_status status = csecrets_hex_encode(text, sizeof text, data, nbytes);
    printf("%-12s%s\n", name, text);
    return status;
}

int main(void)
{
    char password[] = "user_password_123";
    struct record record;
    csecrets_status status = store(&record, password);
    if (status == CSECRETS_OK) {
        status = show("salt", record.salt, sizeof record.salt);
    }
    if (status == CSECRETS_OK) {
        status = show("hash", record.hash, sizeof record.hash);
    }
    if (status != CSECRETS_OK) {
        fprintf(stderr, "password_hash: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    printf("iterations  %lu\n\n", (unsigned long)record.iterations);

    const bool right = matches(&record, password);
    const bool wrong = matches(&record, "user_password_124");
    printf("the right password: %s\n", right ? "accepted" : "refused");
    printf("a wrong password:   %s\n", wrong ? "accepted" : "refused");
    csecrets_wipe(password, sizeof password);
    return right && !wrong ? EXIT_SUCCESS : EXIT_FAILURE;
}
