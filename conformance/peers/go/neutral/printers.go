package neutral

import (
	"maps"
	"slices"

	"meshwright.dev/go/codec"
)

// separate appends a comma unless the object or array has only been opened.
func separate(dst []byte, opening byte) []byte {
	if dst[len(dst)-1] == opening {
		return dst
	}
	return append(dst, ',')
}

// AppendMember prints a member of an object that has been opened.
func AppendMember[T any](dst []byte, name string, value T, print Printer[T]) []byte {
	dst = codec.AppendJSONString(separate(dst, '{'), name)
	return print(append(dst, ':'), value)
}

// AppendCase prints a tagged union.
func AppendCase[T any](dst []byte, name string, value T, print Printer[T]) []byte {
	dst = codec.AppendJSONString(append(dst, `{"case":`...), name)
	return append(print(append(dst, `,"value":`...), value), '}')
}

// AppendUnit prints the content of a case that has none.
func AppendUnit(dst []byte, _ struct{}) []byte { return append(dst, "{}"...) }

// AppendList prints an array.
func AppendList[T any](print Printer[T]) Printer[[]T] {
	return func(dst []byte, list []T) []byte {
		dst = append(dst, '[')
		for _, v := range list {
			dst = print(separate(dst, '['), v)
		}
		return append(dst, ']')
	}
}

// AppendMap prints an array of keys and values, sorted by key.
func AppendMap[K comparable, V any](key Printer[K], value Printer[V], compare func(a, b K) int) Printer[map[K]V] {
	return func(dst []byte, m map[K]V) []byte {
		dst = append(dst, '[')
		for _, k := range slices.SortedFunc(maps.Keys(m), compare) {
			dst = key(append(separate(dst, '['), '['), k)
			dst = append(value(append(dst, ','), m[k]), ']')
		}
		return append(dst, ']')
	}
}

// AppendPointer prints null for a nil pointer.
func AppendPointer[T any](print Printer[T]) Printer[*T] {
	return func(dst []byte, v *T) []byte {
		if v == nil {
			return append(dst, "null"...)
		}
		return print(dst, *v)
	}
}

// AppendSlice prints null for a nil slice.
func AppendSlice[S ~[]E, E any](print Printer[S]) Printer[S] {
	return func(dst []byte, v S) []byte {
		if v == nil {
			return append(dst, "null"...)
		}
		return print(dst, v)
	}
}

// AppendNilMap prints null for a nil map.
func AppendNilMap[K comparable, V any](print Printer[map[K]V]) Printer[map[K]V] {
	return func(dst []byte, v map[K]V) []byte {
		if v == nil {
			return append(dst, "null"...)
		}
		return print(dst, v)
	}
}
