package codectest

import (
	"math"
	"math/rand/v2"
)

// Source is where random values come from. The same seed gives the same values.
type Source struct {
	rand *rand.Rand
	// depth counts the values that contain the one that is being made and may contain themselves.
	depth int
}

// NewSource makes a source.
func NewSource(seed uint64) *Source {
	return &Source{rand: rand.New(rand.NewPCG(seed, seed))}
}

// Maker makes a random value.
type Maker[T any] = func(*Source) T

// deepest is how many levels of values that contain themselves are made.
const deepest = 4

// Deep reports whether values should no longer contain others of their own type.
func (s *Source) Deep() bool { return s.depth >= deepest }

// Enter counts a level; [Source.Leave] ends it.
func (s *Source) Enter() { s.depth++ }

// Leave ends what [Source.Enter] began.
func (s *Source) Leave() { s.depth-- }

// Chance is true or false, equally often.
func (s *Source) Chance() bool { return s.rand.Uint64()&1 == 0 }

// Below returns a number from 0 up to, not including, n.
func (s *Source) Below(n int) int { return s.rand.IntN(n) }

// count returns a size within bounds, a small one above the least.
func (s *Source) count(least, most int64) int {
	const spread = 4
	return int(min(least+s.rand.Int64N(spread), most))
}

// between returns a number from the offset's range 0 to span; the ends come often.
func (s *Source) between(span uint64) uint64 {
	switch s.rand.IntN(8) {
	case 0:
		return 0
	case 1:
		return span
	case 2:
		return min(s.rand.Uint64N(256), span)
	default:
		if span == math.MaxUint64 {
			return s.rand.Uint64()
		}
		return s.rand.Uint64N(span + 1)
	}
}
