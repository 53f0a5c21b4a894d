package codec

// OpenMap reads the opening brace.
func (r *JSONReader) OpenMap() *DecodeError { return r.punctuation('{', "an object") }

// NextKey reads the punctuation before entry i of a map begun at start, and its key; more is false after the closing
// brace. The colon is still to come.
func (r *JSONReader) NextKey(i, start int, least, most int64) (key Name, more bool, err *DecodeError) {
	switch {
	case r.at('}'):
		if int64(i) < least {
			return key, false, fail(ErrOutOfRange, start, detailTooShort, i, least)
		}
		r.pos++
		return key, false, nil
	case i > 0:
		if err := r.punctuation(',', "a comma or a closing brace"); err != nil {
			return key, false, err
		}
	}
	if int64(i) >= most {
		return key, false, fail(ErrTooLong, start, "more than the %d entries allowed", most)
	}
	key, err = r.Name()
	return key, true, err
}

// Order refuses a key that does not come after the key before it.
func Order(offset, comparison int) *DecodeError {
	switch {
	case comparison == 0:
		return fail(ErrDuplicateKey, offset, detailDuplicate)
	case comparison < 0:
		return fail(ErrNonCanonical, offset, "the keys are not sorted")
	default:
		return nil
	}
}

// TextKey reads text from the key of a map. A nil pattern allows all texts.
func TextKey(key Name, pattern *Pattern, least, most int64) (string, *DecodeError) {
	if err := key.check(pattern, least, most); err != nil {
		return "", err
	}
	return string(key.Text), nil
}

// check judges the size and the pattern of text.
func (n Name) check(pattern *Pattern, least, most int64) *DecodeError {
	if err := sizeAt(n.Pos, len(n.Text), least, most); err != nil {
		return err
	}
	if pattern != nil && !matches(pattern, n.Text) {
		return fail(ErrOutOfRange, n.Pos, detailPattern)
	}
	return nil
}

// UintKey reads an integer from the key of a map.
func UintKey(key Name, least, most uint64) (uint64, *DecodeError) {
	if !integers.matches(key.Text) {
		return 0, fail(ErrMalformed, key.Pos, "the key is not an integer")
	}
	return parseUint(key.Text, key.Pos, least, most)
}

// IntKey reads an integer from the key of a map.
func IntKey(key Name, least, most int64) (int64, *DecodeError) {
	if !integers.matches(key.Text) {
		return 0, fail(ErrMalformed, key.Pos, "the key is not an integer")
	}
	return parseInt(key.Text, key.Pos, least, most)
}
