/* env.c - fills in an example of an env file, and keeps what was filled in before */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "draw.h"
#include "env_file.h"
#include "env_word.h"
#include "fail.h"
#include "file.h"
#include "output.h"
#include "verbs.h"

struct names {
    struct buffer lines, json;
    size_t count;
};

struct env {
    const struct request *request;
    const char *example_path, *path;
    struct buffer example, old, text;
    struct names drawn, kept;
};

/* FILE of FILE.example, unless -o says another. */
static void name_target(struct env *env, struct buffer *room)
{
    static const char suffix[] = ".example";
    const size_t len = strlen(env->example_path), suffix_len = sizeof suffix - 1;
    env->path = env->request->given[OUTPUT];
    if (env->path == NULL) {
        if (len <= suffix_len || strcmp(env->example_path + len - suffix_len, suffix) != 0 ||
            env->example_path[len - suffix_len - 1] == '/') {
            fail_usage("the name of an example ends in .example; else -o says what to write");
        }
        buffer_add(room, env->example_path, len - suffix_len);
        buffer_add(room, "", 1);
        env->path = (const char *)room->data;
    }
}

static void read_old(struct env *env)
{
    struct stat status;
    if (lstat(env->path, &status) != 0) {
        if (errno != ENOENT) {
            fail(REFUSED, "%s: %s", shown(env->path), strerror(errno));
        }
        return;
    }
    if (!S_ISREG(status.st_mode)) {
        fail(REFUSED, "%s is no file, but a link, a directory or a device: it would be replaced",
             shown(env->path));
    }
    read_file(env->path, &env->old);
}

static void add_name(struct names *names, const struct entry *entry)
{
    buffer_add_text(&names->lines, names->count == 0 ? "" : ", ");
    buffer_add(&names->lines, entry->name, entry->name_len);
    buffer_add_text(&names->json, names->count == 0 ? "" : ",");
    add_json_string(&names->json, entry->name, entry->name_len);
    names->count++;
}

static bool is_set(const struct entry *entry)
{
    const bool is_empty_quotes =
        entry->value_len == 2 && entry->value[0] == entry->value[1] && strchr("\"'", entry->value[0]) != NULL;
    return entry->value_len > 0 && !is_empty_quotes;
}

/* The line of the example with another value in place of so much of its own. */
static void add_with_value(struct env *env, const struct entry *entry, const char *value, size_t len,
                           size_t replaced)
{
    buffer_add(&env->text, entry->text, (size_t)(entry->value - entry->text));
    buffer_add(&env->text, value, len);
    const char *rest = entry->value + replaced;
    buffer_add(&env->text, rest, (size_t)(entry->text + entry->len - rest));
}

static void fill_in(struct env *env, const struct entry *entry, size_t word_len)
{
    struct buffer value = {0};
    struct recipe recipe = recipe_of_word(entry->value, word_len);
    require_strength(recipe.bits, recipe.is_exempt || env->request->given[WEAK] != NULL);
    draw_one(&recipe, &value);
    add_with_value(env, entry, (const char *)value.data, value.len, word_len);
    buffer_free(&value);
    add_name(&env->drawn, entry);
}

static void add_entry(struct env *env, const struct entry *entry)
{
    struct entry old;
    const size_t word_len = entry->name == NULL ? 0 : len_of_word(entry->value, entry->value_len);
    if (entry->name == NULL) {
        buffer_add(&env->text, entry->text, entry->len);
    } else if (find_entry(env->path, &env->old, entry, &old) && (word_len == 0 || is_set(&old))) {
        add_with_value(env, entry, old.value, old.value_len, entry->value_len);
        add_name(&env->kept, entry);
    } else if (word_len > 0) {
        fill_in(env, entry, word_len);
    } else {
        /* "@@" is how an example writes "@". */
        const bool is_escaped = entry->value_len > 1 && memcmp(entry->value, "@@", 2) == 0;
        add_with_value(env, entry, "", 0, is_escaped ? 1 : 0);
    }
}

static void end_line(struct buffer *text)
{
    if (text->len > 0 && text->data[text->len - 1] != '\n') {
        buffer_add_text(text, "\n");
    }
}

/* What only the old file has: somebody put it there. */
static void add_rest_of_old(struct env *env)
{
    struct reader_of_entries reader = read_entries(env->path, &env->old);
    struct entry entry, other;
    while (next_entry(&reader, &entry)) {
        if (entry.name != NULL && !find_entry(env->example_path, &env->example, &entry, &other)) {
            end_line(&env->text);
            buffer_add(&env->text, entry.text, entry.len);
            add_name(&env->kept, &entry);
        }
    }
}

static void require_each_once(const struct env *env)
{
    struct reader_of_entries reader = read_entries(env->example_path, &env->example);
    struct entry entry, last;
    while (next_entry(&reader, &entry)) {
        if (entry.name != NULL && find_entry(env->example_path, &env->example, &entry, &last) &&
            last.name != entry.name) {
            fail(REFUSED, "%.*s stands twice in %s", (int)entry.name_len, entry.name,
                 shown(env->example_path));
        }
    }
}

static void report_names(struct output *output, const char *what, struct names *names)
{
    struct buffer list = {.plain = true};
    buffer_add_text(&list, "[");
    buffer_add(&list, names->json.data, names->json.len);
    buffer_add(&list, "]", sizeof "]");
    output_field_raw(output, what, (const char *)list.data);
    if (output->request->given[JSON] == NULL && names->count > 0) {
        list.len = 0;
        buffer_add_text(&list, what);
        buffer_add_text(&list, ": ");
        buffer_add(&list, names->lines.data, names->lines.len);
        output_value(output, list.data, list.len, false);
    }
    buffer_free(&list);
    buffer_free(&names->lines);
    buffer_free(&names->json);
}

static void report(struct env *env)
{
    struct request request = *env->request;
    struct output output = {0};
    request.given[OUTPUT] = NULL; /* that was the env file */
    output_begin(&output, &request);
    output_field_text(&output, "file", env->path, strlen(env->path));
    report_names(&output, "drawn", &env->drawn);
    report_names(&output, "kept", &env->kept);
    output_write(&output);
}

int run_env(const struct request *request)
{
    struct env env = {.request = request, .example_path = request->operands[0]};
    struct buffer room = {.plain = true};
    struct entry entry;
    name_target(&env, &room);
    read_file(env.example_path, &env.example);
    read_old(&env);
    require_each_once(&env);
    struct reader_of_entries reader = read_entries(env.example_path, &env.example);
    while (next_entry(&reader, &entry)) {
        add_entry(&env, &entry);
    }
    add_rest_of_old(&env);
    end_line(&env.text);
    replace_file(env.path, &env.text);
    buffer_free(&env.text);
    buffer_free(&env.old);
    buffer_free(&env.example);
    report(&env);
    buffer_free(&room);
    return DONE;
}
