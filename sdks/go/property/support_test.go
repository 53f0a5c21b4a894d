package property

import (
	"bytes"
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"

	"meshwright.dev/go/codec"
	"meshwright.dev/go/codec/codectest"
)

const defaultSeed = 20260801

func seed(t testing.TB) uint64 {
	t.Helper()
	seed := uint64(defaultSeed)
	if text := os.Getenv("MESHWRIGHT_SEED"); text != "" {
		var err error
		if seed, err = strconv.ParseUint(text, 10, 64); err != nil {
			t.Fatalf("MESHWRIGHT_SEED: %v", err)
		}
	}
	t.Logf("MESHWRIGHT_SEED=%d", seed)
	return seed
}

// checkInput decodes any input: either it is refused properly, or it is the one way to write the value that it gives.
func checkInput(t testing.TB, message codectest.Type, data []byte) {
	t.Helper()
	original := bytes.Clone(data)
	value := message.New()
	err := value.UnmarshalBinary(data)
	if !bytes.Equal(data, original) {
		t.Fatalf("%s: decoding %x changed it to %x", message.ID, original, data)
	}
	if err != nil {
		checkRefusal(t, message, data, err)
		return
	}
	again, err := value.MarshalBinary()
	if err != nil {
		t.Fatalf("%s: %x was decoded, but encoding again fails: %v", message.ID, data, err)
	}
	if !bytes.Equal(again, data) {
		t.Fatalf("%s: two ways to write a value:\n%x\n%x", message.ID, data, again)
	}
}

func checkRefusal(t testing.TB, message codectest.Type, data []byte, err error) {
	t.Helper()
	var refusal *codec.DecodeError
	if !errors.As(err, &refusal) {
		t.Fatalf("%s: %x: the error is a %T", message.ID, data, err)
	}
	if refusal.Offset < 0 || refusal.Offset > len(data) {
		t.Fatalf("%s: %x: offset %d is outside the input", message.ID, data, refusal.Offset)
	}
	if !errors.Is(err, refusal.Kind) || refusal.Kind == "" || refusal.Detail == "" {
		t.Fatalf("%s: %x: incomplete error %+v", message.ID, data, refusal)
	}
	if strings.Contains(refusal.Detail, "%!") {
		t.Fatalf("%s: %x: the detail is not formatted: %s", message.ID, data, refusal.Detail)
	}
}
