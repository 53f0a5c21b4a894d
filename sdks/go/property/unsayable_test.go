package property

import (
	"errors"
	"testing"

	"meshwright.dev/go/codec"
	meshwright "meshwright.dev/go/generated"
)

// Vectors cannot say a case that is nil, but a program can make one.
func TestNilCases(t *testing.T) {
	for name, node := range map[string]meshwright.PredicateNode{
		"no case":            {},
		"a case without one": {Case: (*meshwright.PredicateNodeExists)(nil)},
		"an empty case":      {Case: (*meshwright.PredicateNodeAnd)(nil)},
	} {
		predicate := meshwright.Predicate{Nodes: []meshwright.PredicateNode{node}}
		_, err := predicate.MarshalBinary()
		var refused *codec.EncodeError
		if !errors.As(err, &refused) || refused.Kind != codec.ErrUnknownVariant {
			t.Errorf("%s: got %v, want %s", name, err, codec.ErrUnknownVariant)
		}
	}
}
