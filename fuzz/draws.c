/* draws.c - every draw with any numbers: a result within its range, or an error and its poison; and
 *           not a byte outside the output
 *
 * The source follows from the input, and may fail in the middle of a draw. */
#include "fuzz.h"

enum { MOST = 300 };

static struct input input;
static csecrets_status status;

/* What is true of every status but OK. */
static bool refused(void)
{
    MUST(status <= 0 && status >= CSECRETS_ERR_UNSATISFIABLE);
    return status != CSECRETS_OK;
}

static size_t take_count(void)
{
    return take_number(&input, 2) % (MOST + 1);
}

static void bytes(void)
{
    const size_t nbytes = take_count();
    uint8_t *out = malloc(nbytes);
    status = csecrets_token_bytes(out, nbytes);
    MUST(!refused() || is_filled(out, nbytes, 0));
    free(out);
}

static void text(csecrets_status (*draw)(char *, size_t, size_t), size_t (*size)(size_t))
{
    const size_t nbytes = take_count(), room = take_count();
    char *out = malloc(room);
    status = draw(out, room, nbytes);
    if (refused())
        MUST(room == 0 || out[0] == '\0');
    else
        MUST(room >= size(nbytes) && strlen(out) == size(nbytes) - 1);
    free(out);
}

static void characters(void)
{
    const size_t nchars = take_count();
    char *alphabet = take_text(&input, 100), *out = malloc(nchars + 1);
    status = csecrets_token_alphabet(out, nchars + 1, nchars, alphabet);
    if (refused())
        MUST(out[0] == '\0');
    else
        MUST(strlen(out) == nchars && strspn(out, alphabet) == nchars);
    free(alphabet);
    free(out);
}

static void integer(void)
{
    const uint64_t bound = take_number(&input, 8) >> take_byte(&input) % 64;
    uint64_t out = 7;
    status = csecrets_randbelow(&out, bound);
    MUST(refused() ? out == UINT64_MAX : out < bound);
    const uint32_t bits = (uint32_t)take_number(&input, take_byte(&input) % 2 ? 4 : 1);
    status = csecrets_randbits(&out, bits);
    MUST(refused() ? out == UINT64_MAX : bits <= 64 && (bits == 64 || out >> bits == 0));
    double real = 7;
    status = csecrets_random(&real);
    MUST(refused() ? real != real : 0 <= real && real < 1);
}

static void range(void)
{
    const int64_t start = (int64_t)take_number(&input, 8), stop = (int64_t)take_number(&input, 8);
    const int64_t step = (int64_t)take_number(&input, 8) >> take_byte(&input) % 64;
    int64_t out = 7;
    status = csecrets_randint(&out, start, stop);
    MUST(refused() ? out == INT64_MIN : start <= out && out <= stop);
    status = csecrets_randrange(&out, start, stop, step);
    if (refused()) {
        MUST(out == INT64_MIN);
        return;
    }
    const uint64_t away = step > 0 ? (uint64_t)out - (uint64_t)start
                                   : (uint64_t)start - (uint64_t)out;
    const uint64_t stride = step > 0 ? (uint64_t)step : 0 - (uint64_t)step;
    MUST(step > 0 ? start <= out && out < stop : stop < out && out <= start);
    MUST(away % stride == 0);
}

static void many(void)
{
    const size_t count = take_count() % 150;
    const uint64_t bound = take_number(&input, 8) >> take_byte(&input) % 64;
    uint64_t *out = malloc(8 * count);
    uint32_t *small = malloc(4 * count);
    status = csecrets_randbelow_many(out, count, bound);
    if (refused())
        MUST(is_filled(out, 8 * count, 0xFF));
    for (size_t i = 0; status == CSECRETS_OK && i < count; i++)
        MUST(out[i] < bound);
    status = csecrets_randbelow_many_u32(small, count, (uint32_t)bound);
    if (refused())
        MUST(is_filled(small, 4 * count, 0xFF));
    for (size_t i = 0; status == CSECRETS_OK && i < count; i++)
        MUST(small[i] < (uint32_t)bound);
    free(out);
    free(small);
}

static void big(void)
{
    const size_t nbytes = take_byte(&input) % 80, bits = take_count() * 3;
    uint8_t *bound = take_memory(&input, nbytes), *out = malloc(nbytes);
    status = csecrets_randbelow_big(out, bound, nbytes);
    if (refused())
        MUST(is_filled(out, nbytes, 0xFF));
    else
        MUST(memcmp(out, bound, nbytes) < 0);
    status = csecrets_randbits_big(out, nbytes, bits);
    if (refused())
        MUST(is_filled(out, nbytes, 0));
    else if (bits > 0)
        MUST(bits > 8 * (nbytes - 1) && out[0] >> ((bits - 1) % 8 + 1) == 0);
    free(bound);
    free(out);
}

/* Elements whose first byte is their index. */
static void elements(void)
{
    const size_t count = take_byte(&input), size = take_byte(&input) % 20, k = take_byte(&input);
    uint8_t *base = malloc(count * size), *out = malloc(k * size), seen[256] = {0};
    size_t *indices = malloc(k * sizeof *indices);
    for (size_t i = 0; i < count * size; i++)
        base[i] = (uint8_t)(i / size);
    uint8_t *one = malloc(size);
    status = csecrets_choice(one, base, count, size);
    MUST(refused() ? is_filled(one, size, 0) : one[0] < count && is_filled(one, size, one[0]));
    free(one);
    status = csecrets_choices(out, k, base, count, size);
    if (refused())
        MUST(is_filled(out, k * size, 0));
    for (size_t i = 0; status == CSECRETS_OK && i < k * size; i++)
        MUST(out[i] < count && out[i] == out[i - i % size]);
    status = csecrets_sample(out, k, base, count, size);
    if (refused())
        MUST(is_filled(out, k * size, 0));
    for (size_t i = 0; status == CSECRETS_OK && i < k * size; i++)
        MUST(out[i] < count && (i % size ? out[i] == out[i - 1] : !seen[out[i]]++));
    memset(seen, 0, sizeof seen);
    status = csecrets_sample_indices(indices, k, count);
    if (refused())
        MUST(is_filled(indices, k * sizeof *indices, 0xFF));
    for (size_t i = 0; status == CSECRETS_OK && i < k; i++)
        MUST(indices[i] < count && !seen[indices[i]]++);
    memset(seen, 0, sizeof seen);
    status = csecrets_shuffle(base, count, size);
    refused();
    for (size_t i = 0; size > 0 && i < count; i++)
        MUST(!seen[base[i * size]]++ && is_filled(base + i * size, size, base[i * size]));
    free(base);
    free(out);
    free(indices);
}

static void weights(void)
{
    const size_t count = take_byte(&input) % 20;
    uint64_t *given = malloc(8 * count);
    const unsigned shift = take_byte(&input) % 64;
    size_t out = 7;
    for (size_t i = 0; i < count; i++)
        given[i] = take_number(&input, 8) >> shift;
    status = csecrets_weighted_index(&out, given, count);
    MUST(refused() ? out == SIZE_MAX : out < count && given[out] > 0);
    free(given);
}

static void words(void)
{
    const size_t nwords = take_byte(&input) % 12;
    char *separator = take_text(&input, 20);
    const size_t room = csecrets_passphrase_size(nwords, strlen(separator)) - take_byte(&input) % 2;
    char *out = malloc(room);
    status = csecrets_passphrase(out, room, nwords, separator);
    if (refused())
        MUST(room == 0 || out[0] == '\0');
    else
        MUST(strlen(out) < room && strstr(out, separator) != NULL);
    free(separator);
    free(out);
}

static void uuids(void)
{
    const uint64_t time = take_number(&input, 8) >> take_byte(&input) % 32;
    uint8_t out[16], next[16];
    status = csecrets_uuid4(out);
    MUST(refused() ? is_filled(out, 16, 0) : out[6] >> 4 == 4 && out[8] >> 6 == 2);
    status = csecrets_uuid7(out, time);
    MUST(refused() ? is_filled(out, 16, 0) : out[6] >> 4 == 7 && out[8] >> 6 == 2);
    if (status == CSECRETS_OK && take_byte(&input) % 2)
        memset(out + 9, take_byte(&input), 7);
    status = csecrets_uuid7_after(next, out, time + take_byte(&input) % 3 - 1);
    MUST(refused() ? is_filled(next, 16, 0) : memcmp(next, out, 16) > 0 && next[6] >> 4 == 7);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    input = (struct input){data, size};
    seed_source(&input);
    const uint8_t which = take_byte(&input) % 11;
    void (*const draws[])(void) = {bytes, characters, integer, range, many, big, elements, weights,
                                   words, uuids};
    if (which == 10)
        text(csecrets_token_hex, csecrets_hex_size);
    else
        draws[which]();
    if (which == 10)
        text(csecrets_token_urlsafe, csecrets_urlsafe_size);
    MUST(!IS_PLANTED(which == 6 && status == CSECRETS_OK && size > 5 && data[5] == 19));
    return 0;
}
