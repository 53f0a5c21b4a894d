package codectest

import (
	"encoding/json"
	"math"
	"net/netip"
	"unicode/utf8"

	"meshwright.dev/go/codec"
)

// Unsigned and Signed are the integers that specs have.
type (
	Unsigned interface {
		~uint8 | ~uint16 | ~uint32 | ~uint64
	}
	Signed interface {
		~int8 | ~int16 | ~int32 | ~int64
	}
)

// Uint makes integers between least and most.
func Uint[T Unsigned](least, most uint64) Maker[T] {
	return func(s *Source) T { return T(least + s.between(most-least)) }
}

// Int makes integers between least and most.
func Int[T Signed](least, most int64) Maker[T] {
	return func(s *Source) T { return T(least + int64(s.between(uint64(most)-uint64(least)))) }
}

// Float makes numbers between least and most that have the given width in bits.
func Float[T ~float32 | ~float64](least, most float64, width int) Maker[T] {
	return func(s *Source) T {
		for {
			x := s.float(width)
			if x < least || x > most {
				x = least + s.rand.Float64()*(math.Min(most, 1e6)-math.Max(least, -1e6))
			}
			if y := T(x); float64(y) >= least && float64(y) <= most {
				return y
			}
		}
	}
}

// float makes a finite number out of random bits, or a plain one.
func (s *Source) float(width int) float64 {
	if s.Chance() {
		return math.Trunc(s.rand.NormFloat64()*1e4) / 16
	}
	x := math.Float64frombits(s.rand.Uint64())
	if width == 32 {
		x = float64(math.Float32frombits(s.rand.Uint32()))
	}
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return math.Copysign(0, -1)
	}
	return x
}

// Bool makes bools.
func Bool[T ~bool](s *Source) T { return T(s.Chance()) }

// OneOf makes one of some values.
func OneOf[T any](values ...T) Maker[T] {
	return func(s *Source) T { return values[s.Below(len(values))] }
}

// Text makes texts whose sizes in bytes lie between least and most.
func Text[T ~string](least, most int64) Maker[T] {
	alphabet := []rune("aZ09 _-./\"\\<&\n\t\x00\x1f\u007féß語😀\ufeff\u2028")
	return func(s *Source) T {
		size := s.count(least, most)
		text := make([]byte, 0, size)
		for len(text) < size {
			c := alphabet[s.Below(len(alphabet))]
			if len(text)+utf8.RuneLen(c) > size {
				c = 'x'
			}
			text = utf8.AppendRune(text, c)
		}
		return T(text)
	}
}

// Bytes makes bytes whose number lies between least and most.
func Bytes[T ~[]byte | ~string](least, most int64) Maker[T] {
	return func(s *Source) T {
		b := make([]byte, s.count(least, most))
		s.Fill(b)
		return T(b)
	}
}

// Fill makes all bytes of b random.
func (s *Source) Fill(b []byte) {
	for i := range b {
		b[i] = byte(s.rand.Uint32())
	}
}

// Duration makes spans of time.
func Duration(s *Source) codec.Duration {
	return codec.Duration{Secs: s.between(math.MaxUint64), Nanos: uint32(s.between(999_999_999))}
}

// Address makes addresses with ports.
func Address(s *Source) netip.AddrPort {
	var octets [16]byte
	switch s.Below(4) {
	case 0:
		s.Fill(octets[:4])
		return netip.AddrPortFrom(netip.AddrFrom4([4]byte(octets[:])), uint16(s.between(math.MaxUint16)))
	case 1:
		// An IPv4 address mapped into IPv6.
		octets[10], octets[11] = 0xff, 0xff
		s.Fill(octets[12:])
	case 2:
		s.Fill(octets[:3])
		s.Fill(octets[13:])
	default:
		s.Fill(octets[:])
	}
	return netip.AddrPortFrom(netip.AddrFrom16(octets), uint16(s.between(math.MaxUint16)))
}

// JSON makes free JSON.
func JSON(s *Source) json.RawMessage {
	return OneOf[json.RawMessage](
		json.RawMessage(`null`), json.RawMessage(`true`), json.RawMessage(`-0.5E+3`), json.RawMessage(`"é\n"`),
		json.RawMessage(`[]`), json.RawMessage(`{"b":[1,2.50,{}],"a":""}`),
	)(s)
}

// UnknownBytes makes what an open structure keeps in a binary encoding.
func UnknownBytes(s *Source) []byte {
	if s.Chance() {
		return nil
	}
	return Bytes[[]byte](1, 8)(s)
}

// UnknownMembers makes what an open object keeps.
func UnknownMembers(s *Source) []byte {
	return OneOf(nil, []byte(`"§1":null`), []byte(`"§2":{"x":[1]},"§1":"é"`))(s)
}
