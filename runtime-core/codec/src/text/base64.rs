//! Base64 as in RFC 4648 §4, padded.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PAD: u8 = b'=';

/// The bytes, and whether all spare bits were zero. None: not base64 with its padding.
pub(crate) fn decode(text: &str) -> Option<(Vec<u8>, bool)> {
    let (quads, []) = text.as_bytes().as_chunks::<4>() else {
        return None;
    };
    let mut bytes = Vec::with_capacity(quads.len() * 3);
    let Some((last, whole)) = quads.split_last() else {
        return Some((bytes, true));
    };
    for &[a, b, c, d] in whole {
        let bits = sextet(a)? << 18 | sextet(b)? << 12 | sextet(c)? << 6 | sextet(d)?;
        bytes.extend_from_slice(&bits.to_be_bytes()[1..]);
    }
    let (digits, kept) = match *last {
        [_, _, PAD, PAD] => (2, 1),
        [_, _, _, PAD] => (3, 2),
        _ => (4, 3),
    };
    let mut bits = 0;
    for (index, &character) in last[..digits].iter().enumerate() {
        bits |= sextet(character)? << (18 - 6 * index);
    }
    let [_, all @ ..] = bits.to_be_bytes();
    bytes.extend_from_slice(&all[..kept]);
    Some((bytes, all[kept..].iter().all(|spare| *spare == 0)))
}

fn sextet(character: u8) -> Option<u32> {
    let value = match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

/// Appends four characters for every three bytes.
pub(crate) fn encode(bytes: &[u8], out: &mut Vec<u8>) {
    out.reserve(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let mut padded = [0; 4];
        padded[1..=group.len()].copy_from_slice(group);
        let bits = u32::from_be_bytes(padded);
        for index in 0..4 {
            let sextet = usize::try_from(bits >> (18 - 6 * index) & 63).unwrap_or_default();
            out.push(if index > group.len() {
                PAD
            } else {
                ALPHABET[sextet]
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn goes_both_ways() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            let mut encoded = Vec::new();
            encode(bytes.as_bytes(), &mut encoded);
            assert_eq!(encoded, text.as_bytes());
            assert_eq!(decode(text), Some((bytes.as_bytes().to_vec(), true)));
        }
    }

    #[test]
    fn refuses_what_is_not_base64() {
        for text in [
            "Zg", "Zg=", "Zg===", "=Zg=", "Z===", "====", "Zg==Zg==", "Zm9 ", "Zm8-",
        ] {
            assert_eq!(decode(text), None, "{text}");
        }
        assert_eq!(decode("Zh=="), Some((b"f".to_vec(), false)));
        assert_eq!(decode("Zm9="), Some((b"fo".to_vec(), false)));
    }
}
