/* token.h - rows of bytes and of texts; the long ones are expanded from a key where the processor
 *           can */
STATUS(token_bytes, short, csecrets_token_bytes(OUT, 32), .out = {{32, ZEROS, BYTES}},
       .draws = true)
STATUS(token_bytes, medium, csecrets_token_bytes(OUT, 200), .out = {{200, ZEROS, BYTES}},
       .draws = true)
STATUS(token_bytes, long, csecrets_token_bytes(OUT, 2000), .out = {{2000, ZEROS, BYTES}},
       .draws = true)
NOTHING(token_bytes_or_abort, short, csecrets_token_bytes_or_abort(OUT, 32),
        .out = {{32, NO_ERROR, BYTES}}, .draws = true, .aborts = true)
VALUE(hex_size, of_32, csecrets_hex_size(32), 65, 0)
VALUE(urlsafe_size, of_32, csecrets_urlsafe_size(32), 44, 0)
STATUS(token_hex, short, csecrets_token_hex(OUT, CSECRETS_HEX_SIZE(32), 32),
       .out = {{CSECRETS_HEX_SIZE(32), EMPTY, HEX}}, .draws = true)
STATUS(token_hex, long, csecrets_token_hex(OUT, CSECRETS_HEX_SIZE(800), 800),
       .out = {{CSECRETS_HEX_SIZE(800), EMPTY, HEX}}, .draws = true)
STATUS(token_urlsafe, short, csecrets_token_urlsafe(OUT, CSECRETS_URLSAFE_SIZE(32), 32),
       .out = {{CSECRETS_URLSAFE_SIZE(32), EMPTY, URLSAFE}}, .draws = true)
STATUS(token_urlsafe, long, csecrets_token_urlsafe(OUT, CSECRETS_URLSAFE_SIZE(800), 800),
       .out = {{CSECRETS_URLSAFE_SIZE(800), EMPTY, URLSAFE}}, .draws = true)
STATUS(token_alphabet, short, csecrets_token_alphabet(OUT, 41, 40, IN),
       .out = {{41, EMPTY, CHARACTERS}}, .in = {{CSECRETS_ALPHABET_BASE62, 63}}, .draws = true,
       .alphabet = CSECRETS_ALPHABET_BASE62, .breaks = ALWAYS)
STATUS(token_alphabet, long, csecrets_token_alphabet(OUT, 801, 800, IN),
       .out = {{801, EMPTY, CHARACTERS}}, .in = {{CSECRETS_ALPHABET_BASE58, 59}}, .draws = true,
       .alphabet = CSECRETS_ALPHABET_BASE58, .breaks = UNEXPANDED)
VALUE(alphabet_nchars, of_128, csecrets_alphabet_nchars(IN, 128), 22, (int64_t)SIZE_MAX,
      .in = {{CSECRETS_ALPHABET_BASE62, 63}})
