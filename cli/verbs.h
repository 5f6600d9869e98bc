/* verbs.h - what each verb does; each returns the exit status, or ends the program */
#ifndef VERBS_H
#define VERBS_H

#include "request.h"

typedef int run_verb(const struct request *request);

run_verb run_url, run_hex, run_bytes, run_text, run_password, run_phrase, run_code, run_pin,
    run_key, run_uuid;                  /* draw.c */
run_verb run_below, run_int, run_dice;  /* draw_number.c */
run_verb run_pick, run_shuffle;         /* lines.c */
run_verb run_check, run_hash, run_hmac; /* key.c */
run_verb run_sign, run_verify;          /* sign.c */
run_verb run_totp;                      /* totp.c */
run_verb run_env;                       /* env.c */
run_verb run_keyfile, run_probe;        /* system.c */

#endif
