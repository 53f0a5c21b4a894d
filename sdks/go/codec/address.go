package codec

import (
	"encoding/binary"
	"math"
	"net/netip"
)

// Tags of the two families of addresses.
const (
	tagIPv4 = 0
	tagIPv6 = 1
)

// SocketAddress reads an address and a port. Tag, octets and port are one value: they share an offset.
func (r *Reader) SocketAddress() (netip.AddrPort, *DecodeError) {
	start := r.pos
	address, err := r.socketAddress()
	if err != nil {
		err.Offset = start
	}
	return address, err
}

func (r *Reader) socketAddress() (none netip.AddrPort, err *DecodeError) {
	tag, err := r.Uvarint(0, math.MaxUint32)
	if err != nil {
		return none, err
	}
	var octets []byte
	switch tag {
	case tagIPv4:
		octets, err = r.Fixed(4)
	case tagIPv6:
		octets, err = r.Fixed(16)
	default:
		return none, fail(ErrUnknownVariant, r.pos, "%d is not a family of addresses", tag)
	}
	if err != nil {
		return none, err
	}
	port, err := r.Uvarint(0, math.MaxUint16)
	if err != nil {
		return none, err
	}
	ip, _ := netip.AddrFromSlice(octets)
	return netip.AddrPortFrom(ip, uint16(port)), nil
}

// SocketAddress appends an address and a port. An IPv4 address that is mapped into IPv6 stays an IPv6 one.
func (w *Writer) SocketAddress(address netip.AddrPort) *EncodeError {
	if err := checkAddress(address); err != nil {
		return err
	}
	if ip := address.Addr(); ip.Is4() {
		octets := ip.As4()
		w.buf = append(append(w.buf, tagIPv4), octets[:]...)
	} else {
		octets := ip.As16()
		w.buf = append(append(w.buf, tagIPv6), octets[:]...)
	}
	w.buf = binary.AppendUvarint(w.buf, uint64(address.Port()))
	return nil
}

func checkAddress(address netip.AddrPort) *EncodeError {
	switch {
	case !address.IsValid():
		return refuse(ErrOutOfRange, "there is no address")
	case address.Addr().Zone() != "":
		return refuse(ErrOutOfRange, "the address has a zone")
	}
	return nil
}

// SocketAddress reads an address and a port as text.
func (r *JSONReader) SocketAddress() (none netip.AddrPort, err *DecodeError) {
	start := r.pos
	t, err := r.string()
	if err != nil {
		return none, err
	}
	address, malformed := netip.ParseAddrPort(string(t.text))
	if malformed != nil || address.Addr().Zone() != "" {
		return none, fail(ErrMalformed, start, "not an address and a port")
	}
	if spelling := address.String(); !t.canonical || spelling != string(t.text) {
		return none, fail(ErrNonCanonical, start, "must be written %s", spelling)
	}
	return address, nil
}

// SocketAddress appends an address and a port as text.
func (w *JSONWriter) SocketAddress(address netip.AddrPort) *EncodeError {
	if err := checkAddress(address); err != nil {
		return err
	}
	w.buf = append(address.AppendTo(append(w.buf, '"')), '"')
	return nil
}
