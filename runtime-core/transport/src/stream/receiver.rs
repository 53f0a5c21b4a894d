//! One stream's receiving side: order, gaps, and how much the sender may still send.

use std::collections::BTreeMap;
use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::packet::{PacketFlag, PacketHeader};
use meshwright_wire::wire::stream::{AckRange, StreamAckRanges, WindowGrant};

use crate::session::OVERHEAD;

/// Acknowledgements wait this long for company.
const ACK_DELAY: Duration = Duration::from_millis(5);
/// As many packets are acknowledged at once.
const ACK_EVERY: u32 = 2;
/// Ranges that one acknowledgement may name; the spec has the same bound.
const RANGES: usize = 16;

pub(super) struct Receiver {
    id: u64,
    window: u64,
    next: u64,
    waiting: BTreeMap<u64, (PacketHeader, Bytes)>,
    /// Bytes that came, each packet once, overhead included.
    accepted: u64,
    /// Bytes that the program has taken.
    consumed: u64,
    granted: u64,
    unacknowledged: u32,
    ack_at: Option<Duration>,
    /// The sequence after the last packet.
    end: Option<u64>,
}

/// A packet that does not fit: beyond the window that was granted, or beyond the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Overrun;

impl Receiver {
    pub(super) fn new(id: u64, window: u64) -> Self {
        Self {
            id,
            window,
            next: 0,
            waiting: BTreeMap::new(),
            accepted: 0,
            consumed: 0,
            granted: 0,
            unacknowledged: 0,
            ack_at: None,
            end: None,
        }
    }

    /// Takes a packet; [`next_in_order`](Self::next_in_order) gives what can be delivered now. False if it came before.
    pub(super) fn receive(
        &mut self,
        header: &PacketHeader,
        payload: Bytes,
        now: Duration,
    ) -> Result<bool, Overrun> {
        let sequence = header.sequence;
        if sequence < self.next || self.waiting.contains_key(&sequence) {
            // The acknowledgement was lost, perhaps.
            self.ack_at = Some(now);
            return Ok(false);
        }
        let size = (OVERHEAD + payload.len()) as u64;
        let last = header.flags.contains(PacketFlag::FIN);
        let beyond_end = self
            .end
            .is_some_and(|end| sequence >= end || last && sequence + 1 != end)
            || last
                && self
                    .waiting
                    .last_key_value()
                    .is_some_and(|(highest, _)| *highest > sequence);
        if self.accepted + size > self.consumed + self.window || sequence == u64::MAX || beyond_end
        {
            return Err(Overrun);
        }
        self.accepted += size;
        if last {
            self.end = Some(sequence + 1);
        }
        let in_order = sequence == self.next && self.waiting.is_empty();
        self.waiting.insert(sequence, (header.clone(), payload));
        self.unacknowledged += 1;
        let at = if in_order && self.unacknowledged < ACK_EVERY && !last {
            now + ACK_DELAY
        } else {
            now
        };
        self.ack_at = Some(self.ack_at.map_or(at, |before| before.min(at)));
        Ok(true)
    }

    /// The packet that is next, if it is there.
    pub(super) fn next_in_order(&mut self) -> Option<(PacketHeader, Bytes)> {
        let packet = self.waiting.remove(&self.next)?;
        self.next += 1;
        Some(packet)
    }

    /// True if everything was delivered, and there will be no more.
    pub(super) fn is_done(&self) -> bool {
        self.end == Some(self.next)
    }

    /// The program has taken packets of so many bytes, overhead included.
    pub(super) fn consumed(&mut self, bytes: u64, now: Duration) {
        // Events of streams that were reset may still be taken; they give nothing back to new ones.
        self.consumed = (self.consumed + bytes).min(self.accepted);
        // A quarter of the window is worth a word.
        if self.consumed - self.granted >= self.window / 4 {
            self.ack_at = Some(self.ack_at.map_or(now, |before| before.min(now)));
        }
    }

    pub(super) fn next_timeout(&self) -> Option<Duration> {
        self.ack_at
    }

    /// What the sender is to know now.
    pub(super) fn acknowledgement(
        &mut self,
        now: Duration,
    ) -> Option<(WindowGrant, Option<StreamAckRanges>)> {
        self.ack_at.take_if(|at| *at <= now)?;
        self.unacknowledged = 0;
        self.granted = self.consumed;
        let grant = WindowGrant {
            stream_id: self.id,
            total_consumed: self.consumed,
            ack_seq: self.next,
        };
        let ranges = self.ranges();
        let ranges = (!ranges.is_empty()).then_some(StreamAckRanges {
            stream_id: self.id,
            ack_seq: self.next,
            ranges,
        });
        Some((grant, ranges))
    }

    /// What came beyond the gap, newest first.
    fn ranges(&self) -> Vec<AckRange> {
        let mut ranges: Vec<AckRange> = vec![];
        for sequence in self.waiting.keys().rev().copied() {
            let full = ranges.len() == RANGES;
            match ranges.last_mut() {
                Some(range) if range.start == sequence + 1 => range.start = sequence,
                _ if full => break,
                _ => ranges.push(AckRange {
                    start: sequence,
                    end: sequence + 1,
                }),
            }
        }
        ranges
    }
}
