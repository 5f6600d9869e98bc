/* stored.h - rows of what is stored instead of a secret */
STATUS(token_hash, key, csecrets_token_hash(OUT, IN, 40), .out = {{32, ZEROS}},
       .in = {{given_key, 40, BYTES}})
PREDICATE(token_matches, key, raw_token_matches(IN, IN_2, 40),
          .in = {{given_hash, 32}, {given_key, 40, BYTES}})
STATUS(pbkdf2_sha256, 2_rounds,
       csecrets_pbkdf2_sha256(OUT, 40, IN, sizeof given_password - 1, IN_2, 16, 2),
       .out = {{40, ZEROS, BYTES}},
       .in = {{given_password, sizeof given_password - 1, BYTES}, {given_salt, 16}})
