package Csecrets;

# SPDX-License-Identifier: MIT OR Apache-2.0

use strict;
use warnings;

our $VERSION = '0.1.0';

use Carp qw(croak);
use Exporter qw(import);

use Csecrets::Library;

use constant {
    DEFAULT_ENTROPY => 32,
    NEVER           => 9223372036854775807, # the expiry of a signed token that is good for ever
    DIGITS          => '0123456789',
    CROCKFORD32     => '0123456789ABCDEFGHJKMNPQRSTVWXYZ',
    BASE58          => '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
    BASE62          => '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    SHA1            => 1,                   # algorithms of one-time codes
    SHA256          => 2,
};

our @EXPORT_OK = qw(
    DEFAULT_ENTROPY NEVER DIGITS CROCKFORD32 BASE58 BASE62 SHA1 SHA256
    version entropy_probe token_bytes token_hex token_urlsafe token_alphabet alphabet_nchars fill wipe
    randbelow randbits randint random randbelow_many sample_indices weighted_index
    choice choices sample shuffle equal find_equal
    password password_bits passphrase api_key api_key_check sign verify token_hash token_matches
    hmac_sha256 hmac_sha256_matches pbkdf2_sha256 password_hash password_matches password_iterations
    hex_encode hex_decode urlsafe_encode urlsafe_decode base32_encode base32_decode
    uuid4 uuid7 uuid7_after uuid_text uuid_parse code code_normalize totp totp_verify hotp
);
our %EXPORT_TAGS = (all => \@EXPORT_OK);

sub version { return c_version() }

sub entropy_probe { check(c_entropy_probe(undef)); return 1 }

sub token_bytes {
    my $size = number($_[0] // DEFAULT_ENTROPY);
    return filled($size, sub { c_token_bytes($_[0], $size) });
}

sub token_hex {
    my $nbytes = number($_[0] // DEFAULT_ENTROPY);
    my $size = c_hex_size($nbytes);
    return text($size, sub { c_token_hex($_[0], $size, $nbytes) });
}

sub token_urlsafe {
    my $nbytes = number($_[0] // DEFAULT_ENTROPY);
    my $size = c_urlsafe_size($nbytes);
    return text($size, sub { c_token_urlsafe($_[0], $size, $nbytes) });
}

sub token_alphabet {
    my ($nchars, $alphabet) = (number($_[0]), constant($_[1]));
    return text($nchars + 1, sub { c_token_alphabet($_[0], $nchars + 1, $nchars, $alphabet) });
}

sub alphabet_nchars {
    my $nchars = c_alphabet_nchars(constant($_[0]), number($_[1], 4294967295));
    croak '2 to 95 different printable characters, and at most 65536 bits' if $nchars > 65536;
    return $nchars;
}

# The string itself, which the caller named, is written to.
sub fill { check(c_token_bytes(own($_[0]))); return }
sub wipe { c_wipe(own($_[0])); return }

sub randbelow {
    my $bound = number($_[0], ~0);
    return value('Q', sub { c_randbelow($_[0], $bound) });
}

sub randbits {
    my $bits = number($_[0], 4294967295);
    return value('Q', sub { c_randbits($_[0], $bits) });
}

sub randint {
    my ($low, $high) = @_;
    number(abs) for $low, $high;
    return value('q', sub { c_randint($_[0], $low, $high) });
}

sub random { return value('d', sub { c_random($_[0]) }) }

sub randbelow_many {
    my ($count, $bound) = (number($_[0]), number($_[1], ~0));
    return unpack 'Q*', filled(8 * $count, sub { c_randbelow_many($_[0], $count, $bound) });
}

sub sample_indices {
    my ($k, $count) = (number($_[0]), number($_[1]));
    croak "$k out of $count" if $k > $count;
    return unpack 'J*', filled(8 * $k, sub { c_sample_indices($_[0], $k, $count) });
}

sub weighted_index {
    my @weights = map { number($_, ~0) } @_;
    my $packed = pack 'Q*', @weights;
    my ($pointer) = own($packed);
    return value('J', sub { c_weighted_index($_[0], $pointer, scalar @weights) });
}

sub choice  { return $_[ randbelow(scalar @_) ] }
sub choices { my $k = shift; return @_[ randbelow_many($k, scalar @_) ] }
sub sample  { my $k = shift; return @_[ sample_indices($k, scalar @_) ] }
sub shuffle { return @_[ sample_indices(scalar @_, scalar @_) ] }

sub equal {
    my ($x, $y) = @_;
    return c_equal(read_bytes($x), read_bytes($y)) ? 1 : 0;
}

sub find_equal {
    my ($needle, @rows) = @_;
    my ($pointer, $size) = read_bytes($needle);
    croak 'every row is as long as the needle' if grep { length != $size } @rows;
    my $joined = join '', @rows;
    my $index = "\0" x 8;
    my $found = c_find_equal((own($index))[0], $pointer, (read_bytes($joined))[0], scalar @rows, $size);
    return $found ? unpack 'J', $index : undef;
}

require Csecrets::Application;

1;
