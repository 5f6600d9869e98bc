/* password.h - rows of passwords and passphrases */
STATUS(password, short, csecrets_password(OUT, 17, 16, policy_of(IN, IN_2, IN_3)),
       .out = {{17, EMPTY, CHOSEN}},
       .in = {{&given_policy, sizeof given_policy, .optional = true},
              {"$%&/", 5, .optional = true}, {"$O", 3, .optional = true}},
       .draws = true, .stack = 32 << 10, .breaks = ALWAYS, .stuck = 0xFF,
       .alphabet = given_few_characters)
STATUS(password, by_rank, csecrets_password(OUT, 9, 8, policy_of(IN, NULL, NULL)),
       .out = {{9, EMPTY, CHOSEN}},
       .in = {{&given_strict_policy, sizeof given_strict_policy, .optional = true}},
       .draws = true, .stack = 32 << 10, .breaks = ALWAYS, .stuck = 0xFF,
       .alphabet = given_characters)
STATUS(password, long, csecrets_password(OUT, 129, 128, NULL), .out = {{129, EMPTY, CHOSEN}},
       .draws = true, .stack = 32 << 10, .alphabet = given_characters)
STATUS(password_bits, of_16, csecrets_password_bits(OUT, 16, policy_of(IN, IN_2, IN_3)),
       .out = {{8, NOT_A_NUMBER}},
       .in = {{&given_policy, sizeof given_policy, .optional = true},
              {"$%&/", 5, .optional = true}, {"$O", 3, .optional = true}},
       .stack = 32 << 10)
STATUS(passphrase, of_6, csecrets_passphrase(OUT, CSECRETS_PASSPHRASE_SIZE(6, 2), 6, IN),
       .out = {{CSECRETS_PASSPHRASE_SIZE(6, 2), EMPTY, CHOSEN}}, .in = {{", ", 3}}, .draws = true,
       .breaks = ALWAYS, .words = true)
VALUE(passphrase_size, of_6, csecrets_passphrase_size(6, 2), CSECRETS_PASSPHRASE_SIZE(6, 2), 0)
STATUS(password_policy_init, this_version,
       csecrets_password_policy_init(OUT, sizeof(csecrets_password_policy)),
       .out = {{sizeof(csecrets_password_policy), ZEROS}})
