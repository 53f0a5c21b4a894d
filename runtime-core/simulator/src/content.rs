//! What events contain: the number of the event, and bytes that follow from it, so that every change and mix-up shows.

use bytes::Bytes;

/// Bytes of an event that tell its number; shorter events do without.
pub const LEAST: usize = 12;
const MAGIC: [u8; 4] = *b"sim\0";

/// The content of event `number`, of `length` bytes.
pub fn make(number: u64, length: usize) -> Bytes {
    let mut content = Vec::with_capacity(length.max(LEAST) + 8);
    content.extend_from_slice(&head(number));
    let mut place = 0;
    while content.len() < length {
        content.extend_from_slice(&filler(number, place));
        place += 1;
    }
    content.truncate(length);
    content.into()
}

/// The number that an event says it has.
pub fn number(content: &[u8]) -> Option<u64> {
    let (magic, rest) = content.split_first_chunk()?;
    let number = rest.first_chunk()?;
    (*magic == MAGIC).then(|| u64::from_le_bytes(*number))
}

/// True if `content` is what [`make`] made.
pub fn is_genuine(content: &[u8], number: u64, length: usize) -> bool {
    let (begin, rest) = content.split_at(content.len().min(LEAST));
    content.len() == length
        && head(number).starts_with(begin)
        && rest
            .chunks(8)
            .enumerate()
            .all(|(place, chunk)| filler(number, place as u64).starts_with(chunk))
}

fn head(number: u64) -> [u8; LEAST] {
    let mut head = [0; LEAST];
    head[..4].copy_from_slice(&MAGIC);
    head[4..].copy_from_slice(&number.to_le_bytes());
    head
}

/// Differs between any two pieces of an event, as well as between events: the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
fn filler(number: u64, place: u64) -> [u8; 8] {
    let mut word = (number << 32 ^ place).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    word = (word ^ word >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ word >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    (word ^ word >> 31).to_le_bytes()
}
