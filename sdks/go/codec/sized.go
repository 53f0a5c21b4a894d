package codec

import (
	"math"
	"unicode/utf8"
)

// Prefix says how a value of variable size tells where it ends.
type Prefix uint8

// An integer before the value, or all that is left in the window. A varint is of 64 bits unless its name says otherwise.
const (
	PrefixU8 Prefix = iota
	PrefixU16
	PrefixU32
	PrefixU64
	PrefixU16BE
	PrefixU32BE
	PrefixU64BE
	PrefixVarint
	PrefixVarint16
	PrefixVarint32
	Rest
)

// NoMax stands for a size without an upper bound.
const NoMax = math.MaxInt64

// prefix reads the integer.
func (r *Reader) prefix(p Prefix) (uint64, *DecodeError) {
	switch p {
	case PrefixU8:
		x, err := r.U8()
		return uint64(x), err
	case PrefixU16:
		x, err := r.U16()
		return uint64(x), err
	case PrefixU32:
		x, err := r.U32()
		return uint64(x), err
	case PrefixU64:
		return r.U64()
	case PrefixU16BE:
		x, err := r.U16BE()
		return uint64(x), err
	case PrefixU32BE:
		x, err := r.U32BE()
		return uint64(x), err
	case PrefixU64BE:
		return r.U64BE()
	case PrefixVarint:
		return r.Uvarint(0, math.MaxUint64)
	case PrefixVarint16:
		return r.Uvarint(0, math.MaxUint16)
	case PrefixVarint32:
		return r.Uvarint(0, math.MaxUint32)
	default:
		return uint64(r.Left()), nil
	}
}

// Count reads how many elements follow, each of at least unit bytes.
func (r *Reader) Count(p Prefix, least, most int64, unit int) (int, *DecodeError) {
	start := r.pos
	n, err := r.prefix(p)
	if err != nil {
		return 0, err
	}
	switch left := uint64(r.Left()); {
	case most != NoMax && n > uint64(most):
		return 0, fail(ErrTooLong, start, detailTooLong, n, most)
	case n < uint64(least):
		return 0, fail(ErrOutOfRange, start, detailTooShort, n, least)
	// The first comparison keeps the product from overflowing.
	case n > left || n*uint64(unit) > left:
		return 0, fail(ErrTruncated, start, "%d × %d bytes are announced, %d are left", n, unit, left)
	}
	return int(n), nil
}

// Bytes reads bytes of a variable size. They are a part of the input, not a copy.
func (r *Reader) Bytes(p Prefix, least, most int64) ([]byte, *DecodeError) {
	n, err := r.Count(p, least, most, 1)
	if err != nil {
		return nil, err
	}
	return r.Next(n), nil
}

// Text reads UTF-8 of a variable size; the bounds count bytes.
func (r *Reader) Text(p Prefix, least, most int64) (string, *DecodeError) {
	start := r.pos
	b, err := r.Bytes(p, least, most)
	if err != nil {
		return "", err
	}
	if !utf8.Valid(b) {
		return "", fail(ErrInvalidUTF8, start, detailNotUTF8)
	}
	return r.text(r.pos-len(b), r.pos), nil
}

// TextOf is [Reader.Text] with a pattern that the text must match.
func (r *Reader) TextOf(pattern *Pattern, p Prefix, least, most int64) (string, *DecodeError) {
	start := r.pos
	text, err := r.Text(p, least, most)
	if err == nil && !matches(pattern, text) {
		return "", fail(ErrOutOfRange, start, detailPattern)
	}
	return text, err
}

// Window reads a byte length and narrows the reader to that many bytes; [Reader.CloseWindow] takes what it returns.
func (r *Reader) Window(p Prefix, least, most int64) (outer []byte, err *DecodeError) {
	n, err := r.Count(p, least, most, 1)
	if err != nil {
		return nil, err
	}
	outer = r.data
	r.data = r.data[:r.pos+n]
	return outer, nil
}

// CloseWindow refuses what is left in the window and goes back to the one around it.
func (r *Reader) CloseWindow(outer []byte) *DecodeError {
	if err := r.End(); err != nil {
		return err
	}
	r.data = outer
	return nil
}

// Remainder takes all that is left in the window; nil if nothing is.
func (r *Reader) Remainder() []byte {
	if r.Left() == 0 {
		return nil
	}
	return r.Next(r.Left())
}

// More says whether element i of a list that takes the rest of its window, and began at start, is there.
func (r *Reader) More(i, start int, least, most int64) (more bool, err *DecodeError) {
	more = r.Left() > 0
	switch {
	case more && int64(i) >= most:
		return false, fail(ErrTooLong, start, "more than the %d elements allowed", most)
	case !more && int64(i) < least:
		return false, fail(ErrOutOfRange, start, detailTooShort, i, least)
	}
	return more, nil
}
