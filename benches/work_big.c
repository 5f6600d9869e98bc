/* Integers of 256 bits, as keys of elliptic curves are drawn. */
#include "peers.h"

#define BYTES 32

/* The order of NIST P-256. */
static const unsigned char order[BYTES] = {
    0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
};

REPEAT_OK(below, csecrets_randbelow_big(out, order, BYTES))
REPEAT_OK(bits, csecrets_randbits_big(out, BYTES, 255))

const struct work big_works[] = {
    {"randbelow_big(P-256)", 0, false,
     {{CSECRETS, below, NULL},
      {PYTHON, ask_python, "secrets.randbelow(2**256 - 2**224 + 2**192)"}, {.run = NULL}},
     {32, 0, 0}},
    {"randbits_big(255)", 0, false,
     {{CSECRETS, bits, NULL}, {PYTHON, ask_python, "secrets.randbits(255)"}, {.run = NULL}},
     {32, 0, 0}},
    {.name = NULL},
};
