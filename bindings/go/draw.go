package csecrets

// #include <csecrets.h>
import "C"

import (
	"io"
	"math/rand"
	"unsafe"
)

// DefaultEntropy is how many bytes a token has unless you know better.
const DefaultEntropy = C.CSECRETS_DEFAULT_ENTROPY

// Alphabets for TokenAlphabet.
const (
	Digits      = C.CSECRETS_ALPHABET_DIGITS
	Hex         = C.CSECRETS_ALPHABET_HEX
	Base32      = C.CSECRETS_ALPHABET_BASE32
	Crockford32 = C.CSECRETS_ALPHABET_CROCKFORD32
	Base58      = C.CSECRETS_ALPHABET_BASE58
	Base62      = C.CSECRETS_ALPHABET_BASE62
	URLSafe64   = C.CSECRETS_ALPHABET_URLSAFE64
)

// Reader is an endless supply of random bytes, for what takes an io.Reader, as crypto/rand.Reader.
var Reader io.Reader = reader{}

type reader struct{}

func (reader) Read(out []byte) (int, error) {
	if err := check(C.csecrets_token_bytes(pointer(out), C.size_t(len(out)))); err != nil {
		return 0, err
	}
	return len(out), nil
}

// Source is a rand.Source64 without a state, for the distributions of math/rand:
// rand.New(csecrets.Source{}). Having no other way to say so, it panics if the system gives no
// randomness.
type Source struct{}

var _ rand.Source64 = Source{}

// Uint64 is 64 random bits.
func (Source) Uint64() uint64 {
	bits, err := RandBits(64)
	if err != nil {
		panic(err)
	}
	return bits
}

// Int63 is 63 random bits.
func (s Source) Int63() int64 { return int64(s.Uint64() >> 1) }

// Seed does nothing: there is no state.
func (Source) Seed(int64) {}

// TokenBytes is n random bytes. 16 can't be guessed.
func TokenBytes(n int) ([]byte, error) {
	return filled(n, func(out unsafe.Pointer) C.csecrets_status {
		return C.csecrets_token_bytes(out, length(n))
	})
}

// TokenHex is n random bytes in hexadecimal.
func TokenHex(n int) (string, error) {
	return text(C.csecrets_hex_size(length(n)), func(out *C.char, size C.size_t) C.csecrets_status {
		return C.csecrets_token_hex(out, size, length(n))
	})
}

// TokenURLSafe is n random bytes in base64url.
func TokenURLSafe(n int) (string, error) {
	return text(C.csecrets_urlsafe_size(length(n)), func(out *C.char, size C.size_t) C.csecrets_status {
		return C.csecrets_token_urlsafe(out, size, length(n))
	})
}

// TokenAlphabet is n random characters of an alphabet.
func TokenAlphabet(n int, alphabet string) (string, error) {
	return text(length(n)+1, func(out *C.char, size C.size_t) C.csecrets_status {
		return withText(alphabet, func(alphabet *C.char) C.csecrets_status {
			return C.csecrets_token_alphabet(out, size, length(n), alphabet)
		})
	})
}

// AlphabetChars is how many characters of an alphabet are as strong as a number of bits.
func AlphabetChars(alphabet string, bits uint32) (n int, err error) {
	err = check(withText(alphabet, func(alphabet *C.char) C.csecrets_status {
		n = int(C.csecrets_alphabet_nchars(alphabet, C.uint32_t(bits)))
		if n < 0 {
			n = 0
			return C.CSECRETS_ERR_INVALID_ARGUMENT
		}
		return C.CSECRETS_OK
	}))
	return n, err
}

// Integer is every type of whole numbers.
type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64
}

// RandBelow is an integer from 0 to bound - 1.
func RandBelow[T Integer](bound T) (T, error) {
	if bound < 0 {
		return 0, ErrInvalidArgument
	}
	var out C.uint64_t
	if err := check(C.csecrets_randbelow(&out, C.uint64_t(bound))); err != nil {
		return 0, err
	}
	return T(out), nil
}

// RandBits is an integer of so many random bits, 0 to 64.
func RandBits(bits uint32) (uint64, error) {
	var out C.uint64_t
	if err := check(C.csecrets_randbits(&out, C.uint32_t(bits))); err != nil {
		return 0, err
	}
	return uint64(out), nil
}

// RandInt is an integer from low to high, both included.
func RandInt[T Integer](low, high T) (T, error) {
	if low > high {
		return 0, ErrInvalidArgument
	}
	// Modulo 2^64, so the full width is right too.
	width := uint64(high) - uint64(low)
	if width == 1<<64-1 {
		bits, err := RandBits(64)
		return T(bits), err
	}
	offset, err := RandBelow(width + 1)
	if err != nil {
		return 0, err
	}
	return T(uint64(low) + offset), nil
}

// RandRange is one of start, start + step, start + 2 * step, ... that come before stop.
func RandRange(start, stop, step int64) (int64, error) {
	var out C.int64_t
	err := check(C.csecrets_randrange(&out, C.int64_t(start), C.int64_t(stop), C.int64_t(step)))
	if err != nil {
		return 0, err
	}
	return int64(out), nil
}

// Random is a real number from 0 up to but not including 1.
func Random() (float64, error) {
	var out C.double
	err := check(C.csecrets_random(&out))
	return float64(out), err
}

// RandBelowMany is count integers from 0 to bound - 1.
func RandBelowMany(count int, bound uint64) ([]uint64, error) {
	if count < 0 {
		return nil, ErrInvalidArgument
	}
	out := make([]uint64, count+1) // never empty, so that there is an address
	first := (*C.uint64_t)(&out[0])
	if err := check(C.csecrets_randbelow_many(first, length(count), C.uint64_t(bound))); err != nil {
		return nil, err
	}
	return out[:count], nil
}

// SampleIndices is k different indices from 0 to count - 1, in the order in which they were drawn.
func SampleIndices(k, count int) ([]int, error) {
	if k < 0 || k > count {
		return nil, ErrInvalidArgument
	}
	out := make([]int, k+1)
	first := (*C.size_t)(unsafe.Pointer(&out[0]))
	if err := check(C.csecrets_sample_indices(first, length(k), length(count))); err != nil {
		return nil, err
	}
	return out[:k], nil
}

// WeightedIndex is an index, each as likely as its weight's share of the sum.
func WeightedIndex(weights []uint64) (int, error) {
	var out C.size_t
	var first *C.uint64_t
	if len(weights) > 0 {
		first = (*C.uint64_t)(&weights[0])
	}
	if err := check(C.csecrets_weighted_index(&out, first, C.size_t(len(weights)))); err != nil {
		return 0, err
	}
	return int(out), nil
}

// Choice is one element of a slice, each equally likely.
func Choice[T any](from []T) (chosen T, err error) {
	index, err := RandBelow(len(from))
	if err != nil {
		return chosen, err
	}
	return from[index], nil
}

// Choices is k elements of a slice, each drawn from all of them: one may come several times.
func Choices[T any](from []T, k int) ([]T, error) {
	indices, err := RandBelowMany(k, uint64(len(from)))
	chosen := make([]T, len(indices))
	for i, index := range indices {
		chosen[i] = from[index]
	}
	return chosen, err
}

// Sample is k different elements of a slice, in the order in which they were drawn.
func Sample[T any](from []T, k int) ([]T, error) {
	indices, err := SampleIndices(k, len(from))
	drawn := make([]T, len(indices))
	for i, index := range indices {
		drawn[i] = from[index]
	}
	return drawn, err
}

// Shuffle brings a slice into random order, each order equally likely. After an error all elements
// are still there, in an order that is not random.
func Shuffle[T any](slice []T) error {
	indices, err := SampleIndices(len(slice), len(slice))
	if err != nil {
		return err
	}
	copied := append([]T(nil), slice...)
	for i, index := range indices {
		slice[i] = copied[index]
	}
	return nil
}

// Equal tells whether two byte strings or texts are equal, in a time that does not show where they
// differ. Two empty ones are: check first that your secret is set.
func Equal[T ~string | ~[]byte](a, b T) bool {
	x, y := []byte(a), []byte(b)
	return bool(C.csecrets_equal(pointer(x), C.size_t(len(x)), pointer(y), C.size_t(len(y))))
}
