package neutral

import (
	"encoding/hex"
	"encoding/json"
	"net/netip"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"meshwright.dev/go/codec"
)

// Bool parses true or false.
func Bool[T ~bool](value Value) (T, error) {
	switch string(value) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	default:
		return false, bad("%s is not true or false", value)
	}
}

// AppendBool prints true or false.
func AppendBool[T ~bool](dst []byte, x T) []byte { return strconv.AppendBool(dst, bool(x)) }

// Text parses a string.
func Text[T ~string | ~[]byte](value Value) (T, error) {
	text, err := text(value)
	return T(text), err
}

// AppendText prints a string.
func AppendText[T ~string | ~[]byte](dst []byte, x T) []byte { return codec.AppendJSONString(dst, x) }

// text unescapes a string. Half a surrogate pair, which encoding/json would replace, becomes bytes that are not UTF-8, so that
// the encoder gets to refuse it.
func text(value Value) (string, error) {
	if len(value) == 0 || value[0] != '"' {
		return "", bad("%s is not a string", value)
	}
	content := value[1 : len(value)-1]
	text := make([]byte, 0, len(content))
	for i := 0; i < len(content); {
		if content[i] != '\\' {
			text = append(text, content[i])
			i++
			continue
		}
		if content[i+1] != 'u' {
			text = append(text, unescaped[content[i+1]])
			i += 2
			continue
		}
		unit := hex4(content[i+2:])
		i += 6
		if utf16.IsSurrogate(unit) && i+6 <= len(content) && content[i] == '\\' && content[i+1] == 'u' {
			if pair := utf16.DecodeRune(unit, hex4(content[i+2:])); pair != utf8.RuneError {
				unit = pair
				i += 6
			}
		}
		text = appendUnit(text, unit)
	}
	return string(text), nil
}

var unescaped = map[byte]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// hex4 reads four hex digits, which are there: the value is JSON.
func hex4(digits []byte) rune {
	unit, _ := strconv.ParseUint(string(digits[:4]), 16, 16)
	return rune(unit)
}

// appendUnit appends a character, or the three bytes that half a pair would have if it had any.
func appendUnit(text []byte, unit rune) []byte {
	if !utf16.IsSurrogate(unit) {
		return utf8.AppendRune(text, unit)
	}
	return append(text, 0xe0|byte(unit>>12), 0x80|byte(unit>>6)&0x3f, 0x80|byte(unit)&0x3f)
}

// Bytes parses a string of hex digits.
func Bytes[T ~[]byte | ~string](value Value) (T, error) {
	var none T
	text, err := text(value)
	if err != nil {
		return none, err
	}
	b, err := hex.DecodeString(text)
	if err != nil {
		return none, bad("%s is not hex: %v", value, err)
	}
	return T(b), nil
}

// AppendBytes prints a string of hex digits.
func AppendBytes[T ~[]byte | ~string](dst []byte, b T) []byte {
	return append(hex.AppendEncode(append(dst, '"'), []byte(b)), '"')
}

// FillBytes parses as many bytes as dst has.
func FillBytes(dst []byte, value Value) error {
	b, err := Bytes[[]byte](value)
	if err != nil {
		return err
	}
	return fit(len(b), copy(dst, b), len(dst))
}

// fit compares a size with the one that is needed.
func fit(got, copied, want int) error {
	switch {
	case got < want:
		return refuse(codec.ErrOutOfRange, "%d in place of %d", copied, want)
	case got > want:
		return refuse(codec.ErrTooLong, "%d in place of %d", got, want)
	default:
		return nil
	}
}

// JSON parses the text of a free JSON value.
func JSON(value Value) (json.RawMessage, error) { return Text[json.RawMessage](value) }

// AppendJSON prints the text of a free JSON value.
func AppendJSON(dst []byte, text json.RawMessage) []byte { return AppendText(dst, text) }

// Address parses an address and a port.
func Address(value Value) (netip.AddrPort, error) {
	text, err := text(value)
	if err != nil {
		return netip.AddrPort{}, err
	}
	return codec.ParseSocketAddress(text)
}

// AppendAddress prints an address and a port.
func AppendAddress(dst []byte, address netip.AddrPort) []byte {
	return append(address.AppendTo(append(dst, '"')), '"')
}
