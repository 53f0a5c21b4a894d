//! Unreliable events that overtook the name of their channel.

use std::collections::VecDeque;
use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::packet::PacketHeader;

/// Of one publisher. Bounded in number, bytes and time; the oldest goes first.
#[derive(Default)]
pub(super) struct Early {
    events: VecDeque<EarlyEvent>,
    bytes: usize,
}

pub(super) struct EarlyEvent {
    pub(super) header: PacketHeader,
    pub(super) data: Bytes,
    until: Duration,
}

impl Early {
    const EVENTS: usize = 256;
    const BYTES: usize = 1 << 20;
    /// A name is sent again when it is lost; after so long it does not come.
    const TIME: Duration = Duration::from_secs(2);

    /// Gives how many had to go.
    pub(super) fn hold(&mut self, header: PacketHeader, data: Bytes, now: Duration) -> u64 {
        self.bytes += data.len();
        self.events.push_back(EarlyEvent {
            header,
            data,
            until: now + Self::TIME,
        });
        self.shorten(|early| early.events.len() > Self::EVENTS || early.bytes > Self::BYTES)
    }

    /// Gives how many waited in vain.
    pub(super) fn expire(&mut self, now: Duration) -> u64 {
        let is_over = |early: &Self| early.events.front().is_some_and(|event| event.until <= now);
        self.shorten(is_over)
    }

    /// Those of a channel, in the order in which they came.
    pub(super) fn take(&mut self, channel: u64) -> Vec<EarlyEvent> {
        let (taken, left): (VecDeque<_>, VecDeque<_>) = std::mem::take(&mut self.events)
            .into_iter()
            .partition(|event| event.header.channel == channel);
        self.bytes = left.iter().map(|event| event.data.len()).sum();
        self.events = left;
        taken.into()
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.events.len()
    }

    fn shorten(&mut self, is_too_long: impl Fn(&Self) -> bool) -> u64 {
        let mut gone = 0;
        while is_too_long(self)
            && let Some(oldest) = self.events.pop_front()
        {
            self.bytes -= oldest.data.len();
            gone += 1;
        }
        gone
    }
}
