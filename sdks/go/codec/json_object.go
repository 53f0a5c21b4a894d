package codec

import "slices"

// Member is a member that an object may have.
type Member struct {
	// Name is as in JSON, unescaped.
	Name string
	// Field is the name in paths.
	Field string
}

// Object is an object that is being read.
type Object struct {
	// Start is just after the opening brace.
	Start int
	// Tag is the name of a tag that stands among the members; "" if there is none.
	Tag string
}

// OpenObject reads the opening brace.
func (r *JSONReader) OpenObject() (Object, *DecodeError) {
	err := r.punctuation('{', "an object")
	return Object{Start: r.pos}, err
}

// Member reads the key and the colon if they stand next, after a comma unless it is the first member. The key is given
// as it stands: in quotes and with the colon.
func (r *JSONReader) Member(key string) bool {
	at := r.pos
	if r.data[at-1] != '{' {
		if at >= len(r.data) || r.data[at] != ',' {
			return false
		}
		at++
	}
	if len(r.data)-at < len(key) || string(r.data[at:at+len(key)]) != key {
		return false
	}
	r.pos = at + len(key)
	return true
}

// CloseObject reads the closing brace. Whatever else stands there is at fault: the members that are known have been
// looked for in their order. Missing is the first required field that was not found, or "".
func (r *JSONReader) CloseObject(o Object, known []Member, missing string) *DecodeError {
	if missing == "" && r.at('}') {
		r.pos++
		return nil
	}
	if r.at('}') {
		return fail(ErrMissingField, r.pos, "the member is required").In(missing)
	}
	name, err := r.key()
	if err != nil {
		return err
	}
	if err := r.misplaced(o, known, name); err != nil {
		return err
	}
	if indexOf(known, name.Text) >= 0 {
		// It is in its place, and yet [JSONReader.Member] did not take it: what follows it is wrong.
		return r.unexpected("a colon")
	}
	return fail(ErrUnknownField, name.Pos, "%q is not a member", name.Text)
}

// CloseOpenObject is [JSONReader.CloseObject] for an object that keeps members that are not known: it returns their text.
func (r *JSONReader) CloseOpenObject(o Object, known []Member, missing string) (unknown []byte, err *DecodeError) {
	first := 0
	var seen keySet
	for !r.at('}') {
		name, err := r.key()
		if err != nil {
			return nil, err
		}
		if err := r.misplaced(o, known, name); err != nil {
			return nil, err
		}
		switch index := indexOf(known, name.Text); {
		case index >= 0 && first > 0:
			return nil, fail(ErrNonCanonical, name.Pos, "the member stands after unknown ones").In(known[index].Field)
		case index >= 0:
			return nil, r.unexpected("a colon")
		}
		if first == 0 {
			first = name.Pos
		}
		r.pos = name.Pos
		if err := r.freeMember(&seen); err != nil {
			return nil, err
		}
	}
	if missing != "" {
		return nil, fail(ErrMissingField, r.pos, "the member is required").In(missing)
	}
	if first > 0 {
		unknown = r.data[first:r.pos:r.pos]
	}
	r.pos++
	return unknown, nil
}

// key reads the comma, unless the key is the first, and the key.
func (r *JSONReader) key() (name Name, err *DecodeError) {
	if r.data[r.pos-1] != '{' {
		if err := r.punctuation(',', "a comma or a closing brace"); err != nil {
			return name, err
		}
	}
	return r.Name()
}

func indexOf(known []Member, name []byte) int {
	return slices.IndexFunc(known, func(member Member) bool { return member.Name == string(name) })
}

// misplaced says whether a key was seen before, or stands after one that is declared later. It reads
// the object again to find out, so that objects without fault need not keep count.
func (r *JSONReader) misplaced(o Object, known []Member, name Name) *DecodeError {
	if o.Tag != "" && o.Tag == string(name.Text) {
		return fail(ErrDuplicateKey, name.Pos, detailDuplicate).In(o.Tag)
	}
	index := indexOf(known, name.Text)
	if index < 0 {
		return nil
	}
	again := JSONReader{data: r.data, pos: o.Start}
	last := -1
	for {
		// The members before were read without fault.
		other, _ := again.key()
		if other.Pos == name.Pos {
			break
		}
		again.pos++
		again.skip()
		before := indexOf(known, other.Text)
		if before == index {
			return fail(ErrDuplicateKey, name.Pos, detailDuplicate).In(known[index].Field)
		}
		last = max(last, before)
	}
	if last > index {
		return fail(ErrNonCanonical, name.Pos, "the member stands after %q", known[last].Name).In(known[index].Field)
	}
	return nil
}
