/* secret.c - the one reader of key material */
#define _POSIX_C_SOURCE 200809L

#include <string.h>
#include <sys/stat.h>

#include "fail.h"
#include "file.h"
#include "secret.h"

enum format { BARE, RAW, HEXADECIMAL, URLSAFE, BASE32, PLAIN_TEXT };

static const struct {
    const char *prefix;
    enum format format;
} FORMATS[] = {{"raw:", RAW},
               {"hex:", HEXADECIMAL},
               {"url:", URLSAFE},
               {"base32:", BASE32},
               {"text:", PLAIN_TEXT}};

/* Splits "hex:@FILE"; the file is NULL for "-". */
static enum format read_name(const char *name, const char **path)
{
    enum format format = BARE;
    for (size_t i = 0; i < sizeof FORMATS / sizeof FORMATS[0]; i++) {
        const size_t len = strlen(FORMATS[i].prefix);
        if (strncmp(name, FORMATS[i].prefix, len) == 0) {
            format = FORMATS[i].format;
            name += len;
        }
    }
    if (strcmp(name, "-") == 0) {
        *path = NULL;
        return format;
    }
    if (name[0] != '@' || name[1] == '\0') {
        /* It may be a key: it is not repeated here. */
        fail_usage("a key is never an argument, which ps would show: -k takes @FILE, or - for "
                   "standard input");
    }
    *path = name + 1;
    return format;
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

static void decode(enum format format, const char *shown_name, struct buffer *key)
{
    struct buffer bytes = {0};
    buffer_drop_line_end(key);
    const char *text = (const char *)key->data;
    unsigned char *room = buffer_room(&bytes, key->len + 1);
    csecrets_status status = CSECRETS_OK;
    if (format == HEXADECIMAL) {
        status = csecrets_hex_decode(room, key->len + 1, &bytes.len, text, key->len);
    } else if (format == URLSAFE) {
        status = csecrets_urlsafe_decode(room, key->len + 1, &bytes.len, text, key->len);
    } else {
        status = csecrets_base32_decode(room, key->len + 1, &bytes.len, text, key->len);
    }
    if (status == CSECRETS_ERR_MALFORMED) {
        fail(REFUSED, "%s is not written in what stands before its name", shown_name);
    }
    require_ok(status);
    key->len = 0;
    buffer_add(key, bytes.data, bytes.len);
    buffer_free(&bytes);
}

void read_key(const char *name, struct buffer *key)
{
    const char *path;
    const enum format format = read_name(name, &path);
    const char *shown_name = path == NULL ? "standard input" : path;
    if (path != NULL) {
        warn_if_others_can(path);
    }
    read_file(path, key);
    if (key->len == 0) {
        fail(REFUSED, "%s is empty: there is no key", shown(shown_name));
    }
    if (format == BARE && is_line_of_text(key)) {
        fail(REFUSED,
             "%s is a line of text: say hex:, url:, base32: or text: before its name, or raw: if "
             "the newline at its end belongs to the key",
             shown(shown_name));
    }
    if (format == PLAIN_TEXT) {
        buffer_drop_line_end(key);
    } else if (format != RAW && format != BARE) {
        decode(format, shown(shown_name), key);
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
            fail_usage("standard input is taken, so the key comes from a file: -k @FILE");
        }
    }
}

const char *new_key_file(const char *name)
{
    const char *path;
    if (read_name(name, &path) == PLAIN_TEXT) {
        fail_usage(
            "a key that is drawn is no text: say hex:, url: or base32:, or nothing for raw bytes");
    }
    if (path == NULL) {
        fail_usage("-k names the file that the new key goes to: @FILE");
    }
    return path;
}

void write_key(const char *name, const struct buffer *key, struct buffer *out)
{
    const char *path;
    const enum format format = read_name(name, &path);
    const size_t size = csecrets_hex_size(key->len) + 1;
    char *room = (char *)buffer_room(out, size);
    csecrets_status status = CSECRETS_OK;
    if (format == BARE || format == RAW) {
        buffer_add(out, key->data, key->len);
        return;
    }
    if (format == HEXADECIMAL) {
        status = csecrets_hex_encode(room, size, key->data, key->len);
    } else if (format == URLSAFE) {
        status = csecrets_urlsafe_encode(room, size, key->data, key->len);
    } else {
        status = csecrets_base32_encode(room, size, key->data, key->len);
    }
    require_ok(status);
    out->len += strlen(room);
    buffer_add_text(out, "\n");
}
