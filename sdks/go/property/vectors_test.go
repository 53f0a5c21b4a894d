package property

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"meshwright.dev/go/codec"
	"meshwright.dev/go/codec/codectest"
	"meshwright.dev/go/generated/arbitrary"
)

const vectorFolder = "../../../conformance/vectors"

type vector struct {
	Name      string
	Bytes     *string
	Verdict   json.RawMessage
	Direction string
}

type refusal struct {
	Kind   codec.Kind
	Offset int
	Path   string
}

// eachVector calls use for all vectors that have bytes to decode.
func eachVector(t testing.TB, use func(message codectest.Type, v vector, data []byte)) {
	t.Helper()
	for _, message := range arbitrary.Messages {
		at := strings.LastIndexByte(message.ID, '.')
		text, err := os.ReadFile(filepath.Join(vectorFolder, message.ID[:at], message.ID[at+1:]+".json"))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		var vectors []vector
		if err := json.Unmarshal(text, &vectors); err != nil {
			t.Fatalf("%s: %v", message.ID, err)
		}
		for _, v := range vectors {
			if v.Bytes == nil || v.Direction == "encode" {
				continue
			}
			data, err := hex.DecodeString(*v.Bytes)
			if err != nil {
				t.Fatalf("%s: %s: %v", message.ID, v.Name, err)
			}
			use(message, v, data)
		}
	}
}

// TestVectors decodes what the conformance suite decodes, and encodes again what is valid.
func TestVectors(t *testing.T) {
	count := 0
	eachVector(t, func(message codectest.Type, v vector, data []byte) {
		count++
		value := message.New()
		err := value.UnmarshalBinary(data)
		if string(v.Verdict) == `"valid"` {
			if err != nil {
				t.Errorf("%s: %s: %v", message.ID, v.Name, err)
			} else if again, err := value.MarshalBinary(); err != nil || !bytes.Equal(again, data) {
				t.Errorf("%s: %s: encoded again as %x, %v", message.ID, v.Name, again, err)
			}
			return
		}
		var want refusal
		if err := json.Unmarshal(v.Verdict, &want); err != nil {
			t.Fatalf("%s: %s: %v", message.ID, v.Name, err)
		}
		var got *codec.DecodeError
		if !errors.As(err, &got) || got.Kind != want.Kind || got.Offset != want.Offset || got.Path != want.Path {
			t.Errorf("%s: %s: want %+v, got %v", message.ID, v.Name, want, err)
		}
	})
	if count == 0 {
		t.Skip("there are no vectors")
	}
	t.Logf("%d vectors", count)
}
