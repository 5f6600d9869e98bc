/* password_reset.c - a link that resets a password, and the key file that signs it
 *
 * The C counterpart of itsdangerous' URLSafeTimedSerializer. The link itself says for whom and until
 * when: no table of links is kept. It works once, since what is stored of the old password belongs to
 * its purpose.
 *
 *     password_reset FILE     FILE holds the keys; it is made where it is missing
 *
 * Build it alone:  cc password_reset.c $(pkg-config --cflags --libs csecrets)
 */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <csecrets.h>

enum { KEY_BYTES = 32, KEYS = 2, NAME_MAX_LEN = 32, QUARTER = 15 * 60 };

/* keys[0] signs; the one before it, once there is one, only verifies. */
struct keys {
    uint8_t keys[KEYS][KEY_BYTES];
    size_t count;
};

static bool fail(const char *what, const char *why)
{
    fprintf(stderr, "password_reset: %s: %s\n", what, why);
    return false;
}

struct user {
    const char *name;
    const char *hash; /* as of password_hash.c */
};

typedef char link_text[CSECRETS_SIGN_TOKEN_SIZE(NAME_MAX_LEN)];

/* A new file, its owner's alone from its first moment: O_EXCL follows no link that somebody has left
 * there. Then it takes its name whole, so that a reader finds the old keys or the new ones. */
static bool store(const char *path, const struct keys *keys, bool replace)
{
    char fresh[4096];
    const int len = snprintf(fresh, sizeof fresh, "%s.new", path);
    if (len < 0 || (size_t)len >= sizeof fresh) {
        return fail(path, "too long");
    }
    const int file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) {
        return fail(fresh, strerror(errno));
    }
    const size_t nbytes = keys->count * KEY_BYTES;
    bool stored = write(file, keys->keys, nbytes) == (ssize_t)nbytes && fsync(file) == 0;
    stored &= close(file) == 0;
    /* link() fails where the file exists by now: another process made it, whose keys are in use. */
    stored = stored && (replace ? rename(fresh, path) : link(fresh, path)) == 0;
    if (!stored) {
        fail(path, strerror(errno));
    }
    if (!stored || !replace) {
        unlink(fresh);
    }
    return stored;
}

static bool draw(struct keys *keys)
{
    const csecrets_status status = csecrets_token_bytes(keys->keys[0], KEY_BYTES);
    return status == CSECRETS_OK || fail("no key", csecrets_strerror(status));
}

/* A key that others can read signs nothing any more. */
static bool load(const char *path, struct keys *keys)
{
    struct stat about;
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno == ENOENT) {
        keys->count = 1;
        return draw(keys) && store(path, keys, false);
    }
    if (file < 0 || fstat(file, &about) != 0) {
        return fail(path, strerror(errno));
    }
    const ssize_t nbytes = read(file, keys->keys, sizeof keys->keys);
    close(file);
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return fail(path, "others may read it: delete it, then all links are void");
    }
    keys->count = nbytes < 0 ? 0 : (size_t)nbytes / KEY_BYTES;
    return (nbytes > 0 && nbytes % KEY_BYTES == 0) || fail(path, "no key file");
}

static bool rotate(const char *path, struct keys *keys)
{
    memcpy(keys->keys[1], keys->keys[0], KEY_BYTES);
    keys->count = KEYS;
    return draw(keys) && store(path, keys, true);
}

/* A new password has a new hash, and so another purpose: the links of the old one are void. */
static bool purpose_of(char out[160], const struct user *user)
{
    const int len = snprintf(out, 160, "password reset of %s", user->hash);
    return len > 0 && len < 160;
}

static bool make_link(link_text out, const struct keys *keys, const struct user *user, time_t now)
{
    char purpose[160];
    return purpose_of(purpose, user) && strlen(user->name) <= NAME_MAX_LEN &&
           csecrets_sign_token(out, sizeof(link_text), keys->keys[0], KEY_BYTES, purpose, user->name,
                               strlen(user->name), (int64_t)now + QUARTER) == CSECRETS_OK;
}

/* Whether who has this link may set a new password for the user that it names. */
static bool may_reset(const struct keys *keys, const struct user *user, const char *link, time_t now)
{
    const csecrets_span tried[KEYS] = {{keys->keys[0], KEY_BYTES}, {keys->keys[1], KEY_BYTES}};
    char purpose[160], name[NAME_MAX_LEN + 1];
    size_t len;
    return purpose_of(purpose, user) && csecrets_verify_token_size(strlen(link)) <= NAME_MAX_LEN &&
           csecrets_verify_token(name, sizeof name, &len, link, strlen(link), purpose, tried,
                                 keys->count, (int64_t)now) == CSECRETS_OK &&
           csecrets_equal(name, len, user->name, strlen(user->name));
}

static bool show(const char *what, bool accepted, bool expected)
{
    printf("  %-28s %s\n", what, accepted ? "accepted" : "refused");
    return accepted == expected;
}

int main(int argc, char **argv)
{
    const struct user alice = {"alice", "$pbkdf2-sha256$i=600000$YWxpY2U$b25l"};
    const struct user changed = {"alice", "$pbkdf2-sha256$i=600000$YWxpY2U$dHdv"};
    const struct user bob = {"bob", "$pbkdf2-sha256$i=600000$Ym9i$dGhyZWU"};
    const time_t now = time(NULL);
    struct keys keys;
    link_text link;
    if (argc != 2) {
        fprintf(stderr, "usage: password_reset FILE\n");
        return EXIT_FAILURE;
    }
    if (!load(argv[1], &keys) || !make_link(link, &keys, &alice, now)) {
        return EXIT_FAILURE;
    }
    printf("https://example.org/reset?user=%s&token=%s\n", alice.name, link);
    bool right = show("her link", may_reset(&keys, &alice, link, now), true);
    right &= show("her link for another user", may_reset(&keys, &bob, link, now), false);
    right &= show("a quarter of an hour later", may_reset(&keys, &alice, link, now + QUARTER), false);
    right &= show("after a new password", may_reset(&keys, &changed, link, now), false);
    right &= rotate(argv[1], &keys) && load(argv[1], &keys);
    right &= show("after a new key", may_reset(&keys, &alice, link, now), true);
    right &= rotate(argv[1], &keys) && load(argv[1], &keys);
    right &= show("after two new keys", may_reset(&keys, &alice, link, now), false);
    csecrets_wipe(&keys, sizeof keys);
    return right ? EXIT_SUCCESS : EXIT_FAILURE;
}
