// Package csecrets makes secrets: unguessable bytes, numbers, tokens, passwords and keys, each from
// the system's own generator, and what programs build on them.
//
// It calls libcsecrets; what csecrets.h says of a function holds here, under the same name in Go's
// spelling. Nothing waits, save a first draw at boot, and nothing keeps a state: every function may
// be called from any goroutine.
//
// Secrets come as string if they are text, which Go can't overwrite, and as []byte, for which
// there is Wipe. What was copied for C on the way is wiped.
package csecrets

// SPDX-License-Identifier: MIT OR Apache-2.0

// #cgo pkg-config: csecrets
// #include <csecrets.h>
// #include <stdlib.h>
import "C"

import (
	"bytes"
	"strings"
	"unsafe"
)

// Status is what a call failed with: compare it by errors.Is(err, csecrets.ErrExpired).
type Status int32

// The statuses.
const (
	ErrNullPointer        Status = C.CSECRETS_ERR_NULL_POINTER
	ErrInvalidArgument    Status = C.CSECRETS_ERR_INVALID_ARGUMENT
	ErrBufferTooSmall     Status = C.CSECRETS_ERR_BUFFER_TOO_SMALL
	ErrTooLarge           Status = C.CSECRETS_ERR_TOO_LARGE
	ErrEntropyUnavailable Status = C.CSECRETS_ERR_ENTROPY_UNAVAILABLE
	ErrEntropyBroken      Status = C.CSECRETS_ERR_ENTROPY_BROKEN
	ErrWeak               Status = C.CSECRETS_ERR_WEAK
	ErrUnsatisfiable      Status = C.CSECRETS_ERR_UNSATISFIABLE
	ErrMalformed          Status = C.CSECRETS_ERR_MALFORMED
	ErrBadChecksum        Status = C.CSECRETS_ERR_BAD_CHECKSUM
	ErrBadSignature       Status = C.CSECRETS_ERR_BAD_SIGNATURE
	ErrExpired            Status = C.CSECRETS_ERR_EXPIRED
	ErrBadCode            Status = C.CSECRETS_ERR_BAD_CODE
	ErrReplayed           Status = C.CSECRETS_ERR_REPLAYED
	ErrUnsupported        Status = C.CSECRETS_ERR_UNSUPPORTED
)

// Name is the status as C spells it, such as "CSECRETS_ERR_WEAK".
func (s Status) Name() string { return C.GoString(C.csecrets_status_name(C.int32_t(s))) }

// Error is the name, and what it means.
func (s Status) Error() string {
	return s.Name() + ": " + C.GoString(C.csecrets_strerror(C.int32_t(s)))
}

// Version is that of the library that is running.
func Version() string { return C.GoString(C.csecrets_version()) }

// EntropyProbe draws once, without waiting, to see whether the system gives randomness.
func EntropyProbe() error { return check(C.csecrets_entropy_probe(nil)) }

// Wipe overwrites bytes with zeros.
func Wipe(data []byte) { C.csecrets_wipe(pointer(data), C.size_t(len(data))) }

func check(status C.csecrets_status) error {
	if status == C.CSECRETS_OK {
		return nil
	}
	return Status(status)
}

// pointer is where bytes begin: NULL if there are none, which C takes with a length of 0.
func pointer(data []byte) unsafe.Pointer {
	if len(data) == 0 {
		return nil
	}
	return unsafe.Pointer(&data[0])
}

func chars(data []byte) *C.char { return (*C.char)(pointer(data)) }

// filled is n bytes that C writes.
func filled(n int, write func(out unsafe.Pointer) C.csecrets_status) ([]byte, error) {
	if n < 0 {
		return nil, ErrInvalidArgument
	}
	out := make([]byte, n)
	if err := check(write(pointer(out))); err != nil {
		return nil, err
	}
	return out, nil
}

// text is what C writes into a buffer of this size, which counts the NUL.
func text(size C.size_t, write func(out *C.char, size C.size_t) C.csecrets_status) (string, error) {
	if size-1 >= 1<<31-1 { // 0 too, which is 1 more than the largest
		return "", ErrTooLarge
	}
	out := make([]byte, size)
	defer Wipe(out)
	if err := check(write(chars(out), size)); err != nil {
		return "", err
	}
	return string(out[:bytes.IndexByte(out, 0)]), nil
}

// length is a number of bytes or characters as C takes it; a negative one is refused by all of C.
func length(n int) C.size_t { return C.size_t(n) }

// withText lends a text of the program to C, which reads up to its NUL: "reset\x00evil" would do for
// "reset".
func withText(text string, call func(text *C.char) C.csecrets_status) C.csecrets_status {
	if strings.IndexByte(text, 0) >= 0 {
		return C.CSECRETS_ERR_INVALID_ARGUMENT
	}
	copied := C.CString(text)
	defer C.free(unsafe.Pointer(copied))
	return call(copied)
}

// withSpans lends byte slices to C. Go forbids C to see memory in which there are Go pointers, so
// the bytes are copied, and wiped again.
func withSpans(parts [][]byte, call func(spans *C.csecrets_span, count C.size_t)) {
	size := C.size_t(len(parts)+1) * C.sizeof_csecrets_span
	array := (*C.csecrets_span)(C.calloc(1, size))
	defer C.free(unsafe.Pointer(array))
	spans := unsafe.Slice(array, len(parts)+1)
	for i, part := range parts {
		spans[i] = C.csecrets_span{data: C.CBytes(part), nbytes: C.size_t(len(part))}
	}
	defer func() {
		for _, span := range spans {
			C.csecrets_wipe(unsafe.Pointer(span.data), span.nbytes)
			C.free(unsafe.Pointer(span.data))
		}
	}()
	call(array, C.size_t(len(parts)))
}
