package property

import (
	"testing"

	"meshwright.dev/go/codec/codectest"
	"meshwright.dev/go/generated/arbitrary"
)

// seedsPerMessage is how many of a message's vectors the fuzzer begins with.
const seedsPerMessage = 3

// FuzzMessages decodes any bytes as any message.
func FuzzMessages(f *testing.F) {
	messages := arbitrary.Messages
	numbers := map[string]uint16{}
	source := codectest.NewSource(defaultSeed)
	for i, message := range messages {
		numbers[message.ID] = uint16(i)
		data, err := message.Random(source).MarshalBinary()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(uint16(i), data)
	}
	// The first of each are whole messages, and what comes after them differs little; with all, a short run would end before it has tried anything new.
	added := map[string]int{}
	eachVector(f, func(message codectest.Type, v vector, data []byte) {
		if string(v.Verdict) == `"valid"` && added[message.ID] < seedsPerMessage {
			added[message.ID]++
			f.Add(numbers[message.ID], data)
		}
	})
	f.Fuzz(func(t *testing.T, number uint16, data []byte) {
		checkInput(t, messages[int(number)%len(messages)], data)
	})
}
