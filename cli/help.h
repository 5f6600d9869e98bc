/* help.h - what the command says of itself */
#ifndef HELP_H
#define HELP_H

#include "fail.h"
#include "table.h"

/* The verb of this name; ends the program with the nearest one if there is none. */
enum verb_id find_verb(const char *name);

/* Prints all, or what there is to a verb, and ends. */
NORETURN void show_help(const struct verb *verb);

NORETURN void show_version(void);

#endif
