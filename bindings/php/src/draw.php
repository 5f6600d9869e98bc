<?php

declare(strict_types=1);

namespace Csecrets;

const DEFAULT_ENTROPY = 32;
const DIGITS = '0123456789';
const CROCKFORD32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The version of the library that is running. */
function version(): string
{
    return Library::c()->csecrets_version();
}

/** Draws once, without waiting; throws EntropyException if the system gives no randomness. */
function entropy_probe(): void
{
    Library::check(Library::c()->csecrets_entropy_probe(null));
}

/** Random bytes. 16 can't be guessed. */
function token_bytes(int|float $nbytes = DEFAULT_ENTROPY): string
{
    $size = Library::number($nbytes);
    return Library::filled($size, fn ($out) => Library::c()->csecrets_token_bytes($out, $size));
}

/** Random bytes in hexadecimal. */
function token_hex(int|float $nbytes = DEFAULT_ENTROPY): string
{
    $size = Library::c()->csecrets_hex_size(Library::number($nbytes));
    return Library::text($size, fn ($out) => Library::c()->csecrets_token_hex($out, $size, $nbytes));
}

/** Random bytes in base64url. */
function token_urlsafe(int|float $nbytes = DEFAULT_ENTROPY): string
{
    $size = Library::c()->csecrets_urlsafe_size(Library::number($nbytes));
    return Library::text($size, fn ($out) => Library::c()->csecrets_token_urlsafe($out, $size, $nbytes));
}

/** Random characters of an alphabet, such as BASE58. */
function token_alphabet(int|float $nchars, string $alphabet): string
{
    $size = Library::number($nchars, 31) + 1;
    Library::constant($alphabet);
    return Library::text(
        $size,
        fn ($out) => Library::c()->csecrets_token_alphabet($out, $size, $nchars, $alphabet)
    );
}

/** How many characters of an alphabet are as strong as a number of bits. */
function alphabet_nchars(string $alphabet, int|float $bits): int
{
    $nchars = Library::c()->csecrets_alphabet_nchars(Library::constant($alphabet), Library::number($bits, 32));
    if ($nchars < 0) {
        throw new \ValueError('2 to 95 different printable characters, and at most 65536 bits');
    }
    return $nchars;
}

/** An integer from 0 to bound - 1. */
function randbelow(int|float $bound): int
{
    Library::number($bound);
    return Library::value('int64_t', fn ($out) => Library::c()->csecrets_randbelow($out, $bound));
}

/** An integer of so many random bits, 0 to 63: more, and PHP would take it for negative. */
function randbits(int|float $bits): int
{
    if (Library::number($bits) > 63) {
        throw new \ValueError("$bits bits are more than an int of PHP holds");
    }
    return Library::value('int64_t', fn ($out) => Library::c()->csecrets_randbits($out, $bits));
}

/** An integer from low to high, both included. */
function randint(int|float $low, int|float $high): int
{
    if (!is_int($low) || !is_int($high)) {
        throw new \TypeError('both ends are ints');
    }
    return Library::value('int64_t', fn ($out) => Library::c()->csecrets_randint($out, $low, $high));
}

/** A real number from 0 up to but not including 1. */
function random(): float
{
    return Library::value('double', fn ($out) => Library::c()->csecrets_random($out));
}

/** @return list<int> integers from 0 to bound - 1 */
function randbelow_many(int|float $count, int|float $bound): array
{
    Library::number($bound);
    $integers = Library::filled(
        8 * Library::number($count, 60),
        fn ($out) => Library::c()->csecrets_randbelow_many($out, $count, $bound)
    );
    return array_values(unpack('q*', $integers));
}

/** @return list<int> k different indices from 0 to count - 1, in the order in which they were drawn */
function sample_indices(int|float $k, int|float $count): array
{
    if (Library::number($k) > Library::number($count)) {
        throw new \ValueError("$k out of $count");
    }
    $indices = Library::filled(8 * $k, fn ($out) => Library::c()->csecrets_sample_indices($out, $k, $count));
    return array_values(unpack('q*', $indices));
}

/** An index, each as likely as its weight's share of the sum. */
function weighted_index(array $weights): int
{
    $weights = array_map(fn ($weight) => Library::number($weight), array_values($weights));
    return Library::value('int64_t', fn ($out) => Library::c()->csecrets_weighted_index(
        $out,
        pack('q*', ...$weights),
        count($weights)
    ));
}

/** One element of a list, each equally likely. */
function choice(array $list): mixed
{
    return array_values($list)[randbelow(count($list))];
}

/** k elements of a list, each drawn from all of them. */
function choices(array $list, int|float $k): array
{
    $list = array_values($list);
    return array_map(fn ($i) => $list[$i], randbelow_many($k, count($list)));
}

/** k different elements of a list, in the order in which they were drawn. */
function sample(array $list, int|float $k): array
{
    $list = array_values($list);
    return array_map(fn ($i) => $list[$i], sample_indices($k, count($list)));
}

/** A list in random order, each order equally likely. */
function shuffle(array $list): array
{
    return sample($list, count($list));
}

/** Whether two strings are equal, in a time that does not show where they differ. */
function equal(string $a, string $b): bool
{
    return Library::c()->csecrets_equal($a, strlen($a), $b, strlen($b));
}

/** The index of the first row that equals a needle, in a time that does not tell which; or null. */
function find_equal(string $needle, array $rows): ?int
{
    foreach ($rows as $row) {
        if (strlen($row) !== strlen($needle)) {
            throw new \ValueError('every row is as long as the needle');
        }
    }
    $index = Library::c()->new('int64_t');
    $found = Library::c()->csecrets_find_equal(
        \FFI::addr($index),
        $needle,
        implode('', $rows),
        count($rows),
        strlen($needle)
    );
    return $found ? $index->cdata : null;
}
