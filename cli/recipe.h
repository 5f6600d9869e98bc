/* recipe.h - how one secret is drawn: `csecrets hex 16`, and @hex16 in an example of an env file */
#ifndef RECIPE_H
#define RECIPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <csecrets.h>

struct recipe {
    size_t size;    /* room that one needs, with its NUL */
    uint64_t bits;  /* its strength, rounded down */
    bool is_exempt; /* a number, a PIN, a name: nobody takes it for a key */
    bool is_number; /* JSON need not quote it */
    csecrets_status (*draw)(struct recipe *recipe, char *out);

    /* What draw() needs of these. */
    size_t n, len;
    const char *text;
    uint64_t bound;
    int64_t low, high;
    csecrets_password_policy policy;
    unsigned char uuid[CSECRETS_UUID_SIZE];
};

/* Each ends the program if no such secret can be drawn. */
struct recipe recipe_url(size_t nbytes);
struct recipe recipe_hex(size_t nbytes);
struct recipe recipe_text(size_t nchars, const char *alphabet);
struct recipe recipe_password(size_t nchars, const csecrets_password_policy *policy);
struct recipe recipe_phrase(size_t nwords, const char *separator);
struct recipe recipe_code(size_t groups, size_t group_len);
struct recipe recipe_pin(size_t digits);
struct recipe recipe_key(const char *prefix);
struct recipe recipe_uuid(int version);
struct recipe recipe_below(uint64_t bound);
struct recipe recipe_int(int64_t low, int64_t high);

/* The alphabet of this name, or the text itself. */
const char *alphabet_named(const char *name);

/* What is drawn at once has to stand in memory. */
enum { BYTES_MAX = 1 << 28, PIN_MIN = 4, PIN_MAX = 64 };

/* Ends the program if a secret of so many bits is weak and nobody said that this is fine. */
void require_strength(uint64_t bits, bool weak_is_fine);

#endif
