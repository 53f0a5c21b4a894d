package codec

import (
	"fmt"
	"strconv"
)

// Kind says why bytes or a value were refused. The kinds are the same in every language. A Kind is an error, so that
// errors.Is(err, codec.ErrTruncated) works on what decoders and encoders return.
type Kind string

const (
	// ErrTruncated: the input, or the window that the value stands in, ends too early.
	ErrTruncated Kind = "truncated"
	// ErrTrailingBytes: bytes are left after the value.
	ErrTrailingBytes Kind = "trailing_bytes"
	// ErrBadConstant: a field that always has one value has another.
	ErrBadConstant Kind = "bad_constant"
	// ErrOutOfRange: a number, a size or a text is outside the bounds of its type.
	ErrOutOfRange Kind = "out_of_range"
	// ErrInvalidUTF8: text is not UTF-8.
	ErrInvalidUTF8 Kind = "invalid_utf8"
	// ErrUnknownVariant: an enum or union has no member of that number or name.
	ErrUnknownVariant Kind = "unknown_variant"
	// ErrUnknownFlag: a set bit, or a name among flags, means nothing.
	ErrUnknownFlag Kind = "unknown_flag"
	// ErrNonCanonical: the value could be read, but is not written in the one way that is allowed.
	ErrNonCanonical Kind = "non_canonical"
	// ErrDuplicateKey: a key stands twice in a map or an object.
	ErrDuplicateKey Kind = "duplicate_key"
	// ErrTooLong: more bytes or elements than the type allows.
	ErrTooLong Kind = "too_long"
	// ErrTooDeep: values are nested in each other more than 64 levels deep.
	ErrTooDeep Kind = "too_deep"
	// ErrMalformed: not JSON, or not the JSON that is expected here.
	ErrMalformed Kind = "malformed"
	// ErrMissingField: a member that must be there is not.
	ErrMissingField Kind = "missing_field"
	// ErrUnknownField: a member that the type does not have.
	ErrUnknownField Kind = "unknown_field"
)

// Error returns the kind's name, such as "out_of_range".
func (k Kind) Error() string { return string(k) }

// DecodeError says what is wrong with an input, and where.
type DecodeError struct {
	Kind Kind
	// Offset is the first byte of the value at fault, counted from the start of the whole input.
	Offset int
	// Path leads from the message to the value at fault, as in "headers[2].name"; "" is the message itself.
	Path string
	// Detail is a few words for people; programs must not depend on it.
	Detail string
	// Type names the message that was being decoded.
	Type string
	// ofWindow: it is the innermost window that is at fault, so that fields within it do not belong to the path.
	ofWindow bool
}

// Error describes the refusal in one line.
func (e *DecodeError) Error() string {
	return fmt.Sprintf("%s: %s at byte %d: %s", joinPath(e.Type, e.Path), e.Kind, e.Offset, e.Detail)
}

// Unwrap returns the kind, for errors.Is.
func (e *DecodeError) Unwrap() error { return e.Kind }

// In puts a field's name before the path. Like [DecodeError.At] it is called while a failed decoder unwinds.
func (e *DecodeError) In(field string) *DecodeError {
	return e.within(field)
}

// At puts an element's position before the path.
func (e *DecodeError) At(index int) *DecodeError {
	return e.within("[" + strconv.Itoa(index) + "]")
}

func (e *DecodeError) within(step string) *DecodeError {
	if !e.ofWindow {
		e.Path = joinPath(step, e.Path)
	}
	return e
}

// Window marks that the unwinding leaves a window.
func (e *DecodeError) Window() *DecodeError {
	e.ofWindow = false
	return e
}

// Of names the message, at the end of the unwinding.
func (e *DecodeError) Of(message string) *DecodeError {
	e.Type = message
	return e
}

// EncodeError says which part of a value cannot be encoded, and why. It has the kind and the path that a decoder would
// report if the value were written all the same.
type EncodeError struct {
	Kind Kind
	// Path leads from the message to the value at fault, as in "headers[2].name"; "" is the message itself.
	Path string
	// Detail is a few words for people; programs must not depend on it.
	Detail string
	// Type names the message that was being encoded.
	Type string
}

// Error describes the refusal in one line.
func (e *EncodeError) Error() string {
	return fmt.Sprintf("%s: %s: %s", joinPath(e.Type, e.Path), e.Kind, e.Detail)
}

// Unwrap returns the kind, for errors.Is.
func (e *EncodeError) Unwrap() error { return e.Kind }

// In puts a field's name before the path.
func (e *EncodeError) In(field string) *EncodeError {
	e.Path = joinPath(field, e.Path)
	return e
}

// At puts an element's position before the path.
func (e *EncodeError) At(index int) *EncodeError {
	e.Path = joinPath("["+strconv.Itoa(index)+"]", e.Path)
	return e
}

// Of names the message, at the end of the unwinding.
func (e *EncodeError) Of(message string) *EncodeError {
	e.Type = message
	return e
}

func joinPath(head, tail string) string {
	if head == "" || tail == "" || tail[0] == '[' {
		return head + tail
	}
	return head + "." + tail
}
