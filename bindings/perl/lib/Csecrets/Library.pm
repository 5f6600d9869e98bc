package Csecrets::Library;

# The functions of the library as Platypus sees them, and Perl's values on their way to C and back.

use strict;
use warnings;

use Carp qw(croak);
use Exporter qw(import);
use FFI::Platypus 1.00;
use FFI::Platypus::Buffer qw(scalar_to_buffer);

use Csecrets::Error;

our @EXPORT = qw(check constant decoded filled number own read_bytes spans text value);

my $ffi = FFI::Platypus->new(api => 1, lib => 'libcsecrets.so.0');

# As in the header, a letter an argument: p is a pointer, t a text, n size_t, u uint32_t, q uint64_t,
# l int64_t; first what is returned: s a status, b a bool.
my %type = (
    p => 'opaque', t => 'string', n => 'size_t', u => 'uint32', q => 'uint64', l => 'sint64',
    s => 'sint32', b => 'bool', v => 'void',
);
my %prototype = (
    version => 't', strerror => 'ts', status_name => 'ts', entropy_probe => 'sp', token_bytes => 'spn',
    hex_size => 'nn', urlsafe_size => 'nn', base32_size => 'nn', token_hex => 'spnn',
    token_urlsafe => 'spnn', token_alphabet => 'spnnt', alphabet_nchars => 'ntu', randbelow => 'spq',
    randbits => 'spu', randint => 'spll', random => 'sp', randbelow_many => 'spnq',
    sample_indices => 'spnn', weighted_index => 'sppn', equal => 'bpnpn', find_equal => 'bpppnn',
    wipe => 'vpn', hex_encode => 'spnpn', urlsafe_encode => 'spnpn', base32_encode => 'spnpn',
    hex_decode => 'spnppn', urlsafe_decode => 'spnppn', base32_decode => 'spnppn',
    hex_decoded_size => 'nn', urlsafe_decoded_size => 'nn', base32_decoded_size => 'nn',
    password_policy_init => 'spn', password => 'spnnp', password_bits => 'spnp', passphrase => 'spnnt',
    passphrase_size => 'nnn', api_key_size => 'nn', api_key => 'spnt', api_key_check => 'spnt',
    sign_token_size => 'nn', verify_token_size => 'nn', sign_token => 'spnpntpnl',
    verify_token => 'spnppntpnl', token_hash => 'sppn', token_matches => 'bppn',
    hmac_sha256 => 'sppnpn', hmac_sha256_matches => 'bpnpnpn', pbkdf2_sha256 => 'spnpnpnu',
    password_hash => 'spnpnu', password_matches => 'btpn', password_iterations => 'ut', uuid4 => 'sp',
    uuid7 => 'spq', uuid7_after => 'sppq', uuid_text => 'spnp', uuid_parse => 'sppn',
    code => 'spnnnt', code_size => 'nnnn', code_normalize => 'spnpn', totp => 'spnpnlp',
    totp_verify => 'sppnpnlqp', hotp => 'spnpnqu',
);
for my $name (keys %prototype) {
    my ($result, @arguments) = map { $type{$_} } split //, $prototype{$name};
    $ffi->attach(["csecrets_$name" => "c_$name"] => \@arguments => $result);
    push @EXPORT, "c_$name";
}

sub check {
    my ($status) = @_;
    Csecrets::Error->throw(c_status_name($status), c_strerror($status)) if $status;
    return;
}

# A number that C takes as it is: Platypus would make 0 of undef, "abc" and "", and bend -1 and 2**64.
sub number {
    my ($value, $most) = @_;
    $most //= 9223372036854775807;
    croak 'a whole number is wanted' if !defined $value || ref $value || $value !~ /\A[0-9]{1,20}\z/;
    croak "$value is above $most" if $value > $most;
    return $value;
}

# A string whose bytes are its own to write to: Perl lets strings share them.
sub own {
    substr $_[0], 0, 1, substr $_[0], 0, 1 if length $_[0];
    return scalar_to_buffer($_[0]);
}

# Where the bytes of a string are, and how many: characters above 255 are no bytes.
sub read_bytes {
    croak 'a string is wanted' if !defined $_[0] || ref $_[0];
    utf8::downgrade($_[0], 1) or croak 'a wide character: encode it first';
    return scalar_to_buffer($_[0]);
}

# A text of the program, which C reads up to its NUL: "reset\0evil" would do for "reset".
sub constant {
    my ($text) = @_;
    croak 'a string is wanted' if !defined $text;
    croak 'a NUL in a text of the program' if $text =~ /\0/;
    return $text;
}

# The bytes that C writes, of which there are always so many.
sub filled {
    my ($size, $write) = @_;
    my $out = "\0" x $size;
    my ($pointer) = own($out);
    check($write->($pointer));
    return $out;
}

# The text that C writes into a buffer of this size, which counts the NUL.
sub text {
    my ($size, $write) = @_;
    my $out = filled($size, $write);
    my $text = unpack 'Z*', $out;
    c_wipe(own($out));
    return $text;
}

# The bytes that C writes into a buffer of this size, and says how many.
sub decoded {
    my ($size, $write) = @_;
    my $length = "\0" x 8;
    my ($pointer) = own($length);
    my $out = filled($size, sub { $write->($_[0], $pointer) });
    my $taken = substr $out, 0, unpack 'J', $length;
    c_wipe(own($out));
    return $taken;
}

# The number that C writes, by its letter in unpack.
sub value {
    my ($letter, $write) = @_;
    return unpack $letter, filled(8, $write);
}

# Where an array of csecrets_span is, and its length; it lives as long as the scalar it is kept in.
sub spans {
    my ($parts) = @_;
    $_[1] = pack 'J*', map { (read_bytes($_))[0, 1] } @$parts;
    return ((own($_[1]))[0], scalar @$parts);
}

1;
