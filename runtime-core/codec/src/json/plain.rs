//! Characters that stand for themselves in a string, found eight at a time.

const ONES: u64 = u64::from_le_bytes([1; 8]);

/// Bytes up to the first that cannot stand for itself: a quote, a backslash, a control character.
#[inline]
pub(super) fn plain_length(text: &[u8]) -> usize {
    let (words, rest) = text.as_chunks();
    for (index, word) in words.iter().enumerate() {
        let marks = marks(u64::from_le_bytes(*word));
        if marks != 0 {
            return index * 8 + marks.trailing_zeros() as usize / 8;
        }
    }
    let special = |byte: &u8| *byte < 0x20 || matches!(byte, b'"' | b'\\');
    let whole = text.len() - rest.len();
    whole + rest.iter().position(special).unwrap_or(rest.len())
}

/// The high bits of the bytes that cannot stand for themselves. What is above the lowest such byte may be marked by mistake.
#[inline]
fn marks(word: u64) -> u64 {
    let quotes = below(word ^ (ONES * u64::from(b'"')), 1);
    let backslashes = below(word ^ (ONES * u64::from(b'\\')), 1);
    below(word, 0x20) | quotes | backslashes
}

/// The high bits of the bytes below `limit`, with the same reservation.
#[inline]
fn below(word: u64, limit: u64) -> u64 {
    word.wrapping_sub(ONES * limit) & !word & (ONES << 7)
}

#[cfg(test)]
mod tests {
    use super::plain_length;

    /// Every byte at every place, behind and before ordinary ones.
    #[test]
    fn finds_the_first_special_byte() {
        for byte in 0..=u8::MAX {
            for at in 0..20 {
                let mut text = [b'a'; 20];
                text[at] = byte;
                let special = byte < 0x20 || byte == b'"' || byte == b'\\';
                assert_eq!(plain_length(&text), if special { at } else { 20 });
                text[19] = b'"';
                assert_eq!(plain_length(&text), if special { at } else { 19 });
            }
        }
    }
}
