// Package codec is the runtime under generated codecs: readers and writers for the binary encodings and for canonical
// JSON, the typed errors that they report, and the few value types that Go lacks.
//
// Programs use the error types ([DecodeError], [EncodeError], and the kinds such as [ErrTruncated]) and [Duration].
// Everything else is there for generated code.
package codec
