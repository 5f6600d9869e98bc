/* env_word.h - the @words of an example: @url32, @hex16, @password20, @key:acme */
#ifndef ENV_WORD_H
#define ENV_WORD_H

#include "recipe.h"

/* How many characters of a value are an @word; 0 if it begins with none. */
size_t len_of_word(const char *value, size_t value_len);

/* How what the word says is drawn; ends the program if it says nothing. */
struct recipe recipe_of_word(const char *word, size_t len);

#endif
