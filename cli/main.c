/* main.c - csecrets: secrets for the shell
 *
 * csecrets.1 and csecrets-keys.1 are its manual. A verb is a row of table.c and a function of verbs.h;
 * what it prints is gathered in locked memory (memory.c, output.c) and written when all of it is there
 * (file.c).
 */
#define _XOPEN_SOURCE 700

#include <signal.h>

#include "fail.h"
#include "file.h"
#include "help.h"
#include "verbs.h"

static int run_help(const struct request *request)
{
    const char *name = operand(request, 0, NULL);
    show_help(name == NULL ? NULL : &VERBS[find_verb(name)]);
}

static run_verb *const RUN[VERB_COUNT] = {
    [URL] = run_url,           [HEX] = run_hex,           [BYTES] = run_bytes,
    [TEXT] = run_text,         [BELOW] = run_below,       [INT] = run_int,
    [DICE] = run_dice,         [PICK] = run_pick,         [SHUFFLE] = run_shuffle,
    [PASSWORD] = run_password, [PHRASE] = run_phrase,     [CODE] = run_code,
    [PIN] = run_pin,           [API_KEY] = run_key,       [CHECK] = run_check,
    [UUID] = run_uuid,         [SIGN] = run_sign,         [VERIFY] = run_verify,
    [HMAC] = run_hmac,         [HASH] = run_hash,         [TOTP] = run_totp,
    [ENV] = run_env,           [KEYFILE] = run_keyfile,   [PROBE] = run_probe,
    [SHOW_HELP] = run_help,
};

int main(int argc, char **argv)
{
    static struct request request = {.verb = URL};
    open_standard_files();
    /* A reader that went away, or a limit on the size of files, is a write that failed. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    memory_guard();
    read_arguments(&request, argv + (argc > 0));
    return RUN[request.verb](&request);
}
