package codec

import (
	"errors"
	"testing"
)

func TestPaths(t *testing.T) {
	err := fail(ErrOutOfRange, 3, "x").In("key").At(2).In("map").In("outer")
	check(t, "path", err.Path, "outer.map[2].key")
	check(t, "text", err.Of("Message").Error(), "Message.outer.map[2].key: out_of_range at byte 3: x")
	check(t, "element of the root", refuse(ErrTooLong, "x").At(0).Path, "[0]")
	check(t, "text of an encoder's", refuse(ErrTooLong, "%d too many", 2).In("list").Of("Message").Error(), "Message.list: too_long: 2 too many")
}

func TestKindsAreErrors(t *testing.T) {
	var decoding error = fail(ErrTruncated, 0, "x")
	var encoding error = refuse(ErrTooDeep, "x")
	check(t, "its own kind", errors.Is(decoding, ErrTruncated), true)
	check(t, "another kind", errors.Is(decoding, ErrTooDeep), false)
	check(t, "an encoder's kind", errors.Is(encoding, ErrTooDeep), true)
	var refusal *DecodeError
	check(t, "errors.As", errors.As(decoding, &refusal), true)
}
