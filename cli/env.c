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
    struct stat status, example;
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
    if (stat(env->example_path, &example) == 0 && example.st_ino == status.st_ino &&
        example.st_dev == status.st_dev) {
        fail_usage("%s is the example, which is not to be replaced", shown(env->path));
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

/* Neither empty quotes nor a comment is a value. */
static bool is_set(const struct entry *entry)
{
    const char *value = entry->value, *end = value + entry->value_len;
    if (entry->value_len == 2 && value[0] == value[1] && strchr("\"'", value[0]) != NULL) {
        return false;
    }
    while (value != end && *value == ' ') {
        value++;
    }
    return value != end && (*value != '#' || value == entry->value);
}

/* The line of the example with a value in place of a part of its own. */
static void add_with_value(struct env *env, const struct entry *entry, const char *part,
                           size_t part_len, const void *value, size_t len)
{
    const char *rest = part + part_len;
    buffer_add(&env->text, entry->text, (size_t)(part - entry->text));
    buffer_add(&env->text, value, len);
    buffer_add(&env->text, rest, (size_t)(entry->text + entry->len - rest));
}

static void fill_in(struct env *env, const struct entry *entry, const char *word, size_t len)
{
    struct buffer value = {0};
    struct recipe recipe = recipe_of_word(word, len);
    require_strength(recipe.bits, recipe.is_exempt || env->request->given[WEAK] != NULL);
    draw_one(&recipe, &value);
    add_with_value(env, entry, word, len, value.data, value.len);
    buffer_free(&value);
    add_name(&env->drawn, entry);
}

static void add_entry(struct env *env, const struct entry *entry)
{
    struct entry old;
    size_t len = 0;
    if (entry->name == NULL) {
        buffer_add(&env->text, entry->text, entry->len);
        return;
    }
    const char *word = find_word(entry->value, entry->value_len, &len);
    const char *escape = find_escape(entry->value, entry->value_len);
    if (find_entry(env->path, &env->old, entry, &old) && (word == NULL || is_set(&old))) {
        add_with_value(env, entry, entry->value, entry->value_len, old.value, old.value_len);
        add_name(&env->kept, entry);
    } else if (word != NULL) {
        fill_in(env, entry, word, len);
    } else {
        add_with_value(env, entry, escape == NULL ? entry->value : escape, escape == NULL ? 0 : 1,
                       "", 0);
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
