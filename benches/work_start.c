/* What a first secret takes: a library to be loaded, or a process to be started. */
#include "bench.h"

const struct work start_works[] = {
    {"token_bytes(32), loading", 0, true,
     {{CSECRETS, run_loader, "load libcsecrets.so"},
      {LIBSODIUM, run_loader, "load libsodium.so.23"},
      {OPENSSL, run_loader, "load libcrypto.so.3"},
      {LIBBSD, run_loader, "load libbsd.so.0"},
      {LIBUUID, run_loader, "load libuuid.so.1"},
      {.run = NULL}},
     {0, 0, 0}},
    {"password(16), a process", 0, false,
     {{CSECRETS, run_command, "load libcsecrets.so password"},
      {PWGEN, run_command, "pwgen -s 16 1"},
      {PYTHON, run_command, "python3 -c print(__import__('secrets').token_urlsafe(12))"},
      {.run = NULL}},
     {0, 0, 0}},
    {.name = NULL},
};
