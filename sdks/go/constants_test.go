package meshwright_test

import (
	"encoding/binary"
	"testing"

	meshwright "meshwright.dev/go/generated"
)

// What the spec fixes has a name, and is what encoders write.
func TestConstants(t *testing.T) {
	alive := meshwright.PunchKeepAlive{Sender: 7, PunchID: 9}
	data, err := alive.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	if magic := binary.LittleEndian.Uint16(data); magic != meshwright.PunchKeepAliveMagic {
		t.Errorf("the magic is %#x, the constant %#x", magic, meshwright.PunchKeepAliveMagic)
	}
	if meshwright.HandshakeInitMagic != 0x4857 || meshwright.HandshakeInitType != 1 || meshwright.ManifestMagic != "REDM" {
		t.Error("the constants are not those of the spec")
	}
}
