//! What a packet carries, before it is sealed.

use bytes::{BufMut, Bytes, BytesMut};
use meshwright_wire::wire::payload::Fragment;

/// Bytes before each event in a payload.
pub(crate) const EVENT_PREFIX: usize = 4;
/// Bytes before the data of a fragment.
pub(super) const FRAGMENT_HEAD: usize = 8;

/// A few bytes, and a part of an event behind them, which is copied only when the packet is sealed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Payload {
    front: [u8; FRONT],
    front_length: usize,
    rest: Bytes,
}

/// The longest front.
const FRONT: usize = FRAGMENT_HEAD;

impl Payload {
    /// Events side by side; of them, one alone is not copied. They have `size` bytes with their prefixes.
    pub(super) fn of_events(mut events: impl ExactSizeIterator<Item = Bytes>, size: usize) -> Self {
        if events.len() == 1
            && let Some(event) = events.next()
        {
            return Self::new(&prefix(&event), event);
        }
        let mut together = BytesMut::with_capacity(size);
        for event in events {
            together.put_slice(&prefix(&event));
            together.put_slice(&event);
        }
        together.freeze().into()
    }

    /// The piece `index` of an event, from `from` on, in a payload of `largest` bytes at most.
    pub(super) fn of_piece(event: &Bytes, from: usize, index: u16, largest: usize) -> Self {
        let to = event.len().min(from + largest - FRAGMENT_HEAD);
        let head = Fragment {
            index,
            count: piece_count(event.len(), largest) as u16,
            total: event.len() as u32,
            data: (&[][..]).into(),
        };
        let head = head.encode().expect("it can be written");
        Self::new(&head, event.slice(from..to))
    }

    pub(crate) fn len(&self) -> usize {
        self.front_length + self.rest.len()
    }

    /// Bytes of the event, without what stands in front.
    pub(super) fn rest(&self) -> &Bytes {
        &self.rest
    }

    /// One after the other, what is to be sealed.
    pub(crate) fn parts(&self) -> [&[u8]; 2] {
        [&self.front[..self.front_length], &self.rest]
    }

    fn new(front: &[u8], rest: Bytes) -> Self {
        let mut own = [0; FRONT];
        own[..front.len()].copy_from_slice(front);
        Self {
            front: own,
            front_length: front.len(),
            rest,
        }
    }
}

impl From<Bytes> for Payload {
    fn from(all: Bytes) -> Self {
        Self::new(&[], all)
    }
}

/// What stands before an event in a payload. Events have at most 64 MiB.
pub(crate) fn prefix(event: &[u8]) -> [u8; EVENT_PREFIX] {
    (event.len() as u32).to_le_bytes()
}

/// How many pieces an event of `length` bytes has, none of them larger than a payload of `largest`.
pub(super) fn piece_count(length: usize, largest: usize) -> usize {
    length.div_ceil(largest - FRAGMENT_HEAD)
}
