// The peer lets a conformance runner drive the Go SDK: it reads one request a line on standard input and writes one answer
// a line on standard output.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"meshwright.dev/peer/generated"
)

func main() {
	peer := newPeer(generated.Spec, generated.Version, generated.Types)
	if err := serve(peer, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// serve answers requests up to the end of the input. Answers are held back only while more requests have arrived already.
func serve(p *peer, in io.Reader, out io.Writer) error {
	reader, writer := bufio.NewReaderSize(in, 1<<16), bufio.NewWriterSize(out, 1<<16)
	for {
		line, err := reader.ReadBytes('\n')
		if len(line) > 0 && string(line) != "\n" {
			// The writer remembers an error until it is flushed.
			_, _ = writer.Write(append(p.answer(line), '\n'))
		}
		if reader.Buffered() == 0 || err != nil {
			if flushed := writer.Flush(); flushed != nil {
				return flushed
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
