package codec

import (
	"encoding/binary"
	"math"
)

// maxDepth is how many levels of values that contain themselves may be open at once.
const maxDepth = 64

// Reader reads the binary encodings. It never reads past the window that is open, and never allocates for what it has
// not seen. Decoders of values of a fixed size take them in one piece ([Reader.Next]); everything else is read value by value.
type Reader struct {
	// data ends where the open window ends; positions count from the start of the whole input.
	data  []byte
	pos   int
	depth int
	// fragment: data is a JSON value by itself, so that a number may end with it.
	fragment bool
	pieces   pieces
}

// NewReader reads a whole message.
func NewReader(data []byte) Reader { return Reader{data: data} }

// Pos returns the offset of the next byte.
func (r *Reader) Pos() int { return r.pos }

// Left returns how many bytes the open window still has.
func (r *Reader) Left() int { return len(r.data) - r.pos }

// Limit refuses a message of more than most bytes.
func (r *Reader) Limit(most int) *DecodeError {
	if len(r.data) > most {
		return fail(ErrTooLong, 0, "the message's size, "+detailTooLong, len(r.data), most)
	}
	return nil
}

// End refuses bytes that are left in the window.
func (r *Reader) End() *DecodeError {
	if r.pos == len(r.data) {
		return nil
	}
	return fail(ErrTrailingBytes, r.pos, "%d bytes are left after the value", r.Left())
}

// Enter counts a level of a value that may contain itself; [Reader.Leave] ends it.
func (r *Reader) Enter() *DecodeError {
	if r.depth == maxDepth {
		return fail(ErrTooDeep, r.pos, detailTooDeep)
	}
	r.depth++
	return nil
}

// Leave ends what [Reader.Enter] began.
func (r *Reader) Leave() { r.depth-- }

// Next takes n bytes, or returns nil, and takes nothing, when fewer are left.
func (r *Reader) Next(n int) []byte {
	if len(r.data)-r.pos < n {
		return nil
	}
	b := r.data[r.pos : r.pos+n : r.pos+n]
	r.pos += n
	return b
}

// Truncated is the error of a value of n bytes that does not fit.
func (r *Reader) Truncated(n int) *DecodeError {
	return fail(ErrTruncated, r.pos, "needs %d bytes, %d are left", n, r.Left())
}

// U8 reads one byte.
func (r *Reader) U8() (uint8, *DecodeError) {
	if r.pos >= len(r.data) {
		return 0, r.Truncated(1)
	}
	x := r.data[r.pos]
	r.pos++
	return x, nil
}

// U16 reads two bytes, little-endian.
func (r *Reader) U16() (uint16, *DecodeError) {
	b := r.Next(2)
	if b == nil {
		return 0, r.Truncated(2)
	}
	return binary.LittleEndian.Uint16(b), nil
}

// U32 reads four bytes, little-endian.
func (r *Reader) U32() (uint32, *DecodeError) {
	b := r.Next(4)
	if b == nil {
		return 0, r.Truncated(4)
	}
	return binary.LittleEndian.Uint32(b), nil
}

// U64 reads eight bytes, little-endian.
func (r *Reader) U64() (uint64, *DecodeError) {
	b := r.Next(8)
	if b == nil {
		return 0, r.Truncated(8)
	}
	return binary.LittleEndian.Uint64(b), nil
}

// U16BE reads two bytes, big-endian.
func (r *Reader) U16BE() (uint16, *DecodeError) {
	b := r.Next(2)
	if b == nil {
		return 0, r.Truncated(2)
	}
	return binary.BigEndian.Uint16(b), nil
}

// U32BE reads four bytes, big-endian.
func (r *Reader) U32BE() (uint32, *DecodeError) {
	b := r.Next(4)
	if b == nil {
		return 0, r.Truncated(4)
	}
	return binary.BigEndian.Uint32(b), nil
}

// U64BE reads eight bytes, big-endian.
func (r *Reader) U64BE() (uint64, *DecodeError) {
	b := r.Next(8)
	if b == nil {
		return 0, r.Truncated(8)
	}
	return binary.BigEndian.Uint64(b), nil
}

// Uvarint reads a varint that must lie between least and most.
func (r *Reader) Uvarint(least, most uint64) (uint64, *DecodeError) {
	start := r.pos
	if start < len(r.data) && r.data[start] < 0x80 {
		r.pos++
		if x := uint64(r.data[start]); least <= x && x <= most {
			return x, nil
		}
		return 0, fail(ErrOutOfRange, start, detailOutOfRange, r.data[start], least, most)
	}
	x, err := r.longUvarint(start)
	if err == nil && (x < least || x > most) {
		return 0, fail(ErrOutOfRange, start, detailOutOfRange, x, least, most)
	}
	return x, err
}

// Varint reads a zigzag varint that must lie between least and most.
func (r *Reader) Varint(least, most int64) (int64, *DecodeError) {
	start := r.pos
	zigzag, err := r.Uvarint(0, math.MaxUint64)
	if err != nil {
		return 0, err
	}
	x := int64(zigzag>>1) ^ -int64(zigzag&1)
	if x < least || x > most {
		return 0, fail(ErrOutOfRange, start, detailOutOfRange, x, least, most)
	}
	return x, nil
}

func (r *Reader) longUvarint(start int) (uint64, *DecodeError) {
	rest := r.data[start:]
	var x uint64
	for i, b := range rest[:min(len(rest), binary.MaxVarintLen64)] {
		if b >= 0x80 {
			x |= uint64(b&0x7f) << (7 * i)
			continue
		}
		if i == binary.MaxVarintLen64-1 && b > 1 {
			return 0, fail(ErrOutOfRange, start, "the varint is 2^64 or above")
		}
		if i > 0 && b == 0 {
			return 0, fail(ErrNonCanonical, start, "the varint is longer than it needs to be")
		}
		r.pos = start + i + 1
		return x | uint64(b)<<(7*i), nil
	}
	if len(rest) < binary.MaxVarintLen64 {
		return 0, fail(ErrTruncated, start, "the varint does not end")
	}
	return 0, fail(ErrOutOfRange, start, "the varint is longer than %d bytes", binary.MaxVarintLen64)
}

// Bool reads one byte that is 0 or 1.
func (r *Reader) Bool() (bool, *DecodeError) {
	x, err := r.U8()
	if err != nil {
		return false, err
	}
	return BoolOf(x, r.pos-1)
}
