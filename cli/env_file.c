/* env_file.c - reads what shells, Docker, systemd and dotenv agree on */
#include <string.h>

#include "env_file.h"
#include "fail.h"

struct reader_of_entries read_entries(const char *path, const struct buffer *text)
{
    const char *at = text->len == 0 ? "" : (const char *)text->data;
    return (struct reader_of_entries){path, at, at + text->len, 1};
}

static const char *skip_blanks(const char *at, const char *end)
{
    while (at != end && (*at == ' ' || *at == '\t')) {
        at++;
    }
    return at;
}

static const char *skip_name(const char *at, const char *end)
{
    const char *begin = at;
    while (at != end && *at != '\0' && strchr(CSECRETS_ALPHABET_BASE62 "_", *at) != NULL) {
        at++;
    }
    return at != begin && *begin >= '0' && *begin <= '9' ? begin : at;
}

/* The end of the line, or of the line in which a quote ends that begins the value. */
static const char *end_of_value(struct reader_of_entries *reader, const char *at)
{
    const char *begin = at;
    const char quote = at != reader->end && (*at == '"' || *at == '\'') ? *at : '\0';
    bool is_quoted = quote != '\0';
    for (; at != reader->end && (is_quoted || *at != '\n'); at++) {
        if (is_quoted && at != begin && *at == quote) {
            is_quoted = false;
        } else if (is_quoted && quote == '"' && *at == '\\' && at + 1 != reader->end) {
            at++;
        }
        reader->line += *at == '\n';
    }
    if (is_quoted) {
        fail(REFUSED, "%s: a quote that begins before line %zu does not end", shown(reader->path),
             reader->line);
    }
    return at;
}

bool next_entry(struct reader_of_entries *reader, struct entry *entry)
{
    static const char export[] = "export ";
    if (reader->at == reader->end) {
        return false;
    }
    const char *const begin = reader->at, *const end = reader->end;
    const size_t line = reader->line;
    const char *at = skip_blanks(begin, end);
    *entry = (struct entry){.text = begin};
    if (at == end || *at == '\n' || *at == '\r' || *at == '#') {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline == NULL ? end : newline;
    } else {
        if ((size_t)(end - at) >= sizeof export && memcmp(at, export, sizeof export - 1) == 0) {
            at = skip_blanks(at + sizeof export - 1, end);
        }
        entry->name = at;
        at = skip_name(at, end);
        entry->name_len = (size_t)(at - entry->name);
        if (entry->name_len == 0 || at == end || *at != '=') {
            fail(REFUSED, "line %zu of %s is no NAME=VALUE and no comment", line,
                 shown(reader->path));
        }
        entry->value = at + 1;
        at = end_of_value(reader, entry->value);
        entry->value_len = (size_t)(at - entry->value);
        while (entry->value_len > 0 &&
               strchr(" \t\r", entry->value[entry->value_len - 1]) != NULL) {
            entry->value_len--;
        }
    }
    if (at != end) {
        at++;
        reader->line++;
    }
    entry->len = (size_t)(at - begin);
    reader->at = at;
    return true;
}

bool find_entry(const char *path, const struct buffer *text, const struct entry *wanted,
                struct entry *found)
{
    struct reader_of_entries reader = read_entries(path, text);
    struct entry entry;
    bool is_there = false;
    while (next_entry(&reader, &entry)) {
        if (entry.name != NULL && entry.name_len == wanted->name_len &&
            memcmp(entry.name, wanted->name, wanted->name_len) == 0) {
            *found = entry;
            is_there = true;
        }
    }
    return is_there;
}
