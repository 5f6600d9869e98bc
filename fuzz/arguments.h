/* arguments.h - arguments of any kind and size, taken from the fuzzer's bytes before the call */
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include "fuzz.h"

/* What an output holds after an error. */
enum poison { ZEROS, ONES, EMPTY, SMALLEST, NOT_A_NUMBER, ERROR_NUMBER, KEPT };

enum { UNTOUCHED = 0xA5 };

/* Memory of just this size; or NULL with any; or a size that no object has, which is to be refused
 * before the memory is looked at. */
struct buffer {
    void *data;
    size_t size;
    bool is_a_lie;
};

static struct buffer out, in, in_2, in_3;
static char *text, *text_2;
static uint64_t n, n_2;
static size_t count, element, many, length;

#define OUT out.data, out.size
#define IN in.data, in.size
#define IN_2 in_2.data, in_2.size

static inline void take_buffer(struct input *input, struct buffer *buffer)
{
    const uint8_t kind = take_byte(input);
    buffer->is_a_lie = kind >= 0xF0;
    if (buffer->is_a_lie)
        buffer->size = (size_t)PTRDIFF_MAX + 1 + (size_t)(take_number(input, 8) >> kind % 16 * 4 >> 1);
    else
        buffer->size = kind >= 0xE8 ? kind % 4 : kind % 80;
    if (kind >= 0xE8 && kind % 2)
        buffer->data = NULL;
    else
        buffer->data = take_memory(input, buffer->is_a_lie ? 0 : buffer->size);
}

/* Small, as large as its type, or anything between. */
static inline uint64_t take_any(struct input *input)
{
    const uint8_t kind = take_byte(input);
    return kind < 0xC0 ? kind % 100 : take_number(input, 8) >> kind % 64;
}

static inline char *take_text_or_null(struct input *input)
{
    return take_byte(input) % 8 == 0 ? NULL : take_text(input, 40);
}

static inline size_t take_count(struct input *input)
{
    const uint64_t any = take_any(input);
    return any < 100 ? (size_t)any % 20 : SIZE_MAX - (size_t)any % 100;
}

static inline void take_arguments(struct input *input)
{
    seed_source(input);
    take_buffer(input, &out);
    if (out.data && !out.is_a_lie)
        memset(out.data, UNTOUCHED, out.size);
    n = take_any(input);
    n_2 = take_any(input);
    count = take_count(input);
    element = take_byte(input) % 20;
    many = take_count(input);
    text = take_text_or_null(input);
    text_2 = take_text_or_null(input);
    take_buffer(input, &in);
    take_buffer(input, &in_2);
    take_buffer(input, &in_3);
    length = 0;
}

static inline void free_arguments(void)
{
    free(out.data);
    free(in.data);
    free(in_2.data);
    free(in_3.data);
    free(text);
    free(text_2);
}

/* The buffer with so many elements in place of its size; NULL stays NULL. */
static inline void *shaped(struct buffer *buffer, size_t elements, size_t size)
{
    const unsigned __int128 nbytes = (unsigned __int128)elements * size;
    const struct buffer before = *buffer;
    buffer->is_a_lie = nbytes > PTRDIFF_MAX;
    buffer->size = buffer->is_a_lie ? 0 : (size_t)nbytes;
    if (before.data == NULL)
        return NULL;
    buffer->data = malloc(buffer->size);
    for (size_t i = 0; i < buffer->size; i++)
        ((unsigned char *)buffer->data)[i] =
            before.is_a_lie || before.size == 0 ? UNTOUCHED
                                                : ((unsigned char *)before.data)[i % before.size];
    free(before.data);
    return buffer->data;
}

static inline void *out_of(size_t size)
{
    return shaped(&out, 1, size);
}

/* Where a length goes, or NULL; after an error it is 0. */
static inline size_t *measured(void)
{
    if (n_2 % 16 == 15)
        return NULL;
    length = 7;
    return &length;
}

/* A structure that begins with its size, of a version with more or less in it. */
static inline void *structure(void)
{
    uint32_t size = in_3.is_a_lie ? UINT32_MAX - (uint32_t)n : (uint32_t)in_3.size;
    if (in_3.data == NULL)
        return NULL;
    shaped(&in_3, 1, in_3.is_a_lie || in_3.size < sizeof size ? sizeof size : in_3.size);
    memcpy(in_3.data, &size, sizeof size);
    return in_3.data;
}

static inline csecrets_password_policy *policy(void)
{
    csecrets_password_policy *made = structure();
    if (made && in_3.size >= sizeof *made) {
        made->symbols = text;
        made->exclude = text_2;
    }
    return made;
}

/* Two spans, of which so many count; or NULL. */
static csecrets_span pair[2];

static inline csecrets_span *spans(void)
{
    pair[0] = (csecrets_span){in_2.data, in_2.size};
    pair[1] = (csecrets_span){in_3.data, in_3.size};
    return n_2 % 8 == 7 ? NULL : pair;
}

static inline size_t spans_count(void)
{
    return count < 20 ? count % 3 : count;
}

static inline bool is_object(const struct buffer *buffer)
{
    return !buffer->is_a_lie && (buffer->data || buffer->size == 0);
}

#endif
