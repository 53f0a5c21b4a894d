package codec

// The numbers that are met most are read in one go. What is not among them, right or wrong, is left to the full readers.

const (
	// exactDigits is how many digits every number of them keeps in a float64; no two such decimals are the same float64.
	exactDigits = 15
	// leastShort is where the exponent begins, with a margin.
	leastShort = 1e-4
)

// powersOfTen are exact.
var powersOfTen = [exactDigits + 1]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// plainDigits reads the canonical digits of a whole number of up to 15 digits and without a sign; end is start if none stands there.
func (r *JSONReader) plainDigits(start int) (x uint64, end int) {
	x, end = digits(r.data, start, 0)
	if count := end - start; count == 0 || count > exactDigits || count > 1 && r.data[start] == '0' || !r.ends(end) {
		return 0, start
	}
	return x, end
}

// shortFloat reads the canonical spelling of a float of up to 15 digits and without an exponent; end is start if none stands there. It is
// exact: whole numbers and powers of ten of so few digits are, and a division of the two is rounded once.
func (r *JSONReader) shortFloat(start int) (x float64, end int) {
	first := start
	if first < len(r.data) && r.data[first] == '-' {
		first++
	}
	whole, point := digits(r.data, first, 0)
	if point == first || point >= len(r.data) || r.data[point] != '.' || point-first > 1 && r.data[first] == '0' {
		return 0, start
	}
	all, end := digits(r.data, point+1, whole)
	places, count := end-point-1, end-first-1
	if places == 0 || count > exactDigits || places > 1 && r.data[end-1] == '0' || !r.ends(end) {
		return 0, start
	}
	x = float64(all) / powersOfTen[places]
	if x < leastShort && all != 0 {
		return 0, start
	}
	if first > start {
		x = -x
	}
	return x, end
}

// digits appends the digits at start to those of x. If they are too many, x has overflowed, which the caller sees by their number.
func digits(data []byte, start int, x uint64) (all uint64, end int) {
	end = start
	for ; end < len(data) && isDigit(data[end]); end++ {
		x = x*10 + uint64(data[end]-'0')
	}
	return x, end
}

// ends reports whether a number that ends here cannot go on.
func (r *JSONReader) ends(at int) bool { return at < len(r.data) && !inNumber(r.data[at]) }
