/* int.h - rows of integers and of the real number */
STATUS(randbelow, 8_bits, csecrets_randbelow(OUT, 129), .out = {{8, ONES, CHOSEN}},
       .draws = true, .breaks = ALWAYS)
STATUS(randbelow, 16_bits, csecrets_randbelow(OUT, 0x8001), .out = {{8, ONES, CHOSEN}},
       .draws = true, .breaks = ALWAYS)
STATUS(randbelow, 32_bits, csecrets_randbelow(OUT, 1000001), .out = {{8, ONES, CHOSEN}},
       .draws = true, .breaks = ALWAYS)
STATUS(randbelow, 64_bits, csecrets_randbelow(OUT, ((uint64_t)1 << 63) + 1),
       .out = {{8, ONES, CHOSEN}}, .draws = true, .breaks = ALWAYS)
STATUS(randbelow, 3_quarters, csecrets_randbelow(OUT, (uint64_t)3 << 62),
       .out = {{8, ONES, CHOSEN}}, .draws = true, .breaks = ALWAYS)
STATUS(randbits, 64, csecrets_randbits(OUT, 64), .out = {{8, ONES, BYTES}}, .draws = true)
STATUS(randint, narrow, csecrets_randint(OUT, -1000000, 1000000), .out = {{8, SMALLEST, CHOSEN}},
       .draws = true, .breaks = ALWAYS)
STATUS(randint, full_width, csecrets_randint(OUT, INT64_MIN, INT64_MAX),
       .out = {{8, SMALLEST, CHOSEN}}, .draws = true)
STATUS(randrange, backwards, csecrets_randrange(OUT, 1000000, -1000000, -7),
       .out = {{8, SMALLEST, CHOSEN}}, .draws = true, .breaks = ALWAYS)
STATUS(randbelow_many, long, csecrets_randbelow_many(OUT, 200, ((uint64_t)1 << 63) + 1),
       .out = {{1600, ONES, CHOSEN}}, .draws = true, .breaks = UNEXPANDED)
STATUS(randbelow_many, 3_quarters, csecrets_randbelow_many(OUT, 3, (uint64_t)3 << 62),
       .out = {{24, ONES, CHOSEN}}, .draws = true, .breaks = ALWAYS)
STATUS(randbelow_many, full_width, csecrets_randbelow_many(OUT, 7, UINT64_MAX),
       .out = {{56, ONES, BYTES}}, .draws = true, .breaks = ALWAYS)
STATUS(randbelow_many_u32, long, csecrets_randbelow_many_u32(OUT, 400, 1000),
       .out = {{1600, ONES, CHOSEN}}, .draws = true, .breaks = UNEXPANDED)
STATUS(randbelow_big, 128_bits, csecrets_randbelow_big(OUT, IN, 16), .out = {{16, ONES, BYTES}},
       .in = {{given_bound, 16}}, .draws = true, .breaks = ALWAYS, .stuck = 0xFF)
STATUS(randbits_big, long, csecrets_randbits_big(OUT, 200, 1599), .out = {{200, ZEROS, BYTES}},
       .draws = true)
STATUS(random, real, csecrets_random(OUT), .out = {{8, NOT_A_NUMBER, CHOSEN}}, .draws = true)
