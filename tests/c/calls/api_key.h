/* api_key.h - rows of API keys */
VALUE(api_key_size, of_3, csecrets_api_key_size(3), CSECRETS_API_KEY_SIZE(3), 0)
STATUS(api_key, acme, csecrets_api_key(OUT, CSECRETS_API_KEY_SIZE(4), IN),
       .out = {{CSECRETS_API_KEY_SIZE(4), EMPTY, CHARACTERS}}, .in = {{"acme", 5}}, .draws = true,
       .breaks = ALWAYS, .alphabet = CSECRETS_ALPHABET_BASE62)
STATUS(api_key_check, published, csecrets_api_key_check(IN, 40, IN_2),
       .in = {{given_api_key, 40, CHARACTERS}, {"ghp", 4, .optional = true}},
       .alphabet = CSECRETS_ALPHABET_BASE62)
