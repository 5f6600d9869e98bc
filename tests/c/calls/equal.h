/* equal.h - rows of comparisons */
PREDICATE(equal, same, raw_equal(IN, 40, IN_2, 40),
          .in = {{given_key, 40, BYTES}, {given_key, 40, BYTES}})
PREDICATE(equal_text, same, raw_equal_text(IN, IN_2),
          .in = {{given_password, sizeof given_password, BYTES},
                 {given_password, sizeof given_password, BYTES}})
PREDICATE(find_equal, last, raw_find_equal(OUT, IN, IN_2, 3, 32),
          .out = {{sizeof(size_t), ONES}},
          .in = {{given_rows[2], 32, BYTES}, {given_rows, 96, BYTES}})
