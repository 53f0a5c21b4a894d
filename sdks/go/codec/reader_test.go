package codec

import (
	"bytes"
	"math"
	"testing"
)

func TestUvarint(t *testing.T) {
	for _, test := range []struct {
		data  string
		most  uint64
		value uint64
		want  verdict
	}{
		{"\x00", math.MaxUint64, 0, verdict{}},
		{"\x7f", math.MaxUint64, 127, verdict{}},
		{"\xac\x02", math.MaxUint16, 300, verdict{}},
		{"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", math.MaxUint64, math.MaxUint64, verdict{}},
		{"", math.MaxUint64, 0, verdict{ErrTruncated, 0}},
		{"\x80\x80", math.MaxUint64, 0, verdict{ErrTruncated, 0}},
		{"\x80\x00", math.MaxUint64, 0, verdict{ErrNonCanonical, 0}},
		{"\x80\x00", 0, 0, verdict{ErrNonCanonical, 0}},
		{"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02", math.MaxUint64, 0, verdict{ErrOutOfRange, 0}},
		{"\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x00", math.MaxUint64, 0, verdict{ErrOutOfRange, 0}},
		{"\x80\x80\x80\x80\x80\x80\x80\x80\x80\x00", math.MaxUint64, 0, verdict{ErrNonCanonical, 0}},
		{"\x80\x02", math.MaxUint8, 0, verdict{ErrOutOfRange, 0}},
		{"\x7f", 100, 0, verdict{ErrOutOfRange, 0}},
	} {
		r := NewReader([]byte(test.data))
		value, err := r.Uvarint(0, test.most)
		check(t, test.data, value, test.value)
		check(t, test.data, verdictOf(err), test.want)
	}
}

func TestVarintsComeBack(t *testing.T) {
	for _, x := range []int64{0, -1, 1, -64, 64, math.MinInt64, math.MaxInt64} {
		w := NewWriter(nil)
		w.Varint(x)
		r := NewReader(w.Bytes())
		got, err := r.Varint(math.MinInt64, math.MaxInt64)
		check(t, "error", verdictOf(err), verdict{})
		check(t, "value", got, x)
		check(t, "left", r.Left(), 0)
	}
}

func TestCount(t *testing.T) {
	for _, test := range []struct {
		data string
		p    Prefix
		want verdict
	}{
		{"\x02\x00aabb", PrefixU16, verdict{}},
		{"\x00\x02aabb", PrefixU16BE, verdict{}},
		{"\x02aabb", PrefixVarint, verdict{}},
		{"\x03aabb", PrefixU8, verdict{ErrTruncated, 1}},
		{"\x05aabb", PrefixU8, verdict{ErrTooLong, 1}},
		{"\x00aabb", PrefixU8, verdict{ErrOutOfRange, 1}},
		{"\xff\xff\xff\xff\xff\xff\xff\xff", PrefixU64, verdict{ErrTooLong, 1}},
		{"\x01", PrefixU16, verdict{ErrTruncated, 1}},
	} {
		r := NewReader([]byte("." + test.data))
		r.pos = 1
		_, err := r.Count(test.p, 1, 4, 2)
		check(t, test.data, verdictOf(err), test.want)
	}
}

func TestCountWithoutBound(t *testing.T) {
	r := NewReader([]byte("\xff\xff\xff\xff\xff\xff\xff\xffab"))
	_, err := r.Count(PrefixU64, 0, NoMax, 1<<20)
	check(t, "2^64-1 elements", verdictOf(err), verdict{ErrTruncated, 0})
}

func TestWindows(t *testing.T) {
	r := NewReader([]byte("\x03\x01\x02\x03\x04"))
	outer, err := r.Window(PrefixU8, 0, NoMax)
	check(t, "opening", verdictOf(err), verdict{})
	check(t, "inside", r.Left(), 3)
	r.Next(2)
	check(t, "surplus", verdictOf(r.CloseWindow(outer)), verdict{ErrTrailingBytes, 3})
	r.Next(1)
	check(t, "closing", verdictOf(r.CloseWindow(outer)), verdict{})
	check(t, "outside", r.Left(), 1)
}

// TestBytesAreCapped makes sure that appending to decoded bytes does not write into the input.
func TestBytesAreCapped(t *testing.T) {
	data := []byte("\x02abcd")
	r := NewReader(data)
	b, err := r.Bytes(PrefixU8, 0, NoMax)
	check(t, "error", verdictOf(err), verdict{})
	_ = append(b, 'X')
	check(t, "input", string(data), "\x02abcd")
}

func TestWrittenWindows(t *testing.T) {
	for _, p := range []Prefix{PrefixU8, PrefixU16, PrefixU32BE, PrefixVarint, Rest} {
		for _, size := range []int{0, 1, 127, 128, 255} {
			content := bytes.Repeat([]byte{7}, size)
			w := NewWriter([]byte("before"))
			start := w.Window(p)
			w.Raw(content)
			check(t, "closing", kindOf(w.CloseWindow(p, start, 0, NoMax)), "")
			r := NewReader(w.Bytes()[len("before"):])
			got, err := r.Bytes(p, 0, NoMax)
			check(t, "error", verdictOf(err), verdict{})
			check(t, "content", string(got), string(content))
			check(t, "left", r.Left(), 0)
		}
	}
}

func TestWrittenWindowsAreBounded(t *testing.T) {
	w := NewWriter(nil)
	start := w.Window(PrefixU8)
	w.Raw([]byte("abc"))
	check(t, "above", kindOf(w.CloseWindow(PrefixU8, start, 0, 2)), ErrTooLong)
	check(t, "below", kindOf(w.CloseWindow(PrefixU8, start, 4, 9)), ErrOutOfRange)
}

func TestFloatBits(t *testing.T) {
	for _, test := range []struct {
		bits uint32
		want verdict
	}{
		{0x7fc00000, verdict{}}, {0x7f800000, verdict{}}, {0xff800000, verdict{}}, {0x80000000, verdict{}},
		{0x7fc00001, verdict{ErrNonCanonical, 5}}, {0x7f800001, verdict{ErrNonCanonical, 5}}, {0xffc00000, verdict{ErrNonCanonical, 5}},
	} {
		_, err := F32Of(test.bits, 5)
		check(t, "f32", verdictOf(err), test.want)
		wide := uint64(test.bits&0x8000_0000)<<32 | uint64(test.bits&0x7fff_ffff)<<29
		if test.bits&0x7f800000 == 0x7f800000 {
			wide |= 0x7ff0_0000_0000_0000
		}
		_, err = F64Of(wide, 5)
		check(t, "f64", verdictOf(err), test.want)
	}
	check(t, "written NaN", F32Bits(math.Float32frombits(0xffc12345)), uint32(0x7fc00000))
	check(t, "written NaN", F64Bits(math.Float64frombits(0xfff8000000000001)), uint64(0x7ff8000000000000))
}

func TestDepth(t *testing.T) {
	r := NewReader(nil)
	for range maxDepth {
		check(t, "within", verdictOf(r.Enter()), verdict{})
	}
	check(t, "beyond", verdictOf(r.Enter()), verdict{ErrTooDeep, 0})
	r.Leave()
	check(t, "within again", verdictOf(r.Enter()), verdict{})
}

func TestVarintPrefixes(t *testing.T) {
	for _, test := range []struct {
		p    Prefix
		want verdict
	}{
		{PrefixVarint, verdict{ErrTooLong, 0}},
		{PrefixVarint32, verdict{ErrTooLong, 0}},
		{PrefixVarint16, verdict{ErrOutOfRange, 0}},
	} {
		r := NewReader([]byte("\x80\x80\x04"))
		_, err := r.Count(test.p, 0, 9, 1)
		check(t, "2^16", verdictOf(err), test.want)
	}
}
