/* hmac.h - rows of HMAC-SHA-256 over parts */
STATUS(hmac_sha256, of_two_parts,
       csecrets_hmac_sha256(OUT, IN, 40, spans_of(IN_2, IN_3, IN_4), 2), .out = {{32, ZEROS}},
       .in = {{given_key, 40, BYTES}, {given_parts, sizeof given_parts},
              {given_payload, GIVEN_PAYLOAD}, {given_purpose, sizeof given_purpose - 1}})
PREDICATE(hmac_sha256_matches, of_two_parts,
          raw_hmac_sha256_matches(IN, 32, IN_2, 40, spans_of(IN_3, IN_4, IN_5), 2),
          .in = {{given_tag, 32, BYTES}, {given_key, 40, BYTES}, {given_parts, sizeof given_parts},
                 {given_payload, GIVEN_PAYLOAD}, {given_purpose, sizeof given_purpose - 1}})
