/* otp.h - rows of one-time codes */
STATUS(totp, usual, csecrets_totp(OUT, 7, IN, 40, GIVEN_NOW, IN_2), .out = {{7, EMPTY}},
       .in = {{given_key, 40, BYTES}, {&given_params, sizeof given_params, .optional = true}})
STATUS(totp, sha256, csecrets_totp(OUT, 9, IN, 40, GIVEN_NOW, IN_2), .out = {{9, EMPTY}},
       .in = {{given_key, 40, BYTES}, {&given_sha256, sizeof given_sha256, .optional = true}})
STATUS(totp_verify, usual, csecrets_totp_verify(OUT, IN, 7, IN_2, 40, GIVEN_NOW, 0, IN_3),
       .out = {{8, ONES}},
       .in = {{given_one_time, 7, CHARACTERS}, {given_key, 40, BYTES},
              {&given_params, sizeof given_params, .optional = true}},
       .alphabet = CSECRETS_ALPHABET_DIGITS)
STATUS(hotp, of_7, csecrets_hotp(OUT, 9, IN, 40, 7, 8), .out = {{9, EMPTY}},
       .in = {{given_key, 40, BYTES}})
