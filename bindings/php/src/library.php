<?php

declare(strict_types=1);

namespace Csecrets;

/** The functions of the library as FFI sees them, and PHP's values on their way to C and back. */
final class Library
{
    private const PROTOTYPES = <<<'C'
        typedef struct { const void *data; size_t nbytes; } csecrets_span;
        typedef struct {
            uint32_t struct_size, min_lower, min_upper, min_digits, min_symbols;
            int32_t flags;
            const char *symbols;
            const char *exclude;
        } csecrets_password_policy;
        typedef struct { uint32_t struct_size, digits, period, window, algorithm; } csecrets_totp_params;

        const char *csecrets_version(void);
        const char *csecrets_strerror(int32_t);
        const char *csecrets_status_name(int32_t);
        int32_t csecrets_entropy_probe(int32_t *);
        int32_t csecrets_token_bytes(void *, size_t);
        size_t csecrets_hex_size(size_t);
        size_t csecrets_urlsafe_size(size_t);
        size_t csecrets_base32_size(size_t);
        int32_t csecrets_token_hex(void *, size_t, size_t);
        int32_t csecrets_token_urlsafe(void *, size_t, size_t);
        int32_t csecrets_token_alphabet(void *, size_t, size_t, const char *);
        size_t csecrets_alphabet_nchars(const char *, uint32_t);
        int32_t csecrets_randbelow(void *, uint64_t);
        int32_t csecrets_randbits(void *, uint32_t);
        int32_t csecrets_randint(void *, int64_t, int64_t);
        int32_t csecrets_random(void *);
        int32_t csecrets_randbelow_many(void *, size_t, uint64_t);
        int32_t csecrets_sample_indices(void *, size_t, size_t);
        int32_t csecrets_weighted_index(void *, const void *, size_t);
        bool csecrets_equal(const void *, size_t, const void *, size_t);
        bool csecrets_find_equal(void *, const void *, const void *, size_t, size_t);
        void csecrets_wipe(void *, size_t);
        int32_t csecrets_hex_encode(void *, size_t, const void *, size_t);
        int32_t csecrets_urlsafe_encode(void *, size_t, const void *, size_t);
        int32_t csecrets_base32_encode(void *, size_t, const void *, size_t);
        int32_t csecrets_hex_decode(void *, size_t, size_t *, const void *, size_t);
        int32_t csecrets_urlsafe_decode(void *, size_t, size_t *, const void *, size_t);
        int32_t csecrets_base32_decode(void *, size_t, size_t *, const void *, size_t);
        size_t csecrets_hex_decoded_size(size_t);
        size_t csecrets_urlsafe_decoded_size(size_t);
        size_t csecrets_base32_decoded_size(size_t);
        int32_t csecrets_password_policy_init(csecrets_password_policy *, size_t);
        int32_t csecrets_password(void *, size_t, size_t, const csecrets_password_policy *);
        int32_t csecrets_password_bits(void *, size_t, const csecrets_password_policy *);
        int32_t csecrets_passphrase(void *, size_t, size_t, const char *);
        size_t csecrets_passphrase_size(size_t, size_t);
        size_t csecrets_api_key_size(size_t);
        int32_t csecrets_api_key(void *, size_t, const char *);
        int32_t csecrets_api_key_check(const void *, size_t, const char *);
        size_t csecrets_sign_token_size(size_t);
        size_t csecrets_verify_token_size(size_t);
        int32_t csecrets_sign_token(void *, size_t, const void *, size_t, const char *, const void *, size_t, int64_t);
        int32_t csecrets_verify_token(void *, size_t, size_t *, const void *, size_t, const char *, const csecrets_span *, size_t, int64_t);
        int32_t csecrets_token_hash(void *, const void *, size_t);
        bool csecrets_token_matches(const void *, const void *, size_t);
        int32_t csecrets_hmac_sha256(void *, const void *, size_t, const csecrets_span *, size_t);
        bool csecrets_hmac_sha256_matches(const void *, size_t, const void *, size_t, const csecrets_span *, size_t);
        int32_t csecrets_pbkdf2_sha256(void *, size_t, const void *, size_t, const void *, size_t, uint32_t);
        int32_t csecrets_password_hash(void *, size_t, const void *, size_t, uint32_t);
        bool csecrets_password_matches(const char *, const void *, size_t);
        uint32_t csecrets_password_iterations(const char *);
        int32_t csecrets_uuid4(void *);
        int32_t csecrets_uuid7(void *, uint64_t);
        int32_t csecrets_uuid7_after(void *, const void *, uint64_t);
        int32_t csecrets_uuid_text(void *, size_t, const void *);
        int32_t csecrets_uuid_parse(void *, const void *, size_t);
        int32_t csecrets_code(void *, size_t, size_t, size_t, const char *);
        size_t csecrets_code_size(size_t, size_t, size_t);
        int32_t csecrets_code_normalize(void *, size_t, const void *, size_t);
        int32_t csecrets_totp(void *, size_t, const void *, size_t, int64_t, const csecrets_totp_params *);
        int32_t csecrets_totp_verify(void *, const void *, size_t, const void *, size_t, int64_t, uint64_t, const csecrets_totp_params *);
        int32_t csecrets_hotp(void *, size_t, const void *, size_t, uint64_t, uint32_t);
        C;

    private static ?\FFI $c = null;

    public static function c(): \FFI
    {
        return self::$c ??= \FFI::cdef(self::PROTOTYPES, 'libcsecrets.so.0');
    }

    public static function check(int $status): void
    {
        if ($status !== 0) {
            $name = self::c()->csecrets_status_name($status);
            $kind = match ($name) {
                'CSECRETS_ERR_ENTROPY_UNAVAILABLE', 'CSECRETS_ERR_ENTROPY_BROKEN' => EntropyException::class,
                'CSECRETS_ERR_MALFORMED', 'CSECRETS_ERR_BAD_CHECKSUM', 'CSECRETS_ERR_BAD_SIGNATURE',
                'CSECRETS_ERR_EXPIRED', 'CSECRETS_ERR_BAD_CODE', 'CSECRETS_ERR_REPLAYED' => RejectedException::class,
                default => InvalidException::class,
            };
            throw new $kind($name, self::c()->csecrets_strerror($status));
        }
    }

    /** A number that C takes as it is: FFI would make 0 of NaN and 0.9, and 2^64 - 1 of -1. */
    public static function number(int|float $value, int $bits = 63): int
    {
        if (!is_int($value)) {
            throw new \TypeError("$value is no int");
        }
        if ($value < 0 || ($bits < 63 && $value >> $bits !== 0)) {
            throw new \ValueError("$value is not from 0 to 2^$bits - 1");
        }
        return $value;
    }

    /** A text of the program, which C reads up to its NUL: "reset\0evil" would do for "reset". */
    public static function constant(string $text): string
    {
        if (str_contains($text, "\0")) {
            throw new \ValueError('a NUL in a text of the program');
        }
        return $text;
    }

    /** Where a buffer begins. FFI::cast of an array would read its bytes as a pointer. */
    private static function first(\FFI\CData $buffer): \FFI\CData
    {
        return \FFI::addr($buffer[0]);
    }

    /** The bytes that C writes into a buffer of this size, of which $taken tells how many count. */
    public static function filled(int $size, \Closure $write, ?\Closure $taken = null): string
    {
        $out = \FFI::new("char[" . max($size, 1) . "]");
        try {
            self::check($write(self::first($out)));
            return $taken === null ? \FFI::string($out, $size) : $taken($out);
        } finally {
            self::c()->csecrets_wipe(self::first($out), $size);
        }
    }

    /** The text that C writes into a buffer of this size, which counts the NUL. */
    public static function text(int $size, \Closure $write): string
    {
        return self::filled($size, $write, fn ($out) => \FFI::string(self::first($out)));
    }

    /** The bytes that C writes into a buffer of this size, and says how many. */
    public static function decoded(int $size, \Closure $write): string
    {
        $length = self::c()->new('size_t');
        return self::filled(
            $size,
            fn ($out) => $write($out, \FFI::addr($length)),
            fn ($out) => \FFI::string($out, $length->cdata)
        );
    }

    /** The number of a type that C writes. */
    public static function value(string $type, \Closure $write): int|float
    {
        $out = self::c()->new($type);
        self::check($write(\FFI::addr($out)));
        return $out->cdata;
    }

    /** Lends strings to C as an array of csecrets_span. They are copied for that, and wiped again. */
    public static function withSpans(array $parts, \Closure $call): mixed
    {
        $array = self::c()->new('csecrets_span[' . (count($parts) + 1) . ']');
        $copies = [];
        foreach (array_values($parts) as $i => $part) {
            $copies[$i] = \FFI::new('char[' . (strlen($part) + 1) . ']');
            \FFI::memcpy($copies[$i], $part . "\0", strlen($part) + 1);
            $array[$i]->data = \FFI::cast('void *', self::first($copies[$i]));
            $array[$i]->nbytes = strlen($part);
        }
        try {
            return $call(self::first($array), count($parts));
        } finally {
            foreach ($copies as $copy) {
                self::c()->csecrets_wipe(self::first($copy), \FFI::sizeof($copy));
            }
        }
    }
}
