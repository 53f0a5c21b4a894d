//! What an association sends: events, streams, and messages of its own.

use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::packet::{PacketHeader, Subprotocol};
use meshwright_wire::wire::session::{Close, CloseReason, Heartbeat, PathChallenge};

use super::{Association, micros, payload_of};
use crate::endpoint::{DropCause, Event, LARGEST_UDP_PAYLOAD, Outbox, Place, Received, SendError};
use crate::session::{Contents, OVERHEAD};
use crate::stream::{Charge, Delivery, EVENT_PREFIX, Gathered, Head, Payload, blank, prefix};

/// Bytes of a packet with one event of 8 bytes: a challenge, and its answer.
const CHALLENGE_SIZE: usize = OVERHEAD + EVENT_PREFIX + PathChallenge::SIZE;

/// Bytes that one flush takes from the streams of a peer: the most that one datagram has, or one system call takes. What was sealed first is under way
/// while the rest is sealed, and other peers have their turn.
const BATCH: usize = LARGEST_UDP_PAYLOAD;

/// Why a flush left something that may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pause {
    /// It was a [`BATCH`], which is to leave first.
    Batch,
    /// No more may wait for the peer.
    Full,
}

impl Association {
    /// Takes one event, which goes once: a large one in pieces, and small ones of a stream together, at the next [`flush`](Self::flush).
    pub(crate) fn send(
        &mut self,
        stream: u64,
        head: Head,
        event: &Bytes,
        out: &mut Outbox,
    ) -> Result<(), SendError> {
        if !self.is_ready() {
            return Err(SendError::NotConnected);
        }
        let count = self.streams.packets_of(event.len())?;
        if !out.has_room(self.lane, count) {
            return Err(SendError::Busy);
        }
        if self.streams.is_small(event.len()) {
            let full = self.streams.gather(stream, head, event, || out.buffer());
            self.send_together(full, out);
            return Ok(());
        }
        let pieces = self.streams.pieces(stream, head, event)?;
        self.send_gathered(out);
        let to = self.path.place();
        for packet in pieces {
            self.transmit(packet.header, &packet.payload, to, out);
        }
        Ok(())
    }

    /// Takes one event for a reliable stream. It goes at a [`flush`](Self::flush), when the receiver and the path have room for it.
    pub(crate) fn send_reliably(
        &mut self,
        stream: u64,
        head: Head,
        event: Bytes,
    ) -> Result<(), SendError> {
        if !self.is_ready() {
            return Err(SendError::NotConnected);
        }
        Ok(self.streams.send(stream, head, event)?)
    }

    /// Nothing follows on a reliable stream.
    pub(crate) fn finish(&mut self, stream: u64) -> Result<(), SendError> {
        Ok(self.streams.finish(stream)?)
    }

    /// The program has taken an event of a stream.
    pub(crate) fn consumed(&mut self, stream: u64, charge: Charge, now: Duration) {
        self.streams.consumed(stream, charge, now);
    }

    /// Says goodbye, after what may still be sent, and forgets the keys.
    pub(crate) fn close(&mut self, reason: CloseReason, now: Duration, out: &mut Outbox) {
        while self.flush(now, out) == Some(Pause::Batch) {}
        let close = Close {
            reason,
            detail: "".into(),
        };
        self.control(
            Subprotocol::Close,
            &close.encode().expect("it can be written"),
            self.path.place(),
            out,
        );
        self.epochs.clear();
    }

    /// How many events of `size` bytes fit into one packet.
    pub(crate) fn events_of_size(&self, size: usize) -> usize {
        (payload_of(self.mtu.size()) / (EVENT_PREFIX + size)).max(1)
    }

    /// Tells the peer of other nodes.
    pub(crate) fn gossip(&mut self, subprotocol: Subprotocol, events: &[Bytes], out: &mut Outbox) {
        let length = events.iter().map(|event| EVENT_PREFIX + event.len()).sum();
        let payload = Payload::of_events(events.iter().cloned(), length);
        let header = PacketHeader {
            event_count: events.len() as u16,
            ..blank(subprotocol, u64::from(subprotocol.number()))
        };
        self.transmit(header, &payload, self.path.place(), out);
    }

    /// True if the program has to wait until something of what it sent before is sent.
    pub(crate) fn is_busy(&self, out: &Outbox) -> bool {
        !out.has_room(self.lane, 1)
    }

    /// True if it is not paused, or enough of what waited for the peer has left since.
    pub(crate) fn may_go_on(&self, out: &Outbox) -> bool {
        match self.pause {
            None => true,
            Some(Pause::Batch) => out.is_idle(self.lane),
            Some(Pause::Full) => out.has_room(self.lane, 1),
        }
    }

    /// Makes packets of what waits, as far as it may be sent, and tells what came of streams. Why it stopped before all was sent that may be.
    pub(crate) fn flush(&mut self, now: Duration, out: &mut Outbox) -> Option<Pause> {
        self.send_gathered(out);
        self.measure_path(now, out);
        let to = self.path.place();
        while let Some((subprotocol, message)) = self.streams.next_control(now) {
            self.control(subprotocol, &message, to, out);
        }
        let mut room = BATCH;
        while out.has_room(self.lane, 1)
            && self.epochs.are_ready()
            && room >= self.mtu.size()
            && let Some(packet) = self.streams.next_packet(now)
        {
            room = room.saturating_sub(OVERHEAD + packet.payload.length());
            self.transmit(packet.header, &packet.payload, to, out);
        }
        self.deliver(out);
        self.pause = if !self.streams.have_packets() {
            None
        } else if room < self.mtu.size() {
            Some(Pause::Batch)
        } else {
            (!out.has_room(self.lane, 1)).then_some(Pause::Full)
        };
        self.pause
    }

    /// Sends the unreliable events that gathered.
    pub(super) fn send_gathered(&mut self, out: &mut Outbox) {
        let gathered = self.streams.take_gathered();
        self.send_together(gathered, out);
    }

    fn send_together(&mut self, gathered: Option<Gathered>, out: &mut Outbox) {
        let Some(packet) = gathered else {
            return;
        };
        if out.is_full(self.lane) {
            let events = packet.header.event_count;
            out.drop_many(DropCause::TransmitsFull, events.into());
        } else {
            let payload = packet.payload.as_slice();
            self.transmit(packet.header, payload, self.path.place(), out);
        }
        out.reuse(packet.payload);
    }

    /// Tells what streams brought.
    pub(super) fn deliver(&mut self, out: &mut Outbox) {
        while let Some(delivery) = self.streams.next_delivery() {
            out.event(match delivery {
                Delivery::Events {
                    header,
                    events,
                    charge,
                } => Event::Received(Received {
                    peer: self.peer,
                    header,
                    events,
                    charge,
                }),
                Delivery::Finished(stream) => Event::StreamFinished(self.peer, stream),
                Delivery::Reset(stream) => Event::StreamReset(self.peer, stream),
                Delivery::GaveUp(stream) => Event::StreamGaveUp(self.peer, stream),
                Delivery::Writable(stream) => Event::StreamWritable(self.peer, stream),
                Delivery::Drained(stream) => Event::StreamDrained(self.peer, stream),
            });
        }
    }

    pub(super) fn send_heartbeat(&mut self, now: Duration, out: &mut Outbox) {
        let (echo, held) = self.echo.map_or((0, 0), |(sent_at, at)| {
            (
                sent_at,
                u32::try_from(micros(now.saturating_sub(at))).unwrap_or(u32::MAX),
            )
        });
        // 0 stands for "none", so that the clock begins at 1.
        let heartbeat = Heartbeat {
            sent_at: micros(now).max(1),
            echo,
            held,
        };
        self.control(
            Subprotocol::Heartbeat,
            &heartbeat.encode().expect("it can be written"),
            self.path.place(),
            out,
        );
    }

    pub(super) fn challenge(&mut self, now: Duration, out: &mut Outbox) {
        if let Some((to, token)) = self.path.challenge(CHALLENGE_SIZE, now, &mut self.random) {
            self.control(
                Subprotocol::PathChallenge,
                &PathChallenge { token }.encode().expect("it can be written"),
                to,
                out,
            );
        }
    }

    /// Sends a message of a packet's own. Without keys there is nobody to talk to, and nothing is sent.
    pub(super) fn control(
        &mut self,
        subprotocol: Subprotocol,
        message: &[u8],
        to: Place,
        out: &mut Outbox,
    ) {
        let header = PacketHeader {
            event_count: 1,
            ..blank(subprotocol, u64::from(subprotocol.number()))
        };
        self.transmit(header, &[&prefix(message), message], to, out);
    }

    /// As [`transmit`](Self::transmit), for tests of what a hostile peer could seal.
    #[cfg(test)]
    pub(crate) fn send_raw(&mut self, header: PacketHeader, payload: &[u8], out: &mut Outbox) {
        self.transmit(header, payload, self.path.place(), out);
    }

    pub(super) fn transmit(
        &mut self,
        header: PacketHeader,
        payload: &(impl Contents + ?Sized),
        to: Place,
        out: &mut Outbox,
    ) {
        let mut datagram = out.buffer();
        if self.epochs.seal(header, payload, &mut datagram).is_some() {
            out.transmit(self.lane, to.toward(self.node), datagram);
        }
    }
}
