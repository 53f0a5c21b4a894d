package codec

import (
	"bytes"
	"fmt"
	"testing"
)

func TestTextsAreWhatStandsInTheInput(t *testing.T) {
	w := NewWriter(nil)
	var want []string
	for i := range 500 {
		text := string(bytes.Repeat([]byte{byte('a' + i%26)}, i*i%97))
		if i%100 == 99 {
			text = string(bytes.Repeat([]byte("long "), 1000))
		}
		want = append(want, text)
		w.Text(nil, PrefixVarint, text, 0, NoMax)
		w.U32(uint32(i))
	}
	r := NewReader(w.Bytes())
	for i, text := range want {
		got, err := r.Text(PrefixVarint, 0, NoMax)
		if err != nil {
			t.Fatal(err)
		}
		check(t, fmt.Sprintf("text %d", i), got, text)
		if _, err := r.U32(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestALoneTextIsCopiedAlone(t *testing.T) {
	w := NewWriter(nil)
	w.Text(nil, PrefixU8, "id", 0, NoMax)
	w.Raw(make([]byte, 1<<20))
	r := NewReader(w.Bytes())
	if _, err := r.Text(PrefixU8, 0, NoMax); err != nil {
		t.Fatal(err)
	}
	check(t, "piece", r.pieces.text, "id")
}
