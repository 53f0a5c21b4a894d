package neutral

import (
	"encoding/json"
	"errors"
	"math"
	"strconv"

	"meshwright.dev/go/codec"
)

// Uint parses a number.
func Uint[T ~uint8 | ~uint16 | ~uint32](value Value) (T, error) {
	x, err := uintOf(string(value))
	if err == nil && x > uint64(^T(0)) {
		err = refuse(codec.ErrOutOfRange, "%d does not fit", x)
	}
	return T(x), err
}

// Uint64 parses a decimal string.
func Uint64[T ~uint64](value Value) (T, error) {
	text, err := text(value)
	if err != nil {
		return 0, err
	}
	x, err := uintOf(text)
	return T(x), err
}

// Int parses a number.
func Int[T ~int8 | ~int16 | ~int32](value Value) (T, error) {
	x, err := intOf(string(value))
	if err == nil && int64(T(x)) != x {
		err = refuse(codec.ErrOutOfRange, "%d does not fit", x)
	}
	return T(x), err
}

// Int64 parses a decimal string.
func Int64[T ~int64](value Value) (T, error) {
	text, err := text(value)
	if err != nil {
		return 0, err
	}
	x, err := intOf(text)
	return T(x), err
}

func uintOf(text string) (uint64, error) {
	if !isInteger(text) {
		return 0, bad("%s is not an integer", text)
	}
	if text == "-0" {
		return 0, nil
	}
	x, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return 0, refuse(codec.ErrOutOfRange, "%s does not fit", text)
	}
	return x, nil
}

func intOf(text string) (int64, error) {
	if !isInteger(text) {
		return 0, bad("%s is not an integer", text)
	}
	x, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, refuse(codec.ErrOutOfRange, "%s does not fit", text)
	}
	return x, nil
}

func isInteger(text string) bool {
	if text != "" && text[0] == '-' {
		text = text[1:]
	}
	for _, c := range []byte(text) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return text != ""
}

// Float32 parses a string: canonical float text of the number widened to 64 bits, or NaN, Infinity or -Infinity.
func Float32[T ~float32](value Value) (T, error) {
	x, err := float(value, 32)
	return T(x), err
}

// Float64 parses a string like [Float32].
func Float64[T ~float64](value Value) (T, error) {
	x, err := float(value, 64)
	return T(x), err
}

func float(value Value, width int) (float64, error) {
	text, err := text(value)
	if err != nil {
		return 0, err
	}
	switch text {
	case "NaN":
		return math.NaN(), nil
	case "Infinity":
		return math.Inf(1), nil
	case "-Infinity":
		return math.Inf(-1), nil
	}
	if !json.Valid([]byte(text)) {
		return 0, bad("%q is not a float", text)
	}
	x, err := strconv.ParseFloat(text, width)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, refuse(codec.ErrOutOfRange, "%s does not fit", text)
	case err != nil:
		return 0, bad("%q is not a float", text)
	}
	return x, nil
}

// AppendUint prints a number.
func AppendUint[T ~uint8 | ~uint16 | ~uint32](dst []byte, x T) []byte {
	return strconv.AppendUint(dst, uint64(x), 10)
}

// AppendUint64 prints a decimal string.
func AppendUint64[T ~uint64](dst []byte, x T) []byte {
	return append(strconv.AppendUint(append(dst, '"'), uint64(x), 10), '"')
}

// AppendInt prints a number.
func AppendInt[T ~int8 | ~int16 | ~int32](dst []byte, x T) []byte {
	return strconv.AppendInt(dst, int64(x), 10)
}

// AppendInt64 prints a decimal string.
func AppendInt64[T ~int64](dst []byte, x T) []byte {
	return append(strconv.AppendInt(append(dst, '"'), int64(x), 10), '"')
}

// AppendFloat prints a string like those that [Float32] and [Float64] parse.
func AppendFloat[T ~float32 | ~float64](dst []byte, number T) []byte {
	x := float64(number)
	dst = append(dst, '"')
	switch {
	case math.IsNaN(x):
		dst = append(dst, "NaN"...)
	case math.IsInf(x, 1):
		dst = append(dst, "Infinity"...)
	case math.IsInf(x, -1):
		dst = append(dst, "-Infinity"...)
	default:
		dst = codec.AppendFloat(dst, x, 64)
	}
	return append(dst, '"')
}
