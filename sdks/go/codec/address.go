package codec

import (
	"encoding/binary"
	"math"
	"net/netip"
	"strings"
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
	size := 4
	switch tag {
	case tagIPv4:
	case tagIPv6:
		size = 16
	default:
		return none, fail(ErrUnknownVariant, r.pos, "%d is not a family of addresses", tag)
	}
	octets := r.Next(size)
	if octets == nil {
		return none, r.Truncated(size)
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
	address, kind := parseAddress(string(t.text))
	if kind == "" && !t.canonical {
		kind = ErrNonCanonical
	}
	if kind != "" {
		return none, fail(kind, start, detailAddress)
	}
	return address, nil
}

const detailAddress = "not an address and a port, spelt as in RFC 5952"

// ParseSocketAddress parses an address and a port that are spelt in the one way that is allowed. The error is an
// [*EncodeError].
func ParseSocketAddress(text string) (netip.AddrPort, error) {
	address, kind := parseAddress(text)
	if kind != "" {
		return netip.AddrPort{}, refuse(kind, detailAddress)
	}
	return address, nil
}

// parseAddress returns the kind of error, or "".
func parseAddress(text string) (netip.AddrPort, Kind) {
	address, err := netip.ParseAddrPort(text)
	if err != nil {
		if _, err := netip.ParseAddrPort(withoutZeros(text)); err != nil {
			return address, ErrMalformed
		}
		return address, ErrNonCanonical
	}
	switch {
	case address.Addr().Zone() != "":
		return address, ErrMalformed
	case address.String() != text:
		return address, ErrNonCanonical
	}
	return address, ""
}

// withoutZeros drops the zeros at the beginning of an IPv4 address's numbers, which [netip.ParseAddrPort] does not read at
// all. A number has three digits at most, zeros included.
func withoutZeros(text string) string {
	end := strings.LastIndexByte(text, ':')
	if end < 0 {
		return text
	}
	start := strings.LastIndexAny(text[:end], "[:") + 1
	numbers := strings.Split(strings.TrimSuffix(text[start:end], "]"), ".")
	for i, number := range numbers {
		if len(number) <= 3 && number != "" {
			numbers[i] = strings.TrimLeft(number[:len(number)-1], "0") + number[len(number)-1:]
		}
	}
	rest := text[start+len(strings.TrimSuffix(text[start:end], "]")):]
	return text[:start] + strings.Join(numbers, ".") + rest
}

// SocketAddress appends an address and a port as text.
func (w *JSONWriter) SocketAddress(address netip.AddrPort) *EncodeError {
	if err := checkAddress(address); err != nil {
		return err
	}
	w.buf = append(address.AppendTo(append(w.buf, '"')), '"')
	return nil
}
