package Csecrets::Error;

# What a call dies with that fails.

use strict;
use warnings;

use Carp qw(shortmess);
use overload '""' => sub { $_[0]{message} }, bool => sub { 1 }, fallback => 1;

# An error is told of the line that called Csecrets.
$Carp::Internal{$_}++ for qw(Csecrets Csecrets::Error Csecrets::Library);

my %rejected = map { ("CSECRETS_ERR_$_" => 1) }
    qw(MALFORMED BAD_CHECKSUM BAD_SIGNATURE EXPIRED BAD_CODE REPLAYED);

sub throw {
    my ($class, $status, $message) = @_;
    die bless { status => $status, message => shortmess("$status: $message") }, $class;
}

# The status as C spells it, such as "CSECRETS_ERR_WEAK".
sub status { return $_[0]{status} }

# Whether something from outside was not right, and the program made no mistake.
sub rejected { return $rejected{ $_[0]{status} } // 0 }

1;
