//! The streams that come in, and which of them are to be acknowledged when. They change only here, so that none is forgotten, and those that are idle
//! cost nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use meshwright_wire::wire::stream::{StreamAckRanges, WindowGrant};

use super::inbound::Inbound;

#[derive(Default)]
pub(super) struct Inbounds {
    by_id: BTreeMap<u64, Inbound>,
    /// When those are to be acknowledged that are.
    due: BTreeSet<(Duration, u64)>,
    /// Bytes of large events that are not whole yet.
    unfinished: usize,
}

impl Inbounds {
    pub(super) fn len(&self) -> usize {
        self.by_id.len()
    }

    pub(super) fn contains(&self, stream: u64) -> bool {
        self.by_id.contains_key(&stream)
    }

    /// Begins a stream. `window`: bytes that we are ready for.
    pub(super) fn open(&mut self, stream: u64, window: u64) {
        self.by_id.insert(stream, Inbound::new(stream, window));
    }

    /// Changes a stream, if it is there.
    pub(super) fn change<T>(
        &mut self,
        stream: u64,
        act: impl FnOnce(&mut Inbound) -> T,
    ) -> Option<T> {
        let inbound = self.by_id.get_mut(&stream)?;
        let (due, unfinished) = (inbound.next_timeout(), inbound.unfinished());
        let done = act(inbound);
        let next = inbound.next_timeout();
        if next != due {
            due.inspect(|due| _ = self.due.remove(&(*due, stream)));
            self.due.extend(next.map(|next| (next, stream)));
        }
        self.unfinished = self.unfinished - unfinished + inbound.unfinished();
        Some(done)
    }

    /// True if it was there.
    pub(super) fn remove(&mut self, stream: u64) -> bool {
        let Some(inbound) = self.by_id.remove(&stream) else {
            return false;
        };
        inbound
            .next_timeout()
            .inspect(|due| _ = self.due.remove(&(*due, stream)));
        self.unfinished -= inbound.unfinished();
        true
    }

    /// What one of the senders is to know now.
    pub(super) fn acknowledgement(
        &mut self,
        now: Duration,
    ) -> Option<(WindowGrant, Option<StreamAckRanges>)> {
        let (_, stream) = self.due.first().filter(|(due, _)| *due <= now)?;
        self.change(*stream, |inbound| inbound.acknowledgement(now))?
    }

    pub(super) fn next_timeout(&self) -> Option<Duration> {
        self.due.first().map(|(due, _)| *due)
    }

    pub(super) fn unfinished(&self) -> usize {
        self.unfinished
    }

    /// What the index says is what a look at every stream says.
    #[cfg(test)]
    pub(super) fn index_is_right(&self) -> bool {
        let due = |(stream, inbound): (&u64, &Inbound)| Some((inbound.next_timeout()?, *stream));
        self.due == self.by_id.iter().filter_map(due).collect()
            && self.unfinished == self.by_id.values().map(Inbound::unfinished).sum::<usize>()
    }
}
