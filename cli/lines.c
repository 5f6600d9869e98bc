/* lines.c - picking and shuffling the lines of standard input
 *
 * All of it is read, and an index of lines is what is drawn from.
 */
#include <stdint.h>
#include <string.h>

#include "draw.h"
#include "fail.h"
#include "file.h"
#include "output.h"
#include "progress.h"
#include "strength.h"
#include "verbs.h"

struct line {
    const unsigned char *text;
    size_t len;
};

/* The list of lines lies in a buffer too. */
static struct line *split(const struct buffer *text, unsigned char end, struct buffer *list)
{
    const unsigned char *at = text->data, *stop = text->data + text->len;
    while (at != stop) {
        const unsigned char *found = memchr(at, end, (size_t)(stop - at));
        const struct line line = {at, (size_t)((found == NULL ? stop : found) - at)};
        buffer_add(list, &line, sizeof line);
        at = found == NULL ? stop : found + 1;
    }
    return (struct line *)(void *)list->data;
}

static void add_lines(struct output *output, const struct line *lines, const size_t *order,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct line *line = &lines[order == NULL ? i : order[i]];
        output_value(output, line->text, line->len, false);
    }
}

struct input {
    struct buffer text, list;
    struct line *lines;
    size_t count;
};

static void read_lines(const struct request *request, struct input *input)
{
    *input = (struct input){.text = {.plain = true}, .list = {.plain = true}};
    read_file(NULL, &input->text);
    input->lines = split(&input->text, request->given[NUL] != NULL ? '\0' : '\n', &input->list);
    input->count = input->list.len / sizeof input->lines[0];
}

static void free_lines(struct input *input)
{
    buffer_free(&input->text);
    buffer_free(&input->list);
}

/* How strong a choice of k among count is, in order and each once. */
static uint64_t order_bits(size_t k, size_t count)
{
    struct strength strength = STRENGTH_ONE;
    for (size_t i = 0; i < k; i++) {
        strength_multiply(&strength, count - i);
    }
    return strength_bits(&strength);
}

int run_pick(const struct request *request)
{
    struct input input;
    const size_t k = (size_t)operand_number(request, "K", 1, SIZE_MAX / sizeof(size_t) / 4, 1);
    const uint64_t draws = option_number(request, COUNT, 1, COUNT_MAX, 1);
    read_lines(request, &input);
    if (k > input.count) {
        fail(REFUSED, "%zu lines can't be picked of %zu", k, input.count);
    }
    struct output output = {.text = {.plain = true}};
    struct buffer room = {.plain = true};
    size_t *order = (size_t *)(void *)buffer_room(&room, k * sizeof *order);
    output_begin(&output, request);
    output_bits(&output, order_bits(k, input.count));
    for (uint64_t i = 0; i < draws; i++) {
        require_ok(csecrets_sample_indices(order, k, input.count));
        add_lines(&output, input.lines, order, k);
        progress("picked:", i + 1, draws);
    }
    buffer_free(&room);
    free_lines(&input);
    output_write(&output);
    return DONE;
}

int run_shuffle(const struct request *request)
{
    struct input input;
    read_lines(request, &input);
    struct output output = {.text = {.plain = true}};
    output_begin(&output, request);
    output_bits(&output, order_bits(input.count, input.count));
    require_ok(csecrets_shuffle(input.lines, input.count, sizeof input.lines[0]));
    /* Once, so that a large output is not copied as it grows. */
    buffer_room(&output.text, input.text.len + 1);
    output_list(&output);
    add_lines(&output, input.lines, NULL, input.count);
    free_lines(&input);
    output_write(&output);
    return DONE;
}
