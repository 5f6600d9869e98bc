/* attack_expiry.c - an expiry that nothing protects is put off by whoever holds the token
 *
 * The C counterpart of f"{secrets.token_urlsafe(24)}_{expiry}". The random part can't be guessed, and
 * need not be: it is kept, and the number behind it is typed anew. The same is tried on a signed token.
 *
 * Build it alone:  cc attack_expiry.c $(pkg-config --cflags --libs csecrets)
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <csecrets.h>

enum { RANDOM_BYTES = 24, EXPIRY_DIGITS = 20, HOUR = 3600 };

typedef char plain_token[CSECRETS_URLSAFE_SIZE(RANDOM_BYTES) + 1 + EXPIRY_DIGITS];
typedef char signed_token[CSECRETS_SIGN_TOKEN_SIZE(0)];

/* All that a server can do with such a token: believe it. */
static bool plain_is_good(const char *token, int64_t now)
{
    const char *expiry = strrchr(token, '_');
    return expiry != NULL && strtoll(expiry + 1, NULL, 10) > now;
}

static const char *said(bool accepted)
{
    return accepted ? "accepted" : "refused";
}

static csecrets_status attack_plain(int64_t now)
{
    plain_token token;
    char random[CSECRETS_URLSAFE_SIZE(RANDOM_BYTES)];
    csecrets_status status = csecrets_token_urlsafe(random, sizeof random, RANDOM_BYTES);
    if (status != CSECRETS_OK) {
        return status;
    }
    snprintf(token, sizeof token, "%s_%" PRId64, random, now + HOUR);
    printf("plain   %s  two hours later: %s\n", token, said(plain_is_good(token, now + 2 * HOUR)));

    char *expiry = strrchr(token, '_') + 1;
    memset(expiry, '9', strlen(expiry));
    printf("forged  %s  two hours later: %s\n", token, said(plain_is_good(token, now + 2 * HOUR)));
    return CSECRETS_OK;
}

static csecrets_status attack_signed(int64_t now)
{
    signed_token token;
    uint8_t key[32], payload[1];
    size_t payload_len;
    csecrets_status status = csecrets_token_bytes(key, sizeof key);
    if (status == CSECRETS_OK) {
        status = csecrets_sign_token(token, sizeof token, key, sizeof key, "access", NULL, 0,
                                     now + HOUR);
    }
    if (status != CSECRETS_OK) {
        return status;
    }
    token[9] = token[9] == '_' ? '-' : '_'; /* some of the last bits of the expiry */
    const csecrets_span keys[] = {{key, sizeof key}};
    status = csecrets_verify_token(payload, sizeof payload, &payload_len, token, strlen(token),
                                   "access", keys, 1, now);
    printf("signed  %s  put off: %s\n", token, csecrets_status_name(status));
    csecrets_wipe(key, sizeof key);
    return status == CSECRETS_ERR_BAD_SIGNATURE ? CSECRETS_OK : status;
}

int main(void)
{
    const int64_t now = (int64_t)time(NULL);
    csecrets_status status = attack_plain(now);
    if (status == CSECRETS_OK) {
        status = attack_signed(now);
    }
    if (status != CSECRETS_OK) {
        fprintf(stderr, "attack_expiry: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
