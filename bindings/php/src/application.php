<?php

declare(strict_types=1);

namespace Csecrets;

const NEVER = PHP_INT_MAX; // the expiry of a signed token that is good for ever
const SHA1 = 1; // algorithms of one-time codes
const SHA256 = 2;

/** What a password must hold; null leaves a class out, lookalikes are 0, O, 1, l, I and |. */
final class PasswordPolicy
{
    public function __construct(
        public int|float|null $lower = 1,
        public int|float|null $upper = 1,
        public int|float|null $digits = 1,
        public int|float|null $symbols = 1,
        public bool $lookalikes = true,
        public ?string $symbolSet = null,
        public string $exclude = ''
    ) {
    }

    /** Lends it to C. */
    public function with(\Closure $call): mixed
    {
        $c = Library::c();
        $policy = $c->new('csecrets_password_policy');
        Library::check($c->csecrets_password_policy_init(\FFI::addr($policy), \FFI::sizeof($policy)));
        foreach (['lower', 'upper', 'digits', 'symbols'] as $i => $class) {
            if ($this->$class === null) {
                $policy->flags |= 1 << $i;
            } else {
                $policy->{"min_$class"} = Library::number($this->$class, 32);
            }
        }
        $policy->flags |= $this->lookalikes ? 0 : 16;
        $texts = [Library::constant($this->exclude), Library::constant($this->symbolSet ?? '')];
        return Library::withSpans($texts, function ($spans) use ($call, $policy) {
            $policy->exclude = \FFI::cast('char *', $spans[0]->data);
            $policy->symbols = $this->symbolSet === null ? null : \FFI::cast('char *', $spans[1]->data);
            return $call(\FFI::addr($policy));
        });
    }
}

/** A password of 8 to 128 characters: of all that meet the policy, each is equally likely. */
function password(int|float $nchars = 16, PasswordPolicy $policy = new PasswordPolicy()): string
{
    $size = Library::number($nchars, 31) + 1;
    return $policy->with(fn ($plain) => Library::text(
        $size,
        fn ($out) => Library::c()->csecrets_password($out, $size, $nchars, $plain)
    ));
}

/** How strong such a password is. */
function password_bits(int|float $nchars = 16, PasswordPolicy $policy = new PasswordPolicy()): float
{
    Library::number($nchars);
    return $policy->with(fn ($plain) => Library::value(
        'double',
        fn ($out) => Library::c()->csecrets_password_bits($out, $nchars, $plain)
    ));
}

/** Words of the EFF's large list. Some hold a '-': do not split there. */
function passphrase(int|float $nwords = 6, string $separator = ' '): string
{
    $size = Library::c()->csecrets_passphrase_size(Library::number($nwords, 31), strlen($separator));
    Library::constant($separator);
    return Library::text($size, fn ($out) => Library::c()->csecrets_passphrase($out, $size, $nwords, $separator));
}

/** A new API key: the prefix, '_', 30 random letters and digits, and 6 that check them. */
function api_key(string $prefix): string
{
    $size = Library::c()->csecrets_api_key_size(strlen(Library::constant($prefix)));
    return Library::text($size, fn ($out) => Library::c()->csecrets_api_key($out, $size, $prefix));
}

/** Throws RejectedException for what can't be an API key of this prefix. It proves nothing. */
function api_key_check(string $key, ?string $prefix = null): void
{
    $prefix = $prefix === null ? null : Library::constant($prefix);
    Library::check(Library::c()->csecrets_api_key_check($key, strlen($key), $prefix));
}

/** A token that carries a payload, signed and not encrypted, until a Unix second, or NEVER. */
function sign(string $key, string $purpose, string $payload, int|float $expires_at): string
{
    Library::constant($purpose);
    Library::number($expires_at);
    $size = Library::c()->csecrets_sign_token_size(strlen($payload));
    return Library::text($size, fn ($out) => Library::c()->csecrets_sign_token(
        $out,
        $size,
        $key,
        strlen($key),
        $purpose,
        $payload,
        strlen($payload),
        $expires_at
    ));
}

/**
 * The payload of a token that one of the keys vouches for; else throws RejectedException.
 *
 * @param string|list<string> $keys
 */
function verify(string $token, string $purpose, string|array $keys, int|float|null $now = null): string
{
    Library::constant($purpose);
    $now = Library::number($now ?? time());
    $size = Library::c()->csecrets_verify_token_size(strlen($token));
    return Library::withSpans((array) $keys, fn ($spans, $count) => Library::decoded(
        $size,
        fn ($out, $length) => Library::c()->csecrets_verify_token(
            $out,
            $size,
            $length,
            $token,
            strlen($token),
            $purpose,
            $spans,
            $count,
            $now
        )
    ));
}

/** The SHA-256 of a token: store it, not the token. */
function token_hash(string $token): string
{
    return Library::filled(32, fn ($out) => Library::c()->csecrets_token_hash($out, $token, strlen($token)));
}

/** Whether a token is the one whose hash was stored. */
function token_matches(string $hash, string $token): bool
{
    return strlen($hash) === 32 && Library::c()->csecrets_token_matches($hash, $token, strlen($token));
}

/** The HMAC-SHA-256 of a message, in parts that are not joined. */
function hmac_sha256(string $key, string ...$parts): string
{
    return Library::withSpans($parts, fn ($spans, $count) => Library::filled(
        32,
        fn ($out) => Library::c()->csecrets_hmac_sha256($out, $key, strlen($key), $spans, $count)
    ));
}

/** Whether all 32 bytes of an HMAC are right. */
function hmac_sha256_matches(string $mac, string $key, string ...$parts): bool
{
    return Library::withSpans($parts, fn ($spans, $count) => Library::c()->csecrets_hmac_sha256_matches(
        $mac,
        strlen($mac),
        $key,
        strlen($key),
        $spans,
        $count
    ));
}

/** A key derived from a password, slowly. */
function pbkdf2_sha256(string $password, string $salt, int|float $iterations, int|float $nbytes = 32): string
{
    Library::number($iterations, 32);
    return Library::filled(Library::number($nbytes), fn ($out) => Library::c()->csecrets_pbkdf2_sha256(
        $out,
        $nbytes,
        $password,
        strlen($password),
        $salt,
        strlen($salt),
        $iterations
    ));
}

/** What to store of a login password; 0 iterations are 600000. */
function password_hash(string $password, int|float $iterations = 0): string
{
    Library::number($iterations, 32);
    return Library::text(256, fn ($out) => Library::c()->csecrets_password_hash(
        $out,
        256,
        $password,
        strlen($password),
        $iterations
    ));
}

/** Whether a password is the one whose hash was stored. */
function password_matches(string $hash, string $password): bool
{
    return !str_contains($hash, "\0")
        && Library::c()->csecrets_password_matches($hash, $password, strlen($password));
}

/** The iterations of a stored hash, 0 if it is none: below yours, hash again at the next login. */
function password_iterations(string $hash): int
{
    return str_contains($hash, "\0") ? 0 : Library::c()->csecrets_password_iterations($hash);
}
