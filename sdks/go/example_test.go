package meshwright_test

import (
	"errors"
	"fmt"

	"meshwright.dev/go/codec"
	meshwright "meshwright.dev/go/generated"
)

func Example() {
	grant := meshwright.WindowGrant{StreamID: 1, TotalConsumed: 4096, AckSeq: 7}
	data, err := grant.MarshalBinary()
	if err != nil {
		panic(err)
	}

	again, err := meshwright.DecodeWindowGrant(data)
	if err != nil {
		panic(err)
	}
	fmt.Println(len(data), again.TotalConsumed)
	// Output: 24 4096
}

func Example_errors() {
	_, err := meshwright.DecodeWindowGrant(make([]byte, 20))

	var refusal *codec.DecodeError
	if errors.As(err, &refusal) {
		fmt.Println(refusal.Kind, refusal.Offset, refusal.Path)
	}
	fmt.Println(errors.Is(err, codec.ErrTruncated))
	fmt.Println(err)
	// Output:
	// truncated 16 ackSeq
	// true
	// WindowGrant.ackSeq: truncated at byte 16: needs 8 bytes, 4 are left
}

func Example_unions() {
	event := meshwright.ToolEvent{Case: &meshwright.ToolEventError{Code: "busy", Message: "try again"}}
	data, err := event.MarshalBinary()
	if err != nil {
		panic(err)
	}
	fmt.Printf("%s\n", data)

	event, err = meshwright.DecodeToolEvent(data)
	if err != nil {
		panic(err)
	}
	switch c := event.Case.(type) {
	case *meshwright.ToolEventResult:
		fmt.Printf("result: %s\n", c.Data)
	case *meshwright.ToolEventError:
		fmt.Println("failed:", c.Message)
	}
	// Output:
	// {"type":"error","code":"busy","message":"try again"}
	// failed: try again
}

func Example_append() {
	buffer := make([]byte, 0, 1500)
	for i := range 3 {
		header := meshwright.PacketHeader{Flags: meshwright.PacketFlagReliable, Counter: uint64(i)}
		var err error
		if buffer, err = header.AppendBinary(buffer); err != nil {
			panic(err)
		}
	}
	fmt.Println(len(buffer))
	// Output: 192
}
