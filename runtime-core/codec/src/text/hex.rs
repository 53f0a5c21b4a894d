//! Lower-case hex.

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// The bytes, and whether all digits were in lower case. None: other characters, or an odd count.
pub(crate) fn decode(text: &str) -> Option<(Vec<u8>, bool)> {
    let (pairs, []) = text.as_bytes().as_chunks() else {
        return None;
    };
    let mut bytes = Vec::with_capacity(pairs.len());
    for &[high, low] in pairs {
        bytes.push(digit(high)? << 4 | digit(low)?);
    }
    Some((bytes, !text.bytes().any(|digit| digit.is_ascii_uppercase())))
}

const fn digit(character: u8) -> Option<u8> {
    match character {
        b'0'..=b'9' => Some(character - b'0'),
        b'a'..=b'f' => Some(character - b'a' + 10),
        b'A'..=b'F' => Some(character - b'A' + 10),
        _ => None,
    }
}

/// Appends two digits a byte.
pub(crate) fn encode(bytes: &[u8], out: &mut Vec<u8>) {
    out.reserve(bytes.len() * 2);
    for byte in bytes {
        out.extend_from_slice(&[
            DIGITS[usize::from(byte >> 4)],
            DIGITS[usize::from(byte & 15)],
        ]);
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn goes_both_ways() {
        let mut text = Vec::new();
        encode(&[0x00, 0x9a, 0xff], &mut text);
        assert_eq!(text, b"009aff");
        assert_eq!(decode("009aff"), Some((vec![0x00, 0x9a, 0xff], true)));
        assert_eq!(decode("9A"), Some((vec![0x9a], false)));
        assert_eq!(decode("9"), None);
        assert_eq!(decode("9g"), None);
    }
}
