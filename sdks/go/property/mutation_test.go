package property

import (
	"math/rand/v2"
	"slices"
	"testing"

	"meshwright.dev/go/codec/codectest"
	"meshwright.dev/go/generated/arbitrary"
)

// TestMutatedMessages decodes messages with a few bytes changed, put in, left out or moved.
func TestMutatedMessages(t *testing.T) {
	const messages, mutations = 100, 100
	start := seed(t)
	source := codectest.NewSource(start)
	random := rand.New(rand.NewPCG(start, 1))
	for _, message := range arbitrary.Messages {
		for range messages {
			data, err := message.Random(source).MarshalBinary()
			if err != nil {
				t.Fatal(err)
			}
			for range mutations {
				checkInput(t, message, mutate(random, data))
			}
		}
	}
}

// interesting bytes are those that mean something to the encodings.
const interesting = "\x00\x01\x7f\x80\xff\xc0\xed{}[]\",:\\ 0-.eEu"

func mutate(random *rand.Rand, data []byte) []byte {
	data = slices.Clone(data)
	for range 1 + random.IntN(3) {
		at := random.IntN(len(data) + 1)
		some := byte(random.Uint32())
		if random.IntN(2) == 0 {
			some = interesting[random.IntN(len(interesting))]
		}
		switch kind := random.IntN(5); {
		case kind == 0:
			data = slices.Insert(data, at, some)
		case at == len(data):
			continue
		case kind == 1:
			data = slices.Delete(data, at, at+1+random.IntN(len(data)-at))
		case kind == 2:
			data = slices.Insert(data, at, slices.Clone(data[at:min(at+8, len(data))])...)
		case kind == 3:
			data[at] ^= 1 << random.IntN(8)
		default:
			data[at] = some
		}
	}
	return data
}
