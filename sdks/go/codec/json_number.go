package codec

import (
	"errors"
	"strconv"
)

// The token is the longest run of these, beginning with a digit or a minus.
func inNumber(c byte) bool {
	return isDigit(c) || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// grammar says which numbers are meant.
type grammar uint8

const (
	// integers have neither fraction nor exponent; leading zeros can be read.
	integers grammar = iota
	// floats may have both; leading zeros can be read.
	floats
	// numbers are those of RFC 8259.
	numbers
)

// numberState says what may come next in a number.
type numberState uint8

const (
	atSign numberState = iota
	atFirstDigit
	inDigits
	afterZero
	atFraction
	inFraction
	atExponentSign
	atExponent
	inExponent
)

// number reads a number token and checks its grammar.
func (r *JSONReader) number(g grammar) ([]byte, *DecodeError) {
	start := r.pos
	if !r.AtNumber() {
		return nil, r.unexpected("a number")
	}
	end := start
	for end < len(r.data) && inNumber(r.data[end]) {
		end++
	}
	text := r.data[start:end]
	switch {
	case end == len(r.data) && !r.fragment:
		return nil, fail(ErrTruncated, start, "the input ends within the number")
	case !g.matches(text):
		return nil, fail(ErrMalformed, start, "not a number of the kind expected here")
	}
	r.pos = end
	return text, nil
}

// matches reports whether all of text is such a number.
func (g grammar) matches(text []byte) bool {
	state := atSign
	for _, c := range text {
		next, ok := state.after(c, g)
		if !ok {
			return false
		}
		state = next
	}
	return state == inDigits || state == afterZero || state == inFraction || state == inExponent
}

// after returns the state after c, if c may stand here.
func (s numberState) after(c byte, g grammar) (next numberState, ok bool) {
	switch s {
	case atSign:
		if c == '-' {
			return atFirstDigit, true
		}
		return atFirstDigit.after(c, g)
	case atFirstDigit:
		if c == '0' && g == numbers {
			return afterZero, true
		}
		return inDigits, isDigit(c)
	case inDigits, afterZero:
		switch {
		case isDigit(c):
			return inDigits, s == inDigits
		case c == '.':
			return atFraction, g != integers
		default:
			return atExponentSign, g != integers && isExponentMark(c)
		}
	case atFraction:
		return inFraction, isDigit(c)
	case inFraction:
		if isDigit(c) {
			return inFraction, true
		}
		return atExponentSign, isExponentMark(c)
	case atExponentSign:
		if c == '+' || c == '-' {
			return atExponent, true
		}
		return inExponent, isDigit(c)
	default:
		return inExponent, isDigit(c)
	}
}

func isExponentMark(c byte) bool { return c == 'e' || c == 'E' }

// canonicalInteger reports whether digits, perhaps after a minus, are spelt in the one way that is allowed.
func canonicalInteger(text []byte) bool {
	if text[0] == '-' {
		return len(text) > 1 && text[1] != '0'
	}
	return text[0] != '0' || len(text) == 1
}

// Uint reads an integer that must lie between least and most.
func (r *JSONReader) Uint(least, most uint64) (uint64, *DecodeError) {
	start := r.pos
	if x, end := r.plainDigits(start); end > start && least <= x && x <= most {
		r.pos = end
		return x, nil
	}
	text, err := r.number(integers)
	if err != nil {
		return 0, err
	}
	return parseUint(text, start, least, most)
}

// Int reads an integer that must lie between least and most.
func (r *JSONReader) Int(least, most int64) (int64, *DecodeError) {
	start := r.pos
	if x, end := r.plainDigits(start); end > start && least <= int64(x) && int64(x) <= most {
		r.pos = end
		return int64(x), nil
	}
	text, err := r.number(integers)
	if err != nil {
		return 0, err
	}
	return parseInt(text, start, least, most)
}

func parseUint(text []byte, start int, least, most uint64) (uint64, *DecodeError) {
	if !canonicalInteger(text) {
		return 0, fail(ErrNonCanonical, start, "%s is not how an integer is written", text)
	}
	x, err := strconv.ParseUint(string(text), 10, 64)
	if err != nil || x < least || x > most {
		return 0, fail(ErrOutOfRange, start, detailOutOfRange, text, least, most)
	}
	return x, nil
}

func parseInt(text []byte, start int, least, most int64) (int64, *DecodeError) {
	if !canonicalInteger(text) {
		return 0, fail(ErrNonCanonical, start, "%s is not how an integer is written", text)
	}
	x, err := strconv.ParseInt(string(text), 10, 64)
	if err != nil || x < least || x > most {
		return 0, fail(ErrOutOfRange, start, detailOutOfRange, text, least, most)
	}
	return x, nil
}

// F32 reads a float.
func (r *JSONReader) F32() (float32, *DecodeError) {
	x, err := r.float(32)
	return float32(x), err
}

// F64 reads a float.
func (r *JSONReader) F64() (float64, *DecodeError) { return r.float(64) }

func (r *JSONReader) float(width int) (float64, *DecodeError) {
	start := r.pos
	if x, end := r.shortFloat(start); end > start && width == 64 {
		r.pos = end
		return x, nil
	}
	text, refusal := r.number(floats)
	if refusal != nil {
		return 0, refusal
	}
	x, err := strconv.ParseFloat(string(text), width)
	if errors.Is(err, strconv.ErrRange) {
		return 0, fail(ErrOutOfRange, start, "%s is too large for %d bits", text, width)
	}
	var room [32]byte
	if spelling := AppendFloat(room[:0], x, width); string(spelling) != string(text) {
		return 0, fail(ErrNonCanonical, start, "written %s, must be %s", text, spelling)
	}
	return x, nil
}
