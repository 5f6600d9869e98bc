/* output.c - lines, or one JSON object; to standard output, or a new file */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "fail.h"
#include "file.h"
#include "output.h"

static bool is_json(const struct output *output)
{
    return output->request->given[JSON] != NULL;
}

static void add_end(struct output *output)
{
    buffer_add(&output->text, output->request->given[NUL] != NULL ? "\0" : "\n", 1);
}

static void begin_field(struct output *output, const char *name)
{
    buffer_add_text(&output->text, output->has_fields ? ",\"" : "{\"");
    buffer_add_text(&output->text, name);
    buffer_add_text(&output->text, "\":");
    output->has_fields = true;
}

void output_field_text(struct output *output, const char *name, const void *text, size_t len)
{
    if (is_json(output)) {
        begin_field(output, name);
        add_json_string(&output->text, text, len);
    }
}

void output_field_raw(struct output *output, const char *name, const char *json)
{
    if (is_json(output)) {
        begin_field(output, name);
        buffer_add_text(&output->text, json);
    }
}

void output_field_number(struct output *output, const char *name, uint64_t number)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, number);
    output_field_raw(output, name, text);
}

void output_begin(struct output *output, const struct request *request)
{
    output->request = request;
    const char *name = VERBS[request->verb].name;
    output_field_text(output, "verb", name, strlen(name));
}

void output_list(struct output *output)
{
    if (is_json(output) && !output->has_list) {
        begin_field(output, "values");
        buffer_add_text(&output->text, "[");
        output->has_list = true;
    }
}

void output_value(struct output *output, const void *text, size_t len, bool is_number)
{
    if (!is_json(output)) {
        if (output->count++ > 0) {
            add_end(output);
        }
        buffer_add(&output->text, text, len);
        return;
    }
    output_list(output);
    buffer_add_text(&output->text, output->count++ > 0 ? "," : "");
    if (is_number) {
        buffer_add(&output->text, text, len);
    } else {
        add_json_string(&output->text, text, len);
    }
}

void output_bits(struct output *output, uint64_t bits)
{
    output_field_number(output, "bits", bits);
    if (output->request->given[SHOW_BITS] != NULL) {
        fprintf(stderr, "%" PRIu64 " bits\n", bits);
    }
}

void output_write(struct output *output)
{
    const char *path = output->request->given[OUTPUT];
    if (is_json(output)) {
        buffer_add_text(&output->text, output->has_list ? "]}" : "}");
    }
    if ((is_json(output) || output->count > 0) && output->request->given[NO_NEWLINE] == NULL) {
        add_end(output);
    }
    if (path != NULL) {
        create_file(path, &output->text);
    } else {
        write_standard_output(&output->text);
    }
    buffer_free(&output->text);
}

int print_valid(const struct request *request)
{
    struct output output = {0};
    output_begin(&output, request);
    output_field_raw(&output, "valid", "true");
    if (!is_json(&output)) {
        output_value(&output, "valid", strlen("valid"), false);
    }
    output_write(&output);
    return DONE;
}

int refuse(const struct request *request, csecrets_status status)
{
    struct output output = {0};
    const char *name = csecrets_status_name(status);
    warn("refused: %s", csecrets_strerror(status));
    output_begin(&output, request);
    output_field_raw(&output, "valid", "false");
    output_field_text(&output, "why", name, strlen(name));
    if (is_json(&output)) {
        output_write(&output);
    }
    return REFUSED;
}
