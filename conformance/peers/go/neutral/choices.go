package neutral

import (
	"strconv"

	"meshwright.dev/go/codec"
)

// Number is what enums and flags are made of.
type Number interface {
	~uint8 | ~uint16 | ~uint32 | ~uint64 | ~int8 | ~int16 | ~int32 | ~int64
}

// Named is a member of an enum, or a flag, and its name in the spec.
type Named[T Number] struct {
	Name  string
	Value T
}

// Enum parses a name, or the number of a member that has none.
func Enum[T Number](members []Named[T], number Parser[T]) Parser[T] {
	return func(value Value) (T, error) {
		name, err := text(value)
		if err != nil {
			return number(value)
		}
		for _, member := range members {
			if member.Name == name {
				return member.Value, nil
			}
		}
		if isInteger(name) {
			return number(value)
		}
		return 0, refuse(codec.ErrUnknownVariant, "%q is not a member", name)
	}
}

// AppendEnum prints a name, or the number of a member that has none.
func AppendEnum[T Number](members []Named[T], number Printer[T]) Printer[T] {
	return func(dst []byte, x T) []byte {
		for _, member := range members {
			if member.Value == x {
				return codec.AppendJSONString(dst, member.Name)
			}
		}
		return number(dst, x)
	}
}

// Flags parses an array of names. One that is not known becomes a bit without a name, for the encoder to refuse.
func Flags[T Number](flags []Named[T]) Parser[T] {
	return func(value Value) (set T, err error) {
		names, err := List(Text[string])(value)
		if err != nil {
			return 0, err
		}
		for _, name := range names {
			bit, err := flagOf(flags, name)
			if err != nil {
				return 0, err
			}
			if set&bit != 0 {
				return 0, bad("the flag %s stands twice", strconv.Quote(name))
			}
			set |= bit
		}
		return set, nil
	}
}

func flagOf[T Number](flags []Named[T], name string) (T, error) {
	for _, flag := range flags {
		if flag.Name == name {
			return flag.Value, nil
		}
	}
	unnamed := ^T(0)
	for _, flag := range flags {
		unnamed &^= flag.Value
	}
	if unnamed == 0 {
		return 0, refuse(codec.ErrUnknownFlag, "%q is not a flag", name)
	}
	return unnamed & -unnamed, nil
}

// AppendFlags prints an array of names in bit order, which is the order of flags.
func AppendFlags[T Number](flags []Named[T]) Printer[T] {
	return func(dst []byte, set T) []byte {
		dst = append(dst, '[')
		for _, flag := range flags {
			if set&flag.Value != 0 {
				dst = codec.AppendJSONString(separate(dst, '['), flag.Name)
			}
		}
		return append(dst, ']')
	}
}
