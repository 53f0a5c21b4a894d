//! What a packet carries, before it is sealed.

use std::sync::Arc;

use bytes::Bytes;
use meshwright_wire::wire::payload::Fragment;

use crate::session::Contents;

/// Bytes before each event in a payload.
pub(crate) const EVENT_PREFIX: usize = 4;
/// Bytes before the data of a fragment.
pub(super) const FRAGMENT_HEAD: usize = 8;

/// What stays until it has arrived. Events are copied only into datagrams, but for short ones.
#[derive(Clone, Debug)]
pub(crate) enum Payload {
    /// A few bytes, and a part of an event behind them.
    Part {
        front: [u8; FRONT],
        front_length: usize,
        rest: Bytes,
    },
    /// Events side by side, each behind its prefix.
    Events {
        events: Arc<[Bytes]>,
        /// Bytes of all that.
        length: usize,
    },
}

/// The longest front.
const FRONT: usize = FRAGMENT_HEAD;
/// Shorter events than this, on average, are copied together: to hold them one by one would take more than they have.
const HELD: usize = 256;

impl Payload {
    /// Events side by side. They have `length` bytes with their prefixes.
    pub(crate) fn of_events(
        mut events: impl ExactSizeIterator<Item = Bytes>,
        length: usize,
    ) -> Self {
        let count = events.len();
        if count == 1
            && let Some(event) = events.next()
        {
            return Self::part(&prefix(&event), event);
        }
        if length >= HELD * count {
            let events = events.collect();
            return Self::Events { events, length };
        }
        let mut together = Vec::with_capacity(length);
        events.for_each(|event| write_event(&event, &mut together));
        Bytes::from(together).into()
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
        Self::part(&head, event.slice(from..to))
    }

    fn part(front: &[u8], rest: Bytes) -> Self {
        let mut own = [0; FRONT];
        own[..front.len()].copy_from_slice(front);
        Self::Part {
            front: own,
            front_length: front.len(),
            rest,
        }
    }
}

impl Contents for Payload {
    fn length(&self) -> usize {
        match self {
            Self::Part {
                front_length, rest, ..
            } => front_length + rest.len(),
            Self::Events { length, .. } => *length,
        }
    }

    fn write_into(&self, out: &mut Vec<u8>) {
        match self {
            Self::Part {
                front,
                front_length,
                rest,
            } => {
                out.extend_from_slice(&front[..*front_length]);
                out.extend_from_slice(rest);
            }
            Self::Events { events, .. } => {
                events.iter().for_each(|event| write_event(event, out));
            }
        }
    }
}

/// No bytes.
impl Default for Payload {
    fn default() -> Self {
        Bytes::new().into()
    }
}

impl From<Bytes> for Payload {
    fn from(all: Bytes) -> Self {
        Self::part(&[], all)
    }
}

/// Appends an event behind its prefix.
pub(super) fn write_event(event: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(&prefix(event));
    out.extend_from_slice(event);
}

/// What stands before an event in a payload. Events have at most 64 MiB.
pub(crate) fn prefix(event: &[u8]) -> [u8; EVENT_PREFIX] {
    (event.len() as u32).to_le_bytes()
}

/// How many pieces an event of `length` bytes has, none of them larger than a payload of `largest`.
pub(super) fn piece_count(length: usize, largest: usize) -> usize {
    length.div_ceil(largest - FRAGMENT_HEAD)
}
