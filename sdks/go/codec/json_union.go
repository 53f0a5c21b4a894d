package codec

// OpenTagged reads the beginning of an object whose first member is a tag. Key is the tag's name as it stands: in quotes and
// with the colon.
func (r *JSONReader) OpenTagged(name, key string) (o Object, tag Name, err *DecodeError) {
	o, err = r.OpenObject()
	if err != nil {
		return o, tag, err
	}
	o.Tag = name
	if !r.Member(key) {
		return o, tag, r.missingTag(name)
	}
	tag, err = r.Name()
	return o, tag, err
}

func (r *JSONReader) missingTag(name string) *DecodeError {
	start := r.pos
	if !r.at('}') {
		key, err := r.Name()
		if err != nil {
			return err
		}
		if string(key.Text) == name {
			return r.unexpected("a colon")
		}
	}
	return fail(ErrMissingField, start, "the tag is missing").In(name)
}

// Content reads the key of a tagged union's content, given as in [JSONReader.OpenTagged].
func (r *JSONReader) Content(o Object, content, key string) *DecodeError {
	if r.Member(key) {
		return nil
	}
	if r.at('}') {
		return fail(ErrMissingField, r.pos, "the content is missing")
	}
	name, err := r.key()
	switch {
	case err != nil:
		return err
	case string(name.Text) == o.Tag:
		return fail(ErrDuplicateKey, name.Pos, detailDuplicate)
	case string(name.Text) == content:
		return r.unexpected("a colon")
	default:
		return fail(ErrUnknownField, name.Pos, "%q is not the content", name.Text)
	}
}

// CloseTagged reads the closing brace after a tag and its content; content is "" if the case has none.
func (r *JSONReader) CloseTagged(o Object, content string) *DecodeError {
	if r.at('}') {
		r.pos++
		return nil
	}
	name, err := r.key()
	switch {
	case err != nil:
		return err
	case string(name.Text) == o.Tag || content != "" && string(name.Text) == content:
		return fail(ErrDuplicateKey, name.Pos, detailDuplicate)
	default:
		return fail(ErrUnknownField, name.Pos, "%q is not a member", name.Text)
	}
}

// OpenExternal reads the name of a case: a string by itself, or the key of an object. The colon after a key is still to
// come.
func (r *JSONReader) OpenExternal() (name Name, object bool, err *DecodeError) {
	if r.at('"') {
		name, err = r.Name()
		return name, false, err
	}
	if _, err = r.OpenObject(); err != nil {
		return name, false, err
	}
	if r.at('}') {
		return name, false, fail(ErrMissingField, r.pos, "the case is missing")
	}
	name, err = r.Name()
	return name, true, err
}

// Shape refuses a case that is written as an object and has no content, or the other way about.
func Shape(name Name, object, content bool) *DecodeError {
	switch {
	case object == content:
		return nil
	case object:
		return fail(ErrMalformed, name.Pos, "a case without content is written as a string")
	default:
		return fail(ErrMalformed, name.Pos, "a case with content is written as an object")
	}
}

// CloseExternal reads the closing brace after the only member.
func (r *JSONReader) CloseExternal() *DecodeError {
	if r.at('}') {
		r.pos++
		return nil
	}
	name, err := r.key()
	if err != nil {
		return err
	}
	return fail(ErrUnknownField, name.Pos, "%q is a second member", name.Text)
}
