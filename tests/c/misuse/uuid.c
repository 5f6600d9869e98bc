/* misuse/uuid.c - every wrong call of a UUID function is refused, in the order of the contract, and
 *                 leaves zeros or no text */
#include "refused.h"

#define TOO_LATE (UINT64_C(1) << 48)

/* A UUID of this version, and nothing after it. */
static bool is(unsigned version)
{
    return out.bytes[6] >> 4 == version && out.bytes[8] >> 6 == 2 &&
           holds(out.bytes + 16, sizeof out - 16, CANARY);
}

static void drawing(void)
{
    uint8_t *uuid = out.big;
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_uuid4(NULL));
    ANSWERS(OK, is(4), csecrets_uuid4(uuid));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_uuid7(NULL, TOO_LATE));
    ANSWERS(INVALID, ZEROS(16), csecrets_uuid7(uuid, TOO_LATE));
    ANSWERS(INVALID, ZEROS(16), csecrets_uuid7(uuid, UINT64_MAX));
    ANSWERS(OK, is(7) && holds(uuid, 6, 0xFF), csecrets_uuid7(uuid, TOO_LATE - 1));
    ANSWERS(OK, is(7) && holds(uuid, 6, 0), csecrets_uuid7(uuid, 0));
}

static void following(void)
{
    static const uint8_t none[16];
    uint8_t *uuid = out.big, version4[16], last[16];
    CHECK(csecrets_uuid4(version4) == OK);
    memset(last, 0xFF, sizeof last);
    last[6] = 0x7F;
    last[8] = 0xBF;
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_uuid7_after(NULL, none, 1));
    ANSWERS(NULL_POINTER, ZEROS(16), csecrets_uuid7_after(uuid, NULL, TOO_LATE));
    ANSWERS(INVALID, ZEROS(16), csecrets_uuid7_after(uuid, none, TOO_LATE));
    ANSWERS(INVALID, ZEROS(16), csecrets_uuid7_after(uuid, version4, 1));
    ANSWERS(TOO_LARGE, ZEROS(16), csecrets_uuid7_after(uuid, last, 1));
    ANSWERS(TOO_LARGE, holds(last, 16, 0), csecrets_uuid7_after(last, last, TOO_LATE - 1));
    ANSWERS(OK, is(7), csecrets_uuid7_after(uuid, none, 0));

    /* In place, while the clock stands still, runs back and jumps. */
    static const uint64_t clock[] = {1700000000000, 1700000000000, 1600000000000, 0, 1700000000001};
    unsigned long falls = 0;
    prepare();
    memset(uuid, 0, 16);
    for (size_t i = 0; i < 10000; i++) {
        uint8_t previous[16];
        memcpy(previous, uuid, sizeof previous);
        falls += csecrets_uuid7_after(uuid, uuid, clock[i % 5]) != OK || !is(7) ||
                 memcmp(uuid, previous, sizeof previous) <= 0;
    }
    CHECK(falls == 0 && errno == KEPT_ERRNO);
}

static const uint8_t known[16] = {0x01, 0x7F, 0x22, 0xE2, 0x79, 0xB0, 0x7C, 0xC3,
                                  0x98, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F};

static void text(void)
{
    char *text = out.text;
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_uuid_text(NULL, 37, known));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, csecrets_uuid_text(text, 37, NULL));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_uuid_text(text, TOO_LONG, NULL));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_uuid_text(text, 0, NULL));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_uuid_text(text, TOO_LONG, known));
    ANSWERS(TOO_LARGE, UNTOUCHED, csecrets_uuid_text(text, SIZE_MAX, known));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_uuid_text(text, 36, known));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, csecrets_uuid_text(text, 1, known));
    ANSWERS(TOO_SMALL, UNTOUCHED, csecrets_uuid_text(text, 0, known));
    ANSWERS(TOO_SMALL, UNTOUCHED, csecrets_uuid_text(NULL, 0, known));
    ANSWERS(OK, TEXT(36), csecrets_uuid_text(text, CSECRETS_UUID_TEXT_SIZE, known));
    CHECK(strcmp(text, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f") == 0);
}

/* Text that is no UUID leaves zeros. */
static void parse(void)
{
    static const char good[] = "017f22E2-79b0-7CC3-98c4-dc0c0c07398F";
    static const char *const bad[] = {
        "",
        "017f22e279b07cc398c4dc0c0c07398f",
        "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}",
        "urn:uuid:017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398f ",
        "017f22e2-79b07-cc3-98c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
        "------------------------------------",
    };
    uint8_t *uuid = out.big;
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_uuid_parse(NULL, good, 36));
    ANSWERS(NULL_POINTER, UNTOUCHED, csecrets_uuid_parse(NULL, NULL, TOO_LONG));
    ANSWERS(NULL_POINTER, ZEROS(16), csecrets_uuid_parse(uuid, NULL, 36));
    ANSWERS(NULL_POINTER, ZEROS(16), csecrets_uuid_parse(uuid, NULL, SIZE_MAX));
    ANSWERS(TOO_LARGE, ZEROS(16), csecrets_uuid_parse(uuid, good, TOO_LONG));
    ANSWERS(TOO_LARGE, ZEROS(16), csecrets_uuid_parse(uuid, good, SIZE_MAX));
    ANSWERS(MALFORMED, ZEROS(16), csecrets_uuid_parse(uuid, NULL, 0));
    ANSWERS(MALFORMED, ZEROS(16), csecrets_uuid_parse(uuid, good, 37));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ANSWERS(MALFORMED, ZEROS(16), csecrets_uuid_parse(uuid, bad[i], strlen(bad[i])));
    for (size_t place = 0; place < 36; place++) {
        char text[sizeof good];
        memcpy(text, good, sizeof text);
        text[place] = text[place] == '-' ? '0' : '-';
        ANSWERS(MALFORMED, ZEROS(16), csecrets_uuid_parse(uuid, text, 36));
    }
    ANSWERS(OK, memcmp(uuid, known, 16) == 0, csecrets_uuid_parse(uuid, good, 36));
    CHECK(holds(out.bytes + 16, sizeof out - 16, CANARY));
}

int main(void)
{
    drawing();
    following();
    text();
    parse();
    return check_done("misuse/uuid");
}
