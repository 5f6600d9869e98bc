/* misuse/uuid.c - wrong calls of the UUIDs: what they answer, and what the output holds then */
#include <csecrets.h>

#include "check.h"

#define REFUSED ((size_t)PTRDIFF_MAX + 1)
#define TOO_LATE (UINT64_C(1) << 48)

enum { ROOM = 48, ROUNDS = 10000 };
static unsigned char out[ROOM];
static char text[ROOM];

static bool zeroed(void)
{
    return holds(out, CSECRETS_UUID_SIZE, 0) && holds(out + 16, ROOM - 16, 0xA5);
}

static bool is(unsigned version)
{
    return out[6] >> 4 == version && out[8] >> 6 == 2 && holds(out + 16, ROOM - 16, 0xA5);
}

static void prefill(void)
{
    memset(out, 0xA5, sizeof out);
    memset(text, 0xA5, sizeof text);
}

static void drawing(void)
{
    prefill();
    CHECK(csecrets_uuid4(NULL) == CSECRETS_ERR_NULL_POINTER);
    CHECK(csecrets_uuid4(out) == CSECRETS_OK && is(4));
    CHECK(csecrets_uuid7(NULL, TOO_LATE) == CSECRETS_ERR_NULL_POINTER);
    CHECK(csecrets_uuid7(out, TOO_LATE) == CSECRETS_ERR_INVALID_ARGUMENT && zeroed());
    CHECK(csecrets_uuid7(out, UINT64_MAX) == CSECRETS_ERR_INVALID_ARGUMENT && zeroed());
    CHECK(csecrets_uuid7(out, TOO_LATE - 1) == CSECRETS_OK && is(7) && holds(out, 6, 0xFF));
    CHECK(csecrets_uuid7(out, 0) == CSECRETS_OK && is(7) && holds(out, 6, 0));
}

static void following(void)
{
    static const unsigned char none[16];
    unsigned char previous[16] = {0}, version4[16], last[16];
    prefill();
    CHECK(csecrets_uuid7_after(NULL, none, 1) == CSECRETS_ERR_NULL_POINTER);
    CHECK(csecrets_uuid7_after(out, NULL, TOO_LATE) == CSECRETS_ERR_NULL_POINTER && zeroed());
    prefill();
    CHECK(csecrets_uuid7_after(out, none, TOO_LATE) == CSECRETS_ERR_INVALID_ARGUMENT && zeroed());
    CHECK(csecrets_uuid4(version4) == CSECRETS_OK);
    prefill();
    CHECK(csecrets_uuid7_after(out, version4, 1) == CSECRETS_ERR_INVALID_ARGUMENT && zeroed());
    memset(last, 0xFF, sizeof last);
    last[6] = 0x7F;
    last[8] = 0xBF;
    prefill();
    CHECK(csecrets_uuid7_after(out, last, 1) == CSECRETS_ERR_TOO_LARGE && zeroed());
    CHECK(csecrets_uuid7_after(last, last, TOO_LATE - 1) == CSECRETS_ERR_TOO_LARGE);
    CHECK(holds(last, sizeof last, 0));
    prefill();
    CHECK(csecrets_uuid7_after(out, none, 0) == CSECRETS_OK && is(7));

    /* In place, while the clock stands still, runs back and jumps. */
    static const uint64_t clock[] = {1700000000000, 1700000000000, 1600000000000, 0, 1700000000001};
    unsigned long falls = 0;
    prefill();
    memset(out, 0, CSECRETS_UUID_SIZE);
    for (size_t i = 0; i < ROUNDS; i++) {
        memcpy(previous, out, sizeof previous);
        CHECK(csecrets_uuid7_after(out, out, clock[i % 5]) == CSECRETS_OK);
        falls += memcmp(out, previous, sizeof previous) <= 0 || !is(7);
    }
    CHECK(falls == 0);
}

static void spelling(void)
{
    static const unsigned char uuid[16] = {0x01, 0x7F, 0x22, 0xE2, 0x79, 0xB0, 0x7C, 0xC3,
                                           0x98, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F};
    static const struct {
        bool out, uuid;
        size_t out_size;
        csecrets_status status;
        bool emptied;
    } calls[] = {
        {false, true, 37, CSECRETS_ERR_NULL_POINTER, false},
        {true, false, 37, CSECRETS_ERR_NULL_POINTER, true},
        {true, false, REFUSED, CSECRETS_ERR_NULL_POINTER, false},
        {true, false, 0, CSECRETS_ERR_NULL_POINTER, false},
        {true, true, REFUSED, CSECRETS_ERR_TOO_LARGE, false},
        {true, true, SIZE_MAX, CSECRETS_ERR_TOO_LARGE, false},
        {true, true, 36, CSECRETS_ERR_BUFFER_TOO_SMALL, true},
        {true, true, 1, CSECRETS_ERR_BUFFER_TOO_SMALL, true},
        {true, true, 0, CSECRETS_ERR_BUFFER_TOO_SMALL, false},
        {false, true, 0, CSECRETS_ERR_BUFFER_TOO_SMALL, false},
    };
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        prefill();
        CHECK(csecrets_uuid_text(calls[i].out ? text : NULL, calls[i].out_size,
                                 calls[i].uuid ? uuid : NULL) == calls[i].status);
        size_t touched = calls[i].emptied ? 1 : 0;
        CHECK(holds(text, touched, 0) && holds(text + touched, ROOM - touched, 0xA5));
    }
    prefill();
    CHECK(csecrets_uuid_text(text, CSECRETS_UUID_TEXT_SIZE, uuid) == CSECRETS_OK);
    CHECK(strcmp(text, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f") == 0);
    CHECK(holds(text + 37, ROOM - 37, 0xA5));
}

int main(void)
{
    drawing();
    following();
    spelling();
    return check_done("misuse/uuid");
}
