/* session.c - a user's session with its CSRF token, from opening to wiping
 *
 * The C counterpart of a dataclass whose fields come from secrets.token_urlsafe and
 * secrets.token_hex, and whose check is secrets.compare_digest.
 *
 * Build it alone:  cc session.c $(pkg-config --cflags --libs csecrets)
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <csecrets.h>

enum { SESSION_ID_BYTES = 32, CSRF_TOKEN_BYTES = 16 };

/* All zero means: no session. */
struct session {
    uint64_t user_id;
    time_t created_at;
    char session_id[CSECRETS_URLSAFE_SIZE(SESSION_ID_BYTES)];
    char csrf_token[CSECRETS_HEX_SIZE(CSRF_TOKEN_BYTES)];
};

/* After a failure the token is "", which session_csrf_matches() never accepts: whoever forgets to
 * check the status has locked everybody out, not let everybody in. */
static csecrets_status session_refresh_csrf(struct session *session)
{
    return csecrets_token_hex(session->csrf_token, sizeof session->csrf_token, CSRF_TOKEN_BYTES);
}

static csecrets_status session_open(struct session *session, uint64_t user_id)
{
    memset(session, 0, sizeof *session);
    csecrets_status status = csecrets_token_urlsafe(session->session_id, sizeof session->session_id,
                                                    SESSION_ID_BYTES);
    if (status != CSECRETS_OK) {
        return status;
    }
    status = session_refresh_csrf(session);
    if (status != CSECRETS_OK) {
        csecrets_wipe(session, sizeof *session);
        return status;
    }
    session->user_id = user_id;
    session->created_at = time(NULL);
    return CSECRETS_OK;
}

/* strcmp() would tell by its time how much of a guess is right. And two empty texts are equal, so a
 * token that was never set has to be refused first: it would match an empty field of a form. */
static bool session_csrf_matches(const struct session *session, const char *provided)
{
    return session->csrf_token[0] != '\0' && csecrets_equal_text(session->csrf_token, provided);
}

/* csecrets_wipe() and not memset(), which a compiler may leave out before the memory goes away. */
static void session_close(struct session *session)
{
    csecrets_wipe(session, sizeof *session);
}

static void show(const char *what, bool accepted)
{
    printf("  %-26s %s\n", what, accepted ? "accepted" : "refused");
}

int main(void)
{
    struct session session;
    csecrets_status status = session_open(&session, 12345);
    if (status != CSECRETS_OK) {
        fprintf(stderr, "session: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    printf("user %" PRIu64 "\n", session.user_id);
    printf("  session id                 %s\n", session.session_id);
    printf("  CSRF token                 %s\n", session.csrf_token);

    /* What a form would send back. */
    char sent[sizeof session.csrf_token];
    memcpy(sent, session.csrf_token, sizeof sent);
    printf("what a form sends\n");
    show("the token", session_csrf_matches(&session, sent));
    show("half of the token", session_csrf_matches(&session, sent + CSRF_TOKEN_BYTES));
    show("another token", session_csrf_matches(&session, "00000000000000000000000000000000"));
    show("nothing", session_csrf_matches(&session, NULL));

    status = session_refresh_csrf(&session);
    if (status != CSECRETS_OK) {
        fprintf(stderr, "session: %s\n", csecrets_strerror(status));
        session_close(&session);
        csecrets_wipe(sent, sizeof sent);
        return EXIT_FAILURE;
    }
    printf("after a refresh\n");
    show("the old token", session_csrf_matches(&session, sent));
    show("the new token", session_csrf_matches(&session, session.csrf_token));

    session_close(&session);
    csecrets_wipe(sent, sizeof sent);
    printf("after the end, when no token is set\n");
    show("an empty token", session_csrf_matches(&session, ""));
    return EXIT_SUCCESS;
}
