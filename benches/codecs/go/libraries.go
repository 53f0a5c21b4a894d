package main

import (
	"encoding/json"

	"github.com/bytedance/sonic"
	flatbuffers "github.com/google/flatbuffers/go"
	"google.golang.org/protobuf/proto"
)

// Names of the libraries; their versions come from the build.
const (
	meshwright  = "meshwright"
	protobuf    = "protobuf"
	vtprotobuf  = "vtprotobuf"
	flatBuffers = "flatbuffers"
	plainJSON   = "encoding/json"
	sonicJSON   = "sonic"
)

// modules says which module each library is.
var modules = map[string]string{
	protobuf:    "google.golang.org/protobuf",
	vtprotobuf:  "github.com/planetscale/vtprotobuf",
	flatBuffers: "github.com/google/flatbuffers",
	sonicJSON:   "github.com/bytedance/sonic",
}

// message is a pointer to a generated message of this project.
type message[C any] interface {
	*C
	MarshalBinary() ([]byte, error)
	AppendBinary([]byte) ([]byte, error)
}

func ours[C any, P message[C]](decode func([]byte) (C, error)) codec[C, P, C] {
	return codec[C, P, C]{
		from:   func(content C) P { return &content },
		back:   func(content C) C { return content },
		encode: func(value P) ([]byte, error) { return value.MarshalBinary() },
		decode: decode,
		reuse:  func(dst []byte, value P) ([]byte, error) { return value.AppendBinary(dst) },
	}
}

// protoMessage is a pointer to a message of both protobuf libraries, whose generated code shares its types.
type protoMessage[M any] interface {
	*M
	proto.Message
	MarshalVT() ([]byte, error)
	UnmarshalVT([]byte) error
	MarshalToSizedBufferVT([]byte) (int, error)
	SizeVT() int
}

func google[C, M any, P protoMessage[M]]() codec[C, P, P] {
	return codec[C, P, P]{
		from:   func(content C) P { return convert[P](content) },
		back:   func(value P) C { return convert[C](value) },
		encode: func(value P) ([]byte, error) { return proto.Marshal(value) },
		decode: func(data []byte) (P, error) {
			value := P(new(M))
			return value, proto.Unmarshal(data, value)
		},
		reuse: func(dst []byte, value P) ([]byte, error) { return proto.MarshalOptions{}.MarshalAppend(dst, value) },
	}
}

func vt[C, M any, P protoMessage[M]]() codec[C, P, P] {
	it := google[C, M, P]()
	it.encode = func(value P) ([]byte, error) { return value.MarshalVT() }
	it.decode = func(data []byte) (P, error) {
		value := P(new(M))
		return value, value.UnmarshalVT(data)
	}
	it.reuse = func(dst []byte, value P) ([]byte, error) {
		size := value.SizeVT()
		_, err := value.MarshalToSizedBufferVT(dst[:size])
		return dst[:size], err
	}
	return it
}

// flatObject is a table of FlatBuffers as an ordinary value.
type flatObject interface {
	Pack(*flatbuffers.Builder) flatbuffers.UOffsetT
}

// zeroCopy reads every field, and checks nothing: in Go the library has no verifier, nor does it look at UTF-8.
func zeroCopy[C any, T flatObject](decode func([]byte) T) codec[C, T, T] {
	builder := flatbuffers.NewBuilder(1024)
	pack := func(value T) []byte {
		builder.Reset()
		builder.Finish(value.Pack(builder))
		return builder.FinishedBytes()
	}
	return codec[C, T, T]{
		from:   func(content C) T { return convert[T](content) },
		back:   func(value T) C { return convert[C](value) },
		encode: func(value T) ([]byte, error) { return append([]byte(nil), pack(value)...), nil },
		decode: func(data []byte) (T, error) { return decode(data), nil },
		reuse:  func(_ []byte, value T) ([]byte, error) { return pack(value), nil },
	}
}

func viaJSON(marshal func(any) ([]byte, error), unmarshal func([]byte, any) error) func() codec[invoiceContent, *jsonInvoice, *jsonInvoice] {
	return func() codec[invoiceContent, *jsonInvoice, *jsonInvoice] {
		return codec[invoiceContent, *jsonInvoice, *jsonInvoice]{
			from:   func(content invoiceContent) *jsonInvoice { return convert[*jsonInvoice](content) },
			back:   func(value *jsonInvoice) invoiceContent { return convert[invoiceContent](value) },
			encode: func(value *jsonInvoice) ([]byte, error) { return marshal(value) },
			decode: func(data []byte) (*jsonInvoice, error) {
				value := new(jsonInvoice)
				return value, unmarshal(data, value)
			},
		}
	}
}

var (
	standard = viaJSON(json.Marshal, json.Unmarshal)
	// The standard settings of sonic skip checks that encoding/json does; this is the one that agrees with it.
	sonicStd = viaJSON(sonic.ConfigStd.Marshal, sonic.ConfigStd.Unmarshal)
)
