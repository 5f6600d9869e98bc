/* Text of 32 bytes in hexadecimal, base64url and base32, both ways. */
#include <string.h>

#include "peers.h"

#define BYTES 32

static const char hex[] = "b395562c717491b9b4b86ebb822301e46bd6333b64fa2731bfd868db22d277a5";
static const char urlsafe[] = "s5VWLHF0kbm0uG67giMB5GvWMztk-icxv9ho2yLSd6U";
static const char base32[] = "WOKVMLDROSI3TNFYN25YEIYB4RV5MMZ3MT5COMN73BUNWIWSO6SQ";
static size_t len;

REPEAT_OK(hex_encode, csecrets_hex_encode((char *)out, sizeof(hex), job->other, BYTES))
REPEAT_OK(hex_decode, csecrets_hex_decode(out, BYTES, &len, hex, sizeof(hex) - 1))
REPEAT_OK(urlsafe_encode,
          csecrets_urlsafe_encode((char *)out, sizeof(urlsafe), job->other, BYTES))
REPEAT_OK(urlsafe_decode, csecrets_urlsafe_decode(out, BYTES, &len, urlsafe, sizeof(urlsafe) - 1))
REPEAT_OK(base32_encode, csecrets_base32_encode((char *)out, sizeof(base32), job->other, BYTES))
REPEAT_OK(base32_decode, csecrets_base32_decode(out, BYTES, &len, base32, sizeof(base32) - 1))

REPEAT(hex_by_sodium, libsodium.bin2hex((char *)out, sizeof(hex), job->other, BYTES) != NULL)
REPEAT(unhex_by_sodium,
       libsodium.hex2bin(out, BYTES, hex, sizeof(hex) - 1, NULL, &len, NULL) == 0)
REPEAT(base64_by_sodium, libsodium.bin2base64((char *)out, sizeof(urlsafe), job->other, BYTES,
                                              URLSAFE_NO_PADDING) != NULL)
REPEAT(unbase64_by_sodium, libsodium.base642bin(out, BYTES, urlsafe, sizeof(urlsafe) - 1, NULL,
                                                &len, NULL, URLSAFE_NO_PADDING) == 0)

const struct work codec_works[] = {
    {"hex_encode(32)", 0, false,
     {{CSECRETS, hex_encode, NULL}, {LIBSODIUM, hex_by_sodium, NULL},
      {PYTHON, ask_python, "key.hex()"}, {.run = NULL}},
     {0, 0, 0}},
    {"hex_decode(64)", 0, false,
     {{CSECRETS, hex_decode, NULL}, {LIBSODIUM, unhex_by_sodium, NULL},
      {PYTHON, ask_python, "bytes.fromhex(text)"}, {.run = NULL}},
     {0, 0, 0}},
    {"urlsafe_encode(32)", 0, false,
     {{CSECRETS, urlsafe_encode, NULL}, {LIBSODIUM, base64_by_sodium, NULL},
      {PYTHON, ask_python, "base64.urlsafe_b64encode(key)"}, {.run = NULL}},
     {0, 0, 0}},
    {"urlsafe_decode(43)", 0, false,
     {{CSECRETS, urlsafe_decode, NULL}, {LIBSODIUM, unbase64_by_sodium, NULL},
      {PYTHON, ask_python, "base64.urlsafe_b64decode(text[:44])"}, {.run = NULL}},
     {0, 0, 0}},
    {"base32_encode(32)", 0, false,
     {{CSECRETS, base32_encode, NULL}, {PYTHON, ask_python, "base64.b32encode(key)"},
      {.run = NULL}},
     {0, 0, 0}},
    {"base32_decode(52)", 0, false,
     {{CSECRETS, base32_decode, NULL},
      {PYTHON, ask_python, "base64.b32decode('WOKVMLDROSI3TNFYN25YEIYB4RV5MMZ3MT5COMN73BUNWIWS')"},
      {.run = NULL}},
     {0, 0, 0}},
    {.name = NULL},
};
