/* UUIDs, as bytes and as text. */
#include "peers.h"

#define MILLISECONDS UINT64_C(1700000000000)

static const unsigned char some[16] = {0x01, 0x7F, 0x22, 0xE2, 0x79, 0xB0, 0x7C, 0xC3,
                                       0x98, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F};
static const char spelled[] = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";

REPEAT_OK(v4, csecrets_uuid4(out))
REPEAT_OK(v7, csecrets_uuid7(out, MILLISECONDS))
REPEAT_OK(v7_after, csecrets_uuid7_after(out, some, MILLISECONDS))
REPEAT_OK(text, csecrets_uuid_text((char *)out, CSECRETS_UUID_TEXT_SIZE, some))
REPEAT_OK(parse, csecrets_uuid_parse(out, spelled, sizeof(spelled) - 1))

REPEAT(libuuid_random, (libuuid.random(out), true))
REPEAT(libuuid_text, (libuuid.unparse(some, (char *)out), true))
REPEAT(libuuid_parse, libuuid.parse(spelled, out) == 0)

const struct work uuid_works[] = {
    {"uuid4", 0, true,
     {{CSECRETS, v4, NULL}, {LIBUUID, libuuid_random, NULL}, {PYTHON, ask_python, "uuid.uuid4()"},
      {.run = NULL}},
     {16, 0, 0}},
    {"uuid7", 0, false, {{CSECRETS, v7, NULL}, {.run = NULL}}, {10, 0, 0}},
    {"uuid7_after", 0, false, {{CSECRETS, v7_after, NULL}, {.run = NULL}}, {4, 0, 0}},
    {"uuid_text", 0, false,
     {{CSECRETS, text, NULL}, {LIBUUID, libuuid_text, NULL}, {PYTHON, ask_python, "str(some)"},
      {.run = NULL}},
     {0, 0, 0}},
    {"uuid_parse", 0, false,
     {{CSECRETS, parse, NULL}, {LIBUUID, libuuid_parse, NULL},
      {PYTHON, ask_python, "uuid.UUID('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')"}, {.run = NULL}},
     {0, 0, 0}},
    {.name = NULL},
};
