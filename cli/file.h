/* file.h - reading all of a file; writing one that is whole, its owner's alone, and on the disk */
#ifndef FILE_H
#define FILE_H

#include "memory.h"

/* Each ends the program, after it has said why, if it can't do all of it. */

/* Opens what 0, 1 and 2 should be: a file opened later never stands in for a closed output. */
void open_standard_files(void);

/* Reads a file to its end; a name of NULL is standard input. */
void read_file(const char *path, struct buffer *out);

/* The same of a secret: a terminal asks for it by its name and does not show it, and a line is all. */
void read_secret(const char *path, const char *what, struct buffer *out);

/* The same of standard input, without the end of its line: a token, a code. */
void read_line(const char *what, struct buffer *out);

void write_standard_output(const struct buffer *text);

/* A new file: what exists is neither followed nor overwritten. */
void create_file(const char *path, const struct buffer *text);

/* Puts a file in the place of another, or of none: at every moment there is the old or the new. */
void replace_file(const char *path, const struct buffer *text);

#endif
