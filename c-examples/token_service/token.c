/* token.c - the two kinds of token: making, reading, and what can be told without a database
 *
 * Tokens go through read() and write() here, not through stdio: its buffers can't be wiped.
 */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "token.h"

#define KEY_PREFIX "acme"

enum { KEY_SIZE = CSECRETS_API_KEY_SIZE(sizeof KEY_PREFIX - 1) };

csecrets_status token_make_session(struct token *token)
{
    csecrets_status status =
        csecrets_token_urlsafe(token->text, sizeof token->text, SESSION_BYTES);
    token->len = strlen(token->text);
    return status;
}

csecrets_status token_make_key(struct token *token)
{
    csecrets_status status = csecrets_api_key(token->text, sizeof token->text, KEY_PREFIX);
    token->len = strlen(token->text);
    return status;
}

/* One line, without its end, and its length: a NUL in it counts, and is refused later. A line too
 * long for out gives "". */
static size_t read_line(char *out, size_t out_size)
{
    size_t len = 0;
    while (len < out_size) {
        const ssize_t got = read(STDIN_FILENO, out + len, 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got != 1 || out[len] == '\n') {
            out[len] = '\0';
            return len;
        }
        len++;
    }
    csecrets_wipe(out, out_size);
    return 0;
}

void token_read(struct token *token, const char *argument)
{
    memset(token, 0, sizeof *token);
    if (strcmp(argument, "-") == 0) {
        token->len = read_line(token->text, sizeof token->text);
    } else if (strlen(argument) < sizeof token->text) {
        token->len = strlen(argument);
        memcpy(token->text, argument, token->len);
    }
}

/* The length tells the kinds apart: a session's random text may begin with "acme_" too. */
const char *token_misspelt(const struct token *token)
{
    if (token->len == KEY_SIZE - 1) {
        /* Not `if (!status)`, and not `if (status)`: OK is the one answer that lets a key pass. */
        const csecrets_status status =
            csecrets_api_key_check(token->text, token->len, KEY_PREFIX);
        return status == CSECRETS_OK ? NULL : csecrets_strerror(status);
    }
    uint8_t bytes[SESSION_BYTES];
    size_t nbytes = 0;
    const csecrets_status status =
        token->len == TOKEN_SIZE - 1
            ? csecrets_urlsafe_decode(bytes, sizeof bytes, &nbytes, token->text, token->len)
            : CSECRETS_ERR_MALFORMED;
    csecrets_wipe(bytes, sizeof bytes);
    return status == CSECRETS_OK ? NULL : csecrets_strerror(status);
}

bool token_print(const struct token *token)
{
    char line[TOKEN_SIZE + 1];
    memcpy(line, token->text, token->len);
    line[token->len] = '\n';
    size_t done = 0;
    while (done < token->len + 1) {
        const ssize_t written = write(STDOUT_FILENO, line + done, token->len + 1 - done);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            break;
        }
        done += (size_t)written;
    }
    csecrets_wipe(line, sizeof line);
    return done == token->len + 1;
}
