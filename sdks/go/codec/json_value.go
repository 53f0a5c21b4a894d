package codec

import (
	"encoding/json"
	"unicode/utf8"
)

// value reads any JSON value: canonical tokens, differing keys, numbers by the grammar of RFC 8259.
func (r *JSONReader) value() *DecodeError {
	switch {
	case r.at('{'):
		return r.nested(r.freeObject)
	case r.at('['):
		return r.nested(r.freeArray)
	case r.at('"'):
		_, err := r.Name()
		return err
	case r.at('t'):
		return r.literal("true")
	case r.at('f'):
		return r.literal("false")
	case r.at('n'):
		return r.literal("null")
	case r.AtNumber():
		_, err := r.number(numbers)
		return err
	default:
		return r.unexpected("a value")
	}
}

func (r *JSONReader) nested(read func() *DecodeError) *DecodeError {
	if err := r.Enter(); err != nil {
		return err
	}
	r.pos++
	err := read()
	r.Leave()
	return err
}

func (r *JSONReader) freeArray() *DecodeError {
	for i := 0; ; i++ {
		more, err := r.next(i)
		if err != nil || !more {
			return err
		}
		if err := r.value(); err != nil {
			return err
		}
	}
}

func (r *JSONReader) freeObject() *DecodeError {
	var seen keySet
	for i := 0; ; i++ {
		if r.at('}') {
			r.pos++
			return nil
		}
		if i > 0 {
			if err := r.punctuation(',', "a comma or a closing brace"); err != nil {
				return err
			}
		}
		if err := r.freeMember(&seen); err != nil {
			return err
		}
	}
}

// freeMember reads a key that is not in seen, and its value.
func (r *JSONReader) freeMember(seen *keySet) *DecodeError {
	start := r.pos
	if _, err := r.Name(); err != nil {
		return err
	}
	// Canonical keys are equal if they are spelt alike.
	if !seen.add(r.data[start:r.pos]) {
		return fail(ErrDuplicateKey, start, detailDuplicate)
	}
	if err := r.Colon(); err != nil {
		return err
	}
	return r.value()
}

// keySet remembers keys: the first few in a list, which is quicker, then in a map.
type keySet struct {
	few  [][]byte
	many map[string]struct{}
}

const fewKeys = 8

// add reports whether the key is new.
func (s *keySet) add(key []byte) bool {
	if s.many == nil {
		for _, other := range s.few {
			if string(other) == string(key) {
				return false
			}
		}
		if len(s.few) < fewKeys {
			s.few = append(s.few, key)
			return true
		}
		s.many = make(map[string]struct{}, 2*fewKeys)
		for _, other := range s.few {
			s.many[string(other)] = struct{}{}
		}
	}
	if _, found := s.many[string(key)]; found {
		return false
	}
	s.many[string(key)] = struct{}{}
	return true
}

// skip passes over a value that has been read before.
func (r *JSONReader) skip() {
	for open := 0; ; {
		switch c := r.data[r.pos]; c {
		case '"':
			// It was read before, so it cannot fail.
			_, _ = r.string()
		case '{', '[':
			open++
			r.pos++
		case '}', ']':
			open--
			r.pos++
		default:
			r.pos++
		}
		if open > 0 {
			continue
		}
		switch r.data[r.pos] {
		case ',', '}', ']':
			return
		}
	}
}

// checkValue checks a value of free JSON that stands inside depth others.
func checkValue(text json.RawMessage, depth int) *EncodeError {
	return checkFragment(text, depth, (*JSONReader).value)
}

// checkFragment reads the whole of a text.
func checkFragment(text []byte, depth int, read func(*JSONReader) *DecodeError) *EncodeError {
	if !utf8.Valid(text) {
		return refuse(ErrInvalidUTF8, detailNotUTF8)
	}
	r := JSONReader{data: text, depth: depth, fragment: true}
	err := read(&r)
	if err == nil {
		err = (*Reader)(&r).End()
	}
	if err != nil {
		return err.asEncodeError()
	}
	return nil
}
