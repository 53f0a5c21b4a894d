package codec

import "fmt"

// fail makes the error of a value that begins at offset.
func fail(kind Kind, offset int, detail string, args ...any) *DecodeError {
	return &DecodeError{Kind: kind, Offset: offset, Detail: fmt.Sprintf(detail, args...)}
}

// refuse makes the error of a value that cannot be encoded.
func refuse(kind Kind, detail string, args ...any) *EncodeError {
	return &EncodeError{Kind: kind, Detail: fmt.Sprintf(detail, args...)}
}

// asEncodeError is the refusal that an encoder makes of what a decoder of the same value would say.
func (e *DecodeError) asEncodeError() *EncodeError {
	return &EncodeError{Kind: e.Kind, Path: e.Path, Detail: e.Detail}
}

// The sentences below are used by readers and writers alike.
const (
	detailTooDeep    = "nested deeper than 64 levels"
	detailNotUTF8    = "the text is not UTF-8"
	detailNaN        = "a NaN with other bits than the one that is allowed"
	detailPattern    = "the text does not match its pattern"
	detailDuplicate  = "the key stands twice"
	detailOutOfRange = "%v is outside %v to %v"
	detailTooLong    = "%d is more than the %d allowed"
	detailTooShort   = "%d is less than the %d required"
	detailVariant    = "%v is not one of the values that have a name"
	detailFlag       = "%#x has a bit without a name"
)

// OutOfRange is the error of a number at offset that is outside its bounds.
func OutOfRange(offset int, x, least, most any) *DecodeError {
	return fail(ErrOutOfRange, offset, detailOutOfRange, x, least, most)
}

// BadConstant is the error of a constant at offset that is another.
func BadConstant(offset int, got, want any) *DecodeError {
	return fail(ErrBadConstant, offset, "is %#x, must be %#x", got, want)
}

// Reserved is the error of size reserved bytes at offset that are not zero.
func Reserved(offset, size int) *DecodeError {
	return fail(ErrNonCanonical, offset, "the %d reserved bytes are not all zero", size)
}

// ReservedBits is the error of an integer at offset with reserved bits that are not zero.
func ReservedBits(offset int, x any) *DecodeError {
	return fail(ErrNonCanonical, offset, "reserved bits of %#x are not zero", x)
}

// UnknownVariant is the error of a number or a name at offset that no member has.
func UnknownVariant(offset int, x any) *DecodeError {
	return fail(ErrUnknownVariant, offset, detailVariant, x)
}

// UnknownName is [UnknownVariant] for JSON.
func UnknownName(name Name) *DecodeError {
	return fail(ErrUnknownVariant, name.Pos, "%q is not a name that is known", name.Text)
}

// UnknownFlag is the error of flags at offset with a bit that has no name.
func UnknownFlag(offset int, x any) *DecodeError {
	return fail(ErrUnknownFlag, offset, detailFlag, x)
}

// NotEmpty is the error of a member at offset that must be left out when it is empty.
func NotEmpty(offset int, field string) *DecodeError {
	return fail(ErrNonCanonical, offset, "an empty member is left out").In(field)
}

// RefuseRange refuses a number that is outside its bounds.
func RefuseRange(x, least, most any) *EncodeError {
	return refuse(ErrOutOfRange, detailOutOfRange, x, least, most)
}

// RefuseVariant refuses a number that no member has, or a union without a case.
func RefuseVariant(x any) *EncodeError { return refuse(ErrUnknownVariant, detailVariant, x) }

// RefuseFlag refuses flags with a bit that has no name.
func RefuseFlag(x any) *EncodeError { return refuse(ErrUnknownFlag, detailFlag, x) }

// RefuseGap refuses what stands after an optional field that is absent.
func RefuseGap(field string) *EncodeError {
	return refuse(ErrMissingField, "absent, but something after it is present").In(field)
}

// Named is the error of a number at offset that must be written as the name that it has.
func Named(offset int, x any) *DecodeError {
	return fail(ErrNonCanonical, offset, "%v has a name", x)
}
