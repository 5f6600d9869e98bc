<?php

declare(strict_types=1);

namespace Csecrets;

/** One encoder or decoder for each of the three spellings of bytes. */
function encode(string $name, string $data): string
{
    $size = Library::c()->{"csecrets_{$name}_size"}(strlen($data));
    return Library::text(
        $size,
        fn ($out) => Library::c()->{"csecrets_{$name}_encode"}($out, $size, $data, strlen($data))
    );
}

function decode(string $name, string $text): string
{
    $size = Library::c()->{"csecrets_{$name}_decoded_size"}(strlen($text));
    return Library::decoded(
        $size,
        fn ($out, $length) => Library::c()->{"csecrets_{$name}_decode"}($out, $size, $length, $text, strlen($text))
    );
}

function hex_encode(string $data): string
{
    return encode('hex', $data);
}

function hex_decode(string $text): string
{
    return decode('hex', $text);
}

function urlsafe_encode(string $data): string
{
    return encode('urlsafe', $data);
}

function urlsafe_decode(string $text): string
{
    return decode('urlsafe', $text);
}

function base32_encode(string $data): string
{
    return encode('base32', $data);
}

/** The bytes that base32 text spells, as people type it. */
function base32_decode(string $text): string
{
    return decode('base32', $text);
}

/** A code for people to type, such as "7K3QX-9MZ4T": recovery, licences, invitations. */
function code(int|float $groups = 2, int|float $group_len = 5, string $separator = '-'): string
{
    Library::constant($separator);
    $size = Library::c()->csecrets_code_size(
        Library::number($groups, 31),
        Library::number($group_len, 31),
        strlen($separator)
    );
    return Library::text(
        $size,
        fn ($out) => Library::c()->csecrets_code($out, $size, $groups, $group_len, $separator)
    );
}

/** What was typed, as it was drawn, without separators: hash this. */
function code_normalize(string $typed): string
{
    $size = strlen($typed) + 1;
    return Library::text(
        $size,
        fn ($out) => Library::c()->csecrets_code_normalize($out, $size, $typed, strlen($typed))
    );
}

/** The text of a random UUID. */
function uuid4(): string
{
    return uuid_text(Library::filled(16, fn ($out) => Library::c()->csecrets_uuid4($out)));
}

/** The text of a UUID of the time in milliseconds, which everybody can read, and 74 random bits. */
function uuid7(int|float|null $unix_ms = null): string
{
    $ms = Library::number($unix_ms ?? (int) (microtime(true) * 1000));
    return uuid_text(Library::filled(16, fn ($out) => Library::c()->csecrets_uuid7($out, $ms)));
}

/** The text of a UUID that sorts after a previous one of version 7, whatever the clock does. */
function uuid7_after(string $previous, int|float|null $unix_ms = null): string
{
    $ms = Library::number($unix_ms ?? (int) (microtime(true) * 1000));
    $before = uuid_parse($previous);
    return uuid_text(Library::filled(16, fn ($out) => Library::c()->csecrets_uuid7_after($out, $before, $ms)));
}

/** The text of the 16 bytes of a UUID. */
function uuid_text(string $bytes): string
{
    if (strlen($bytes) !== 16) {
        throw new \ValueError('a UUID has 16 bytes');
    }
    return Library::text(37, fn ($out) => Library::c()->csecrets_uuid_text($out, 37, $bytes));
}

/** The 16 bytes of a UUID, of its 36 characters and nothing else. */
function uuid_parse(string $text): string
{
    return Library::filled(16, fn ($out) => Library::c()->csecrets_uuid_parse($out, $text, strlen($text)));
}

/** Lends what an app was told to C. */
function with_totp(int|float $digits, int|float $period, int|float $window, int $algorithm, \Closure $call): mixed
{
    $params = Library::c()->new('csecrets_totp_params');
    $params->struct_size = \FFI::sizeof($params);
    foreach (compact('digits', 'period', 'window', 'algorithm') as $name => $number) {
        $params->$name = Library::number($number, 32);
    }
    return $call(\FFI::addr($params));
}

/** The code that an authenticator app shows at a Unix second. */
function totp(
    string $key,
    int|float|null $now = null,
    int|float $digits = 6,
    int|float $period = 30,
    int $algorithm = SHA1
): string {
    $now = Library::number($now ?? time());
    return with_totp($digits, $period, 1, $algorithm, fn ($params) => Library::text(
        $digits + 1,
        fn ($out) => Library::c()->csecrets_totp($out, $digits + 1, $key, strlen($key), $now, $params)
    ));
}

/**
 * The step of a code that is right and later than the last one, to store as the next last step: a
 * code is good once. Throws RejectedException for any other.
 */
function totp_verify(
    string $code,
    string $key,
    int|float $last_step,
    int|float|null $now = null,
    int|float $digits = 6,
    int|float $period = 30,
    int|float $window = 1,
    int $algorithm = SHA1
): int {
    $now = Library::number($now ?? time());
    Library::number($last_step);
    return with_totp($digits, $period, $window, $algorithm, fn ($params) => Library::value(
        'int64_t',
        fn ($out) => Library::c()->csecrets_totp_verify(
            $out,
            $code,
            strlen($code),
            $key,
            strlen($key),
            $now,
            $last_step,
            $params
        )
    ));
}

/** The code of a counter. */
function hotp(string $key, int|float $counter, int|float $digits = 6): string
{
    $size = Library::number($digits, 16) + 1;
    Library::number($counter);
    return Library::text(
        $size,
        fn ($out) => Library::c()->csecrets_hotp($out, $size, $key, strlen($key), $counter, $digits)
    );
}
