//! The streams that this side sends, and which of them have something to do. They change only here, so that none is forgotten, and those that are idle cost
//! nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use meshwright_wire::wire::packet::PacketHeader;

use super::payload::Payload;
use super::sender::Sender;

pub(super) struct Senders {
    by_id: BTreeMap<u64, Sender>,
    /// Bytes of payload that the path carries.
    largest_payload: usize,
    /// Those with something that may be sent, as far as their receivers are concerned.
    with_work: BTreeSet<u64>,
    /// Those that wait for a word of their receivers: something is on its way, or only credit is wanting.
    unanswered: BTreeSet<u64>,
    /// Stream that is asked first for a packet, so that each has its turn.
    turn: u64,
}

impl Senders {
    pub(super) fn new(largest_payload: usize) -> Self {
        Self {
            by_id: BTreeMap::new(),
            largest_payload,
            with_work: BTreeSet::new(),
            unanswered: BTreeSet::new(),
            turn: 0,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.by_id.len()
    }

    pub(super) fn get(&self, stream: u64) -> Option<&Sender> {
        self.by_id.get(&stream)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (u64, &Sender)> {
        self.by_id.iter().map(|(stream, sender)| (*stream, sender))
    }

    /// Begins a stream. `window`: bytes that its receiver is ready for.
    pub(super) fn open(&mut self, stream: u64, window: u64) {
        self.by_id.insert(stream, Sender::new(stream, window));
    }

    /// Changes a stream, if it is there.
    pub(super) fn change<T>(
        &mut self,
        stream: u64,
        act: impl FnOnce(&mut Sender) -> T,
    ) -> Option<T> {
        let sender = self.by_id.get_mut(&stream)?;
        let done = act(sender);
        let (has_work, is_unanswered) = state(sender, self.largest_payload);
        note(&mut self.with_work, stream, has_work);
        note(&mut self.unanswered, stream, is_unanswered);
        Some(done)
    }

    pub(super) fn remove(&mut self, stream: u64) {
        self.by_id.remove(&stream);
        self.with_work.remove(&stream);
        self.unanswered.remove(&stream);
    }

    /// Ends all of them.
    pub(super) fn take_all(&mut self) -> BTreeMap<u64, Sender> {
        self.with_work.clear();
        self.unanswered.clear();
        std::mem::take(&mut self.by_id)
    }

    pub(super) fn set_largest_payload(&mut self, largest_payload: usize) {
        self.largest_payload = largest_payload;
        let streams: Vec<u64> = self.by_id.keys().copied().collect();
        for stream in streams {
            self.change(stream, |_| ());
        }
    }

    pub(super) fn have_work(&self) -> bool {
        !self.with_work.is_empty()
    }

    pub(super) fn are_answered(&self) -> bool {
        self.unanswered.is_empty()
    }

    /// Those that wait for a word of their receivers.
    pub(super) fn unanswered(&self) -> Vec<u64> {
        self.unanswered.iter().copied().collect()
    }

    /// The next packet of the stream whose turn it is, and its bytes as they count for the congestion window.
    pub(super) fn next_packet(
        &mut self,
        transmission: u64,
        now: Duration,
    ) -> Option<(PacketHeader, Payload, u64)> {
        let mut from_turn = self.with_work.range(self.turn..);
        let stream = *from_turn.next().or_else(|| self.with_work.first())?;
        self.turn = stream.wrapping_add(1);
        let largest = self.largest_payload;
        self.change(stream, |sender| {
            sender.next_packet(largest, transmission, now)
        })?
    }

    /// What the index says is what a look at every stream says.
    #[cfg(test)]
    pub(super) fn index_is_right(&self) -> bool {
        let all = |is: fn((bool, bool)) -> bool| {
            let streams = self.iter();
            streams
                .filter(|(_, sender)| is(state(sender, self.largest_payload)))
                .map(|(stream, _)| stream)
                .collect::<BTreeSet<u64>>()
        };
        self.with_work == all(|(has_work, _)| has_work)
            && self.unanswered == all(|(_, is_unanswered)| is_unanswered)
    }
}

/// Whether it has something that may be sent, and whether it waits for a word of its receiver.
fn state(sender: &Sender, largest_payload: usize) -> (bool, bool) {
    let has_work = sender.has_work(largest_payload);
    (
        has_work,
        sender.is_flying() || sender.is_blocked(largest_payload),
    )
}

fn note(streams: &mut BTreeSet<u64>, stream: u64, is_one: bool) {
    if is_one {
        streams.insert(stream);
    } else {
        streams.remove(&stream);
    }
}
