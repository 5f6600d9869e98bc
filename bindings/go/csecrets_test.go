package csecrets

import (
	"bytes"
	"errors"
	"io"
	"math"
	"math/rand"
	"sort"
	"strings"
	"sync"
	"testing"
)

var key = func() (key []byte) {
	for i := byte(0); i < 32; i++ {
		key = append(key, i)
	}
	return key
}()

func must[T any](t *testing.T) func(T, error) T {
	return func(value T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func refuses[T any](t *testing.T, want error) func(T, error) {
	return func(value T, err error) {
		t.Helper()
		if !errors.Is(err, want) {
			t.Errorf("%v, not %v", err, want)
		}
	}
}

// seen is how many values come out of 300 draws. Of 8 or fewer, one stays unseen with odds below
// 8 * (7/8)^300 < 2^-54.
func seen[T comparable](t *testing.T, draw func() (T, error)) map[T]bool {
	values := make(map[T]bool)
	for i := 0; i < 300; i++ {
		values[must[T](t)(draw())] = true
	}
	return values
}

func TestTokensHaveTheirLengthAndNeverComeTwice(t *testing.T) {
	if n := len(must[[]byte](t)(TokenBytes(33))); n != 33 {
		t.Error(n)
	}
	for size, draw := range map[int]func(int) (string, error){64: TokenHex, 43: TokenURLSafe} {
		values := seen(t, func() (string, error) { return draw(DefaultEntropy) })
		for token := range values {
			if len(token) != size {
				t.Error(token)
			}
		}
		if len(values) != 300 {
			t.Error(len(values))
		}
	}
	n := must[int](t)(AlphabetChars(Base58, 128))
	if token := must[string](t)(TokenAlphabet(n, Base58)); n != 22 || len(token) != n {
		t.Error(n, token)
	}
}

func TestIntegersKeepTheirTypeAndReachBothEnds(t *testing.T) {
	if values := seen(t, func() (int, error) { return RandBelow(3) }); len(values) != 3 || values[3] {
		t.Error(values)
	}
	values := seen(t, func() (int8, error) { return RandInt[int8](-1, 1) })
	if len(values) != 3 || !values[-1] || !values[0] || !values[1] {
		t.Error(values)
	}
	if v := must[uint64](t)(RandInt[uint64](math.MaxUint64, math.MaxUint64)); v != math.MaxUint64 {
		t.Error(v)
	}
	signs := seen(t, func() (bool, error) {
		v, err := RandInt[int64](math.MinInt64, math.MaxInt64)
		return v < 0, err
	})
	if len(signs) != 2 {
		t.Error(signs)
	}
	if values := seen(t, func() (int64, error) { return RandRange(7, 0, -3) }); len(values) != 3 {
		t.Error(values)
	}
	if v := must[float64](t)(Random()); v < 0 || v >= 1 {
		t.Error(v)
	}
	for _, v := range must[[]uint64](t)(RandBelowMany(300, 6)) {
		if v >= 6 {
			t.Error(v)
		}
	}
}

func TestNumbersThatCWouldBendAreRefused(t *testing.T) {
	refuses[[]byte](t, ErrInvalidArgument)(TokenBytes(-1))
	refuses[string](t, ErrTooLarge)(TokenHex(-1))
	refuses[string](t, ErrTooLarge)(TokenURLSafe(math.MinInt))
	refuses[string](t, ErrWeak)(TokenHex(0))
	refuses[int](t, ErrInvalidArgument)(RandBelow(-1))
	refuses[int](t, ErrInvalidArgument)(RandInt(2, 1))
	refuses[[]uint64](t, ErrInvalidArgument)(RandBelowMany(-1, 6))
	refuses[[]int](t, ErrInvalidArgument)(SampleIndices(-1, 6))
	refuses[string](t, ErrTooLarge)(Password(-1, DefaultPolicy))
	refuses[string](t, ErrTooLarge)(Passphrase(-1, " "))
	refuses[string](t, ErrTooLarge)(Code(-1, 5, "-"))
}

func TestPicksGoByIndex(t *testing.T) {
	words := []string{"a", "b", "c"}
	if values := seen(t, func() (string, error) { return Choice(words) }); len(values) != 3 {
		t.Error(values)
	}
	refuses[string](t, ErrInvalidArgument)(Choice([]string{}))
	orders := seen(t, func() (string, error) {
		order, err := Sample(words, 3)
		return strings.Join(order, ""), err
	})
	if len(orders) != 6 {
		t.Error(orders)
	}
	orders = seen(t, func() (string, error) {
		order := []string{"a", "b", "c"}
		err := Shuffle(order)
		return strings.Join(order, ""), err
	})
	if len(orders) != 6 {
		t.Error(orders)
	}
	if err := Shuffle([]struct{}{{}, {}}); err != nil {
		t.Error(err)
	}
	if chosen := must[[]string](t)(Choices(words, 9)); len(chosen) != 9 {
		t.Error(chosen)
	}
	indices := seen(t, func() (int, error) { return WeightedIndex([]uint64{1, 0, 2}) })
	if len(indices) != 2 || indices[1] {
		t.Error(indices)
	}
	refuses[int](t, ErrInvalidArgument)(WeightedIndex(nil))
}

func TestTheStandardLibraryDrawsFromReaderAndSource(t *testing.T) {
	buffer := make([]byte, 1000)
	if _, err := io.ReadFull(Reader, buffer); err != nil || bytes.Count(buffer, []byte{0}) > 100 {
		t.Error(err)
	}
	order := rand.New(Source{}).Perm(52)
	if sort.IntsAreSorted(order) { // with odds of 1 / 52!
		t.Error(order)
	}
	var group sync.WaitGroup
	for i := 0; i < 8; i++ {
		group.Add(1)
		go func() { defer group.Done(); io.CopyN(io.Discard, Reader, 100000) }()
	}
	group.Wait()
}

func TestANulInATextOfTheProgramIsRefused(t *testing.T) {
	refuses[string](t, ErrInvalidArgument)(Sign(key, "reset\x00evil", nil, Never))
	token := must[string](t)(Sign(key, "reset", nil, Never))
	refuses[[]byte](t, ErrInvalidArgument)(Verify(token, "reset\x00evil", key))
	refuses[string](t, ErrInvalidArgument)(APIKey("acme\x00"))
	refuses[string](t, ErrInvalidArgument)(Passphrase(4, " \x00"))
	refuses[string](t, ErrInvalidArgument)(Code(2, 5, "-\x00"))
	refuses[string](t, ErrInvalidArgument)(TokenAlphabet(9, "ab\x00"))
	policy := DefaultPolicy
	policy.Exclude = "0\x00"
	refuses[string](t, ErrInvalidArgument)(Password(16, policy))
	if err := CheckAPIKey("acme_x", "acme\x00"); err != ErrInvalidArgument {
		t.Error(err)
	}
}

func TestAStatusSaysItsName(t *testing.T) {
	if ErrExpired.Name() != "CSECRETS_ERR_EXPIRED" || !strings.HasPrefix(ErrWeak.Error(), "CSECRETS_ERR_WEAK: ") {
		t.Error(ErrExpired.Name(), ErrWeak)
	}
	if err := EntropyProbe(); err != nil || Version() == "" {
		t.Error(err, Version())
	}
}
