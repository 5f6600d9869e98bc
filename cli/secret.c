/* secret.c - the one reader of key material */
#define _POSIX_C_SOURCE 200809L

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fail.h"
#include "file.h"
#include "secret.h"

/* How the bytes of a key are written in its file; as they are if there is nothing to decode. */
static const struct format {
    const char *prefix;
    csecrets_status (*decode)(void *out, size_t out_size, size_t *out_len, const char *text,
                              size_t text_len);
    csecrets_status (*encode)(char *out, size_t out_size, const void *data, size_t nbytes);
} FORMATS[] = {
    {"", NULL, NULL},
    {"raw:", NULL, NULL},
    {"text:", NULL, NULL},
    {"hex:", csecrets_hex_decode, csecrets_hex_encode},
    {"url:", csecrets_urlsafe_decode, csecrets_urlsafe_encode},
    {"base32:", csecrets_base32_decode, csecrets_base32_encode},
};
enum { BARE = 0, PLAIN_TEXT = 2, FORMAT_COUNT = sizeof FORMATS / sizeof FORMATS[0] };

/* Splits "hex:@FILE"; the file is NULL for "-". */
static const struct format *read_name(const char *name, const char **path)
{
    size_t which = FORMAT_COUNT - 1;
    while (strncmp(name, FORMATS[which].prefix, strlen(FORMATS[which].prefix)) != 0) {
        which--;
    }
    name += strlen(FORMATS[which].prefix);
    if (strcmp(name, "-") == 0) {
        *path = NULL;
    } else if (name[0] == '@' && name[1] != '\0') {
        *path = name + 1;
    } else {
        /* It may be a key: it is not repeated here. */
        fail_usage("a key is never an argument, which ps would show: -k takes @FILE, or - for "
                   "standard input");
    }
    return &FORMATS[which];
}

static bool is_line_of_text(const struct buffer *text)
{
    size_t len = text->len;
    if (len > 0 && text->data[len - 1] == '\n') {
        len--;
    }
    for (size_t i = 0; i < len; i++) {
        if (text->data[i] < ' ' || text->data[i] > '~') {
            return false;
        }
    }
    return len > 0 && len < text->len;
}

void drop_newline_of_text(struct buffer *text)
{
    if (is_line_of_text(text)) {
        text->len--;
    }
}

static void warn_if_others_can(const char *path)
{
    struct stat status;
    if (stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
        (status.st_mode & (S_IROTH | S_IWOTH | S_IWGRP)) != 0) {
        warn("warning: %s is open to others: chmod 600 it, and think of a new key", shown(path));
    }
}

static void decode(const struct format *format, const char *file, struct buffer *key)
{
    struct buffer bytes = {0};
    const size_t size = key->len + 1;
    buffer_drop_line_end(key);
    const csecrets_status status = format->decode(buffer_room(&bytes, size), size, &bytes.len,
                                                  (const char *)key->data, key->len);
    if (status == CSECRETS_ERR_MALFORMED) {
        fail(REFUSED, "what is in %s is not written as %s says", shown(file), format->prefix);
    }
    require_ok(status);
    key->len = 0;
    buffer_add(key, bytes.data, bytes.len);
    buffer_free(&bytes);
}

void read_key(const char *name, struct buffer *key)
{
    const char *path;
    const struct format *format = read_name(name, &path);
    const char *file = path == NULL ? "standard input" : path;
    if (path != NULL) {
        warn_if_others_can(path);
    } else if (format == &FORMATS[BARE] && isatty(STDIN_FILENO)) {
        fail_usage("a key that is typed is text: -k hex:-, url:-, base32:- or text:- says how it is "
                   "written");
    }
    read_secret(path, "key", key);
    if (key->len == 0) {
        fail(REFUSED, "%s is empty: there is no key", shown(file));
    }
    if (format == &FORMATS[BARE] && is_line_of_text(key)) {
        fail(REFUSED,
             "%s is a line of text: say hex:, url:, base32: or text: before its name, or raw: if "
             "the newline at its end belongs to the key",
             shown(file));
    }
    if (format->decode != NULL) {
        decode(format, file, key);
    } else if (format == &FORMATS[PLAIN_TEXT]) {
        buffer_drop_line_end(key);
    }
}

void read_only_key(const struct request *request, struct buffer *key)
{
    if (request->key_count != 1) {
        fail_usage("%s wants one key: -k @FILE", VERBS[request->verb].name);
    }
    read_key(request->keys[0], key);
}

void require_key_file(const struct request *request)
{
    for (size_t i = 0; i < request->key_count; i++) {
        const char *path;
        read_name(request->keys[i], &path);
        if (path == NULL) {
            fail_usage("standard input is taken, so the key comes from a file: -k @FILE; "
                       "text:@/dev/tty asks for one");
        }
    }
}

const char *new_key_file(const char *name)
{
    const char *path;
    if (read_name(name, &path) == &FORMATS[PLAIN_TEXT]) {
        fail_usage("a key that is drawn is no text: say hex:, url: or base32:, or nothing for raw "
                   "bytes");
    }
    if (path == NULL) {
        fail_usage("-k names the file that the new key goes to: @FILE");
    }
    return path;
}

void write_key(const char *name, const struct buffer *key, struct buffer *out)
{
    const char *path;
    const struct format *format = read_name(name, &path);
    if (format->encode == NULL) {
        buffer_add(out, key->data, key->len);
        return;
    }
    /* Hexadecimal is the longest. */
    const size_t size = csecrets_hex_size(key->len);
    char *room = (char *)buffer_room(out, size);
    require_ok(format->encode(room, size, key->data, key->len));
    out->len += strlen(room);
    buffer_add_text(out, "\n");
}
