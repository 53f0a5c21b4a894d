package codec

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestFloatText(t *testing.T) {
	for _, test := range []struct {
		x     float64
		width int
		want  string
	}{
		{0, 64, "0.0"}, {math.Copysign(0, -1), 64, "-0.0"}, {64, 64, "64.0"}, {-1.5, 64, "-1.5"}, {0.1, 64, "0.1"}, {float64(float32(0.1)), 32, "0.1"},
		{1e-5, 64, "0.00001"}, {1.25e-5, 64, "0.0000125"}, {1e-6, 64, "1e-6"}, {1.5e-7, 64, "1.5e-7"},
		{1e15, 64, "1000000000000000.0"}, {1234567890123456, 64, "1234567890123456.0"}, {1e16, 64, "1e16"}, {1.25e16, 64, "1.25e16"},
		{math.Pow(2, 89), 64, "6.189700196426902e26"}, {5e-324, 64, "5e-324"}, {math.MaxFloat64, 64, "1.7976931348623157e308"}, {math.MaxFloat32, 32, "3.4028235e38"},
		{123.456, 64, "123.456"}, {100, 64, "100.0"},
	} {
		check(t, test.want, string(AppendFloat([]byte{}, test.x, test.width)), test.want)
	}
}

func TestJSONStrings(t *testing.T) {
	for _, test := range []struct {
		text, want string
		verdict    verdict
	}{
		{`""`, "", verdict{}},
		{`"a/é😀` + "\u007f" + `"`, "a/é😀\u007f", verdict{}},
		{`"\"\\\b\f\n\r\t\u0000\u001f"`, "\"\\\b\f\n\r\t\x00\x1f", verdict{}},
		{`"\/"`, "", verdict{ErrNonCanonical, 0}},
		{`"\u000a"`, "", verdict{ErrNonCanonical, 0}},
		{`"\u001F"`, "", verdict{ErrNonCanonical, 0}},
		{`"\u0041"`, "", verdict{ErrNonCanonical, 0}},
		{`"\ud83d\ude00"`, "", verdict{ErrNonCanonical, 0}},
		{`"\ud83d"`, "", verdict{ErrMalformed, 0}},
		{`"\ud83d\u0041"`, "", verdict{ErrMalformed, 0}},
		{`"\ude00"`, "", verdict{ErrMalformed, 0}},
		{`"\x"`, "", verdict{ErrMalformed, 0}},
		{`"\u00g0"`, "", verdict{ErrMalformed, 0}},
		{"\"\n\"", "", verdict{ErrMalformed, 0}},
		{"\"\\n\n\"", "", verdict{ErrMalformed, 0}},
		{`"\u0041` + "\n\"", "", verdict{ErrMalformed, 0}},
		{`"abc`, "", verdict{ErrTruncated, 0}},
		{`"\`, "", verdict{ErrTruncated, 0}},
		{`"\u00`, "", verdict{ErrTruncated, 0}},
		{`"\ud83d\`, "", verdict{ErrTruncated, 0}},
		{`"\u0041`, "", verdict{ErrTruncated, 0}},
		{` "a"`, "", verdict{ErrNonCanonical, 0}},
		{`1`, "", verdict{ErrMalformed, 0}},
		{``, "", verdict{ErrTruncated, 0}},
	} {
		got, err := jsonReader(test.text).Text(nil, 0, NoMax)
		check(t, test.text, got, test.want)
		check(t, test.text, verdictOf(err), test.verdict)
		if err == nil {
			check(t, "written", string(AppendJSONString(nil, got)), test.text)
		}
	}
}

func TestJSONNumbers(t *testing.T) {
	for _, test := range []struct {
		text                 string
		integer, float, free Kind
	}{
		{"0", "", ErrNonCanonical, ""},
		{"-0", ErrNonCanonical, ErrNonCanonical, ""},
		{"007", ErrNonCanonical, ErrNonCanonical, ErrMalformed},
		{"1.0", ErrMalformed, "", ""},
		{"-0.0", ErrMalformed, "", ""},
		{"1e16", ErrMalformed, "", ""},
		{"1E16", ErrMalformed, ErrNonCanonical, ""},
		{"1e+16", ErrMalformed, ErrNonCanonical, ""},
		{"1.50", ErrMalformed, ErrNonCanonical, ""},
		{"1e400", ErrMalformed, ErrOutOfRange, ""},
		{"-", ErrMalformed, ErrMalformed, ErrMalformed},
		{"1.", ErrMalformed, ErrMalformed, ErrMalformed},
		{".5", ErrMalformed, ErrMalformed, ErrMalformed},
		{"+1", ErrMalformed, ErrMalformed, ErrMalformed},
		{"1e", ErrMalformed, ErrMalformed, ErrMalformed},
		{"1-2", ErrMalformed, ErrMalformed, ErrMalformed},
		{"128", ErrOutOfRange, ErrNonCanonical, ""},
	} {
		_, err := jsonReader(test.text+",").Int(-128, 127)
		check(t, test.text+" as an integer", verdictOf(err), verdict{test.integer, 0})
		_, err = jsonReader(test.text + ",").F64()
		check(t, test.text+" as a float", verdictOf(err), verdict{test.float, 0})
		_, err = jsonReader(test.text + ",").Value()
		check(t, test.text+" as free JSON", verdictOf(err), verdict{test.free, 0})
	}
	_, err := jsonReader("12").Uint(0, math.MaxUint64)
	check(t, "at the end of the input", verdictOf(err), verdict{ErrTruncated, 0})
}

func TestHexConstant(t *testing.T) {
	for _, test := range []struct {
		text string
		want verdict
	}{
		{`"0a",`, verdict{}},
		{`"0b",`, verdict{ErrBadConstant, 0}},
		{`"0x",`, verdict{ErrMalformed, 0}},
		{`7,`, verdict{ErrMalformed, 0}},
	} {
		check(t, test.text, verdictOf(jsonReader(test.text).HexConstant(`"0a"`)), test.want)
	}
}

func TestFreeJSON(t *testing.T) {
	deep := strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth)
	many := &strings.Builder{}
	for i := range 100 {
		many.WriteString(`"` + strings.Repeat("k", i) + `":0,`)
	}
	for _, test := range []struct {
		text string
		want verdict
	}{
		{`{"b":[1.50,true,null,{"b":{}}],"a":"x"}`, verdict{}},
		{deep, verdict{}},
		{"[" + deep + "]", verdict{ErrTooDeep, maxDepth}},
		{`{"a":1,"a":2}`, verdict{ErrDuplicateKey, 7}},
		{`{` + many.String() + `"x":1}`, verdict{}},
		{`{` + many.String() + `"kkk":1}`, verdict{ErrDuplicateKey, 1 + many.Len()}},
		{`{"a" :1}`, verdict{ErrNonCanonical, 4}},
		{`[1, 2]`, verdict{ErrNonCanonical, 3}},
		{`[1,]`, verdict{ErrMalformed, 3}},
		{`{"a":1,}`, verdict{ErrMalformed, 7}},
		{`{1:2}`, verdict{ErrMalformed, 1}},
		{`tru`, verdict{ErrTruncated, 0}},
		{`trux`, verdict{ErrMalformed, 0}},
		{`[`, verdict{ErrTruncated, 1}},
	} {
		r := jsonReader(test.text)
		value, err := r.Value()
		check(t, test.text, verdictOf(err), test.want)
		if err == nil {
			check(t, "text", string(value), test.text)
		}
	}
}

func TestWrittenFreeJSON(t *testing.T) {
	for text, want := range map[string]Kind{
		`1`: "", `{"a":[]}`: "", ``: ErrTruncated, `1 `: ErrTrailingBytes, `[1,2`: ErrTruncated, ` 1`: ErrNonCanonical, `01`: ErrMalformed, "\"\xff\"": ErrInvalidUTF8,
	} {
		w := NewWriter(nil)
		check(t, text, kindOf(w.JSON().Value([]byte(text))), want)
	}
}

func TestBytesInJSON(t *testing.T) {
	for _, test := range []struct {
		text              string
		hex, base64, ints Kind
	}{
		{`""`, "", "", ErrMalformed},
		{`"00ff"`, "", "", ErrMalformed},
		{`"00FF"`, ErrNonCanonical, "", ErrMalformed},
		{`"0"`, ErrMalformed, ErrMalformed, ErrMalformed},
		{`"AA=="`, ErrMalformed, "", ErrMalformed},
		{`"AB=="`, ErrMalformed, ErrNonCanonical, ErrMalformed},
		{`"AAB="`, ErrMalformed, ErrNonCanonical, ErrMalformed},
		{`"A==="`, ErrMalformed, ErrMalformed, ErrMalformed},
		{`"AA=A"`, ErrMalformed, ErrMalformed, ErrMalformed},
		{`"\u0030g"`, ErrMalformed, ErrMalformed, ErrMalformed},
		{`"\u00300"`, ErrNonCanonical, ErrMalformed, ErrMalformed},
		{`[0,255]`, ErrMalformed, ErrMalformed, ""},
		{`[256]`, ErrMalformed, ErrMalformed, ErrOutOfRange},
		{`"0000000000"`, ErrTooLong, ErrMalformed, ErrMalformed},
	} {
		_, err := jsonReader(test.text).Hex(0, 4)
		check(t, test.text+" as hex", verdictOf(err).kind, test.hex)
		_, err = jsonReader(test.text).Base64(0, 4)
		check(t, test.text+" as base64", verdictOf(err).kind, test.base64)
		_, err = jsonReader(test.text).Ints(0, 4)
		check(t, test.text+" as integers", verdictOf(err).kind, test.ints)
	}
}

func TestPlainLengthFindsTheFirstThatIsNot(t *testing.T) {
	plainly := func(text string) int {
		for i, c := range []byte(text) {
			if c < 0x20 || c == '"' || c == '\\' {
				return i
			}
		}
		return len(text)
	}
	random := rand.New(rand.NewPCG(5, 6))
	const met = "a~! \x7f\x80\xa2\xdc\xff#[]" // neighbours of those that are sought, with and without the highest bit
	for range 100_000 {
		text := make([]byte, random.IntN(30))
		for i := range text {
			text[i] = met[random.IntN(len(met))]
		}
		for range random.IntN(3) {
			if len(text) > 0 {
				text[random.IntN(len(text))] = "\"\\\x00\x1f\n"[random.IntN(5)]
			}
		}
		if got, want := plainLength(text), plainly(string(text)); got != want {
			t.Fatalf("%q: got %d, want %d", text, got, want)
		}
	}
}
