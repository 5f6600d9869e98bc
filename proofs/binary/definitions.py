"""What outputs have to be, written as in the standards: with tables and if-then-else."""

from claripy import UGE, And, BVV, Concat, If, Or, ZeroExt

HEX = b"0123456789abcdef"
URLSAFE = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
CROCKFORD32 = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BASE62 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def joined(parts):
    return Concat(*parts) if len(parts) > 1 else parts[0]


def letters(text):
    return [text.get_byte(i) for i in range(text.length // 8)]


def spelled(secret, bits, alphabet):
    """The text of `secret`: a character for so many bits, the last filled up with zeros."""
    missing = -secret.length % bits
    whole = Concat(secret, BVV(0, missing)) if missing else secret
    digits = [whole[i + bits - 1:i] for i in range(whole.length - bits, -1, -bits)]
    return joined([character(digit, alphabet) for digit in digits])


def character(digit, alphabet):
    found = BVV(alphabet[0], 8)
    for value, letter in enumerate(alphabet):
        found = If(digit == value, BVV(letter, 8), found)
    return found


def digit(letter, alphabet, bits):
    found = BVV(0, bits)
    for value, one in enumerate(alphabet):
        found = If(letter == one, BVV(value, bits), found)
    return found


def character_range(letter, ends):
    return And(letter >= ends[0], letter <= ends[1])


def belongs(letter, alphabet):
    return Or(*(letter == one for one in alphabet))


def spells(text, bits, alphabet):
    """The bytes that `text` spells, and what makes it a text of the format: no other character, and
    no bit set that belongs to no byte."""
    whole = joined([digit(letter, alphabet, bits) for letter in letters(text)])
    spare = whole.length % 8
    right = [belongs(letter, alphabet) for letter in letters(text)]
    return whole[whole.length - 1:spare], right + ([whole[spare - 1:0] == 0] if spare else [])


def small(text):
    """With small letters for capitals."""
    return joined([If(character_range(letter, b"AZ"), letter + 32, letter)
                   for letter in letters(text)])


def uuid(first_48, version, next_12, last_62):
    return Concat(first_48, BVV(version, 4), next_12, BVV(2, 2), last_62)


def lemire(word, bound):
    """Whether a word may stand for a value below `bound`, and for which. lemire.v proves that all
    values have equally many words."""
    bits = word.length
    product = ZeroExt(bits, word) * bound
    return UGE(product[bits - 1:0], (1 << bits) % bound), product[2 * bits - 1:bits]
