//! Bounded queues between publishers and subscribers.

use std::collections::VecDeque;

use super::config::OnFull;

/// How much a ring holds. One event that is larger than `bytes` is held alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RingSize {
    pub events: usize,
    pub bytes: usize,
}

impl Default for RingSize {
    fn default() -> Self {
        Self {
            events: 1024,
            bytes: 4 << 20,
        }
    }
}

/// Whether there is room for an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    Enough,
    Full,
    /// Nobody will take it.
    Gone,
}

/// What became of a push.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pushed {
    Taken,
    /// So many older ones made room.
    TookPlaceOf(u64),
    Full,
}

pub(super) struct Ring<T> {
    size: RingSize,
    items: VecDeque<Item<T>>,
    bytes: usize,
}

struct Item<T> {
    value: T,
    bytes: usize,
    on_full: OnFull,
}

impl<T> Ring<T> {
    pub(super) fn new(size: RingSize) -> Self {
        Self {
            size,
            items: VecDeque::new(),
            bytes: 0,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    pub(super) fn has_room(&self, bytes: usize) -> bool {
        self.has_room_without(0, 0, bytes)
    }

    /// Takes a value of an event of so many `bytes`. Those of channels that drop the oldest make room only for their like.
    pub(super) fn push(&mut self, value: T, bytes: usize, on_full: OnFull) -> Pushed {
        let pushed = match (self.has_room(bytes), on_full) {
            (true, _) => Pushed::Taken,
            (false, OnFull::DropOldest) => match self.make_room(bytes) {
                Some(dropped) => Pushed::TookPlaceOf(dropped),
                None => return Pushed::Full,
            },
            (false, OnFull::DropNewest | OnFull::FailProducer) => return Pushed::Full,
        };
        self.append(value, bytes, on_full);
        pushed
    }

    /// Takes a value whatever there is: something else bounds it.
    pub(super) fn append(&mut self, value: T, bytes: usize, on_full: OnFull) {
        self.bytes += bytes;
        self.items.push_back(Item {
            value,
            bytes,
            on_full,
        });
    }

    /// Puts back what was taken last.
    pub(super) fn put_back(&mut self, value: T, bytes: usize, on_full: OnFull) {
        self.bytes += bytes;
        self.items.push_front(Item {
            value,
            bytes,
            on_full,
        });
    }

    pub(super) fn front(&self) -> Option<&T> {
        self.items.front().map(|item| &item.value)
    }

    pub(super) fn pop(&mut self) -> Option<T> {
        let item = self.items.pop_front()?;
        self.bytes -= item.bytes;
        Some(item.value)
    }

    fn has_room_without(&self, events: usize, bytes: usize, more: usize) -> bool {
        let left = self.items.len() - events;
        left == 0 || (left < self.size.events && self.bytes - bytes + more <= self.size.bytes)
    }

    /// Drops as many as it takes, or none if that is not enough.
    fn make_room(&mut self, more: usize) -> Option<u64> {
        let (mut events, mut bytes) = (0, 0);
        while !self.has_room_without(events, bytes, more) {
            let oldest = &self.items[events];
            if oldest.on_full != OnFull::DropOldest {
                return None;
            }
            (events, bytes) = (events + 1, bytes + oldest.bytes);
        }
        self.items.drain(..events);
        self.bytes -= bytes;
        Some(events as u64)
    }
}
