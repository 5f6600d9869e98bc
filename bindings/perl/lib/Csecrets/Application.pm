package Csecrets;

# What programs build on random bytes: the rest of Csecrets.

use strict;
use warnings;

use Carp qw(croak);

use Csecrets::Library;

my $U32 = 4294967295;

# lower, upper, digits and symbols are how many there are at least, undef leaves a class out;
# lookalikes => 0 leaves out 0, O, 1, l, I and |; symbol_set; exclude.
sub _with_policy {
    my ($call, %option) = @_;
    my %policy = (lower => 1, upper => 1, digits => 1, symbols => 1, lookalikes => 1, exclude => '', %option);
    my $layout = 'L5lJ2'; # struct csecrets_password_policy
    my $size = length pack $layout, (0) x 8;
    my @fields = unpack $layout, filled($size, sub { c_password_policy_init($_[0], $size) });
    my $class = 0;
    for my $minimum (@policy{qw(lower upper digits symbols)}) {
        if   (defined $minimum) { $fields[ 1 + $class ] = number($minimum, $U32) }
        else                    { $fields[5] |= 1 << $class }
        $class++;
    }
    $fields[5] |= 16 if !$policy{lookalikes};
    my $exclude = constant($policy{exclude}) . "\0";
    my $symbols = constant($policy{symbol_set} // '') . "\0";
    $fields[6] = defined $policy{symbol_set} ? (read_bytes($symbols))[0] : 0;
    $fields[7] = (read_bytes($exclude))[0];
    my $plain = pack $layout, @fields;
    return $call->((own($plain))[0]);
}

sub password {
    my ($nchars, %policy) = @_;
    my $size = number($nchars //= 16, 2147483647) + 1;
    return _with_policy(sub {
        my ($plain) = @_;
        text($size, sub { c_password($_[0], $size, $nchars, $plain) });
    }, %policy);
}

sub password_bits {
    my ($nchars, %policy) = @_;
    number($nchars //= 16);
    return _with_policy(sub {
        my ($plain) = @_;
        value('d', sub { c_password_bits($_[0], $nchars, $plain) });
    }, %policy);
}

sub passphrase {
    my ($nwords, $separator) = (number($_[0] // 6), constant($_[1] // ' '));
    my $size = c_passphrase_size($nwords, length $separator);
    return text($size, sub { c_passphrase($_[0], $size, $nwords, $separator) });
}

sub api_key {
    my $prefix = constant($_[0]);
    my $size = c_api_key_size(length $prefix);
    return text($size, sub { c_api_key($_[0], $size, $prefix) });
}

sub api_key_check {
    my ($key, $prefix) = @_;
    check(c_api_key_check(read_bytes($key), defined $prefix ? constant($prefix) : undef));
    return 1;
}

sub sign {
    my ($key, $purpose, $payload, $expires_at) = @_;
    constant($purpose);
    number($expires_at);
    my ($pointer, $nbytes) = read_bytes($payload);
    my @key = read_bytes($key);
    my $size = c_sign_token_size($nbytes);
    return text($size, sub {
        c_sign_token($_[0], $size, @key, $purpose, $pointer, $nbytes, $expires_at);
    });
}

sub verify {
    my ($token, $purpose, $keys, $now) = @_;
    constant($purpose);
    number($now //= time);
    my @keys = ref $keys ? @$keys : $keys;
    my @token = read_bytes($token);
    my @spans = spans(\@keys, my $array);
    my $size = c_verify_token_size($token[1]);
    return decoded($size, sub {
        my ($out, $length) = @_;
        c_verify_token($out, $size, $length, @token, $purpose, @spans, $now);
    });
}

sub token_hash {
    my @token = read_bytes(my $token = $_[0]);
    return filled(32, sub { c_token_hash($_[0], @token) });
}

sub token_matches {
    my ($hash, $token) = @_;
    my ($pointer, $size) = read_bytes($hash);
    return $size == 32 && c_token_matches($pointer, read_bytes($token)) ? 1 : 0;
}

sub hmac_sha256 {
    my ($key, @parts) = @_;
    my @key = read_bytes($key);
    my @spans = spans(\@parts, my $array);
    return filled(32, sub { c_hmac_sha256($_[0], @key, @spans) });
}

sub hmac_sha256_matches {
    my ($mac, $key, @parts) = @_;
    my @spans = spans(\@parts, my $array);
    return c_hmac_sha256_matches(read_bytes($mac), read_bytes($key), @spans) ? 1 : 0;
}

sub pbkdf2_sha256 {
    my ($password, $salt, $iterations, $nbytes) = @_;
    number($iterations, $U32);
    number($nbytes //= 32);
    my @inputs = (read_bytes($password), read_bytes($salt));
    return filled($nbytes, sub { c_pbkdf2_sha256($_[0], $nbytes, @inputs, $iterations) });
}

sub password_hash {
    my ($password, $iterations) = @_;
    number($iterations //= 0, $U32);
    my @password = read_bytes($password);
    return text(256, sub { c_password_hash($_[0], 256, @password, $iterations) });
}

sub password_matches {
    my ($hash, $password) = @_;
    return $hash !~ /\0/ && c_password_matches($hash, read_bytes($password)) ? 1 : 0;
}

sub password_iterations { return $_[0] =~ /\0/ ? 0 : c_password_iterations($_[0]) }

# hex_encode, hex_decode, urlsafe_encode, ...
for my $name (qw(hex urlsafe base32)) {
    no strict 'refs';
    my ($size_of, $encode) = (\&{"c_${name}_size"}, \&{"c_${name}_encode"});
    my ($decoded_size, $decode) = (\&{"c_${name}_decoded_size"}, \&{"c_${name}_decode"});
    *{"${name}_encode"} = sub {
        my ($data) = @_;
        my @data = read_bytes($data);
        my $size = $size_of->($data[1]);
        return text($size, sub { $encode->($_[0], $size, @data) });
    };
    *{"${name}_decode"} = sub {
        my ($typed) = @_;
        my @typed = read_bytes($typed);
        my $size = $decoded_size->($typed[1]);
        return decoded($size, sub { $decode->($_[0], $size, $_[1], @typed) });
    };
}

sub uuid_text {
    my ($uuid) = @_;
    my ($pointer, $size) = read_bytes($uuid);
    croak 'a UUID has 16 bytes' if $size != 16;
    return text(37, sub { c_uuid_text($_[0], 37, $pointer) });
}

sub uuid_parse {
    my ($typed) = @_;
    my @typed = read_bytes($typed);
    return filled(16, sub { c_uuid_parse($_[0], @typed) });
}

sub uuid4 { return uuid_text(filled(16, sub { c_uuid4($_[0]) })) }

sub uuid7 {
    my $unix_ms = number($_[0] // time * 1000);
    return uuid_text(filled(16, sub { c_uuid7($_[0], $unix_ms) }));
}

sub uuid7_after {
    my $previous = uuid_parse($_[0]);
    my $unix_ms = number($_[1] // time * 1000);
    my ($pointer) = read_bytes($previous);
    return uuid_text(filled(16, sub { c_uuid7_after($_[0], $pointer, $unix_ms) }));
}

sub code {
    my ($groups, $group_len, $separator) = (number($_[0] // 2), number($_[1] // 5), constant($_[2] // '-'));
    my $size = c_code_size($groups, $group_len, length $separator);
    return text($size, sub { c_code($_[0], $size, $groups, $group_len, $separator) });
}

sub code_normalize {
    my ($typed) = @_;
    my @typed = read_bytes($typed);
    return text($typed[1] + 1, sub { c_code_normalize($_[0], $typed[1] + 1, @typed) });
}

# digits, period, window and algorithm as an app was told; now is a Unix second.
sub _totp {
    my (%option) = @_;
    my %told = (digits => 6, period => 30, window => 1, algorithm => 1, now => time, %option);
    my $params = pack 'L5', 20, map { number($_, $U32) } @told{qw(digits period window algorithm)};
    return (\$params, number($told{now}), $told{digits} + 1);
}

sub totp {
    my ($key, %option) = @_;
    my ($params, $now, $size) = _totp(%option);
    my @key = read_bytes($key);
    return text($size, sub { c_totp($_[0], $size, @key, $now, (own($$params))[0]) });
}

sub totp_verify {
    my ($code, $key, $last_step, %option) = @_;
    my ($params, $now) = _totp(%option);
    number($last_step, ~0);
    my @inputs = (read_bytes($code), read_bytes($key));
    return value('Q', sub { c_totp_verify($_[0], @inputs, $now, $last_step, (own($$params))[0]) });
}

sub hotp {
    my ($key, $counter, $digits) = @_;
    my $size = number($digits //= 6, 65535) + 1;
    number($counter, ~0);
    my @key = read_bytes($key);
    return text($size, sub { c_hotp($_[0], $size, @key, $counter, $digits) });
}

1;
