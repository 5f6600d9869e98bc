/* code.h - rows of codes for people */
STATUS(code, 5_by_5, csecrets_code(OUT, CSECRETS_CODE_SIZE(5, 5, 1), 5, 5, IN),
       .out = {{CSECRETS_CODE_SIZE(5, 5, 1), EMPTY, CHARACTERS}}, .in = {{"-", 2}}, .draws = true,
       .alphabet = CSECRETS_ALPHABET_CROCKFORD32)
VALUE(code_size, 5_by_5, csecrets_code_size(5, 5, 1), CSECRETS_CODE_SIZE(5, 5, 1), 0)
STATUS(code_normalize, typed, csecrets_code_normalize(OUT, 30, IN, 29),
       .out = {{30, EMPTY, CHARACTERS}}, .in = {{given_code, 29, BYTES}},
       .alphabet = CSECRETS_ALPHABET_CROCKFORD32)
