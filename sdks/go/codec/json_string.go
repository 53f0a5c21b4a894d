package codec

import (
	"math/bits"
	"unicode/utf8"
)

// token is the content of a string token.
type token struct {
	// text is unescaped; without escapes it is a part of the input.
	text []byte
	// canonical: it is spelt in the one way that is allowed.
	canonical bool
}

// string reads a string token. How it is spelt is the caller's to judge, since a value at fault in a worse way says so first.
func (r *JSONReader) string() (token, *DecodeError) {
	if r.pos >= len(r.data) || r.data[r.pos] != '"' {
		return token{}, r.unexpected("a string")
	}
	start := r.pos
	at := start + 1
	at += plainLength(r.data[at:])
	switch {
	case at == len(r.data):
		return token{}, fail(ErrTruncated, start, "the string does not end")
	case r.data[at] == '"':
		r.pos = at + 1
		return token{text: r.data[start+1 : at], canonical: true}, nil
	case r.data[at] == '\\':
		return r.escaped(at)
	default:
		return token{}, fail(ErrMalformed, start, "a raw control character")
	}
}

// plainLength counts the bytes before the first quote, backslash or control character.
func plainLength[T ~string | ~[]byte](text T) int {
	// Eight bytes at a time. Taking n from each byte lets the highest bit of those below n come up; a byte above may borrow from one that did, but
	// the first one is right. Bytes that have the highest bit themselves are left out.
	const ones, highest = 0x0101010101010101, 0x8080808080808080
	n := 0
	for ; len(text)-n >= 8; n += 8 {
		_ = text[n+7]
		word := uint64(text[n]) | uint64(text[n+1])<<8 | uint64(text[n+2])<<16 | uint64(text[n+3])<<24 |
			uint64(text[n+4])<<32 | uint64(text[n+5])<<40 | uint64(text[n+6])<<48 | uint64(text[n+7])<<56
		quote, backslash := word^'"'*ones, word^'\\'*ones
		found := (word-' '*ones)&^word | (quote-ones)&^quote | (backslash-ones)&^backslash
		if found &= highest; found != 0 {
			return n + bits.TrailingZeros64(found)/8
		}
	}
	for n < len(text) && text[n] >= ' ' && text[n] != '"' && text[n] != '\\' {
		n++
	}
	return n
}

// escaped goes on with a string token at its first escape.
func (r *JSONReader) escaped(at int) (token, *DecodeError) {
	start := r.pos
	e := escapes{data: r.data, at: at, text: append([]byte(nil), r.data[start+1:at]...), canonical: true}
	for e.at < len(e.data) {
		switch c := e.data[e.at]; {
		case c == '"':
			r.pos = e.at + 1
			return token{text: e.text, canonical: e.canonical}, nil
		case c < 0x20:
			return token{}, fail(ErrMalformed, start, "a raw control character")
		case c != '\\':
			e.text = append(e.text, c)
			e.at++
		default:
			e.at++
			if kind := e.escape(); kind != "" {
				return token{}, fail(kind, start, "an escape that is not one")
			}
		}
	}
	return token{}, fail(ErrTruncated, start, "the string does not end")
}

// escapes is the state of reading a string with escapes.
type escapes struct {
	data      []byte
	at        int
	text      []byte
	canonical bool
}

// escape reads what follows a backslash, and returns the kind of error or "".
func (e *escapes) escape() Kind {
	if e.at >= len(e.data) {
		return ErrTruncated
	}
	c := e.data[e.at]
	e.at++
	switch c {
	case '"', '\\':
		e.text = append(e.text, c)
	case '/':
		e.text, e.canonical = append(e.text, c), false
	case 'b':
		e.text = append(e.text, '\b')
	case 'f':
		e.text = append(e.text, '\f')
	case 'n':
		e.text = append(e.text, '\n')
	case 'r':
		e.text = append(e.text, '\r')
	case 't':
		e.text = append(e.text, '\t')
	case 'u':
		return e.unicode()
	default:
		return ErrMalformed
	}
	return ""
}

// unicode reads what follows \u.
func (e *escapes) unicode() Kind {
	const firstSurrogate, firstLow, lastLow = 0xd800, 0xdc00, 0xdfff
	unit, kind := e.hex4()
	if kind != "" {
		return kind
	}
	switch {
	case unit < 0x20:
		if shortEscapes[unit] != 0 {
			e.canonical = false
		}
		e.text = append(e.text, byte(unit))
		return ""
	case unit < firstSurrogate || unit > lastLow:
		e.text, e.canonical = utf8.AppendRune(e.text, unit), false
		return ""
	case unit >= firstLow:
		return ErrMalformed
	}
	for _, c := range []byte(`\u`) {
		if e.at >= len(e.data) {
			return ErrTruncated
		}
		if e.data[e.at] != c {
			return ErrMalformed
		}
		e.at++
	}
	low, kind := e.hex4()
	if kind != "" {
		return kind
	}
	if low < firstLow || low > lastLow {
		return ErrMalformed
	}
	const supplementary = 0x10000
	e.text, e.canonical = utf8.AppendRune(e.text, supplementary+(unit-firstSurrogate)<<10+(low-firstLow)), false
	return ""
}

func (e *escapes) hex4() (unit rune, kind Kind) {
	for range 4 {
		if e.at >= len(e.data) {
			return 0, ErrTruncated
		}
		digit, lower := hexDigit(e.data[e.at])
		if digit < 0 {
			return 0, ErrMalformed
		}
		e.canonical = e.canonical && lower
		unit = unit<<4 | rune(digit)
		e.at++
	}
	return unit, ""
}

// hexDigit returns the value of a hex digit, or -1, and whether it is spelt as it must be.
func hexDigit(c byte) (digit int, lower bool) {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0'), true
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10, true
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10, false
	default:
		return -1, false
	}
}

// shortEscapes holds the letter that stands for a control character, or 0.
var shortEscapes = [0x20]byte{'\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't'}

// AppendJSONString appends a string token. The text is UTF-8.
func AppendJSONString[T ~string | ~[]byte](dst []byte, text T) []byte {
	const digits = "0123456789abcdef"
	dst = append(dst, '"')
	for {
		plain := plainLength(text)
		dst = append(dst, text[:plain]...)
		if plain == len(text) {
			return append(dst, '"')
		}
		switch c := text[plain]; {
		case c >= 0x20:
			dst = append(dst, '\\', c)
		case shortEscapes[c] != 0:
			dst = append(dst, '\\', shortEscapes[c])
		default:
			dst = append(dst, '\\', 'u', '0', '0', digits[c>>4], digits[c&0xf])
		}
		text = text[plain+1:]
	}
}
