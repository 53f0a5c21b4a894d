package property

import (
	"bytes"
	"reflect"
	"testing"

	"meshwright.dev/go/codec/codectest"
	"meshwright.dev/go/generated/arbitrary"
)

// TestRandomMessages encodes random messages and decodes them again.
func TestRandomMessages(t *testing.T) {
	const rounds = 1000
	source := codectest.NewSource(seed(t))
	for _, message := range arbitrary.Messages {
		for range rounds {
			checkRoundTrip(t, message, message.Random(source))
		}
	}
}

func checkRoundTrip(t *testing.T, message codectest.Type, value codectest.Message) {
	t.Helper()
	data, err := value.MarshalBinary()
	if err != nil {
		t.Fatalf("%s: %+v cannot be encoded: %v", message.ID, value, err)
	}
	again := message.New()
	if err := again.UnmarshalBinary(data); err != nil {
		t.Fatalf("%s: %x, encoded from %+v, cannot be decoded: %v", message.ID, data, value, err)
	}
	if !reflect.DeepEqual(value, again) {
		t.Fatalf("%s: %+v became %+v", message.ID, value, again)
	}
	prefix := []byte("prefix")
	appended, err := again.AppendBinary(prefix)
	if err != nil || !bytes.Equal(appended, append(prefix, data...)) {
		t.Fatalf("%s: appending gives %x, %v; must give %x", message.ID, appended, err, data)
	}
}

// TestShortenedMessages refuses every beginning of a message that is not one itself.
func TestShortenedMessages(t *testing.T) {
	source := codectest.NewSource(seed(t))
	for _, message := range arbitrary.Messages {
		data, err := message.Random(source).MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		for size := range data {
			checkInput(t, message, data[:size])
		}
	}
}
