//! The streams of one association. Reliable ones arrive whole, in order and once, or end with a reset that both sides learn of.

mod congestion;
mod inbound;
mod inbounds;
mod incoming;
mod kinds;
mod memory;
mod payload;
mod reassembly;
mod receiver;
mod recovery;
mod resets;
mod sender;
mod senders;
mod split;
mod unreliable;

#[cfg(test)]
mod tests;

pub(crate) use inbound::Charge;
pub(crate) use kinds::Delivery;
pub use kinds::{StreamConfig, StreamError};
pub(crate) use payload::{EVENT_PREFIX, Payload, prefix};
pub use sender::Head;
pub(crate) use sender::blank;
pub(crate) use unreliable::Gathered;

use std::collections::{BTreeSet, VecDeque};
use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::packet::{PacketFlag, PacketHeader, Subprotocol};
use meshwright_wire::wire::payload::PacketPayload;
use meshwright_wire::wire::stream::{StreamReset, WindowGrant};

use crate::round_trip::RoundTrip;
use crate::session::{Contents, OVERHEAD};
use crate::time::earlier;
use congestion::Congestion;
use inbounds::Inbounds;
use memory::{Ended, Sequences};
use reassembly::{AnyOrder, LARGEST_RELIABLE};
use resets::Resets;
use sender::Sender;
use senders::Senders;

/// What a receiver acknowledges of a stream that was given up: that it waits for nothing more.
const NOTHING_MORE: u64 = u64::MAX;

/// The packet is not one that a well-behaved peer sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Misfit;

pub(crate) struct Streams {
    config: StreamConfig,
    largest_payload: usize,
    sending: Senders,
    receiving: Inbounds,
    /// Streams that ended, ours and the peer's, with the sequence after the last one that came.
    sent: Ended,
    received: Ended,
    resets: Resets,
    unreliable: AnyOrder,
    /// Next sequences of unreliable streams, of those that were used last.
    sequences: Sequences,
    congestion: Congestion,
    round_trip: RoundTrip,
    /// Number of the next reliable packet to be sent, for the first time or again.
    transmission: u64,
    /// When an acknowledgement must have come.
    timeout_at: Option<Duration>,
    timeouts: u32,
    /// Streams that had no room for an event, until they have.
    blocked: BTreeSet<u64>,
    deliveries: VecDeque<Delivery>,
    controls: VecDeque<(Subprotocol, Vec<u8>)>,
    probes: VecDeque<PacketHeader>,
    gathered: Option<Gathered>,
    /// Pieces of a packet that the path does not carry whole any more.
    split: VecDeque<Packet>,
}

/// What is held of one peer's streams.
pub(crate) struct Held {
    /// Reliable ones, in the direction that has more.
    pub streams: usize,
    /// Bytes of unreliable events of which pieces are missing.
    pub unfinished: usize,
}

/// A packet to seal.
pub(crate) struct Packet {
    pub header: PacketHeader,
    pub payload: Payload,
}

impl Streams {
    pub(crate) fn new(config: StreamConfig, largest_payload: usize) -> Self {
        Self {
            config,
            largest_payload,
            sending: Senders::new(largest_payload),
            receiving: Inbounds::default(),
            sent: Ended::default(),
            received: Ended::default(),
            resets: Resets::default(),
            unreliable: AnyOrder::default(),
            sequences: Sequences::default(),
            congestion: Congestion::new((OVERHEAD + largest_payload) as u64),
            round_trip: RoundTrip::default(),
            transmission: 0,
            timeout_at: None,
            timeouts: 0,
            blocked: BTreeSet::new(),
            deliveries: VecDeque::new(),
            controls: VecDeque::new(),
            probes: VecDeque::new(),
            gathered: None,
            split: VecDeque::new(),
        }
    }

    /// Takes an event for a reliable stream; [`next_packet`](Self::next_packet) gives what may be sent of it.
    pub(crate) fn send(
        &mut self,
        stream: u64,
        head: Head,
        event: Bytes,
    ) -> Result<(), StreamError> {
        if event.len() > LARGEST_RELIABLE {
            return Err(StreamError::TooLarge(LARGEST_RELIABLE));
        }
        let most = self.config.send_buffer;
        let taken = self.change_or_open(stream, |sender| {
            if sender.is_finishing() {
                return Err(StreamError::Ended);
            }
            if sender.waiting_bytes() > 0 && sender.waiting_bytes() + event.len() > most {
                return Err(StreamError::Blocked);
            }
            sender.push(head, event);
            Ok(())
        })?;
        if taken == Err(StreamError::Blocked) {
            self.blocked.insert(stream);
        }
        taken
    }

    /// Nothing follows on the stream. [`Delivery::Drained`] tells when all of it has arrived.
    pub(crate) fn finish(&mut self, stream: u64) -> Result<(), StreamError> {
        self.change_or_open(stream, Sender::finish)
    }

    /// A packet that may be sent now: of each stream in turn, as the receiver and the path allow.
    pub(crate) fn next_packet(&mut self, now: Duration) -> Option<Packet> {
        if let Some(piece) = self.split.pop_front() {
            return Some(piece);
        }
        if let Some(header) = self.probes.pop_front() {
            return Some(Packet {
                header,
                payload: Payload::default(),
            });
        }
        if !self.sending.have_work()
            || self
                .congestion
                .may_send_at(now, self.round_trip.smoothed())?
                > now
        {
            return None;
        }
        let (header, payload, bytes) = self.sending.next_packet(self.transmission, now)?;
        self.transmission += 1;
        self.congestion.sent(bytes);
        self.timeout_at
            .get_or_insert(now + self.round_trip.timeout(self.timeouts));
        self.unblock(header.stream_id);
        let packet = Packet { header, payload };
        if packet.payload.length() <= self.largest_payload {
            return Some(packet);
        }
        let pieces = self.split(packet)?;
        self.split.extend(pieces);
        self.split.pop_front()
    }

    /// Bytes of payload that the path carries now.
    pub(crate) fn set_largest_payload(&mut self, largest_payload: usize) {
        if self.largest_payload != largest_payload {
            self.largest_payload = largest_payload;
            self.sending.set_largest_payload(largest_payload);
            self.congestion
                .set_datagram((OVERHEAD + largest_payload) as u64);
        }
    }

    /// True if nothing was acknowledged for two time-outs: perhaps packets are too large.
    pub(crate) fn is_stuck(&self) -> bool {
        self.timeouts >= 2
    }

    /// A message about streams that is due.
    pub(crate) fn next_control(&mut self, now: Duration) -> Option<(Subprotocol, Vec<u8>)> {
        if self.controls.is_empty()
            && let Some((grant, ranges)) = self.receiving.acknowledgement(now)
        {
            self.grant(&grant);
            self.controls.extend(ranges.map(|ranges| {
                (
                    Subprotocol::StreamAckRanges,
                    ranges.encode().expect("it can be written"),
                )
            }));
        }
        self.controls.pop_front()
    }

    /// Takes a packet of the event plane or another subprotocol that travels in streams.
    pub(crate) fn receive(
        &mut self,
        header: &PacketHeader,
        payload: Bytes,
        now: Duration,
    ) -> Result<(), Misfit> {
        if header.flags.contains(PacketFlag::RELIABLE) {
            self.receive_reliable(header, payload, now)
        } else {
            self.receive_unreliable(header, &payload, now)
        }
    }

    pub(crate) fn next_delivery(&mut self) -> Option<Delivery> {
        self.deliveries.pop_front()
    }

    /// Streams on which something was not sent, or may not have arrived.
    pub(crate) fn unacknowledged(&self) -> impl Iterator<Item = u64> + '_ {
        self.sending
            .iter()
            .filter(|(_, sender)| sender.has_unacknowledged())
            .map(|(stream, _)| stream)
    }

    pub(crate) fn held(&self) -> Held {
        Held {
            streams: self.sending.len().max(self.receiving.len()),
            unfinished: self.unreliable.bytes(),
        }
    }

    /// Bytes that may be on their way.
    pub(crate) fn congestion_window(&self) -> u64 {
        self.congestion.window()
    }

    /// Does what is due. Gives the number of events that are given up since only pieces of them came.
    pub(crate) fn tick(&mut self, now: Duration) -> u64 {
        let incomplete = self.unreliable.expire(now);
        if self.timeout_at.take_if(|at| *at <= now).is_some() {
            self.timed_out(now);
        }
        for stream in self.resets.due(now) {
            self.send_reset(stream);
        }
        incomplete
    }

    /// True if there are packets to send, as far as their receivers are concerned.
    pub(crate) fn have_packets(&self) -> bool {
        !self.split.is_empty() || !self.probes.is_empty() || self.sending.have_work()
    }

    pub(crate) fn next_timeout(&mut self, now: Duration) -> Option<Duration> {
        let paced = if self.sending.have_work() {
            self.congestion.may_send_at(now, self.round_trip.smoothed())
        } else {
            None
        };
        earlier(paced, self.next_timer(now))
    }

    /// The same, less what only sends more packets.
    pub(crate) fn next_timer(&self, now: Duration) -> Option<Duration> {
        let acks = if self.controls.is_empty() {
            self.receiving.next_timeout()
        } else {
            Some(now)
        };
        let resets = self.resets.next_timeout();
        earlier(
            earlier(self.timeout_at, resets),
            earlier(acks, self.unreliable.next_timeout()),
        )
    }

    /// Changes a stream, which begins if there is none.
    fn change_or_open<T>(
        &mut self,
        stream: u64,
        act: impl FnOnce(&mut Sender) -> T,
    ) -> Result<T, StreamError> {
        if self.sending.get(stream).is_none() {
            if self.sent.get(stream).is_some() {
                return Err(StreamError::Ended);
            }
            if self.sending.len() >= self.config.max_streams {
                return Err(StreamError::TooMany);
            }
            self.sending.open(stream, self.config.window);
        }
        self.sending.change(stream, act).ok_or(StreamError::TooMany)
    }

    fn grant(&mut self, grant: &WindowGrant) {
        self.controls.push_back((
            Subprotocol::WindowGrant,
            grant.encode().expect("it can be written"),
        ));
    }

    fn send_reset(&mut self, stream_id: u64) {
        self.controls.push_back((
            Subprotocol::StreamReset,
            StreamReset { stream_id }
                .encode()
                .expect("it can be written"),
        ));
    }

    /// Tells of a stream that has room again, once half of it is free.
    fn unblock(&mut self, stream: u64) {
        let waiting = self.sending.get(stream).map_or(0, Sender::waiting_bytes);
        if waiting <= self.config.send_buffer / 2 && self.blocked.remove(&stream) {
            self.deliveries.push_back(Delivery::Writable(stream));
        }
    }
}

/// The events of a payload, each a slice of it.
pub(crate) fn events_of(header: &PacketHeader, payload: &Bytes) -> Result<Vec<Bytes>, Misfit> {
    let decoded = PacketPayload::decode(payload).map_err(|_| Misfit)?;
    if decoded.events.len() != usize::from(header.event_count) {
        return Err(Misfit);
    }
    Ok(decoded
        .events
        .iter()
        .map(|event| payload.slice_ref(event.data.as_ref()))
        .collect())
}
