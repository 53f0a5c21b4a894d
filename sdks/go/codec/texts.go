package codec

// Texts of a message are parts of a few strings, each a copy of the next piece of the input, since many small strings cost more than copying
// what stands between them. The pieces grow with the number of texts that are met, so that a message with few of them copies little else;
// no byte is copied twice, and a text keeps no more than a piece alive.
const (
	firstPiece = 64
	mostPiece  = 1024
)

// pieces is the state of copying them.
type pieces struct {
	// text is the piece copied last, and at its offset in the input.
	text string
	at   int
	// size is that of the next one, unless a longer text needs more.
	size int
}

// text returns the bytes between two offsets, which the reader has passed, as a string.
func (r *Reader) text(start, end int) string {
	if start == end {
		return ""
	}
	p := &r.pieces
	if end-p.at <= len(p.text) {
		return p.text[start-p.at : end-p.at]
	}
	p.at = start
	p.text = string(r.data[start:max(end, min(start+p.size, len(r.data)))])
	p.size = min(2*p.size+firstPiece, mostPiece)
	return p.text[:end-start]
}
