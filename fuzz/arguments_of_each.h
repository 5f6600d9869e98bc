/* arguments_of_each.h - how arguments.c calls each export, and by what it judges the answer */

CALL(version, is_text(csecrets_version()))
CALL(version_number, MUST(csecrets_version_number() == CSECRETS_VERSION_NUMBER))
CALL(strerror, is_text(csecrets_strerror((int32_t)n)))
CALL(status_name, is_text(csecrets_status_name(n % 2 ? (int32_t)n : -(int32_t)(n % 40))))
CALL(entropy_probe, judge(csecrets_entropy_probe(out_of(4)), ERROR_NUMBER))

CALL(token_bytes, judge(csecrets_token_bytes(OUT), ZEROS))
/* The only call that ends the program where others are refused: it gets what is right. */
CALL(token_bytes_or_abort,
     source_fails_at = 0; if (is_object(&out)) csecrets_token_bytes_or_abort(OUT))
CALL(token_hex, judge(csecrets_token_hex(OUT, (size_t)n), EMPTY))
CALL(token_urlsafe, judge(csecrets_token_urlsafe(OUT, (size_t)n), EMPTY))
CALL(token_alphabet, judge(csecrets_token_alphabet(OUT, (size_t)n, text), EMPTY))
CALL(alphabet_nchars, const size_t nchars = csecrets_alphabet_nchars(text, (uint32_t)n);
     MUST(nchars == SIZE_MAX || nchars <= (uint32_t)n))

CALL(hex_size, is_sized(csecrets_hex_size((size_t)n), 2 * (unsigned __int128)n + 1))
CALL(urlsafe_size, is_sized(csecrets_urlsafe_size((size_t)n), (4 * (unsigned __int128)n + 2) / 3 + 1))
CALL(base32_size, is_sized(csecrets_base32_size((size_t)n), (8 * (unsigned __int128)n + 4) / 5 + 1))
CALL(hex_decoded_size, is_sized(csecrets_hex_decoded_size((size_t)n), (size_t)n / 2))
CALL(urlsafe_decoded_size,
     is_sized(csecrets_urlsafe_decoded_size((size_t)n), 3 * (unsigned __int128)n / 4))
CALL(base32_decoded_size,
     is_sized(csecrets_base32_decoded_size((size_t)n), 5 * (unsigned __int128)n / 8))
CALL(api_key_size, is_sized(csecrets_api_key_size((size_t)n), (unsigned __int128)n + 38))
CALL(sign_token_size,
     is_sized(csecrets_sign_token_size((size_t)n), (4 * ((unsigned __int128)n + 41) + 2) / 3 + 1))
CALL(verify_token_size,
     const unsigned __int128 carried = 3 * (unsigned __int128)n / 4;
     is_sized(csecrets_verify_token_size((size_t)n), carried > 41 ? carried - 41 : 0))
CALL(passphrase_size,
     is_sized(csecrets_passphrase_size((size_t)n, (size_t)n_2),
              n == 0 ? 1 : (unsigned __int128)n * 9 + (unsigned __int128)n_2 * (n - 1) + 1))
CALL(code_size, const unsigned __int128 plain = (unsigned __int128)n * n_2 + 1;
     is_sized(csecrets_code_size((size_t)n, (size_t)n_2, count),
              n == 0 ? 1 : plain > SIZE_MAX ? plain : plain + (unsigned __int128)(n - 1) * count))

CALL(hex_encode, judge(csecrets_hex_encode(OUT, IN), EMPTY))
CALL(urlsafe_encode, judge(csecrets_urlsafe_encode(OUT, IN), EMPTY))
CALL(base32_encode, judge(csecrets_base32_encode(OUT, IN), EMPTY))
CALL(hex_decode, judge(csecrets_hex_decode(OUT, measured(), IN), ZEROS))
CALL(urlsafe_decode, judge(csecrets_urlsafe_decode(OUT, measured(), IN), ZEROS))
CALL(base32_decode, judge(csecrets_base32_decode(OUT, measured(), IN), ZEROS))

CALL(randbelow, judge(csecrets_randbelow(out_of(8), n), ONES))
CALL(randbits, judge(csecrets_randbits(out_of(8), (uint32_t)n), ONES))
CALL(randint, judge(csecrets_randint(out_of(8), (int64_t)n, (int64_t)n_2), SMALLEST))
CALL(randrange,
     judge(csecrets_randrange(out_of(8), (int64_t)n, (int64_t)n_2, (int64_t)count), SMALLEST))
CALL(random, judge(csecrets_random(out_of(8)), NOT_A_NUMBER))
CALL(randbelow_many, judge(csecrets_randbelow_many(shaped(&out, count, 8), count, n), ONES))
CALL(randbelow_many_u32,
     judge(csecrets_randbelow_many_u32(shaped(&out, count, 4), count, (uint32_t)n), ONES))
CALL(randbelow_big,
     judge(csecrets_randbelow_big(shaped(&out, in.size, 1), IN), ONES))
CALL(randbits_big, judge(csecrets_randbits_big(OUT, (size_t)n), ZEROS))

CALL(choice, judge(csecrets_choice(out_of(element), shaped(&in, count, element), count, element),
                   ZEROS))
CALL(choices, judge(csecrets_choices(shaped(&out, many, element), many,
                                     shaped(&in, count, element), count, element), ZEROS))
CALL(sample, judge(csecrets_sample(shaped(&out, many, element), many,
                                   shaped(&in, count, element), count, element), ZEROS))
CALL(sample_indices,
     judge(csecrets_sample_indices(shaped(&out, many, sizeof(size_t)), many, (size_t)n), ONES))
CALL(weighted_index,
     judge(csecrets_weighted_index(out_of(sizeof(size_t)), shaped(&in, count, 8), count), ONES))
CALL(shuffle, judge(csecrets_shuffle(shaped(&out, count, element), count, element), KEPT))

CALL(password_policy_init, judge(csecrets_password_policy_init((void *)out.data, out.size), ZEROS))
CALL(password, judge(csecrets_password(OUT, (size_t)n, policy()), EMPTY))
CALL(password_bits, judge(csecrets_password_bits(out_of(8), (size_t)n, policy()), NOT_A_NUMBER))
CALL(passphrase, judge(csecrets_passphrase(OUT, (size_t)n, text), EMPTY))
CALL(code, judge(csecrets_code(OUT, (size_t)n, (size_t)n_2, text), EMPTY))
CALL(code_normalize, judge(csecrets_code_normalize(OUT, IN), EMPTY))

CALL(equal, is_proven(csecrets_equal(IN, IN_2),
                      is_object(&in) && is_object(&in_2) && in.size == in_2.size &&
                          (in.size == 0 || memcmp(in.data, in_2.data, in.size) == 0)))
CALL(equal_text,
     is_proven(csecrets_equal_text(text, text_2), text && text_2 && strcmp(text, text_2) == 0))
CALL(find_equal,
     const bool found = csecrets_find_equal(out_of(sizeof(size_t)), shaped(&in, 1, element),
                                            shaped(&in_2, count, element), count, element);
     is_proven(found, out.data && in.data && in_2.data && !in_2.is_a_lie && element > 0);
     MUST(found || !out.data || is_filled(out.data, out.size, 0xFF)))
CALL(wipe, csecrets_wipe(OUT); MUST(!is_object(&out) || is_filled(out.data, out.size, 0)))

CALL(api_key, judge(csecrets_api_key(OUT, text), EMPTY))
CALL(api_key_check, judge(csecrets_api_key_check(IN, text), KEPT))
CALL(sign_token, judge(csecrets_sign_token(OUT, IN, text, IN_2, (int64_t)n), EMPTY))
CALL(verify_token, judge(csecrets_verify_token(OUT, measured(), IN, text, spans(), spans_count(),
                                               (int64_t)n), ZEROS))
CALL(hmac_sha256, judge(csecrets_hmac_sha256(out_of(32), IN, spans(), spans_count()), ZEROS))
CALL(hmac_sha256_matches,
     is_proven(csecrets_hmac_sha256_matches(OUT, IN, spans(), spans_count()), false))

CALL(hotp, judge(csecrets_hotp(OUT, IN, n, (uint32_t)n_2), EMPTY))
CALL(totp, judge(csecrets_totp(OUT, IN, (int64_t)n, structure()), EMPTY))
CALL(totp_verify, judge(csecrets_totp_verify(out_of(8), IN, IN_2, (int64_t)n, n_2, structure()), ONES))

CALL(token_hash, judge(csecrets_token_hash(out_of(32), IN), ZEROS))
CALL(token_matches, is_proven(csecrets_token_matches(shaped(&in_2, 1, 32), IN), false))
CALL(pbkdf2_sha256, judge(csecrets_pbkdf2_sha256(OUT, IN, IN_2, (uint32_t)n % 4), ZEROS))
/* Refused before it takes its time. */
CALL(password_hash, source_fails_at = 1; judge(csecrets_password_hash(OUT, IN, (uint32_t)n), EMPTY))
CALL(password_matches, is_proven(csecrets_password_matches(text, IN), false))
CALL(password_iterations, MUST(csecrets_password_iterations(text) == 0))

CALL(uuid4, judge(csecrets_uuid4(out_of(16)), ZEROS))
CALL(uuid7, judge(csecrets_uuid7(out_of(16), n), ZEROS))
CALL(uuid7_after, judge(csecrets_uuid7_after(out_of(16), shaped(&in, 1, 16), n), ZEROS))
CALL(uuid_text, judge(csecrets_uuid_text(OUT, shaped(&in, 1, 16)), EMPTY))
CALL(uuid_parse, judge(csecrets_uuid_parse(out_of(16), IN), ZEROS))
