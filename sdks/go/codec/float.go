package codec

import (
	"math"
	"strconv"
)

// A float is written plainly if the exponent of its first digit lies between these, else as 1.5e-7.
const (
	leastPlainExponent = -5
	mostPlainExponent  = 15
)

// AppendFloat appends the canonical text of a finite number: the shortest digits that give x back at its width (32 or 64
// bits), such as 64.0, 0.00001 or 1.5e-7.
func AppendFloat(dst []byte, x float64, width int) []byte {
	if math.Signbit(x) {
		dst, x = append(dst, '-'), -x
	}
	// Most numbers are far from where the exponent begins.
	const least, most = 1e-4, 1e15
	if least <= x && x < most {
		dst = strconv.AppendFloat(dst, x, 'f', -1, width)
		if x == math.Trunc(x) {
			dst = append(dst, '.', '0')
		}
		return dst
	}
	var room [32]byte
	// d.ddde±dd
	shortest := strconv.AppendFloat(room[:0], x, 'e', -1, width)
	mark := len(shortest) - 1
	for shortest[mark] != 'e' {
		mark--
	}
	exponent, _ := strconv.Atoi(string(shortest[mark+1:]))
	digits := shortest[:1]
	if mark > 1 {
		digits = append(digits, shortest[2:mark]...)
	}
	switch {
	case exponent < leastPlainExponent || exponent > mostPlainExponent:
		dst = append(dst, digits[0])
		if len(digits) > 1 {
			dst = append(append(dst, '.'), digits[1:]...)
		}
		return strconv.AppendInt(append(dst, 'e'), int64(exponent), 10)
	case exponent < 0:
		dst = append(dst, '0', '.')
		return append(appendZeros(dst, -exponent-1), digits...)
	case len(digits) <= exponent+1:
		dst = appendZeros(append(dst, digits...), exponent+1-len(digits))
		return append(dst, '.', '0')
	default:
		dst = append(append(dst, digits[:exponent+1]...), '.')
		return append(dst, digits[exponent+1:]...)
	}
}

func appendZeros(dst []byte, n int) []byte {
	for range n {
		dst = append(dst, '0')
	}
	return dst
}
