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

/* Text between single quotes; what is special to the shell's own notation gets a backslash. */
void print_quoted(const char *text, const char *special);

#endif
