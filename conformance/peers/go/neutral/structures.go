package neutral

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"

	"meshwright.dev/go/codec"
)

// Object is a structure that is being parsed.
type Object map[string]Value

// OpenObject parses an object that has no members but the known ones.
func OpenObject(value Value, known ...string) (Object, error) {
	var object Object
	if len(value) == 0 || value[0] != '{' || json.Unmarshal(value, &object) != nil {
		return nil, bad("%s is not an object", value)
	}
	for name := range object {
		if !slices.Contains(known, name) {
			return nil, bad("there is no member %q", name)
		}
	}
	return object, nil
}

// Member parses a member that must be there.
func Member[T any](object Object, name string, parse Parser[T]) (T, error) {
	value, found := object[name]
	if !found {
		var none T
		return none, bad("the member %q is missing", name)
	}
	v, err := parse(value)
	if err != nil {
		err = in(err, name)
	}
	return v, err
}

// Optional parses a member that may be left out; the zero value stands for that.
func Optional[T any](object Object, name string, parse Parser[T]) (T, error) {
	if _, found := object[name]; !found {
		var none T
		return none, nil
	}
	return Member(object, name, parse)
}

// Constant checks a member that may be left out and otherwise has one value: a string or an integer.
func Constant(object Object, name, want string) error {
	got, found := object[name]
	if !found {
		return nil
	}
	given, err := scalar(got)
	if err != nil {
		return in(err, name)
	}
	if wanted, _ := scalar(Value(want)); given != wanted {
		return in(refuse(codec.ErrBadConstant, "is %s, must be %s", got, want), name)
	}
	return nil
}

// scalar returns the content of a string, or the digits of an integer.
func scalar(value Value) (string, error) {
	if isInteger(string(value)) {
		return string(value), nil
	}
	return text(value)
}

// Case parses the name and the content of a tagged union; the content of a unit case may be left out.
func Case(value Value) (name string, content Value, err error) {
	object, err := OpenObject(value, "case", "value")
	if err != nil {
		return "", nil, err
	}
	name, err = Member(object, "case", Text[string])
	content, found := object["value"]
	if !found {
		content = Value("{}")
	}
	return name, content, err
}

// Unit checks the content of a case that has none.
func Unit(content Value) error {
	_, err := OpenObject(content)
	return err
}

// NoCase is the error of a case that a union does not have.
func NoCase(name string) error {
	return refuse(codec.ErrUnknownVariant, "%q is not a case", name)
}

// List parses an array.
func List[T any](parse Parser[T]) Parser[[]T] {
	return func(value Value) ([]T, error) {
		values, err := elements(value)
		if err != nil {
			return nil, err
		}
		list := make([]T, len(values))
		return list, parseAll(list, values, parse)
	}
}

// Fill parses as many elements as dst has.
func Fill[T any](dst []T, value Value, parse Parser[T]) error {
	values, err := elements(value)
	if err != nil {
		return err
	}
	if err := fit(len(values), len(values), len(dst)); err != nil {
		return err
	}
	return parseAll(dst, values, parse)
}

func elements(value Value) ([]Value, error) {
	values := []Value{}
	if len(value) == 0 || value[0] != '[' || json.Unmarshal(value, &values) != nil {
		return nil, bad("%s is not an array", value)
	}
	return values, nil
}

func parseAll[T any](dst []T, values []Value, parse Parser[T]) (err error) {
	for i, value := range values {
		dst[i], err = parse(value)
		if err != nil {
			return at(err, i)
		}
	}
	return nil
}

// Map parses an array of keys and values.
func Map[K comparable, V any](key Parser[K], value Parser[V], compare func(a, b K) int) Parser[map[K]V] {
	return func(entries Value) (map[K]V, error) {
		pairs, err := List(pair)(entries)
		if err != nil {
			return nil, err
		}
		keys := make([]K, len(pairs))
		m := make(map[K]V, len(pairs))
		for i, pair := range pairs {
			if keys[i], err = key(pair[0]); err != nil {
				return nil, at(in(err, "key"), i)
			}
			if m[keys[i]], err = value(pair[1]); err != nil {
				return nil, at(in(err, "value"), i)
			}
		}
		return m, distinct(keys, compare)
	}
}

func pair(value Value) ([]Value, error) {
	values, err := elements(value)
	if err == nil && len(values) != 2 {
		err = bad("%s is not a key and a value", value)
	}
	return values, err
}

// distinct refuses keys that are equal, where they stand after sorting.
func distinct[K any](keys []K, compare func(a, b K) int) error {
	slices.SortFunc(keys, compare)
	for i := 1; i < len(keys); i++ {
		if compare(keys[i-1], keys[i]) == 0 {
			return at(in(refuse(codec.ErrDuplicateKey, "the key stands twice"), "key"), i)
		}
	}
	return nil
}

// CompareBytes compares arrays of bytes through their slices.
func CompareBytes[K any](bytesOf func(*K) []byte) func(a, b K) int {
	return func(a, b K) int { return bytes.Compare(bytesOf(&a), bytesOf(&b)) }
}

// Pointer parses a value or null, which is a nil pointer.
func Pointer[T any](parse Parser[T]) Parser[*T] {
	return func(value Value) (*T, error) {
		if string(value) == "null" {
			return nil, nil
		}
		v, err := parse(value)
		return &v, err
	}
}

// Present parses a value that is there, as a pointer.
func Present[T any](parse Parser[T]) Parser[*T] {
	return func(value Value) (*T, error) {
		v, err := parse(value)
		return &v, err
	}
}

// Nilable parses a value or null, which is the zero value.
func Nilable[T any](parse Parser[T]) Parser[T] {
	return func(value Value) (T, error) {
		if string(value) == "null" {
			var none T
			return none, nil
		}
		return parse(value)
	}
}

// Duration parses an object of seconds and nanoseconds.
func Duration(value Value) (d codec.Duration, err error) {
	object, err := OpenObject(value, "secs", "nanos")
	if err != nil {
		return d, err
	}
	if d.Secs, err = Member(object, "secs", Uint64[uint64]); err != nil {
		return d, err
	}
	d.Nanos, err = Member(object, "nanos", Uint[uint32])
	return d, err
}

// AppendDuration prints an object of seconds and nanoseconds.
func AppendDuration(dst []byte, d codec.Duration) []byte {
	dst = strconv.AppendUint(append(dst, `{"secs":"`...), d.Secs, 10)
	dst = strconv.AppendUint(append(dst, `","nanos":`...), uint64(d.Nanos), 10)
	return append(dst, '}')
}
