package codectest

// List makes lists whose number of elements lies between least and most.
func List[T any](element Maker[T], least, most int64) Maker[[]T] {
	return func(s *Source) []T {
		list := make([]T, s.count(least, most))
		Each(s, list, element)
		return list
	}
}

// NestedList is [List] for elements that may contain such a list: it comes to an end.
func NestedList[T any](element Maker[T], least, most int64) Maker[[]T] {
	return func(s *Source) []T {
		if s.Deep() {
			most = least
		}
		return List(element, least, most)(s)
	}
}

// Each makes all elements of a list.
func Each[T any](s *Source, list []T, element Maker[T]) {
	for i := range list {
		list[i] = element(s)
	}
}

// Map makes maps whose number of entries lies between least and most.
func Map[K comparable, V any](key Maker[K], value Maker[V], least, most int64) Maker[map[K]V] {
	return func(s *Source) map[K]V {
		m := map[K]V{}
		size := s.count(least, most)
		// A key may come twice; some types have not enough of them.
		for tries := 0; len(m) < size && tries < 100*size; tries++ {
			m[key(s)] = value(s)
		}
		return m
	}
}

// Pointer makes values and nil.
func Pointer[T any](value Maker[T]) Maker[*T] {
	return func(s *Source) *T {
		if s.Chance() || s.Deep() {
			return nil
		}
		return Present(value)(s)
	}
}

// Present makes values that are there.
func Present[T any](value Maker[T]) Maker[*T] {
	return func(s *Source) *T {
		v := value(s)
		return &v
	}
}

// Nilable makes values and the zero value.
func Nilable[T any](value Maker[T]) Maker[T] {
	return func(s *Source) (none T) {
		if s.Chance() || s.Deep() {
			return none
		}
		return value(s)
	}
}

// NilSlice makes nil in place of empty slices, as decoders do for fields that are left out when they are empty.
func NilSlice[S ~[]E, E any](value Maker[S]) Maker[S] {
	return func(s *Source) S {
		if v := value(s); len(v) > 0 {
			return v
		}
		return nil
	}
}

// NilMap is [NilSlice] for maps.
func NilMap[K comparable, V any](value Maker[map[K]V]) Maker[map[K]V] {
	return func(s *Source) map[K]V {
		if v := value(s); len(v) > 0 {
			return v
		}
		return nil
	}
}
