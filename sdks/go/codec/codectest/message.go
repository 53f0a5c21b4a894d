// Package codectest makes random messages, for property tests. Generated packages named arbitrary are put together from
// its functions.
package codectest

import "encoding"

// Message is a root message of a generated package.
type Message interface {
	encoding.BinaryMarshaler
	encoding.BinaryUnmarshaler
	encoding.BinaryAppender
}

// Type makes messages of one type.
type Type struct {
	// ID is the type's name in the spec, such as wire.packet.PacketHeader.
	ID string
	// New makes an empty message.
	New func() Message
	// Random makes a message that can be encoded, unless the spec bounds the bytes of a structure, of which it knows nothing.
	Random func(*Source) Message
}

// Of makes the [Type] of the root message T.
func Of[T any, P interface {
	*T
	Message
}](id string, random Maker[T]) Type {
	return Type{
		ID:  id,
		New: func() Message { return P(new(T)) },
		Random: func(s *Source) Message {
			message := random(s)
			return P(&message)
		},
	}
}
