/* guard_output.c - a draw writes all that it must and not one byte more, wherever the output lies
 *
 * A room between two guard pages, outputs at both of its ends, and canaries around them. "Written"
 * means that no byte kept the canary over 12 draws: chance leaves one so once in 2^96.
 *
 * Needs: guard pages */
#include <csecrets.h>

#include "guard.h"

#define LONGEST 300
#define ROUNDS 12

static struct room outputs;
static unsigned char changed[8 * LONGEST];

static void note(const unsigned char *object, size_t nbytes)
{
    for (size_t i = 0; i < nbytes; i++)
        changed[i] |= object[i] ^ CANARY;
}

static bool all_changed(size_t nbytes)
{
    for (size_t i = 0; i < nbytes; i++)
        if (changed[i] == 0)
            return false;
    return true;
}

typedef csecrets_status draw(void *out, size_t n);

/* n values of this width, all bits of which may change. */
static void fixed(draw *draw, size_t width, size_t n, bool at_end)
{
    memset(changed, 0, sizeof changed);
    for (int round = 0; round < ROUNDS; round++) {
        unsigned char *object = place(outputs, n * width, at_end);
        CHECK(draw(object, n) == CSECRETS_OK);
        CHECK(only_wrote(outputs, object, n * width));
        note(object, n * width);
    }
    CHECK(all_changed(n * width));
}

static csecrets_status bytes(void *out, size_t n)
{
    return csecrets_token_bytes(out, n);
}

static csecrets_status bits(void *out, size_t n)
{
    return csecrets_randbits_big(out, n, 8 * n);
}

static csecrets_status many(void *out, size_t n)
{
    return csecrets_randbelow_many(out, n, UINT64_MAX);
}

static csecrets_status many_u32(void *out, size_t n)
{
    return csecrets_randbelow_many_u32(out, n, UINT32_MAX);
}

static csecrets_status indices(void *out, size_t n)
{
    return csecrets_sample_indices(out, n, PTRDIFF_MAX);
}

static void one_value(bool at_end)
{
    void *object = place(outputs, 8, at_end);
    CHECK(csecrets_randbelow(object, 10) == CSECRETS_OK && only_wrote(outputs, object, 8));
    object = place(outputs, 8, at_end);
    CHECK(csecrets_randbits(object, 1) == CSECRETS_OK && only_wrote(outputs, object, 8));
    object = place(outputs, 8, at_end);
    CHECK(csecrets_randint(object, -1, 1) == CSECRETS_OK && only_wrote(outputs, object, 8));
    object = place(outputs, 8, at_end);
    CHECK(csecrets_randrange(object, 9, 0, -2) == CSECRETS_OK && only_wrote(outputs, object, 8));
    object = place(outputs, 8, at_end);
    CHECK(csecrets_random(object) == CSECRETS_OK && only_wrote(outputs, object, 8));
    object = place(outputs, 4, at_end);
    CHECK(csecrets_entropy_probe(object) == CSECRETS_OK && only_wrote(outputs, object, 4));
    const uint64_t weights[2] = {1, 1};
    object = place(outputs, sizeof(size_t), at_end);
    CHECK(csecrets_weighted_index(object, weights, 2) == CSECRETS_OK);
    CHECK(only_wrote(outputs, object, sizeof(size_t)));
}

typedef csecrets_status text_draw(char *out, size_t out_size, size_t n);

static csecrets_status base62(char *out, size_t out_size, size_t n)
{
    return csecrets_token_alphabet(out, out_size, n, CSECRETS_ALPHABET_BASE62);
}

/* Every size from three below what n needs to three above it. */
static void text(text_draw *draw, size_t n, size_t need, bool at_end)
{
    for (size_t size = need < 3 ? 0 : need - 3; size <= need + 3; size++) {
        char *object = place(outputs, size, at_end);
        if (size < need) {
            CHECK(draw(object, size, n) == CSECRETS_ERR_BUFFER_TOO_SMALL);
            CHECK(size == 0 || object[0] == '\0');
            CHECK(only_wrote(outputs, object, size > 0));
        } else {
            CHECK(draw(object, size, n) == CSECRETS_OK);
            CHECK(strlen(object) == need - 1);
            CHECK(only_wrote(outputs, object, need));
            CHECK(memchr(object, CANARY, need) == NULL);
        }
    }
}

static void wipe(size_t n, bool at_end)
{
    unsigned char *object = place(outputs, n, at_end);
    csecrets_wipe(object, n);
    CHECK(holds(object, n, 0) && only_wrote(outputs, object, n));
}

/* The room itself: a byte too many is a crash on the one side and seen on the other. */
static void control(bool at_end)
{
    unsigned char *object = place(outputs, 16, at_end);
    object[at_end ? -1 : 16] = 0;
    CHECK(!only_wrote(outputs, object, 16));
    CHECK(end_of(writes, object + (at_end ? 16 : -1)) == CRASHED);
}

int main(void)
{
    outputs = room(1);
    for (int at_end = 0; at_end < 2; at_end++) {
        control(at_end);
        one_value(at_end);
        for (size_t n = 0; n <= LONGEST; n++) {
            fixed(bytes, 1, n, at_end);
            fixed(bits, 1, n, at_end);
            wipe(n, at_end);
        }
        for (size_t n = 1; n <= LONGEST; n++) {
            text(csecrets_token_hex, n, CSECRETS_HEX_SIZE(n), at_end);
            text(csecrets_token_urlsafe, n, CSECRETS_URLSAFE_SIZE(n), at_end);
            text(base62, n, n + 1, at_end);
        }
        for (size_t n = 0; n <= 150; n++) {
            fixed(many, sizeof(uint64_t), n, at_end);
            fixed(many_u32, sizeof(uint32_t), n, at_end);
        }
        /* Indices have a highest bit that never changes, but no byte that doesn't. */
        for (size_t n = 0; n <= 40; n++)
            fixed(indices, sizeof(size_t), n, at_end);
    }
    return check_done("promise/guard_output");
}
