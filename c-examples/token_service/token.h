/* token.h - the two kinds of token: making, reading, and what can be told without a database */
#ifndef TOKEN_H
#define TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <csecrets.h>

/* Room for the longer kind, a session's, with its NUL. */
#define SESSION_BYTES 32
#define TOKEN_SIZE CSECRETS_URLSAFE_SIZE(SESSION_BYTES)

/* Wipe it when it is done with. */
struct token {
    char text[TOKEN_SIZE];
    size_t len;
};

csecrets_status token_make_session(struct token *token);
csecrets_status token_make_key(struct token *token);

/* Takes a token from an argument, or with "-" the first line of standard input. One that is too
 * long for a token becomes the empty one, which is never well formed. */
void token_read(struct token *token, const char *argument);

/* NULL where the text could be a token of ours; otherwise why it can't. */
const char *token_misspelt(const struct token *token);

/* Writes the token and a line's end to standard output, in one piece; false where that failed. */
bool token_print(const struct token *token);

#endif
