package codec

import (
	"math"
	"net/netip"
	"testing"
	"time"
)

func TestAddresses(t *testing.T) {
	for text, want := range map[string]Kind{
		"1.2.3.4:80":            "",
		"[2001:db8::1]:80":      "",
		"[::]:0":                "",
		"[::ffff:1.2.3.4]:80":   "",
		"[1:0:0:2::3]:65535":    "",
		"01.2.3.4:80":           ErrNonCanonical,
		"1.2.3.004:80":          ErrNonCanonical,
		"1.2.3.0004:80":         ErrMalformed,
		"1.2.3.256:80":          ErrMalformed,
		"1.2.3.4:080":           ErrNonCanonical,
		"[::ffff:01.2.3.4]:80":  ErrNonCanonical,
		"[::ffff:102:304]:80":   ErrNonCanonical,
		"[2001:DB8::1]:80":      ErrNonCanonical,
		"[1:0:0:2:0:0:0:3]:80":  ErrNonCanonical,
		"[fe80::1%eth0]:80":     ErrMalformed,
		"[::1]":                 ErrMalformed,
		"::1:80":                ErrMalformed,
		"1.2.3.4":               ErrMalformed,
		"1.2.3.4:65536":         ErrMalformed,
		"":                      ErrMalformed,
		":":                     ErrMalformed,
		"...:1":                 ErrMalformed,
		"[1.2.3.4]:80":          ErrMalformed,
		"[1:2:3:4:5:6:7::8]:80": ErrMalformed,
	} {
		address, err := jsonReader(`"` + text + `"`).SocketAddress()
		check(t, text, verdictOf(err).kind, want)
		if err != nil {
			continue
		}
		w := NewWriter(nil)
		check(t, text, kindOf(w.SocketAddress(address)), "")
		r := NewReader(w.Bytes())
		again, err := r.SocketAddress()
		check(t, text, verdictOf(err), verdict{})
		check(t, text, again, address)
	}
}

func TestBinaryAddressFaults(t *testing.T) {
	for data, want := range map[string]verdict{
		"\x02\x01\x02\x03\x04\x50":                         {ErrUnknownVariant, 0},
		"\x00\x01\x02\x03":                                 {ErrTruncated, 0},
		"\x00\x01\x02\x03\x04":                             {ErrTruncated, 0},
		"\x00\x01\x02\x03\x04\x80\x00":                     {ErrNonCanonical, 0},
		"\x00\x01\x02\x03\x04\x80\x80\x04":                 {ErrOutOfRange, 0},
		"\x80\x80\x80\x80\x10":                             {ErrOutOfRange, 0},
		"\x01\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a": {ErrTruncated, 0},
	} {
		r := NewReader([]byte(data))
		_, err := r.SocketAddress()
		check(t, data, verdictOf(err), want)
	}
}

func TestDurations(t *testing.T) {
	span, ok := DurationOf(90*time.Minute + 5)
	check(t, "ok", ok, true)
	check(t, "span", span, Duration{Secs: 5400, Nanos: 5})
	back, ok := span.Std()
	check(t, "ok", ok, true)
	check(t, "back", back, 90*time.Minute+5)

	_, ok = DurationOf(-1)
	check(t, "negative", ok, false)
	_, ok = Duration{Secs: math.MaxUint64}.Std()
	check(t, "too long", ok, false)
	_, ok = Duration{Secs: math.MaxInt64 / 1_000_000_000, Nanos: maxNanos}.Std()
	check(t, "a little too long", ok, false)

	w := NewWriter(nil)
	err := w.Duration(Duration{Nanos: maxNanos + 1})
	check(t, "too many nanoseconds", kindOf(err), ErrOutOfRange)
	check(t, "path", err.Path, "nanos")
}

func TestPatterns(t *testing.T) {
	// a+(/a+)*
	pattern := NewPattern(
		[]ByteRange{{First: 'a', Last: 'z', Class: 1}, {First: '/', Last: '/', Class: 2}},
		[][]int16{{-1, 1, -1}, {-1, 1, 0}},
		[]bool{false, true},
	)
	for text, want := range map[string]bool{"a": true, "abc/d": true, "": false, "/": false, "a/": false, "a//b": false, "A": false, "é": false} {
		check(t, text, matches(pattern, text), want)
		check(t, text, matches(pattern, []byte(text)), want)
	}
}

// Vectors cannot say such values, but a program can make them.
func TestAddressesThatAreNone(t *testing.T) {
	for name, address := range map[string]netip.AddrPort{
		"no address": {},
		"a zone":     netip.MustParseAddrPort("[fe80::1%eth0]:80"),
	} {
		w := NewWriter(nil)
		check(t, name, kindOf(w.SocketAddress(address)), ErrOutOfRange)
		check(t, name+" in JSON", kindOf(w.JSON().SocketAddress(address)), ErrOutOfRange)
	}
}
