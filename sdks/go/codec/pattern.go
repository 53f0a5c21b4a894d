package codec

// Pattern is a regular expression compiled to a table, so that all languages agree on what it matches.
type Pattern struct {
	classes     [256]uint8
	width       int
	transitions []int16
	accepting   []bool
}

// ByteRange puts the bytes from First to Last into a class.
type ByteRange struct {
	First, Last, Class uint8
}

// NewPattern makes a pattern. Bytes outside all ranges are of class 0. The row of a state holds, for each class, the next
// state or -1; the start is state 0.
func NewPattern(ranges []ByteRange, rows [][]int16, accepting []bool) *Pattern {
	p := &Pattern{width: len(rows[0]), accepting: accepting}
	for _, r := range ranges {
		for b := int(r.First); b <= int(r.Last); b++ {
			p.classes[b] = r.Class
		}
	}
	for _, row := range rows {
		p.transitions = append(p.transitions, row...)
	}
	return p
}

// matches reports whether the whole text matches.
func matches[T string | []byte](p *Pattern, text T) bool {
	state := 0
	for i := range len(text) {
		next := p.transitions[state*p.width+int(p.classes[text[i]])]
		if next < 0 {
			return false
		}
		state = int(next)
	}
	return p.accepting[state]
}
