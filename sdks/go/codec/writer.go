package codec

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
	"sync"
	"unicode/utf8"
)

// Writer appends the binary encodings to a buffer.
type Writer struct {
	buf   []byte
	depth int
}

// NewWriter appends to buf.
func NewWriter(buf []byte) Writer { return Writer{buf: buf} }

// Bytes returns the buffer.
func (w *Writer) Bytes() []byte { return w.buf }

// Limit refuses a message of more than most bytes, which began at start.
func (w *Writer) Limit(start, most int) *EncodeError {
	if size := len(w.buf) - start; size > most {
		return refuse(ErrTooLong, "the message's size, "+detailTooLong, size, most)
	}
	return nil
}

// Enter counts a level of a value that may contain itself; [Writer.Leave] ends it.
func (w *Writer) Enter() *EncodeError {
	if w.depth == maxDepth {
		return refuse(ErrTooDeep, detailTooDeep)
	}
	w.depth++
	return nil
}

// Leave ends what [Writer.Enter] began.
func (w *Writer) Leave() { w.depth-- }

// Extend lengthens the buffer by n bytes of any content and returns them.
func (w *Writer) Extend(n int) []byte {
	at := len(w.buf)
	if cap(w.buf)-at < n {
		w.buf = slices.Grow(w.buf, n)
	}
	w.buf = w.buf[:at+n]
	return w.buf[at:]
}

// U8 appends one byte.
func (w *Writer) U8(x uint8) { w.buf = append(w.buf, x) }

// U16 appends two bytes, little-endian.
func (w *Writer) U16(x uint16) { w.buf = binary.LittleEndian.AppendUint16(w.buf, x) }

// U32 appends four bytes, little-endian.
func (w *Writer) U32(x uint32) { w.buf = binary.LittleEndian.AppendUint32(w.buf, x) }

// U64 appends eight bytes, little-endian.
func (w *Writer) U64(x uint64) { w.buf = binary.LittleEndian.AppendUint64(w.buf, x) }

// U16BE appends two bytes, big-endian.
func (w *Writer) U16BE(x uint16) { w.buf = binary.BigEndian.AppendUint16(w.buf, x) }

// U32BE appends four bytes, big-endian.
func (w *Writer) U32BE(x uint32) { w.buf = binary.BigEndian.AppendUint32(w.buf, x) }

// U64BE appends eight bytes, big-endian.
func (w *Writer) U64BE(x uint64) { w.buf = binary.BigEndian.AppendUint64(w.buf, x) }

// Uvarint appends a varint.
func (w *Writer) Uvarint(x uint64) { w.buf = binary.AppendUvarint(w.buf, x) }

// Varint appends a zigzag varint.
func (w *Writer) Varint(x int64) { w.buf = binary.AppendVarint(w.buf, x) }

// Bool appends 0 or 1.
func (w *Writer) Bool(x bool) { w.buf = append(w.buf, ByteOf(x)) }

// ByteOf returns 1 for true.
func ByteOf(x bool) uint8 {
	if x {
		return 1
	}
	return 0
}

// Raw appends bytes as they are.
func (w *Writer) Raw(b []byte) { w.buf = append(w.buf, b...) }

// prefix appends the integer. The caller has checked that it fits.
func (w *Writer) prefix(p Prefix, n int) {
	switch p {
	case PrefixU8:
		w.U8(uint8(n))
	case PrefixU16:
		w.U16(uint16(n))
	case PrefixU32:
		w.U32(uint32(n))
	case PrefixU64:
		w.U64(uint64(n))
	case PrefixU16BE:
		w.U16BE(uint16(n))
	case PrefixU32BE:
		w.U32BE(uint32(n))
	case PrefixU64BE:
		w.U64BE(uint64(n))
	case PrefixVarint, PrefixVarint16, PrefixVarint32:
		w.Uvarint(uint64(n))
	case Rest:
	}
}

// SizeError says whether a size is outside its bounds; it is nil if not.
func SizeError(n int, least, most int64) *EncodeError {
	if int64(n) > most {
		return refuse(ErrTooLong, detailTooLong, n, most)
	}
	if int64(n) < least {
		return refuse(ErrOutOfRange, detailTooShort, n, least)
	}
	return nil
}

// Count appends how many elements follow.
func (w *Writer) Count(p Prefix, n int, least, most int64) *EncodeError {
	if err := SizeError(n, least, most); err != nil {
		return err
	}
	w.prefix(p, n)
	return nil
}

// BytesOf appends bytes of a variable size.
func (w *Writer) BytesOf(p Prefix, b []byte, least, most int64) *EncodeError {
	if err := w.Count(p, len(b), least, most); err != nil {
		return err
	}
	w.buf = append(w.buf, b...)
	return nil
}

// Text appends text; the bounds count bytes. A nil pattern allows all texts.
func (w *Writer) Text(pattern *Pattern, p Prefix, text string, least, most int64) *EncodeError {
	if err := checkText(pattern, text, least, most); err != nil {
		return err
	}
	w.prefix(p, len(text))
	w.buf = append(w.buf, text...)
	return nil
}

func checkText(pattern *Pattern, text string, least, most int64) *EncodeError {
	switch err := SizeError(len(text), least, most); {
	case err != nil:
		return err
	case !utf8.ValidString(text):
		return refuse(ErrInvalidUTF8, detailNotUTF8)
	case pattern != nil && !matches(pattern, text):
		return refuse(ErrOutOfRange, detailPattern)
	}
	return nil
}

// Window leaves room for a byte length; [Writer.CloseWindow] takes what it returns.
func (w *Writer) Window(p Prefix) (start int) {
	start = len(w.buf)
	w.prefix(p, 0)
	return start
}

// CloseWindow writes the byte length of what was appended since [Writer.Window].
func (w *Writer) CloseWindow(p Prefix, start int, least, most int64) *EncodeError {
	content := start + p.room()
	size := len(w.buf) - content
	if err := SizeError(size, least, most); err != nil {
		return err
	}
	if extra := p.size(size) - p.room(); extra > 0 {
		w.Extend(extra)
		copy(w.buf[content+extra:], w.buf[content:content+size])
	}
	end := len(w.buf)
	w.buf = w.buf[:start]
	w.prefix(p, size)
	w.buf = w.buf[:end]
	return nil
}

// room is how many bytes the prefix of an empty value takes.
func (p Prefix) room() int { return p.size(0) }

// size is how many bytes the prefix of a value of n bytes takes.
func (p Prefix) size(n int) int {
	switch p {
	case PrefixU8:
		return 1
	case PrefixU16, PrefixU16BE:
		return 2
	case PrefixU32, PrefixU32BE:
		return 4
	case PrefixU64, PrefixU64BE:
		return 8
	case PrefixVarint, PrefixVarint16, PrefixVarint32:
		// One byte for each 7 bits.
		return (bits.Len64(uint64(n)|1) + 6) / 7
	default:
		return 0
	}
}

// scratch holds buffers for messages whose size is not known beforehand.
var scratch = sync.Pool{New: func() any { return new([]byte) }}

// Scratch borrows an empty buffer to encode into; [Finish] gives it back.
func Scratch() *[]byte { return scratch.Get().(*[]byte) }

// Finish returns a copy of encoded bytes in a slice of their own, and gives the buffer back.
func Finish(buf *[]byte, encoded []byte, err error) ([]byte, error) {
	const keep = 1 << 20
	if cap(encoded) <= keep {
		*buf = encoded[:0]
	}
	if err != nil {
		scratch.Put(buf)
		return nil, err
	}
	// Appending to nothing saves clearing the slice first.
	data := append([]byte(nil), encoded...)
	scratch.Put(buf)
	return data, nil
}

// SortedKeys returns the keys of a map in order.
func SortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
