/* draw.h - printing what recipes make */
#ifndef DRAW_H
#define DRAW_H

#include "memory.h"
#include "recipe.h"
#include "request.h"

enum { COUNT_MAX = 10000000 };

/* Draws as many as -c says, and prints them. */
int draw_all(const struct request *request, struct recipe recipe);

/* Draws one to the end of a buffer, without its NUL. */
void draw_one(struct recipe *recipe, struct buffer *out);

#endif
