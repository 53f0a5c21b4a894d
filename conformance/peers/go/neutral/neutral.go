// Package neutral converts between the neutral JSON of the peer protocol and the values of a generated SDK. The generated
// dispatch is put together from its functions: a parser makes a value from JSON, a printer appends JSON for a value.
package neutral

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"meshwright.dev/go/codec"
)

// Value is a JSON value that has been found to be one, still as text.
type Value = json.RawMessage

// Parser makes a value of T.
type Parser[T any] = func(Value) (T, error)

// Printer appends the neutral JSON of a value.
type Printer[T any] = func([]byte, T) []byte

// BadRequest says that a value is not of the form that its type has in neutral JSON. Anything that an encoder would refuse
// is a [codec.EncodeError] instead.
type BadRequest struct {
	Path    string
	Message string
}

func (e *BadRequest) Error() string {
	if e.Path == "" {
		return e.Message
	}
	return e.Path + ": " + e.Message
}

func bad(format string, args ...any) error { return &BadRequest{Message: fmt.Sprintf(format, args...)} }

func refuse(kind codec.Kind, format string, args ...any) error {
	return &codec.EncodeError{Kind: kind, Detail: fmt.Sprintf(format, args...)}
}

// in puts a field's name before the path of an error.
func in(err error, field string) error {
	var refused *codec.EncodeError
	if errors.As(err, &refused) {
		return refused.In(field)
	}
	return before(err, field)
}

// at puts an element's position before the path of an error.
func at(err error, index int) error {
	var refused *codec.EncodeError
	if errors.As(err, &refused) {
		return refused.At(index)
	}
	return before(err, "["+strconv.Itoa(index)+"]")
}

func before(err error, step string) error {
	var request *BadRequest
	if !errors.As(err, &request) {
		return err
	}
	if request.Path != "" && request.Path[0] != '[' {
		step += "."
	}
	request.Path = step + request.Path
	return request
}

// Type encodes and decodes messages of one type.
type Type interface {
	Encode(value Value) ([]byte, error)
	Decode(data []byte) (value []byte, err error)
}

// Message makes the [Type] of the root message T.
func Message[T any, P interface {
	*T
	encoding.BinaryMarshaler
	encoding.BinaryUnmarshaler
}](parse Parser[T], print Printer[T]) Type {
	return message[T, P]{parse, print}
}

type message[T any, P interface {
	*T
	encoding.BinaryMarshaler
	encoding.BinaryUnmarshaler
}] struct {
	parse Parser[T]
	print Printer[T]
}

func (m message[T, P]) Encode(value Value) ([]byte, error) {
	v, err := m.parse(value)
	if err != nil {
		return nil, err
	}
	return P(&v).MarshalBinary()
}

func (m message[T, P]) Decode(data []byte) ([]byte, error) {
	var v T
	if err := P(&v).UnmarshalBinary(data); err != nil {
		return nil, err
	}
	return m.print(nil, v), nil
}
