package property

import (
	"testing"

	"meshwright.dev/go/codec/codectest"
	"meshwright.dev/go/generated/arbitrary"
)

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
	eachVector(f, func(message codectest.Type, v vector, data []byte) {
		if string(v.Verdict) == `"valid"` {
			f.Add(numbers[message.ID], data)
		}
	})
	f.Fuzz(func(t *testing.T, number uint16, data []byte) {
		checkInput(t, messages[int(number)%len(messages)], data)
	})
}
