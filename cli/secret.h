/* secret.h - reading keys, tokens and codes, which are never arguments themselves */
#ifndef SECRET_H
#define SECRET_H

#include "memory.h"
#include "request.h"

/* Reads the key that -k names: "@FILE" or "-", after "hex:", "url:", "base32:" or "text:" if it is
 * not simply bytes. Ends the program if it can't. */
void read_key(const char *name, struct buffer *key);

/* The same of a request's one key. */
void read_only_key(const struct request *request, struct buffer *key);

/* Ends the program if a key is to come from standard input, where something else does. */
void require_key_file(const struct request *request);

/* The file of a key that is to be made, and the key as that file will have it. */
const char *new_key_file(const char *name);
void write_key(const char *name, const struct buffer *key, struct buffer *out);

/* Takes away a newline at the end, if all is one line of printable text. */
void drop_newline_of_text(struct buffer *text);

#endif
