package codec

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"math"
	"strconv"
)

// JSONWriter appends canonical JSON. It is a view of a [Writer].
type JSONWriter Writer

// JSON returns a view of the writer that writes JSON.
func (w *Writer) JSON() *JSONWriter { return (*JSONWriter)(w) }

// Enter counts a level of a value that may contain itself; [JSONWriter.Leave] ends it.
func (w *JSONWriter) Enter() *EncodeError { return (*Writer)(w).Enter() }

// Leave ends what [JSONWriter.Enter] began.
func (w *JSONWriter) Leave() { w.depth-- }

// Raw appends text as it is.
func (w *JSONWriter) Raw(text string) { w.buf = append(w.buf, text...) }

// Member appends a key, which is given with its quotes and its colon, after a comma unless it is the first in its object.
func (w *JSONWriter) Member(key string) {
	w.separate('{')
	w.buf = append(w.buf, key...)
}

// Element begins an element of a list.
func (w *JSONWriter) Element() { w.separate('[') }

// Entry begins an entry of a map.
func (w *JSONWriter) Entry() { w.separate('{') }

// separate appends a comma unless the object or array has only been opened. No value ends with an opening bracket.
func (w *JSONWriter) separate(opening byte) {
	if w.buf[len(w.buf)-1] != opening {
		w.buf = append(w.buf, ',')
	}
}

// Uint appends an integer.
func (w *JSONWriter) Uint(x uint64) { w.buf = strconv.AppendUint(w.buf, x, 10) }

// Int appends an integer.
func (w *JSONWriter) Int(x int64) { w.buf = strconv.AppendInt(w.buf, x, 10) }

// UintKey appends the key of a map.
func (w *JSONWriter) UintKey(x uint64) {
	w.buf = append(strconv.AppendUint(append(w.buf, '"'), x, 10), '"')
}

// IntKey appends the key of a map.
func (w *JSONWriter) IntKey(x int64) {
	w.buf = append(strconv.AppendInt(append(w.buf, '"'), x, 10), '"')
}

// F32 appends a float.
func (w *JSONWriter) F32(x float32) *EncodeError { return w.float(float64(x), 32) }

// F64 appends a float.
func (w *JSONWriter) F64(x float64) *EncodeError { return w.float(x, 64) }

func (w *JSONWriter) float(x float64, width int) *EncodeError {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return refuse(ErrOutOfRange, "JSON has no %v", x)
	}
	w.buf = AppendFloat(w.buf, x, width)
	return nil
}

// Bool appends true or false.
func (w *JSONWriter) Bool(x bool) { w.buf = strconv.AppendBool(w.buf, x) }

// Text appends a string; the bounds count its bytes. A nil pattern allows all texts.
func (w *JSONWriter) Text(pattern *Pattern, text string, least, most int64) *EncodeError {
	if err := checkText(pattern, text, least, most); err != nil {
		return err
	}
	w.buf = AppendJSONString(w.buf, text)
	return nil
}

// Hex appends bytes as hex digits.
func (w *JSONWriter) Hex(b []byte, least, most int64) *EncodeError {
	if err := SizeError(len(b), least, most); err != nil {
		return err
	}
	w.buf = append(hex.AppendEncode(append(w.buf, '"'), b), '"')
	return nil
}

// Base64 appends bytes as base64.
func (w *JSONWriter) Base64(b []byte, least, most int64) *EncodeError {
	if err := SizeError(len(b), least, most); err != nil {
		return err
	}
	w.buf = append(base64.StdEncoding.AppendEncode(append(w.buf, '"'), b), '"')
	return nil
}

// Ints appends bytes as an array of integers.
func (w *JSONWriter) Ints(b []byte, least, most int64) *EncodeError {
	if err := SizeError(len(b), least, most); err != nil {
		return err
	}
	w.buf = append(w.buf, '[')
	for _, x := range b {
		w.Element()
		w.Uint(uint64(x))
	}
	w.buf = append(w.buf, ']')
	return nil
}

// Flags appends an array of names in bit order.
func (w *JSONWriter) Flags(set uint64, known []Flag) {
	w.buf = append(w.buf, '[')
	for _, flag := range known {
		if set&flag.Bit != 0 {
			w.Element()
			w.buf = AppendJSONString(w.buf, flag.Name)
		}
	}
	w.buf = append(w.buf, ']')
}

// Value appends free JSON, after checking that it is canonical.
func (w *JSONWriter) Value(text json.RawMessage) *EncodeError {
	if err := checkValue(text, w.depth); err != nil {
		return err
	}
	w.buf = append(w.buf, text...)
	return nil
}

// Unknown appends members that an open object has kept, after checking that a decoder would keep them again. Tag is the
// name of a tag among the object's members, or "".
func (w *JSONWriter) Unknown(members []byte, known []Member, tag string) *EncodeError {
	if len(members) == 0 {
		return nil
	}
	if err := checkFragment(members, w.depth, func(r *JSONReader) *DecodeError { return r.unknown(known, tag) }); err != nil {
		return err
	}
	w.Member(string(members))
	return nil
}

// unknown reads members that are not known, up to the end of the input.
func (r *JSONReader) unknown(known []Member, tag string) *DecodeError {
	var seen keySet
	for {
		name, err := r.Name()
		if err != nil {
			return err
		}
		if index := indexOf(known, name.Text); index >= 0 {
			return fail(ErrDuplicateKey, name.Pos, "a known member among the unknown ones").In(known[index].Field)
		}
		if tag != "" && tag == string(name.Text) {
			return fail(ErrDuplicateKey, name.Pos, detailDuplicate).In(tag)
		}
		r.pos = name.Pos
		if err := r.freeMember(&seen); err != nil {
			return err
		}
		if r.pos == len(r.data) {
			return nil
		}
		if err := r.punctuation(',', "a comma"); err != nil {
			return err
		}
	}
}
