"""What the binding gives and refuses. If all of at most 8 values have to be seen in 300 draws, one
stays unseen with odds below 8 * (7/8)^300 < 2^-54."""

import datetime
import fractions
import hashlib
import hmac
import itertools
import random
import secrets
import time
import unittest
import uuid
import zlib

import csecrets

KEY = bytes(range(32))
APP_KEY = b"12345678901234567890"


def seen(draw):
    return {draw() for _ in range(300)}


class DropIn(unittest.TestCase):
    def test_every_name_of_secrets_and_of_its_generator_is_here(self):
        for name in secrets.__all__ + ["DEFAULT_ENTROPY"]:
            self.assertTrue(hasattr(csecrets, name), name)
        self.assertLessEqual(set(csecrets.__all__), set(dir(csecrets)))
        self.assertTrue(issubclass(csecrets.SystemRandom, random.Random))

    def test_tokens_are_as_long_as_python_s_and_never_twice_the_same(self):
        for name in ("token_bytes", "token_hex", "token_urlsafe"):
            ours, theirs = getattr(csecrets, name), getattr(secrets, name)
            for nbytes in (None, 1, 2, 3, 16, 33, 100):
                self.assertEqual(len(ours(nbytes)), len(theirs(nbytes)))
                self.assertIs(type(ours(nbytes)), type(theirs(nbytes)))
            self.assertEqual(len(seen(ours)), 300)
        self.assertEqual(csecrets.token_bytes(0), b"")

    def test_integers_of_any_length_are_below_their_bound(self):
        self.assertEqual(seen(lambda: csecrets.randbelow(3)), {0, 1, 2})
        self.assertEqual(seen(lambda: csecrets.randbits(2)), {0, 1, 2, 3})
        self.assertEqual(seen(lambda: csecrets.randint(-1, 1)), {-1, 0, 1})
        for bound in (2**64 - 1, 2**64, 2**64 + 1, 10**40):
            drawn = seen(lambda: csecrets.randbelow(bound))
            self.assertTrue(len(drawn) == 300 and 0 <= min(drawn) and max(drawn) < bound)
            self.assertGreater(max(drawn), bound // 4)
        drawn = seen(lambda: csecrets.randbits(1001))
        self.assertEqual({value >> 1000 for value in drawn}, {0, 1})

    def test_picks_go_by_index(self):
        system = csecrets.SystemRandom()
        things = [object(), [], "x"]
        self.assertEqual(seen(lambda: id(csecrets.choice(things))), set(map(id, things)))
        orders = set(itertools.permutations("abc"))
        self.assertEqual(seen(lambda: tuple(csecrets.sample("abc", 3))), orders)
        self.assertEqual(
            seen(lambda: tuple(system.choices("ab", k=2))), set(itertools.product("ab", repeat=2))
        )
        cards = list(range(52))
        csecrets.shuffle(cards)
        self.assertEqual(sorted(cards), list(range(52)))
        self.assertNotEqual(cards, list(range(52)))  # the same with odds of 1 / 52!
        self.assertEqual(seen(lambda: csecrets.weighted_index([1, 0, 2])), {0, 2})
        self.assertEqual(sorted(csecrets.sample_indices(9, 9)), list(range(9)))
        self.assertEqual(set(csecrets.randbelow_many(300, 2)), {0, 1})

    def test_comparing_takes_what_python_s_takes(self):
        for a, b in itertools.product(("", "a", "ab", b"", b"a", b"ab", b"\0", "\u00e9"), repeat=2):
            try:
                expected = hmac.compare_digest(a, b)
            except TypeError:
                self.assertRaises(TypeError, csecrets.compare_digest, a, b)
            else:
                self.assertIs(csecrets.compare_digest(a, b), expected)
        self.assertTrue(csecrets.compare_digest(bytearray(b"ab"), memoryview(b"ab")))


class Refusals(unittest.TestCase):
    def test_numbers_that_c_would_bend_never_reach_it(self):
        draws = (
            csecrets.token_bytes,
            csecrets.token_hex,
            csecrets.token_urlsafe,
            csecrets.randbits,
            csecrets.randbelow,
            csecrets.password,
            csecrets.passphrase,
        )
        for draw in draws:
            for number in (-1, -(2**64), 2**64 - 1 if draw is not csecrets.randbelow else 0):
                self.assertRaises((ValueError, MemoryError), draw, number)
            for number in (0.9, 32.0, float("nan"), fractions.Fraction(1, 2), "16", b"16"):
                self.assertRaises(TypeError, draw, number)
        self.assertRaises(ValueError, csecrets.weighted_index, [1, -1])
        self.assertRaises(ValueError, csecrets.randbelow_many, 3, 2**64 + 5)
        self.assertRaises(ValueError, csecrets.password, digits=-1)
        self.assertRaises(TypeError, csecrets.sign, KEY, "p", "", time.time())

    def test_a_nul_in_a_text_of_the_program_is_refused(self):
        token = csecrets.sign(KEY, "reset", "", csecrets.NEVER)
        for call in (
            lambda: csecrets.sign(KEY, "reset\0evil", "", csecrets.NEVER),
            lambda: csecrets.verify(token, "reset\0evil", KEY),
            lambda: csecrets.api_key("acme\0"),
            lambda: csecrets.api_key_check("acme_x", "acme\0"),
            lambda: csecrets.passphrase(4, " \0"),
            lambda: csecrets.code(2, 5, "-\0"),
            lambda: csecrets.token_alphabet(9, "ab\0"),
            lambda: csecrets.password(symbol_set="!\0"),
            lambda: csecrets.password(exclude="0\0"),
        ):
            self.assertRaisesRegex(ValueError, "null character", call)

    def test_a_status_is_an_exception_of_its_name(self):
        with self.assertRaises(csecrets.InvalidError) as weak:
            csecrets.token_hex(0)
        self.assertEqual(weak.exception.name, "CSECRETS_ERR_WEAK")
        self.assertIsInstance(weak.exception, ValueError)
        self.assertRaises(csecrets.RejectedError, csecrets.hex_decode, "no hex")
        self.assertRaises(csecrets.MalformedError, csecrets.verify, "?", "reset", KEY)
        with self.assertRaises(csecrets.InvalidError) as none:
            csecrets.password(symbols=1, symbol_set="!", exclude="!")
        self.assertEqual(none.exception.name, "CSECRETS_ERR_UNSATISFIABLE")
        csecrets.entropy_probe()


class Application(unittest.TestCase):
    def test_a_signed_token_is_good_for_its_purpose_until_it_expires(self):
        hour = datetime.timedelta(hours=1)
        token = csecrets.sign(KEY, "reset", "user=42", hour)
        self.assertEqual(csecrets.verify(token, "reset", bytes(31) + b"k", KEY), b"user=42")
        self.assertRaises(csecrets.BadSignatureError, csecrets.verify, token, "login", KEY)
        self.assertRaises(
            csecrets.BadSignatureError, csecrets.verify, token, "reset", bytes(31) + b"k"
        )
        now = datetime.datetime.now(datetime.timezone.utc)
        self.assertRaises(
            csecrets.ExpiredError, csecrets.verify, token, "reset", KEY, now=now + hour
        )
        self.assertRaises(ValueError, csecrets.sign, KEY, "reset", "", datetime.datetime.now())
        self.assertEqual(
            csecrets.sign(KEY, "session", b"user=42", 1700000000),
            "AQAAAABlU_EAdXNlcj00MgKr9WPiqios7IPNkaVA4CWmJGTAobHuHgCyqAnIx40n",
        )

    def test_hashes_are_those_of_hashlib(self):
        self.assertEqual(csecrets.token_hash("abc"), hashlib.sha256(b"abc").digest())
        self.assertTrue(csecrets.token_matches(hashlib.sha256(b"abc").digest(), b"abc"))
        self.assertFalse(csecrets.token_matches(hashlib.sha256(b"abc").digest(), b"abd"))
        self.assertFalse(csecrets.token_matches(b"", b""))
        mac = csecrets.hmac_sha256(KEY, "id", b".", bytearray(b"body"))
        self.assertEqual(mac, hmac.digest(KEY, b"id.body", "sha256"))
        self.assertTrue(csecrets.hmac_sha256_matches(mac, KEY, "id.body"))
        self.assertFalse(csecrets.hmac_sha256_matches(mac, KEY, "id.bodx"))
        self.assertFalse(csecrets.hmac_sha256_matches(b"", KEY, "id.body"))
        self.assertEqual(
            csecrets.pbkdf2_sha256("pw", "salt", 1000),
            hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 1000),
        )
        rows = [hashlib.sha256(bytes([i])).digest() for i in range(9)]
        self.assertEqual(csecrets.find_equal(rows[7], rows), 7)
        self.assertIsNone(csecrets.find_equal(bytes(32), rows))
        self.assertRaises(ValueError, csecrets.find_equal, rows[0], [rows[0] + rows[1], b""])

    def test_a_password_meets_its_policy_and_is_known_again(self):
        word = csecrets.password(20, upper=None, symbols=3, symbol_set="!?", lookalikes=False)
        self.assertLessEqual(set(word), set("abcdefghijkmnopqrstuvwxyz23456789!?"))
        self.assertGreaterEqual(sum(word.count(symbol) for symbol in "!?"), 3)
        self.assertAlmostEqual(csecrets.password_bits(16), 103.11, 2)
        self.assertEqual(csecrets.passphrase(4, "+").count("+"), 3)
        stored = csecrets.password_hash("correct horse", 100000)
        self.assertTrue(csecrets.password_matches(stored, "correct horse"))
        self.assertFalse(csecrets.password_matches(stored, "correct house"))
        self.assertFalse(csecrets.password_matches(stored + "\0", "correct horse"))
        self.assertEqual(csecrets.password_iterations(stored), 100000)
        self.assertEqual(csecrets.password_iterations("$2b$12$"), 0)

    def test_an_api_key_has_its_checksum(self):
        key = csecrets.api_key("acme_test")
        csecrets.api_key_check(key, "acme_test")
        csecrets.api_key_check("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")
        self.assertRaises(csecrets.MalformedError, csecrets.api_key_check, key, "acme")
        self.assertRaises(csecrets.RejectedError, csecrets.api_key_check, key[:-1] + "_")
        digits = csecrets.BASE62
        crc = sum(digits.index(digit) * 62**place for place, digit in enumerate(key[:-7:-1]))
        self.assertEqual(crc, zlib.crc32(key[-36:-6].encode()))

    def test_text_of_bytes_comes_back(self):
        for nbytes in range(40):
            data = bytes(range(nbytes))
            self.assertEqual(csecrets.hex_encode(data), data.hex())
            self.assertEqual(csecrets.hex_decode(data.hex()), data)
            self.assertEqual(csecrets.urlsafe_decode(csecrets.urlsafe_encode(data)), data)
            self.assertEqual(csecrets.base32_decode(csecrets.base32_encode(data).lower()), data)
        self.assertEqual(csecrets.base32_encode("foobar"), "MZXW6YTBOI")
        self.assertEqual(len(csecrets.token_alphabet(22, csecrets.BASE58)), 22)
        self.assertEqual(csecrets.alphabet_nchars(csecrets.BASE58, 128), 22)

    def test_a_one_time_code_is_that_of_the_rfc_and_good_once(self):
        then = 1111111109
        self.assertEqual(csecrets.totp(APP_KEY, now=then, digits=8), "07081804")
        self.assertEqual(csecrets.hotp(APP_KEY, 0), "755224")
        step = csecrets.totp_verify("07081804", APP_KEY, 0, now=then, digits=8)
        self.assertEqual(step, then // 30)
        for code, last in (("07081804", step), ("07081805", 0), ("0708180", 0)):
            with self.assertRaises(csecrets.RejectedError):
                csecrets.totp_verify(code, APP_KEY, last, now=then, digits=8)

    def test_a_code_that_people_type_is_read_as_it_was_drawn(self):
        code = csecrets.code()
        self.assertEqual(csecrets.code_normalize(code.lower()), code.replace("-", ""))
        self.assertEqual(csecrets.code_normalize("7k3qx 9mz4l"), "7K3QX9MZ41")
        self.assertRaises(csecrets.MalformedError, csecrets.code_normalize, "UUUUU")

    def test_uuids_are_python_s_and_sort(self):
        self.assertEqual(csecrets.uuid4().version, 4)
        last = csecrets.uuid7()
        self.assertLess(abs((last.int >> 80) - time.time() * 1000), 60000)
        for _ in range(100):
            last, previous = csecrets.uuid7_after(last), last
            self.assertLess(previous, last)
        self.assertEqual(csecrets.uuid_parse(csecrets.uuid_text(last)), last)
        self.assertRaises(csecrets.MalformedError, csecrets.uuid_parse, "{%s}" % last)
        self.assertIsInstance(last, uuid.UUID)

    def test_a_buffer_is_filled_and_wiped_in_place(self):
        key = bytearray(32)
        csecrets.fill(key)
        self.assertGreater(len(set(key)), 5)
        csecrets.wipe(key)
        self.assertEqual(key, bytes(32))
        self.assertRaises(TypeError, csecrets.wipe, b"unchangeable")
        self.assertRaises(TypeError, csecrets.fill, "text")


if __name__ == "__main__":
    unittest.main()
