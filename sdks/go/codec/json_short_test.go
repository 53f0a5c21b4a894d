package codec

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

// canonicalFloat says how a decimal reads if that is how its number is written.
func canonicalFloat(token string) (x float64, ok bool) {
	x, err := strconv.ParseFloat(token, 64)
	return x, err == nil && string(AppendFloat(nil, x, 64)) == token
}

// decimals gives numbers with and without a point, plain and with too many zeros, short and long.
func decimals(random *rand.Rand) string {
	sign := []string{"", "-"}[random.IntN(2)]
	digits := func() string { return strconv.FormatUint(random.Uint64N(uint64(math.Pow10(random.IntN(18)))), 10) }
	switch random.IntN(4) {
	case 0:
		return sign + digits()
	case 1:
		return sign + "0." + fmt.Sprintf("%0*s", random.IntN(9), digits())
	case 2:
		return string(AppendFloat(nil, random.NormFloat64()*1e4, 64))
	default:
		return sign + digits() + "." + digits()
	}
}

func TestShortFloatsAreThoseThatAreWrittenSo(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	short := 0
	for range 200_000 {
		token := decimals(random)
		r := jsonReader(token + ",")
		x, end := r.shortFloat(0)
		want, canonical := canonicalFloat(token)
		if end == 0 {
			continue
		}
		short++
		if !canonical || end != len(token) || math.Float64bits(x) != math.Float64bits(want) {
			t.Fatalf("%s was read as %v, up to %d; it is %v, canonical: %v", token, x, end, want, canonical)
		}
	}
	if short < 50_000 {
		t.Errorf("only %d of the numbers were short ones", short)
	}
}

func TestPlainDigitsAreCanonicalIntegers(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 100_000 {
		token := decimals(random)
		r := jsonReader(token + "]")
		x, end := r.plainDigits(0)
		want, err := strconv.ParseUint(token, 10, 64)
		plain := err == nil && want < 1e15 && strconv.FormatUint(want, 10) == token
		if plain != (end > 0) || plain && (x != want || end != len(token)) {
			t.Fatalf("%s was read as %d, up to %d", token, x, end)
		}
	}
	for _, unfinished := range []string{"12", "12e", "12.", "", "-1]", "01]", "1234567890123456]"} {
		r := jsonReader(unfinished)
		if _, end := r.plainDigits(0); end != 0 {
			t.Errorf("%q was read up to %d", unfinished, end)
		}
	}
}
