# What the binding gives and refuses. If all of at most 8 values have to be seen in 300 draws, one
# stays unseen with odds below 8 * (7/8)^300 < 2^-54.

use strict;
use warnings;

use Digest::SHA qw(hmac_sha256 sha256);
use Test::More;

use Csecrets;

my $key   = join '', map { chr } 0 .. 31;
my $other = "\1" x 32;

sub seen {
    my ($draw) = @_;
    my %seen = map { $draw->() => 1 } 1 .. 300;
    return join ' ', sort keys %seen;
}

sub refused {
    my ($status, $call) = @_;
    my $lived = eval { $call->(); 1 };
    is($lived ? 'not refused' : ref $@ ? $@->status : $@, "CSECRETS_ERR_$status", "refused: $status");
}

sub croaks {
    my ($like, $call, $what) = @_;
    my $lived = eval { $call->(); 1 };
    like($lived ? 'lived' : "$@", $like, $what);
}

subtest 'every name that is exported is there' => sub {
    can_ok('Csecrets', @Csecrets::EXPORT_OK);
};

subtest 'tokens have their length and never come twice' => sub {
    is(length Csecrets::token_bytes(), 32);
    is(Csecrets::token_bytes(0), '');
    like(Csecrets::token_hex(), qr/\A[0-9a-f]{64}\z/);
    like(Csecrets::token_urlsafe(), qr/\A[\w-]{43}\z/);
    is(scalar split(/ /, seen(sub { Csecrets::token_urlsafe(16) })), 300);
    is(Csecrets::alphabet_nchars(Csecrets::BASE58, 128), 22);
    like(Csecrets::token_alphabet(22, 'ab'), qr/\A[ab]{22}\z/);
};

subtest 'integers reach both ends' => sub {
    is(seen(sub { Csecrets::randbelow(3) }), '0 1 2');
    is(seen(sub { Csecrets::randbits(2) }), '0 1 2 3');
    is(seen(sub { Csecrets::randint(-1, 1) }), '-1 0 1');
    is(seen(sub { Csecrets::randbits(64) >> 63 }), '0 1');
    is(seen(sub { Csecrets::randbelow(~0) >> 63 }), '0 1');
    is(seen(sub { (Csecrets::randbelow_many(1, 2))[0] }), '0 1');
    cmp_ok(Csecrets::random(), '<', 1);
};

subtest 'numbers that C would bend never reach it' => sub {
    no strict 'refs';
    for my $name (qw(token_bytes token_hex token_urlsafe randbits randbelow password passphrase)) {
        for my $number (-1, 0.9, 2**64, 'abc', '', 9**9**9, [1]) {
            croaks(qr/whole number|is above/, sub { "Csecrets::$name"->($number) }, "$name($number)");
        }
    }
    croaks(qr/whole number/, sub { Csecrets::randbelow(undef) }, 'undef');
    croaks(qr/whole number/, sub { Csecrets::weighted_index(1, -1) }, 'a weight');
    croaks(qr/whole number/, sub { Csecrets::password(16, digits => -1) }, 'a minimum');
    croaks(qr/whole number/, sub { Csecrets::sign($key, 'p', '', 0.5) }, 'an expiry');
    croaks(qr/is wanted/, sub { Csecrets::equal(undef, '') }, 'no string');
    croaks(qr/wide/, sub { Csecrets::token_hash("\x{20ac}") }, 'no bytes');
};

subtest 'picks go by index' => sub {
    is(seen(sub { Csecrets::choice(qw(a b c)) }), 'a b c');
    is(seen(sub { join '', Csecrets::shuffle(qw(a b c)) }), 'abc acb bac bca cab cba');
    is(seen(sub { join '', Csecrets::sample(2, qw(a b c)) }), 'ab ac ba bc ca cb');
    is(seen(sub { join '', Csecrets::choices(2, qw(a b)) }), 'aa ab ba bb');
    is(seen(sub { Csecrets::weighted_index(1, 0, 2) }), '0 2');
    refused('INVALID_ARGUMENT', sub { Csecrets::choice() });
};

subtest 'a NUL in a text of the program is refused' => sub {
    my $token = Csecrets::sign($key, 'reset', '', Csecrets::NEVER);
    croaks(qr/a NUL/, $_, 'NUL') for (
        sub { Csecrets::sign($key, "reset\0evil", '', Csecrets::NEVER) },
        sub { Csecrets::verify($token, "reset\0evil", $key) },
        sub { Csecrets::api_key("acme\0") },
        sub { Csecrets::api_key_check('acme_x', "acme\0") },
        sub { Csecrets::passphrase(4, " \0") },
        sub { Csecrets::code(2, 5, "-\0") },
        sub { Csecrets::token_alphabet(9, "ab\0") },
        sub { Csecrets::password(16, symbol_set => "!\0") },
        sub { Csecrets::password(16, exclude => "0\0") },
    );
};

subtest 'a status is an error of its name' => sub {
    refused('WEAK', sub { Csecrets::token_hex(0) });
    ok(!$@->rejected);
    like("$@", qr/\ACSECRETS_ERR_WEAK: .* at \Q${\__FILE__}\E line/);
    refused('UNSATISFIABLE', sub { Csecrets::password(16, symbol_set => '!', exclude => '!') });
    refused('MALFORMED', sub { Csecrets::hex_decode('no hex') });
    ok($@->rejected);
    ok(Csecrets::entropy_probe());
    like(Csecrets::version(), qr/\A\d+\.\d+\.\d+\z/);
};

subtest 'a signed token is good for its purpose until it expires' => sub {
    my $hour = time + 3600;
    my $token = Csecrets::sign($key, 'reset', 'user=42', $hour);
    is(Csecrets::verify($token, 'reset', [$other, $key]), 'user=42');
    refused('BAD_SIGNATURE', sub { Csecrets::verify($token, 'login', $key) });
    refused('BAD_SIGNATURE', sub { Csecrets::verify($token, 'reset', $other) });
    refused('EXPIRED', sub { Csecrets::verify($token, 'reset', $key, $hour) });
    refused('MALFORMED', sub { Csecrets::verify('?', 'reset', $key) });
    refused('INVALID_ARGUMENT', sub { Csecrets::verify($token, 'reset', []) });
    is(Csecrets::sign($key, 'session', 'user=42', 1700000000),
        'AQAAAABlU_EAdXNlcj00MgKr9WPiqios7IPNkaVA4CWmJGTAobHuHgCyqAnIx40n');
};

subtest 'hashes are those of Digest::SHA' => sub {
    my $hash = sha256('abc');
    is(Csecrets::token_hash('abc'), $hash);
    is_deeply([map { Csecrets::token_matches($hash, $_) } 'abc', 'abd', ''], [1, 0, 0]);
    my $mac = hmac_sha256('id.body', $key);
    is(Csecrets::hmac_sha256($key, 'id', '.', '', 'body'), $mac);
    is_deeply([map { Csecrets::hmac_sha256_matches($mac, $key, $_) } 'id.body', 'id.bodx'], [1, 0]);
    is(Csecrets::hex_encode(Csecrets::pbkdf2_sha256('user_password_123', "\0" x 32, 100000)),
        '4705c07eaf20288ea30faa62527ea2eb460331f2bfecc6c006469c9eb30277fa');
    is_deeply([Csecrets::find_equal($hash, $mac, $hash), Csecrets::find_equal($hash, $mac)], [1, undef]);
    is_deeply([Csecrets::equal("\0a", "\0a"), Csecrets::equal("\0a", "\0b"), Csecrets::equal('a', 'ab')], [1, 0, 0]);
};

subtest 'a password meets its policy and is known again' => sub {
    my %policy = (upper => undef, symbols => 3, symbol_set => '!?', lookalikes => 0);
    like(Csecrets::password(20, %policy), qr/\A[a-km-z2-9!?]{20}\z/);
    cmp_ok(abs(Csecrets::password_bits() - 103.11), '<', 0.01);
    is(() = Csecrets::passphrase(4, '+') =~ /\+/g, 3);
    my $stored = Csecrets::password_hash('correct horse', 100000);
    ok(Csecrets::password_matches($stored, 'correct horse'));
    ok(!Csecrets::password_matches($stored, 'correct house'));
    ok(!Csecrets::password_matches("$stored\0", 'correct horse'));
    is_deeply([map { Csecrets::password_iterations($_) } $stored, '$2b$12$'], [100000, 0]);
};

subtest 'keys and codes are checked' => sub {
    ok(Csecrets::api_key_check(Csecrets::api_key('acme_test'), 'acme_test'));
    refused('BAD_CHECKSUM', sub { Csecrets::api_key_check('ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18') });
    my $code = Csecrets::code();
    is(Csecrets::code_normalize(lc $code), $code =~ s/-//r);
    refused('MALFORMED', sub { Csecrets::code_normalize('UUUUU') });
    my $otp = '12345678901234567890';
    my @then = (digits => 8, now => 1111111109);
    is(Csecrets::totp($otp, @then), '07081804');
    is(Csecrets::hotp($otp, 0), '755224');
    my $step = Csecrets::totp_verify('07081804', $otp, 0, @then);
    refused('REPLAYED', sub { Csecrets::totp_verify('07081804', $otp, $step, @then) });
    refused('BAD_CODE', sub { Csecrets::totp_verify('07081805', $otp, 0, @then) });
};

subtest 'text of bytes and UUIDs come back' => sub {
    for my $n (0 .. 32) {
        my $data = substr $key, 0, $n;
        is(Csecrets::hex_decode(Csecrets::hex_encode($data)), $data);
        is(Csecrets::urlsafe_decode(Csecrets::urlsafe_encode($data)), $data);
        is(Csecrets::base32_decode(lc Csecrets::base32_encode($data)), $data);
    }
    is(Csecrets::base32_encode('foobar'), 'MZXW6YTBOI');
    is(Csecrets::urlsafe_encode("\xfb\xff"), '-_8');
    my $last = Csecrets::uuid7();
    for (1 .. 100) {
        my $next = Csecrets::uuid7_after($last);
        cmp_ok($last, 'lt', $next);
        $last = $next;
    }
    like(Csecrets::uuid4(), qr/\A[0-9a-f]{8}-[0-9a-f]{4}-4/);
    is(Csecrets::uuid_text(Csecrets::uuid_parse(uc $last)), $last);
};

subtest 'a string is filled and wiped in place, and what shares its bytes is not' => sub {
    my $secret = 'x' x 5000;
    my $copy = $secret;
    Csecrets::fill($secret);
    isnt($secret, $copy);
    Csecrets::wipe($secret);
    is($secret, "\0" x 5000);
    is($copy, 'x' x 5000);
};

done_testing();
