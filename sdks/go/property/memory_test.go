package property

import (
	"bytes"
	"runtime"
	"testing"

	"meshwright.dev/go/codec/codectest"
	"meshwright.dev/go/generated/arbitrary"
)

// TestMemory decodes large inputs that announce more than they hold. What is taken for them is a small multiple of their
// size: Go's form of a value is larger than its encoding, but nothing is taken for what has not been seen.
func TestMemory(t *testing.T) {
	const size, factor, slack = 1 << 18, 64, 1 << 16
	source := codectest.NewSource(seed(t))
	for _, message := range arbitrary.Messages {
		data, err := message.Random(source).MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		for _, filler := range []string{"\x00", "\x01", "\x7f", "\xff", "\xff\xff\x03", "[", `{"`} {
			for _, start := range []int{0, min(1, len(data)), len(data) / 2, len(data)} {
				input := append(bytes.Clone(data[:start]), bytes.Repeat([]byte(filler), size/len(filler))...)
				if taken := allocated(func() { _ = message.New().UnmarshalBinary(input) }); taken > factor*size+slack {
					t.Errorf("%s: %d bytes are taken for %d bytes of %q after %x", message.ID, taken, len(input), filler, data[:start])
				}
			}
		}
	}
}

// allocated returns how many bytes a function takes, in all.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
