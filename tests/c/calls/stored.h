/* stored.h - rows of what is stored instead of a secret */
STATUS(token_hash, key, csecrets_token_hash(OUT, IN, 40), .out = {{32, ZEROS}},
       .in = {{given_key, 40, BYTES}})
PREDICATE(token_matches, key, raw_token_matches(IN, IN_2, 40),
          .in = {{given_hash, 32}, {given_key, 40, BYTES}})
STATUS(pbkdf2_sha256, 2_rounds,
       csecrets_pbkdf2_sha256(OUT, 40, IN, sizeof given_password - 1, IN_2, 16, 2),
       .out = {{40, ZEROS, BYTES}},
       .in = {{given_password, sizeof given_password - 1, BYTES}, {given_salt, 16}})
STATUS(password_hash, 100000_rounds,
       csecrets_password_hash(OUT, CSECRETS_PASSWORD_HASH_SIZE, IN, sizeof given_password - 1, 100000),
       .out = {{CSECRETS_PASSWORD_HASH_SIZE, EMPTY}},
       .in = {{given_password, sizeof given_password - 1, BYTES}}, .draws = true, .slow = true)
PREDICATE(password_matches, 2_rounds, raw_password_matches(IN, IN_2, sizeof given_password - 1),
          .in = {{given_stored, sizeof given_stored},
                 {given_password, sizeof given_password - 1, BYTES}})
VALUE(password_iterations, 2_rounds, csecrets_password_iterations(IN), 2, 0,
      .in = {{given_stored, sizeof given_stored}})
