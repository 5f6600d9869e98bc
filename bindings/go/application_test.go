package csecrets

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"math"
	"strings"
	"testing"
	"time"
)

func TestASignedTokenIsGoodForItsPurposeUntilItExpires(t *testing.T) {
	now := time.Now()
	other := bytes.Repeat([]byte{1}, 32)
	token := must[string](t)(Sign(key, "reset", []byte("user=42"), now.Add(time.Hour)))
	if payload := must[[]byte](t)(Verify(token, "reset", other, key)); string(payload) != "user=42" {
		t.Error(payload)
	}
	refuses[[]byte](t, ErrBadSignature)(Verify(token, "login", key))
	refuses[[]byte](t, ErrBadSignature)(Verify(token, "reset", other))
	refuses[[]byte](t, ErrExpired)(VerifyAt(now.Add(time.Hour), token, "reset", key))
	refuses[[]byte](t, ErrMalformed)(Verify("?", "reset", key))
	refuses[[]byte](t, ErrInvalidArgument)(Verify(token, "reset"))
	known := "AQAAAABlU_EAdXNlcj00MgKr9WPiqios7IPNkaVA4CWmJGTAobHuHgCyqAnIx40n"
	if token := must[string](t)(Sign(key, "session", []byte("user=42"), time.Unix(1700000000, 0))); token != known {
		t.Error(token)
	}
	known = "AX__________tObdbjrcKCaMskFqqHL1JI9zZqePY0xvKGrkx32qm9I"
	if token := must[string](t)(Sign(key, "session", nil, Never)); token != known {
		t.Error(token)
	}
}

func TestHashesAreThoseOfTheStandardLibrary(t *testing.T) {
	if hash := must[Hash](t)(TokenHash("abc")); hash != sha256.Sum256([]byte("abc")) {
		t.Error(hash)
	}
	hash := sha256.Sum256([]byte("abc"))
	if !TokenMatches(hash, "abc") || TokenMatches(hash, "abd") {
		t.Error("matches")
	}
	if FindEqual(hash, []Hash{{}, hash}) != 1 || FindEqual(hash, []Hash{{}}) != -1 || FindEqual(hash, nil) != -1 {
		t.Error("found")
	}
	expected := hmac.New(sha256.New, key)
	expected.Write([]byte("id.body"))
	mac := must[Hash](t)(HMACSHA256(key, []byte("id"), []byte("."), nil, []byte("body")))
	if !bytes.Equal(mac[:], expected.Sum(nil)) {
		t.Error(mac)
	}
	if !HMACSHA256Matches(mac[:], key, []byte("id.body")) || HMACSHA256Matches(mac[:], key, []byte("id.bodx")) {
		t.Error("matches")
	}
	derived := must[[]byte](t)(PBKDF2SHA256([]byte("user_password_123"), make([]byte, 32), 100000, 32))
	if hex.EncodeToString(derived) != "4705c07eaf20288ea30faa62527ea2eb460331f2bfecc6c006469c9eb30277fa" {
		t.Error(derived)
	}
	if !Equal("a", "a") || Equal("a", "b") || !Equal([]byte{1, 0}, []byte{1, 0}) || Equal([]byte{1, 0}, []byte{1}) {
		t.Error("equal")
	}
}

func TestAPasswordMeetsItsPolicyAndIsKnownAgain(t *testing.T) {
	policy := PasswordPolicy{MinDigits: 3, NoUpper: true, NoLower: true, NoLookalikes: true, Symbols: "!?"}
	password := must[string](t)(Password(20, policy))
	if len(password) != 20 || strings.Trim(password, "23456789!?") != "" {
		t.Error(password)
	}
	if bits := must[float64](t)(PasswordBits(16, DefaultPolicy)); math.Abs(bits-103.11) > 0.01 {
		t.Error(bits)
	}
	if phrase := must[string](t)(Passphrase(4, "+")); strings.Count(phrase, "+") != 3 {
		t.Error(phrase)
	}
	stored := must[string](t)(PasswordHash("correct horse", 100000))
	if !PasswordMatches(stored, "correct horse") || PasswordMatches(stored, "correct house") || PasswordMatches(stored+"\x00", "correct horse") {
		t.Error(stored)
	}
	if PasswordIterations(stored) != 100000 || PasswordIterations("$2b$12$") != 0 {
		t.Error(stored)
	}
}

func TestTextOfBytesComesBack(t *testing.T) {
	for n := 0; n < 32; n++ {
		data := key[:n]
		h, u := must[string](t)(HexEncode(data)), must[string](t)(URLSafeEncode(data))
		b := must[string](t)(Base32Encode(data))
		if h != hex.EncodeToString(data) || u != base64.RawURLEncoding.EncodeToString(data) ||
			b != base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(data) {
			t.Error(h, u, b)
		}
		for _, back := range [][]byte{must[[]byte](t)(HexDecode(h)), must[[]byte](t)(URLSafeDecode(u)),
			must[[]byte](t)(Base32Decode(strings.ToLower(b)))} {
			if !bytes.Equal(back, data) {
				t.Error(back)
			}
		}
	}
	refuses[[]byte](t, ErrMalformed)(URLSafeDecode("a="))
}

func TestKeysCodesAndUUIDsAreChecked(t *testing.T) {
	apiKey := must[string](t)(APIKey("acme_test"))
	if err := CheckAPIKey(apiKey, "acme_test"); err != nil {
		t.Error(err)
	}
	if err := CheckAPIKey("ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18", "ghp"); err != ErrBadChecksum {
		t.Error(err)
	}
	code := must[string](t)(Code(2, 5, "-"))
	typed := strings.ToLower(strings.Replace(code, "-", " ", 1))
	if read := must[string](t)(NormalizeCode(typed)); read != strings.Replace(code, "-", "", 1) {
		t.Error(code, read)
	}
	otp := []byte("12345678901234567890")
	then := time.Unix(1111111109, 0)
	params := DefaultTOTP
	params.Digits = 8
	if code := must[string](t)(TOTP(otp, then, params)); code != "07081804" {
		t.Error(code)
	}
	step := must[uint64](t)(VerifyTOTP("07081804", otp, then, 0, params))
	refuses[uint64](t, ErrReplayed)(VerifyTOTP("07081804", otp, then, step, params))
	refuses[uint64](t, ErrBadCode)(VerifyTOTP("07081805", otp, then, 0, params))
	if code := must[string](t)(HOTP(otp, 0, 6)); code != "755224" {
		t.Error(code)
	}
	if u := must[UUID](t)(UUID4()); u[6]>>4 != 4 || must[UUID](t)(ParseUUID(u.String())) != u {
		t.Error(u)
	}
	last := must[UUID](t)(UUID7(time.Now()))
	for i := 0; i < 100; i++ {
		next := must[UUID](t)(UUID7After(last, time.Now()))
		if bytes.Compare(last[:], next[:]) >= 0 {
			t.Error(last, next)
		}
		last = next
	}
}
