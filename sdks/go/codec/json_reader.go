package codec

import (
	"encoding/json"
	"math"
	"unicode/utf8"
)

// JSONReader reads canonical JSON token by token. It is a view of a [Reader], so that JSON embedded in a binary window
// shares its offsets and its depth.
type JSONReader Reader

// JSON checks that the rest of the window is UTF-8 and returns a view of the reader that reads JSON from here on.
func (r *Reader) JSON() (*JSONReader, *DecodeError) {
	if rest := r.data[r.pos:]; !utf8.Valid(rest) {
		err := fail(ErrInvalidUTF8, r.pos+validPrefix(rest), detailNotUTF8)
		err.ofWindow = true
		return nil, err
	}
	return (*JSONReader)(r), nil
}

// validPrefix returns how many bytes stand before the first ill-formed sequence.
func validPrefix(text []byte) int {
	at := 0
	for at < len(text) {
		c, size := utf8.DecodeRune(text[at:])
		if c == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}

// Pos returns the offset of the next byte.
func (r *JSONReader) Pos() int { return r.pos }

// Enter counts a level of a value that may contain itself; [JSONReader.Leave] ends it.
func (r *JSONReader) Enter() *DecodeError { return (*Reader)(r).Enter() }

// Leave ends what [JSONReader.Enter] began.
func (r *JSONReader) Leave() { r.depth-- }

// unexpected is the error of a token that is not the one that must stand here.
func (r *JSONReader) unexpected(wanted string) *DecodeError {
	if r.pos >= len(r.data) {
		return fail(ErrTruncated, len(r.data), "the input ends where %s is expected", wanted)
	}
	switch c := r.data[r.pos]; c {
	case ' ', '\t', '\r', '\n':
		return fail(ErrNonCanonical, r.pos, "white space")
	default:
		return fail(ErrMalformed, r.pos, "%q where %s is expected", c, wanted)
	}
}

// at reports whether the next byte is c.
func (r *JSONReader) at(c byte) bool { return r.pos < len(r.data) && r.data[r.pos] == c }

// punctuation reads one character.
func (r *JSONReader) punctuation(c byte, name string) *DecodeError {
	if !r.at(c) {
		return r.unexpected(name)
	}
	r.pos++
	return nil
}

// Colon reads what stands between a key and its value.
func (r *JSONReader) Colon() *DecodeError { return r.punctuation(':', "a colon") }

// literal reads true, false or null.
func (r *JSONReader) literal(word string) *DecodeError {
	for i := range len(word) {
		if r.pos+i >= len(r.data) {
			return fail(ErrTruncated, r.pos, "the input ends within %s", word)
		}
		if r.data[r.pos+i] != word[i] {
			return fail(ErrMalformed, r.pos, "not %s", word)
		}
	}
	r.pos += len(word)
	return nil
}

// Bool reads true or false.
func (r *JSONReader) Bool() (bool, *DecodeError) {
	switch {
	case r.at('t'):
		return true, r.literal("true")
	case r.at('f'):
		return false, r.literal("false")
	default:
		return false, r.unexpected("true or false")
	}
}

// Null reads null if it stands here.
func (r *JSONReader) Null() (bool, *DecodeError) {
	if !r.at('n') {
		return false, nil
	}
	return true, r.literal("null")
}

// Text reads a string; the bounds count its bytes. A nil pattern allows all texts.
func (r *JSONReader) Text(pattern *Pattern, least, most int64) (string, *DecodeError) {
	name, err := r.Name()
	if err == nil {
		err = name.check(pattern, least, most)
	}
	switch {
	case err != nil:
		return "", err
	case len(name.Text) < r.pos-name.Pos-2:
		// It has escapes.
		return string(name.Text), nil
	default:
		return (*Reader)(r).text(name.Pos+1, r.pos-1), nil
	}
}

// sizeAt is [SizeError] for a decoder.
func sizeAt(start, n int, least, most int64) *DecodeError {
	if err := SizeError(n, least, most); err != nil {
		return &DecodeError{Kind: err.Kind, Offset: start, Detail: err.Detail}
	}
	return nil
}

// Name is the content of a string, unescaped, and where the string begins.
type Name struct {
	Text []byte
	Pos  int
}

// Name reads a string that must be spelt canonically. Its text may be a part of the input.
func (r *JSONReader) Name() (Name, *DecodeError) {
	start := r.pos
	t, err := r.string()
	if err == nil && !t.canonical {
		err = fail(ErrNonCanonical, start, "the string has an escape that it must not have")
	}
	return Name{Text: t.text, Pos: start}, err
}

// AtNumber reports whether a number stands next.
func (r *JSONReader) AtNumber() bool {
	return r.pos < len(r.data) && (isDigit(r.data[r.pos]) || r.data[r.pos] == '-')
}

// Constant reads a string token that is always the same.
func (r *JSONReader) Constant(want string) *DecodeError {
	start := r.pos
	if _, err := r.Name(); err != nil {
		return err
	}
	if got := r.data[start:r.pos]; string(got) != want {
		return fail(ErrBadConstant, start, "is %s, must be %s", got, want)
	}
	return nil
}

// HexConstant reads bytes in hex that are always the same, given as the token that they are.
func (r *JSONReader) HexConstant(want string) *DecodeError {
	start := r.pos
	if _, err := r.Hex(0, math.MaxInt64); err != nil {
		return err
	}
	if got := r.data[start:r.pos]; string(got) != want {
		return fail(ErrBadConstant, start, "is %s, must be %s", got, want)
	}
	return nil
}

// OpenList reads the opening bracket.
func (r *JSONReader) OpenList() *DecodeError { return r.punctuation('[', "an array") }

// next reads the punctuation before element i, or the closing bracket; more is false after that one.
func (r *JSONReader) next(i int) (more bool, err *DecodeError) {
	switch {
	case r.at(']'):
		r.pos++
		return false, nil
	case i == 0:
		return true, nil
	default:
		return true, r.punctuation(',', "a comma or a closing bracket")
	}
}

// More is [JSONReader.next] for a list, begun at start, whose number of elements is bounded.
func (r *JSONReader) More(i, start int, least, most int64) (more bool, err *DecodeError) {
	more, err = r.next(i)
	switch {
	case err != nil:
		return false, err
	case more && int64(i) >= most:
		return false, fail(ErrTooLong, start, "more than the %d elements allowed", most)
	case !more && int64(i) < least:
		return false, fail(ErrOutOfRange, start, detailTooShort, i, least)
	}
	return more, nil
}

// Flag is one bit of a set and its name in JSON.
type Flag struct {
	Name string
	Bit  uint64
}

// Flags reads an array of names in bit order.
func (r *JSONReader) Flags(known []Flag) (set uint64, err *DecodeError) {
	if err := r.OpenList(); err != nil {
		return 0, err
	}
	for i := 0; ; i++ {
		more, err := r.next(i)
		if err != nil || !more {
			return set, err
		}
		name, err := r.Name()
		if err != nil {
			return 0, err.At(i)
		}
		bit := bitOf(known, name.Text)
		switch {
		case bit == 0:
			return 0, fail(ErrUnknownFlag, name.Pos, "%q is not a flag", name.Text).At(i)
		case set&bit != 0:
			return 0, fail(ErrDuplicateKey, name.Pos, "the flag stands twice").At(i)
		case bit < set:
			return 0, fail(ErrNonCanonical, name.Pos, "the flags are not in bit order").At(i)
		}
		set |= bit
	}
}

func bitOf(known []Flag, name []byte) uint64 {
	for _, flag := range known {
		if flag.Name == string(name) {
			return flag.Bit
		}
	}
	return 0
}

// Value reads any JSON value and returns its text, a part of the input.
func (r *JSONReader) Value() (json.RawMessage, *DecodeError) {
	start := r.pos
	if err := r.value(); err != nil {
		return nil, err
	}
	return r.data[start:r.pos:r.pos], nil
}
