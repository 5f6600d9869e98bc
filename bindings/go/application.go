package csecrets

// #include <csecrets.h>
// #include <stdlib.h>
import "C"

import (
	"strings"
	"time"
	"unsafe"
)

// PasswordPolicy is what a password must hold, and what it may. Begin with DefaultPolicy.
type PasswordPolicy struct {
	MinLower, MinUpper, MinDigits, MinSymbols uint32
	NoLower, NoUpper, NoDigits, NoSymbols     bool
	NoLookalikes                              bool   // none of 0, O, 1, l, I and |
	Symbols                                   string // "" is the default set
	Exclude                                   string // characters never to use
}

// DefaultPolicy wants at least one character of each class.
var DefaultPolicy = PasswordPolicy{MinLower: 1, MinUpper: 1, MinDigits: 1, MinSymbols: 1}

func (p PasswordPolicy) with(call func(*C.csecrets_password_policy) C.csecrets_status) C.csecrets_status {
	policy := (*C.csecrets_password_policy)(C.calloc(1, C.sizeof_csecrets_password_policy))
	defer C.free(unsafe.Pointer(policy))
	status := C.csecrets_password_policy_init(policy, C.sizeof_csecrets_password_policy)
	if status != C.CSECRETS_OK {
		return status
	}
	policy.min_lower, policy.min_upper = C.uint32_t(p.MinLower), C.uint32_t(p.MinUpper)
	policy.min_digits, policy.min_symbols = C.uint32_t(p.MinDigits), C.uint32_t(p.MinSymbols)
	for flag, is := range map[C.int32_t]bool{
		C.CSECRETS_PASSWORD_NO_LOWER:      p.NoLower,
		C.CSECRETS_PASSWORD_NO_UPPER:      p.NoUpper,
		C.CSECRETS_PASSWORD_NO_DIGITS:     p.NoDigits,
		C.CSECRETS_PASSWORD_NO_SYMBOLS:    p.NoSymbols,
		C.CSECRETS_PASSWORD_NO_LOOKALIKES: p.NoLookalikes,
	} {
		if is {
			policy.flags |= flag
		}
	}
	return withText(p.Exclude, func(exclude *C.char) C.csecrets_status {
		policy.exclude = exclude
		if p.Symbols == "" {
			return call(policy)
		}
		return withText(p.Symbols, func(symbols *C.char) C.csecrets_status {
			policy.symbols = symbols
			return call(policy)
		})
	})
}

// Password is a password of n characters, 8 to 128: of all that meet the policy, each is equally
// likely.
func Password(n int, policy PasswordPolicy) (string, error) {
	return text(length(n)+1, func(out *C.char, size C.size_t) C.csecrets_status {
		return policy.with(func(policy *C.csecrets_password_policy) C.csecrets_status {
			return C.csecrets_password(out, size, length(n), policy)
		})
	})
}

// PasswordBits is how strong such a password is.
func PasswordBits(n int, policy PasswordPolicy) (float64, error) {
	var out C.double
	err := check(policy.with(func(policy *C.csecrets_password_policy) C.csecrets_status {
		return C.csecrets_password_bits(&out, length(n), policy)
	}))
	return float64(out), err
}

// Passphrase is n words of the EFF's large list. Some hold a '-': do not split there.
func Passphrase(n int, separator string) (string, error) {
	size := C.csecrets_passphrase_size(length(n), length(len(separator)))
	return text(size, func(out *C.char, size C.size_t) C.csecrets_status {
		return withText(separator, func(separator *C.char) C.csecrets_status {
			return C.csecrets_passphrase(out, size, length(n), separator)
		})
	})
}

// APIKey is a new API key: the prefix, '_', 30 random letters and digits, and 6 that check them.
func APIKey(prefix string) (string, error) {
	size := C.csecrets_api_key_size(length(len(prefix)))
	return text(size, func(out *C.char, size C.size_t) C.csecrets_status {
		return withText(prefix, func(prefix *C.char) C.csecrets_status {
			return C.csecrets_api_key(out, size, prefix)
		})
	})
}

// CheckAPIKey finds typing errors, and proves nothing: nil says only that it could be a key of this
// prefix.
func CheckAPIKey(key, prefix string) error {
	k := []byte(key)
	return check(withText(prefix, func(prefix *C.char) C.csecrets_status {
		return C.csecrets_api_key_check(chars(k), C.size_t(len(k)), prefix)
	}))
}

// Never is the expiry of a token that is good for ever.
var Never = time.Unix(C.CSECRETS_NEVER_EXPIRES, 0)

// Sign is a token that carries a payload, which nobody without the key can make or change. It is
// signed, not encrypted, and good until it expires.
func Sign(key []byte, purpose string, payload []byte, expires time.Time) (string, error) {
	size := C.csecrets_sign_token_size(length(len(payload)))
	return text(size, func(out *C.char, size C.size_t) C.csecrets_status {
		return withText(purpose, func(purpose *C.char) C.csecrets_status {
			return C.csecrets_sign_token(out, size, pointer(key), C.size_t(len(key)), purpose,
				pointer(payload), C.size_t(len(payload)), C.int64_t(expires.Unix()))
		})
	})
}

// Verify is the payload of a token that one of the keys vouches for and that has not expired.
func Verify(token, purpose string, keys ...[]byte) ([]byte, error) {
	return VerifyAt(time.Now(), token, purpose, keys...)
}

// VerifyAt is Verify at another time.
func VerifyAt(now time.Time, token, purpose string, keys ...[]byte) ([]byte, error) {
	t := []byte(token)
	payload := make([]byte, C.csecrets_verify_token_size(C.size_t(len(t))))
	var size C.size_t
	var status C.csecrets_status
	withSpans(keys, func(keys *C.csecrets_span, count C.size_t) {
		status = withText(purpose, func(purpose *C.char) C.csecrets_status {
			return C.csecrets_verify_token(pointer(payload), C.size_t(len(payload)), &size, chars(t),
				C.size_t(len(t)), purpose, keys, count, C.int64_t(now.Unix()))
		})
	})
	if err := check(status); err != nil {
		return nil, err
	}
	return payload[:size], nil
}

// Hash is a SHA-256, of a token or of HMACSHA256.
type Hash = [32]byte

// TokenHash is what to store of a token, so that a stolen database holds none.
func TokenHash(token string) (hash Hash, err error) {
	t := []byte(token)
	out := (*C.uint8_t)(&hash[0])
	err = check(C.csecrets_token_hash(out, pointer(t), C.size_t(len(t))))
	return hash, err
}

// TokenMatches tells whether a token is the one whose hash was stored.
func TokenMatches(hash Hash, token string) bool {
	t := []byte(token)
	return bool(C.csecrets_token_matches((*C.uint8_t)(&hash[0]), pointer(t), C.size_t(len(t))))
}

// FindEqual is the index of the first row that equals a needle, in a time that does not tell which;
// -1 if there is none.
func FindEqual(needle Hash, rows []Hash) int {
	if len(rows) == 0 {
		return -1
	}
	var index C.size_t
	if !C.csecrets_find_equal(&index, unsafe.Pointer(&needle), unsafe.Pointer(&rows[0]),
		C.size_t(len(rows)), C.size_t(len(needle))) {
		return -1
	}
	return int(index)
}

// HMACSHA256 is the HMAC of a message, in parts that are not joined.
func HMACSHA256(key []byte, parts ...[]byte) (mac Hash, err error) {
	withSpans(parts, func(parts *C.csecrets_span, count C.size_t) {
		out := (*C.uint8_t)(&mac[0])
		err = check(C.csecrets_hmac_sha256(out, pointer(key), C.size_t(len(key)), parts, count))
	})
	return mac, err
}

// HMACSHA256Matches tells whether all 32 bytes of an HMAC are right.
func HMACSHA256Matches(mac, key []byte, parts ...[]byte) (matches bool) {
	withSpans(parts, func(parts *C.csecrets_span, count C.size_t) {
		matches = bool(C.csecrets_hmac_sha256_matches(pointer(mac), C.size_t(len(mac)), pointer(key),
			C.size_t(len(key)), parts, count))
	})
	return matches
}

// PBKDF2SHA256 is a key of n bytes, derived from a password, slowly.
func PBKDF2SHA256(password, salt []byte, iterations uint32, n int) ([]byte, error) {
	return filled(n, func(out unsafe.Pointer) C.csecrets_status {
		return C.csecrets_pbkdf2_sha256(out, length(n), pointer(password), C.size_t(len(password)),
			pointer(salt), C.size_t(len(salt)), C.uint32_t(iterations))
	})
}

// PasswordHash is what to store of a login password; 0 iterations are 600000.
func PasswordHash(password string, iterations uint32) (string, error) {
	p := []byte(password)
	defer Wipe(p)
	return text(C.CSECRETS_PASSWORD_HASH_SIZE, func(out *C.char, size C.size_t) C.csecrets_status {
		return C.csecrets_password_hash(out, size, pointer(p), C.size_t(len(p)), C.uint32_t(iterations))
	})
}

// PasswordMatches tells whether a password is the one whose hash was stored.
func PasswordMatches(hash, password string) bool {
	p := []byte(password)
	defer Wipe(p)
	h := append([]byte(hash), 0)
	return strings.IndexByte(hash, 0) < 0 &&
		bool(C.csecrets_password_matches(chars(h), pointer(p), C.size_t(len(p))))
}

// PasswordIterations is those of a stored hash, 0 if it is none: below yours, hash again at a login.
func PasswordIterations(hash string) uint32 {
	if strings.IndexByte(hash, 0) >= 0 {
		return 0
	}
	return uint32(C.csecrets_password_iterations(chars(append([]byte(hash), 0))))
}
