package codec

import "testing"

// verdict is what a decoder says: a kind and an offset, or that all is well.
type verdict struct {
	kind   Kind
	offset int
}

func verdictOf(err *DecodeError) verdict {
	if err == nil {
		return verdict{}
	}
	return verdict{kind: err.Kind, offset: err.Offset}
}

func kindOf(err *EncodeError) Kind {
	if err == nil {
		return ""
	}
	return err.Kind
}

// jsonReader reads text that stands in something longer.
func jsonReader(text string) *JSONReader { return &JSONReader{data: []byte(text)} }

func check[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %+v, want %+v", what, got, want)
	}
}
