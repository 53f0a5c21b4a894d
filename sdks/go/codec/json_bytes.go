package codec

import "encoding/base64"

// Hex reads bytes as a string of lower-case hex digits; the bounds count bytes.
func (r *JSONReader) Hex(least, most int64) ([]byte, *DecodeError) {
	start := r.pos
	t, err := r.string()
	if err != nil {
		return nil, err
	}
	return parseHex(t, start, least, most)
}

func parseHex(t token, start int, least, most int64) ([]byte, *DecodeError) {
	if len(t.text)%2 != 0 {
		return nil, fail(ErrMalformed, start, "an odd number of hex digits")
	}
	b := make([]byte, 0, len(t.text)/2)
	for i := 0; i < len(t.text); i += 2 {
		high, highLower := hexDigit(t.text[i])
		low, lowLower := hexDigit(t.text[i+1])
		if high < 0 || low < 0 {
			return nil, fail(ErrMalformed, start, "not a hex digit")
		}
		t.canonical = t.canonical && highLower && lowLower
		b = append(b, byte(high<<4|low))
	}
	if !t.canonical {
		return nil, fail(ErrNonCanonical, start, "hex digits are written in lower case, without escapes")
	}
	return b, sizeAt(start, len(b), least, most)
}

// Base64 reads bytes as a string of padded base64; the bounds count bytes.
func (r *JSONReader) Base64(least, most int64) ([]byte, *DecodeError) {
	start := r.pos
	t, err := r.string()
	if err != nil {
		return nil, err
	}
	if !isBase64(t.text) {
		return nil, fail(ErrMalformed, start, "not padded base64")
	}
	// The alphabet and the padding are right, so only spare bits can still be wrong.
	b := make([]byte, base64.StdEncoding.DecodedLen(len(t.text)))
	n, strict := base64.StdEncoding.Strict().Decode(b, t.text)
	if strict != nil || !t.canonical {
		return nil, fail(ErrNonCanonical, start, "base64 with spare bits that are not zero, or with escapes")
	}
	return b[:n:n], sizeAt(start, n, least, most)
}

// isBase64 checks the length, the alphabet, and that padding stands only at the end.
func isBase64(text []byte) bool {
	if len(text)%4 != 0 {
		return false
	}
	digits := len(text)
	for padding := 0; padding < 2 && digits > 0 && text[digits-1] == '='; padding++ {
		digits--
	}
	for _, c := range text[:digits] {
		if !isDigit(c) && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && c != '+' && c != '/' {
			return false
		}
	}
	return true
}

// Ints reads bytes as an array of integers; the bounds count bytes.
func (r *JSONReader) Ints(least, most int64) ([]byte, *DecodeError) {
	start := r.pos
	if err := r.OpenList(); err != nil {
		return nil, err
	}
	b := []byte{}
	for i := 0; ; i++ {
		more, err := r.next(i)
		if err != nil {
			return nil, err
		}
		if !more {
			return b, sizeAt(start, len(b), least, most)
		}
		x, err := r.Uint(0, 0xff)
		if err != nil {
			return nil, err.At(i)
		}
		b = append(b, byte(x))
	}
}
