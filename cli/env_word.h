/* env_word.h - the @words of an example: @url32, @hex16, @password20, @key:acme */
#ifndef ENV_WORD_H
#define ENV_WORD_H

#include "recipe.h"

/* Where in a value its @word begins, perhaps after a quote, and how long it is; NULL if it has
 * none. */
const char *find_word(const char *value, size_t value_len, size_t *len);

/* How an example writes a value that begins with "@": where the "@" is that does not belong to
 * it. */
const char *find_escape(const char *value, size_t value_len);

/* How what the word says is drawn; ends the program if it says nothing. */
struct recipe recipe_of_word(const char *word, size_t len);

#endif
