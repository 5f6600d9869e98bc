/* uuid.h - rows of UUIDs */
STATUS(uuid4, bytes, csecrets_uuid4(OUT), .out = {{16, ZEROS, BYTES}}, .draws = true)
STATUS(uuid7, bytes, csecrets_uuid7(OUT, given_ms), .out = {{16, ZEROS, BYTES}}, .draws = true)
STATUS(uuid7_after, earlier, csecrets_uuid7_after(OUT, IN, given_ms + 1000),
       .out = {{16, ZEROS, BYTES}}, .in = {{given_uuid, 16}}, .draws = true)
STATUS(uuid7_after, later, csecrets_uuid7_after(OUT, IN, given_ms - 1000),
       .out = {{16, ZEROS, CHOSEN}}, .in = {{given_uuid, 16}}, .draws = true)
STATUS(uuid_text, lower_case, csecrets_uuid_text(OUT, CSECRETS_UUID_TEXT_SIZE, IN),
       .out = {{CSECRETS_UUID_TEXT_SIZE, EMPTY, HEX}}, .in = {{given_uuid, 16, BYTES}})
STATUS(uuid_parse, lower_case, csecrets_uuid_parse(OUT, IN, 36),
       .out = {{16, ZEROS, BYTES}}, .in = {{given_uuid_text, 36, HEX}})
