/* csrf.c - a session in a signed cookie, and a CSRF token that belongs to it
 *
 * The C counterpart of a session dataclass with secrets.token_urlsafe and secrets.token_hex. There
 * the server remembers each session; here the cookie carries it, and the server remembers a key.
 *
 * A form's hidden field holds a CSRF token: another site can make a browser send the cookie, but it
 * can't read the page that the token stands in. The token is signed too, for another purpose, and
 * carries the session's id: neither a cookie nor another session's token passes for it. Each response
 * masks it anew: compressed along with what an attacker chooses, a page's length would tell a text
 * that is always the same, letter by letter (BREACH).
 *
 * Build it alone:  cc csrf.c $(pkg-config --cflags --libs csecrets)
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <csecrets.h>

#define SESSION "session cookie"
#define CSRF "csrf field"

enum { KEY_BYTES = 32, ID_BYTES = 16, HOUR = 3600 };
enum { CSRF_LEN = CSECRETS_SIGN_TOKEN_SIZE(ID_BYTES) - 1 };

/* What the cookie carries. It is signed, not encrypted: nothing that the user may not read. */
struct session {
    uint8_t id[ID_BYTES];
    uint8_t user_id[4]; /* bytes and not an integer: the same on every machine */
};

struct server {
    uint8_t key[KEY_BYTES];
    time_t now;
};

typedef char cookie_text[CSECRETS_SIGN_TOKEN_SIZE(sizeof(struct session))];
typedef char csrf_text[CSRF_LEN + 1];
typedef char field_text[CSECRETS_URLSAFE_SIZE(2 * CSRF_LEN)];

/* What a response holds in place of the token: a mask, and the token under it. */
static csecrets_status mask(field_text field, const csrf_text csrf)
{
    uint8_t both[2 * CSRF_LEN];
    csecrets_status status = csecrets_token_bytes(both, CSRF_LEN);
    for (size_t i = 0; i < CSRF_LEN; i++) {
        both[CSRF_LEN + i] = both[i] ^ (uint8_t)csrf[i];
    }
    /* Without a mask there is no field: the token alone would be what is hidden here. */
    if (status == CSECRETS_OK) {
        status = csecrets_urlsafe_encode(field, sizeof(field_text), both, sizeof both);
    }
    return status;
}

static bool unmask(csrf_text csrf, const char *field)
{
    uint8_t both[2 * CSRF_LEN];
    size_t len;
    if (strlen(field) != sizeof(field_text) - 1 ||
        csecrets_urlsafe_decode(both, sizeof both, &len, field, strlen(field)) != CSECRETS_OK) {
        return false;
    }
    for (size_t i = 0; i < CSRF_LEN; i++) {
        csrf[i] = (char)(both[i] ^ both[CSRF_LEN + i]);
    }
    csrf[CSRF_LEN] = '\0';
    return true;
}

/* Writes the cookie of a new session and the CSRF token for its forms. */
static csecrets_status log_in(const struct server *server, uint32_t user_id, cookie_text cookie,
                              csrf_text csrf)
{
    struct session session;
    const int64_t expires_at = (int64_t)server->now + HOUR;
    for (size_t i = 0; i < sizeof session.user_id; i++) {
        session.user_id[i] = (uint8_t)(user_id >> 8 * i);
    }
    csecrets_status status = csecrets_token_bytes(session.id, sizeof session.id);
    if (status == CSECRETS_OK) {
        status = csecrets_sign_token(cookie, sizeof(cookie_text), server->key, KEY_BYTES, SESSION,
                                     &session, sizeof session, expires_at);
    }
    if (status == CSECRETS_OK) {
        status = csecrets_sign_token(csrf, sizeof(csrf_text), server->key, KEY_BYTES, CSRF,
                                     session.id, sizeof session.id, expires_at);
    }
    return status;
}

/* Whether a payload of exactly this length was signed for this purpose. */
static bool verified(const struct server *server, void *payload, size_t nbytes, const char *text,
                     const char *purpose)
{
    const csecrets_span key = {server->key, KEY_BYTES};
    size_t payload_len;
    csecrets_status status =
        csecrets_verify_token(payload, nbytes, &payload_len, text, strlen(text), purpose, &key, 1,
                              (int64_t)server->now);
    return status == CSECRETS_OK && payload_len == nbytes;
}

/* Whether a form may act for the user of the cookie that came with it. */
static bool may_act(const struct server *server, const char *cookie, const char *field)
{
    struct session session;
    uint8_t id[ID_BYTES];
    csrf_text csrf;
    return verified(server, &session, sizeof session, cookie, SESSION) && unmask(csrf, field) &&
           verified(server, id, sizeof id, csrf, CSRF) &&
           csecrets_equal(session.id, sizeof session.id, id, sizeof id);
}

static bool show(const char *what, bool accepted, bool expected)
{
    printf("  %-34s %s\n", what, accepted ? "accepted" : "refused");
    return accepted == expected;
}

int main(void)
{
    struct server server = {.now = time(NULL)};
    cookie_text alice_cookie, mallory_cookie;
    csrf_text alice_csrf, mallory_csrf;
    field_text alice_field, next_field, mallory_field;
    csecrets_status status = csecrets_token_bytes(server.key, sizeof server.key);
    if (status == CSECRETS_OK) {
        status = log_in(&server, 12345, alice_cookie, alice_csrf);
    }
    if (status == CSECRETS_OK) {
        status = log_in(&server, 666, mallory_cookie, mallory_csrf);
    }
    if (status == CSECRETS_OK) {
        status = mask(alice_field, alice_csrf);
    }
    if (status == CSECRETS_OK) {
        status = mask(next_field, alice_csrf);
    }
    if (status == CSECRETS_OK) {
        status = mask(mallory_field, mallory_csrf);
    }
    if (status != CSECRETS_OK) {
        fprintf(stderr, "csrf: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    printf("cookie  %s\nfield   %s\nagain   %s\n\n", alice_cookie, alice_field, next_field);

    bool right = show("her cookie, the field of her form", may_act(&server, alice_cookie, alice_field),
                      true);
    right &= show("the same, in the next response", may_act(&server, alice_cookie, next_field),
                  true);
    right &= show("her cookie, no field", may_act(&server, alice_cookie, ""), false);
    right &= show("her cookie, another user's field",
                  may_act(&server, alice_cookie, mallory_field), false);
    right &= show("her cookie, her cookie again", may_act(&server, alice_cookie, alice_cookie), false);
    alice_cookie[35] = alice_cookie[35] == 'A' ? 'B' : 'A';
    right &= show("a cookie with another user's id", may_act(&server, alice_cookie, alice_field),
                  false);
    server.now += HOUR;
    right &= show("an hour later", may_act(&server, mallory_cookie, mallory_field), false);
    csecrets_wipe(&server, sizeof server);
    return right ? EXIT_SUCCESS : EXIT_FAILURE;
}
