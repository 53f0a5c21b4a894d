//! What events contain: the number of the event, and bytes that follow from it, so that every change and mix-up shows.

use bytes::Bytes;

/// Bytes of an event that tell its number; shorter events do without.
pub const LEAST: usize = 12;
const MAGIC: [u8; 4] = *b"sim\0";

/// The content of event `number`, of `length` bytes.
pub fn make(number: u64, length: usize) -> Bytes {
    let mut content = Vec::with_capacity(length.max(LEAST));
    content.extend_from_slice(&MAGIC);
    content.extend_from_slice(&number.to_le_bytes());
    content.extend((LEAST..length).map(|at| filler(number, at)));
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
    content.len() == length && *content == make(number, length)
}

/// Differs between any two pieces of an event, as well as between events.
fn filler(number: u64, at: usize) -> u8 {
    (at as u64 * 0x9e37 + number * 0x6d + (at as u64 >> 10)) as u8
}
