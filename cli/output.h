/* output.h - what will be printed: it is gathered until all of it is there, and then written */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <stdbool.h>

#include <csecrets.h>

#include "memory.h"
#include "request.h"

struct output {
    const struct request *request;
    struct buffer text;
    size_t count;
    bool has_fields; /* of the JSON object */
    bool has_list;
};

void output_begin(struct output *output, const struct request *request);

/* Begins a list, which may stay empty. */
void output_list(struct output *output);

/* A value of a list: a line of its own, or an element of JSON's "values", whose list is ended by
 * output_write(). A number is not quoted there. */
void output_value(struct output *output, const void *text, size_t len, bool is_number);

/* A field of the JSON object, before the values. */
void output_field_text(struct output *output, const char *name, const void *text, size_t len);
void output_field_raw(struct output *output, const char *name, const char *json);
void output_field_number(struct output *output, const char *name, uint64_t number);

/* Says how strong each value is, to those who asked. */
void output_bits(struct output *output, uint64_t bits);

/* Writes all to where it was asked for, or ends the program. */
void output_write(struct output *output);

/* Prints "valid", or says why not; returns the exit status. */
int print_valid(const struct request *request);
int refuse(const struct request *request, csecrets_status status);

/* Adds text as a JSON string; ends the program if it is not UTF-8. */
void add_json_string(struct buffer *out, const void *text, size_t len);

#endif
