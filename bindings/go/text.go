package csecrets

// #include <csecrets.h>
import "C"

import (
	"time"
	"unsafe"
)

// HexEncode is bytes in hexadecimal.
func HexEncode(data []byte) (string, error) {
	return text(C.csecrets_hex_size(length(len(data))), func(out *C.char, size C.size_t) C.csecrets_status {
		return C.csecrets_hex_encode(out, size, pointer(data), C.size_t(len(data)))
	})
}

// URLSafeEncode is bytes in base64url.
func URLSafeEncode(data []byte) (string, error) {
	return text(C.csecrets_urlsafe_size(length(len(data))), func(out *C.char, size C.size_t) C.csecrets_status {
		return C.csecrets_urlsafe_encode(out, size, pointer(data), C.size_t(len(data)))
	})
}

// Base32Encode is bytes in base32, for authenticator apps.
func Base32Encode(data []byte) (string, error) {
	return text(C.csecrets_base32_size(length(len(data))), func(out *C.char, size C.size_t) C.csecrets_status {
		return C.csecrets_base32_encode(out, size, pointer(data), C.size_t(len(data)))
	})
}

// decoded is the bytes that C reads off a text, and how many.
func decoded(text string, size C.size_t, decode func(out unsafe.Pointer, out_size C.size_t,
	out_len *C.size_t, text *C.char, text_len C.size_t) C.csecrets_status) ([]byte, error) {
	t, out := []byte(text), make([]byte, size)
	if err := check(decode(pointer(out), size, &size, chars(t), C.size_t(len(t)))); err != nil {
		return nil, err
	}
	return out[:size], nil
}

// HexDecode is the bytes that hexadecimal text spells.
func HexDecode(text string) ([]byte, error) {
	return decoded(text, C.csecrets_hex_decoded_size(C.size_t(len(text))),
		func(out unsafe.Pointer, size C.size_t, n *C.size_t, text *C.char, length C.size_t) C.csecrets_status {
			return C.csecrets_hex_decode(out, size, n, text, length)
		})
}

// URLSafeDecode is the bytes that base64url text spells.
func URLSafeDecode(text string) ([]byte, error) {
	return decoded(text, C.csecrets_urlsafe_decoded_size(C.size_t(len(text))),
		func(out unsafe.Pointer, size C.size_t, n *C.size_t, text *C.char, length C.size_t) C.csecrets_status {
			return C.csecrets_urlsafe_decode(out, size, n, text, length)
		})
}

// Base32Decode is the bytes that base32 text spells, as people type it.
func Base32Decode(text string) ([]byte, error) {
	return decoded(text, C.csecrets_base32_decoded_size(C.size_t(len(text))),
		func(out unsafe.Pointer, size C.size_t, n *C.size_t, text *C.char, length C.size_t) C.csecrets_status {
			return C.csecrets_base32_decode(out, size, n, text, length)
		})
}

// UUID is the 16 bytes of one.
type UUID [16]byte

func (u *UUID) bytes() *C.uint8_t { return (*C.uint8_t)(&u[0]) }

// String is its 36 characters, in lower case.
func (u UUID) String() string {
	s, _ := text(C.CSECRETS_UUID_TEXT_SIZE, func(out *C.char, size C.size_t) C.csecrets_status {
		return C.csecrets_uuid_text(out, size, u.bytes())
	})
	return s
}

// UUID4 is a random UUID.
func UUID4() (u UUID, err error) {
	err = check(C.csecrets_uuid4(u.bytes()))
	return u, err
}

// UUID7 is a UUID of a time, which everybody can read, and 74 random bits.
func UUID7(when time.Time) (u UUID, err error) {
	err = check(C.csecrets_uuid7(u.bytes(), C.uint64_t(when.UnixMilli())))
	return u, err
}

// UUID7After is a UUID that sorts after a previous one of version 7, whatever the clock does.
func UUID7After(previous UUID, when time.Time) (u UUID, err error) {
	err = check(C.csecrets_uuid7_after(u.bytes(), previous.bytes(), C.uint64_t(when.UnixMilli())))
	return u, err
}

// ParseUUID is the UUID of its 36 characters, and nothing else.
func ParseUUID(text string) (u UUID, err error) {
	t := []byte(text)
	err = check(C.csecrets_uuid_parse(u.bytes(), chars(t), C.size_t(len(t))))
	return u, err
}

// Code is a code for people to type, such as "7K3QX-9MZ4T": recovery, licences, invitations.
func Code(groups, groupLen int, separator string) (string, error) {
	size := C.csecrets_code_size(length(groups), length(groupLen), length(len(separator)))
	return text(size, func(out *C.char, size C.size_t) C.csecrets_status {
		return withText(separator, func(separator *C.char) C.csecrets_status {
			return C.csecrets_code(out, size, length(groups), length(groupLen), separator)
		})
	})
}

// NormalizeCode is what was typed, as it was drawn, without separators: hash this.
func NormalizeCode(typed string) (string, error) {
	t := []byte(typed)
	return text(length(len(t)+1), func(out *C.char, size C.size_t) C.csecrets_status {
		return C.csecrets_code_normalize(out, size, chars(t), C.size_t(len(t)))
	})
}

// TOTPParams is what an app was told. Begin with DefaultTOTP, which all of them expect.
type TOTPParams struct {
	Digits, Period, Window uint32
	SHA256                 bool // not SHA-1
}

// DefaultTOTP is 6 digits, 30 seconds, one step to each side, SHA-1.
var DefaultTOTP = TOTPParams{Digits: 6, Period: 30, Window: 1}

func (p TOTPParams) plain() *C.csecrets_totp_params {
	algorithm := C.uint32_t(C.CSECRETS_TOTP_SHA1)
	if p.SHA256 {
		algorithm = C.CSECRETS_TOTP_SHA256
	}
	return &C.csecrets_totp_params{
		struct_size: C.sizeof_csecrets_totp_params,
		digits:      C.uint32_t(p.Digits),
		period:      C.uint32_t(p.Period),
		window:      C.uint32_t(p.Window),
		algorithm:   algorithm,
	}
}

// TOTP is the code of a time.
func TOTP(key []byte, now time.Time, params TOTPParams) (string, error) {
	return text(C.size_t(params.Digits)+1, func(out *C.char, size C.size_t) C.csecrets_status {
		return C.csecrets_totp(out, size, pointer(key), C.size_t(len(key)), C.int64_t(now.Unix()),
			params.plain())
	})
}

// VerifyTOTP is the step of a code that is right and later than lastStep: store it, and pass it as
// lastStep the next time, for a code is good once.
func VerifyTOTP(code string, key []byte, now time.Time, lastStep uint64, params TOTPParams) (uint64, error) {
	c := []byte(code)
	var step C.uint64_t
	err := check(C.csecrets_totp_verify(&step, chars(c), C.size_t(len(c)), pointer(key),
		C.size_t(len(key)), C.int64_t(now.Unix()), C.uint64_t(lastStep), params.plain()))
	if err != nil {
		return 0, err
	}
	return uint64(step), nil
}

// HOTP is the code of a counter.
func HOTP(key []byte, counter uint64, digits uint32) (string, error) {
	return text(C.size_t(digits)+1, func(out *C.char, size C.size_t) C.csecrets_status {
		return C.csecrets_hotp(out, size, pointer(key), C.size_t(len(key)), C.uint64_t(counter),
			C.uint32_t(digits))
	})
}
