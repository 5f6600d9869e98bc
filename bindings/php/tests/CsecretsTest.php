<?php

declare(strict_types=1);

use PHPUnit\Framework\TestCase;
use Csecrets\PasswordPolicy;

require_once __DIR__ . '/../csecrets.php';

/**
 * What the binding gives and refuses. If all of at most 8 values have to be seen in 300 draws, one
 * stays unseen with odds below 8 * (7/8)^300 < 2^-54.
 */
final class CsecretsTest extends TestCase
{
    private const KEY = "\0\1\2\3\4\5\6\7\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f" .
        "\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f";
    private const OTHER = '00000000000000000000000000000000';

    private function seen(Closure $draw): array
    {
        for ($i = 0; $i < 300; $i++) {
            $values[] = $draw();
        }
        $values = array_unique($values);
        sort($values);
        return $values;
    }

    private function refused(string $status, Closure $call): void
    {
        try {
            $call();
            $this->fail("not refused: $status");
        } catch (Csecrets\Exception $exception) {
            $this->assertSame("CSECRETS_ERR_$status", $exception->status());
        }
    }

    private function throws(string $kind, Closure $call, string $saying = ''): void
    {
        try {
            $call();
        } catch (Throwable $thrown) {
            $this->assertInstanceOf($kind, $thrown);
            $this->assertStringContainsString($saying, $thrown->getMessage());
            return;
        }
        $this->fail("no $kind");
    }

    public function testTokensHaveTheirLengthAndNeverComeTwice(): void
    {
        $this->assertMatchesRegularExpression('/^[0-9a-f]{64}$/', Csecrets\token_hex());
        $this->assertMatchesRegularExpression('/^[\w-]{43}$/', Csecrets\token_urlsafe());
        $this->assertSame([0, 33], [strlen(Csecrets\token_bytes(0)), strlen(Csecrets\token_bytes(33))]);
        $this->assertCount(300, $this->seen(fn () => Csecrets\token_bytes(16)));
        $this->assertSame(22, Csecrets\alphabet_nchars(Csecrets\BASE58, 128));
        $this->assertSame(22, strspn(Csecrets\token_alphabet(22, Csecrets\BASE58), Csecrets\BASE58));
    }

    public function testIntegersReachBothEnds(): void
    {
        $this->assertSame([0, 1, 2], $this->seen(fn () => Csecrets\randbelow(3)));
        $this->assertSame([0, 1, 2, 3], $this->seen(fn () => Csecrets\randbits(2)));
        $this->assertSame([-1, 0, 1], $this->seen(fn () => Csecrets\randint(-1, 1)));
        $this->assertSame([false, true], $this->seen(fn () => Csecrets\randint(PHP_INT_MIN, PHP_INT_MAX) < 0));
        $this->assertSame([0, 1], $this->seen(fn () => Csecrets\randbits(63) >> 62));
        $this->assertSame([0, 1], array_values(array_unique($this->seen(fn () => Csecrets\randbelow_many(1, 2)[0]))));
        $this->assertTrue(Csecrets\random() < 1);
        $this->assertSame([], Csecrets\randbelow_many(0, 2));
    }

    public function testNumbersThatCWouldBendNeverReachIt(): void
    {
        foreach (['token_bytes', 'token_hex', 'token_urlsafe', 'randbits', 'randbelow', 'password', 'passphrase'] as $draw) {
            $this->throws(ValueError::class, fn () => "Csecrets\\$draw"(-1));
            foreach ([NAN, 0.9, INF, 2 ** 64] as $number) {
                $this->throws(TypeError::class, fn () => "Csecrets\\$draw"($number), 'is no int');
            }
            $this->throws(TypeError::class, fn () => "Csecrets\\$draw"(null));
            $this->throws(TypeError::class, fn () => "Csecrets\\$draw"('abc'));
        }
        $this->throws(ValueError::class, fn () => Csecrets\weighted_index([1, -1]));
        $this->throws(ValueError::class, fn () => Csecrets\randbits(64));
        $this->throws(ValueError::class, fn () => Csecrets\password(16, new PasswordPolicy(digits: -1)));
        $this->throws(TypeError::class, fn () => Csecrets\sign(self::KEY, 'p', '', 1e10));
    }

    public function testPicksGoByIndex(): void
    {
        $orders = ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'];
        $this->assertSame(['a', 'b'], $this->seen(fn () => Csecrets\choice(['x' => 'a', 'y' => 'b'])));
        $this->assertSame($orders, $this->seen(fn () => implode(Csecrets\shuffle(['a', 'b', 'c']))));
        $this->assertSame($orders, $this->seen(fn () => implode(Csecrets\sample(['a', 'b', 'c'], 3))));
        $this->assertCount(4, $this->seen(fn () => implode(Csecrets\choices(['a', 'b'], 2))));
        $this->assertSame([0, 2], $this->seen(fn () => Csecrets\weighted_index([1, 0, 2])));
        $this->refused('INVALID_ARGUMENT', fn () => Csecrets\choice([]));
        $randomizer = new Random\Randomizer(new Csecrets\Engine());
        $this->assertSame([1, 2, 3], $this->seen(fn () => $randomizer->getInt(1, 3)));
    }

    public function testANulInATextOfTheProgramIsRefused(): void
    {
        $token = Csecrets\sign(self::KEY, 'reset', '', Csecrets\NEVER);
        foreach ([
            fn () => Csecrets\sign(self::KEY, "reset\0evil", '', Csecrets\NEVER),
            fn () => Csecrets\verify($token, "reset\0evil", self::KEY),
            fn () => Csecrets\api_key("acme\0"),
            fn () => Csecrets\api_key_check('acme_x', "acme\0"),
            fn () => Csecrets\passphrase(4, " \0"),
            fn () => Csecrets\code(2, 5, "-\0"),
            fn () => Csecrets\token_alphabet(9, "ab\0"),
            fn () => Csecrets\password(16, new PasswordPolicy(symbolSet: "!\0")),
            fn () => Csecrets\password(16, new PasswordPolicy(exclude: "0\0")),
        ] as $call) {
            $this->throws(ValueError::class, $call);
        }
    }

    public function testAStatusIsAnExceptionOfItsName(): void
    {
        $this->refused('WEAK', fn () => Csecrets\token_hex(0));
        $this->refused('UNSATISFIABLE', fn () => Csecrets\password(16, new PasswordPolicy(symbolSet: '!', exclude: '!')));
        $this->throws(InvalidArgumentException::class, fn () => Csecrets\token_hex(0));
        $this->throws(Csecrets\RejectedException::class, fn () => Csecrets\hex_decode('no hex'));
        Csecrets\entropy_probe();
    }

    public function testASignedTokenIsGoodForItsPurposeUntilItExpires(): void
    {
        $hour = time() + 3600;
        $token = Csecrets\sign(self::KEY, 'reset', 'user=42', $hour);
        $this->assertSame('user=42', Csecrets\verify($token, 'reset', [self::OTHER, self::KEY]));
        $this->refused('BAD_SIGNATURE', fn () => Csecrets\verify($token, 'login', self::KEY));
        $this->refused('BAD_SIGNATURE', fn () => Csecrets\verify($token, 'reset', self::OTHER));
        $this->refused('EXPIRED', fn () => Csecrets\verify($token, 'reset', self::KEY, $hour));
        $this->refused('MALFORMED', fn () => Csecrets\verify('?', 'reset', self::KEY));
        $this->refused('INVALID_ARGUMENT', fn () => Csecrets\verify($token, 'reset', []));
        $this->assertSame(
            'AQAAAABlU_EAdXNlcj00MgKr9WPiqios7IPNkaVA4CWmJGTAobHuHgCyqAnIx40n',
            Csecrets\sign(self::KEY, 'session', 'user=42', 1700000000)
        );
    }

    public function testHashesAreThoseOfPhp(): void
    {
        $hash = hash('sha256', 'abc', true);
        $this->assertSame($hash, Csecrets\token_hash('abc'));
        $this->assertTrue(Csecrets\token_matches($hash, 'abc'));
        $this->assertFalse(Csecrets\token_matches($hash, 'abd') || Csecrets\token_matches('', ''));
        $mac = hash_hmac('sha256', 'id.body', self::KEY, true);
        $this->assertSame($mac, Csecrets\hmac_sha256(self::KEY, 'id', '.', '', 'body'));
        $this->assertTrue(Csecrets\hmac_sha256_matches($mac, self::KEY, 'id.body'));
        $this->assertFalse(Csecrets\hmac_sha256_matches($mac, self::KEY, 'id.bodx'));
        $this->assertSame(hash_pbkdf2('sha256', 'pw', 'salt', 1000, 32, true), Csecrets\pbkdf2_sha256('pw', 'salt', 1000));
        $this->assertSame([1, null], [Csecrets\find_equal($hash, [$mac, $hash]), Csecrets\find_equal($hash, [$mac])]);
        $this->throws(ValueError::class, fn () => Csecrets\find_equal($hash, [$hash . $hash, '']));
        $this->assertTrue(Csecrets\equal("\0a", "\0a"));
        $this->assertFalse(Csecrets\equal("\0a", "\0b") || Csecrets\equal('a', 'ab'));
    }

    public function testAPasswordMeetsItsPolicyAndIsKnownAgain(): void
    {
        $policy = new PasswordPolicy(upper: null, symbols: 3, lookalikes: false, symbolSet: '!?');
        $this->assertMatchesRegularExpression('/^[a-km-z2-9!?]{20}$/', Csecrets\password(20, $policy));
        $this->assertEqualsWithDelta(103.11, Csecrets\password_bits(), 0.01);
        $this->assertCount(4, explode('+', Csecrets\passphrase(4, '+')));
        $stored = Csecrets\password_hash('correct horse', 100000);
        $this->assertTrue(Csecrets\password_matches($stored, 'correct horse'));
        $this->assertFalse(Csecrets\password_matches($stored, 'correct house'));
        $this->assertFalse(Csecrets\password_matches("$stored\0", 'correct horse'));
        $this->assertSame([100000, 0], array_map('Csecrets\password_iterations', [$stored, '$2b$12$']));
    }

    public function testKeysAndCodesAreChecked(): void
    {
        Csecrets\api_key_check(Csecrets\api_key('acme_test'), 'acme_test');
        $this->refused('BAD_CHECKSUM', fn () => Csecrets\api_key_check('ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18'));
        $code = Csecrets\code();
        $this->assertSame(str_replace('-', '', $code), Csecrets\code_normalize(strtolower($code)));
        $this->refused('MALFORMED', fn () => Csecrets\code_normalize('UUUUU'));
        $otp = '12345678901234567890';
        $then = ['now' => 1111111109, 'digits' => 8];
        $this->assertSame('07081804', Csecrets\totp($otp, ...$then));
        $this->assertSame('755224', Csecrets\hotp($otp, 0));
        $step = Csecrets\totp_verify('07081804', $otp, 0, ...$then);
        $this->refused('REPLAYED', fn () => Csecrets\totp_verify('07081804', $otp, $step, ...$then));
        $this->refused('BAD_CODE', fn () => Csecrets\totp_verify('07081805', $otp, 0, ...$then));
    }

    public function testTextOfBytesAndUuidsComeBack(): void
    {
        for ($n = 0; $n <= 32; $n++) {
            $data = substr(self::KEY, 0, $n);
            $this->assertSame(bin2hex($data), Csecrets\hex_encode($data));
            $this->assertSame($data, Csecrets\hex_decode(bin2hex($data)));
            $this->assertSame($data, Csecrets\urlsafe_decode(Csecrets\urlsafe_encode($data)));
            $this->assertSame($data, Csecrets\base32_decode(strtolower(Csecrets\base32_encode($data))));
        }
        $this->assertSame('MZXW6YTBOI', Csecrets\base32_encode('foobar'));
        $this->assertSame('-_8', Csecrets\urlsafe_encode("\xfb\xff"));
        $last = Csecrets\uuid7();
        for ($i = 0; $i < 100; $i++) {
            $next = Csecrets\uuid7_after($last);
            $this->assertTrue($last < $next);
            $last = $next;
        }
        $this->assertSame('4', Csecrets\uuid4()[14]);
        $this->assertSame($last, Csecrets\uuid_text(Csecrets\uuid_parse(strtoupper($last))));
    }
}
