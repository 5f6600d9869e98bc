/* sign.h - rows of signed tokens */
VALUE(sign_token_size, of_7, csecrets_sign_token_size(7), CSECRETS_SIGN_TOKEN_SIZE(7), 0)
STATUS(sign_token, until_2100,
       csecrets_sign_token(OUT, sizeof given_token, IN, 40, IN_2, IN_3, GIVEN_PAYLOAD,
                           given_expiry),
       .out = {{sizeof given_token, EMPTY}},
       .in = {{given_key, 40, BYTES}, {given_purpose, sizeof given_purpose},
              {given_payload, GIVEN_PAYLOAD}})
STATUS(verify_token, of_two_keys,
       csecrets_verify_token(OUT, GIVEN_PAYLOAD, OUT_2, IN, sizeof given_token - 1, IN_2,
                             spans_of(IN_3, IN_4, IN_5), 2, GIVEN_NOW),
       .out = {{GIVEN_PAYLOAD, ZEROS}, {sizeof(size_t), ZEROS}},
       .in = {{given_token, sizeof given_token - 1}, {given_purpose, sizeof given_purpose},
              {given_keys, sizeof given_keys}, {given_other_key, 32, BYTES},
              {given_key, 40, BYTES}})
VALUE(verify_token_size, of_7, csecrets_verify_token_size(sizeof given_token - 1), GIVEN_PAYLOAD, 0)
