/* memory.h - memory for secrets: locked where the system allows it, wiped when it goes */
#ifndef MEMORY_H
#define MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Begin with {0}, or {.plain = true} for what is no secret: that is not locked, and may be larger
 * than 1 GiB. What is not freed is wiped at the program's end. */
struct buffer {
    unsigned char *data;
    size_t len;
    size_t size;
    bool plain;
};

/* Room for nbytes after what the buffer holds, or the program ends; who uses it adds to len. */
unsigned char *buffer_room(struct buffer *buffer, size_t nbytes);

void buffer_add(struct buffer *buffer, const void *data, size_t nbytes);
void buffer_add_text(struct buffer *buffer, const char *text);

/* Takes away a newline at the end, and a carriage return before it. */
void buffer_drop_line_end(struct buffer *buffer);

void buffer_free(struct buffer *buffer);

/* Leaves no core file and no way in for a debugger of the same user. */
void memory_guard(void);

/* How many bytes may be locked; SIZE_MAX if there is no limit. */
size_t memory_lockable(void);

#endif
