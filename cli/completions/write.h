/* write.h - what the shells have in common */
#ifndef WRITE_H
#define WRITE_H

#include "../table.h"

void write_bash(void);
void write_zsh(void);
void write_fish(void);

void print_verbs(const char *between);

/* Words to complete as they are, or what a shell has for files and for keys; NULL if there is
 * nothing. */
const char *words_of(const char *words, const char *files, const char *keys);

/* Text between single quotes; for 'z', zsh's specifications, with its colons and brackets quoted
 * too. */
void print_quoted(const char *text, char quote);

#endif
