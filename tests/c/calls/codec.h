/* codec.h - rows of bytes that become text and of text that becomes bytes */
STATUS(hex_encode, key, csecrets_hex_encode(OUT, 81, IN, 40), .out = {{81, EMPTY, HEX}},
       .in = {{given_key, 40, BYTES}})
STATUS(hex_decode, key, csecrets_hex_decode(OUT, 40, OUT_2, IN, 80),
       .out = {{40, ZEROS, BYTES}, {sizeof(size_t), ZEROS}}, .in = {{given_hex, 80, HEX}})
STATUS(urlsafe_encode, key, csecrets_urlsafe_encode(OUT, 55, IN, 40),
       .out = {{55, EMPTY, URLSAFE}}, .in = {{given_key, 40, BYTES}})
STATUS(urlsafe_decode, key, csecrets_urlsafe_decode(OUT, 40, OUT_2, IN, 54),
       .out = {{40, ZEROS, BYTES}, {sizeof(size_t), ZEROS}}, .in = {{given_urlsafe, 54, URLSAFE}})
