/* codec.h - rows of bytes that become text and of text that becomes bytes */
STATUS(hex_encode, key, csecrets_hex_encode(OUT, 81, IN, 40), .out = {{81, EMPTY, HEX}},
       .in = {{given_key, 40, BYTES}})
STATUS(hex_decode, key, csecrets_hex_decode(OUT, 40, OUT_2, IN, 80),
       .out = {{40, ZEROS, BYTES}, {sizeof(size_t), ZEROS}}, .in = {{given_hex, 80, HEX}})
STATUS(urlsafe_encode, key, csecrets_urlsafe_encode(OUT, 55, IN, 40),
       .out = {{55, EMPTY, URLSAFE}}, .in = {{given_key, 40, BYTES}})
STATUS(urlsafe_decode, key, csecrets_urlsafe_decode(OUT, 40, OUT_2, IN, 54),
       .out = {{40, ZEROS, BYTES}, {sizeof(size_t), ZEROS}}, .in = {{given_urlsafe, 54, URLSAFE}})
STATUS(base32_encode, key, csecrets_base32_encode(OUT, 65, IN, 40), .out = {{65, EMPTY, CHARACTERS}},
       .in = {{given_key, 40, BYTES}}, .alphabet = CSECRETS_ALPHABET_BASE32)
STATUS(base32_decode, key, csecrets_base32_decode(OUT, 40, OUT_2, IN, 64),
       .out = {{40, ZEROS, BYTES}, {sizeof(size_t), ZEROS}}, .in = {{given_base32, 64, BYTES}},
       .alphabet = CSECRETS_ALPHABET_BASE32)
VALUE(hex_decoded_size, of_80, csecrets_hex_decoded_size(80), 40, 0)
VALUE(urlsafe_decoded_size, of_54, csecrets_urlsafe_decoded_size(54), 40, 0)
VALUE(base32_size, of_40, csecrets_base32_size(40), 65, 0)
VALUE(base32_decoded_size, of_64, csecrets_base32_decoded_size(64), 40, 0)
