package codec

import "math"

// The only NaNs that are allowed on the wire.
const (
	canonicalNaN32 = 0x7fc0_0000
	canonicalNaN64 = 0x7ff8_0000_0000_0000
)

// BoolOf checks a byte at offset that stands for a bool.
func BoolOf(x uint8, offset int) (bool, *DecodeError) {
	if x > 1 {
		return false, fail(ErrNonCanonical, offset, "a bool is 0 or 1, not %d", x)
	}
	return x == 1, nil
}

// F32Of checks the bits of a float at offset.
func F32Of(bits uint32, offset int) (float32, *DecodeError) {
	if bits&0x7fff_ffff > 0x7f80_0000 && bits != canonicalNaN32 {
		return 0, fail(ErrNonCanonical, offset, detailNaN)
	}
	return math.Float32frombits(bits), nil
}

// F64Of checks the bits of a float at offset.
func F64Of(bits uint64, offset int) (float64, *DecodeError) {
	if bits&0x7fff_ffff_ffff_ffff > 0x7ff0_0000_0000_0000 && bits != canonicalNaN64 {
		return 0, fail(ErrNonCanonical, offset, detailNaN)
	}
	return math.Float64frombits(bits), nil
}

// F32Bits returns the bits to write for x: every NaN is the one that is allowed.
func F32Bits(x float32) uint32 {
	if x != x {
		return canonicalNaN32
	}
	return math.Float32bits(x)
}

// F64Bits returns the bits to write for x: every NaN is the one that is allowed.
func F64Bits(x float64) uint64 {
	if x != x {
		return canonicalNaN64
	}
	return math.Float64bits(x)
}

// Within reports whether x lies between least and most; a NaN never does.
func Within[T ~float32 | ~float64](x T, least, most float64) bool {
	return float64(x) >= least && float64(x) <= most
}

// AllZero reports whether all bytes are 0.
func AllZero(b []byte) bool {
	for _, x := range b {
		if x != 0 {
			return false
		}
	}
	return true
}
