package main

import (
	"fmt"
	"reflect"
)

// codec is how one library writes and reads one message: it writes an In, made of the content C, and reads an Out, which is turned back into it.
type codec[C, In, Out any] struct {
	from   func(C) In
	back   func(Out) C
	encode func(In) ([]byte, error)
	decode func([]byte) (Out, error)
	// Encodes into memory that is there already; may be nil.
	reuse func([]byte, In) ([]byte, error)
}

// operations checks that the library gives back what goes in, and gives what there is to time.
func operations[C, In, Out any](message, library string, content C, it codec[C, In, Out]) ([]operation, error) {
	value := it.from(content)
	data, err := it.encode(value)
	if err != nil {
		return nil, err
	}
	decoded, err := it.decode(data)
	if err != nil {
		return nil, err
	}
	if !reflect.DeepEqual(it.back(decoded), content) {
		return nil, fmt.Errorf("%s does not give back %s as it was", library, message)
	}
	of := func(op string, run func(n int)) operation {
		return operation{message: message, library: library, op: op, bytes: len(data), run: run}
	}
	// What the loops make goes where the compiler cannot see that nobody looks at it.
	bytesOut, valueOut := new([]byte), new(Out)
	found := []operation{
		of("encode", func(n int) {
			for range n {
				if *bytesOut, err = it.encode(value); err != nil {
					panic(err)
				}
			}
		}),
		of("decode", func(n int) {
			for range n {
				if *valueOut, err = it.decode(data); err != nil {
					panic(err)
				}
			}
		}),
	}
	if it.reuse != nil {
		buffer := make([]byte, 0, 2*len(data))
		found = append(found, of("encode_reused", func(n int) {
			for range n {
				if *bytesOut, err = it.reuse(buffer, value); err != nil {
					panic(err)
				}
			}
		}))
	}
	return found, nil
}
