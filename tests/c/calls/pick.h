/* pick.h - rows of choices, samples and orders */
STATUS(choice, of_8, csecrets_choice(OUT, IN, 8, 8), .out = {{8, ZEROS, CHOSEN}},
       .in = {{given_base, 64}}, .draws = true)
STATUS(choices, 200_of_8, csecrets_choices(OUT, 200, IN, 8, 8), .out = {{1600, ZEROS, CHOSEN}},
       .in = {{given_base, 64}}, .draws = true)
STATUS(sample, all_8, csecrets_sample(OUT, 8, IN, 8, 8), .out = {{64, ZEROS, CHOSEN}},
       .in = {{given_base, 64}}, .draws = true, .breaks = ALWAYS)
STATUS(sample, 3_of_64, csecrets_sample(OUT, 3, IN, 64, 1), .out = {{3, ZEROS, CHOSEN}},
       .in = {{CSECRETS_ALPHABET_URLSAFE64, 64}}, .draws = true, .breaks = UNEXPANDED)
STATUS(sample_indices, all_200, csecrets_sample_indices(OUT, 200, 200),
       .out = {{200 * sizeof(size_t), ONES, CHOSEN}}, .draws = true, .breaks = UNEXPANDED)
STATUS(sample_indices, 100_of_many, csecrets_sample_indices(OUT, 100, 1000000),
       .out = {{100 * sizeof(size_t), ONES, CHOSEN}}, .draws = true, .breaks = UNEXPANDED)
STATUS(weighted_index, of_8, csecrets_weighted_index(OUT, IN, 8),
       .out = {{sizeof(size_t), ONES, CHOSEN}}, .in = {{given_base, 64}}, .draws = true,
       .breaks = ALWAYS)
STATUS(shuffle, of_250, csecrets_shuffle(ascending(OUT, 250), 250, 1),
       .out = {{250, ALL_ELEMENTS, CHOSEN}}, .draws = true, .breaks = UNEXPANDED)
