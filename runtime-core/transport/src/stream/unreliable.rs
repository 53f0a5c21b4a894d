//! Events that go once, at once, and arrive in any order or not at all.

use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::packet::{PacketFlag, PacketHeader, Subprotocol};
use meshwright_wire::wire::payload::Fragment;

use super::inbound::Charge;
use super::kinds::{Delivery, StreamError};
use super::payload::{EVENT_PREFIX, FRAGMENT_HEAD, Payload, piece_count, write_event};
use super::reassembly::LARGEST_UNRELIABLE;
use super::sender::Head;
use super::{Misfit, Packet, Streams, events_of};

/// Events that share a packet which was not sealed yet.
pub(crate) struct Gathered {
    pub header: PacketHeader,
    head: Head,
    pub payload: Vec<u8>,
}

impl Streams {
    /// True if one packet carries an event of `size` bytes.
    pub(crate) fn is_small(&self, size: usize) -> bool {
        EVENT_PREFIX + size <= self.largest_payload
    }

    /// Packets that an event of `size` bytes takes: one that it may share, or its pieces.
    pub(crate) fn packets_of(&self, size: usize) -> Result<usize, StreamError> {
        if size > LARGEST_UNRELIABLE {
            Err(StreamError::TooLarge(LARGEST_UNRELIABLE))
        } else if self.is_small(size) {
            Ok(1)
        } else {
            Ok(piece_count(size, self.largest_payload))
        }
    }

    /// Puts a small event into the packet that gathers, if it is of the same stream and kind and has room. If not, another packet gathers, and the
    /// one before it is to go. `memory`: an empty buffer for another packet.
    pub(crate) fn gather(
        &mut self,
        stream: u64,
        head: Head,
        event: &[u8],
        memory: impl FnOnce() -> Vec<u8>,
    ) -> Option<Gathered> {
        let size = EVENT_PREFIX + event.len();
        let largest = self.largest_payload;
        let fitting = self.gathered.as_mut().filter(|packet| {
            (packet.header.stream_id, packet.head) == (stream, head)
                && packet.payload.len() + size <= largest
        });
        if let Some(packet) = fitting {
            write_event(event, &mut packet.payload);
            packet.header.event_count += 1;
            return None;
        }
        let full = self.take_gathered();
        let mut payload = memory();
        write_event(event, &mut payload);
        self.gathered = Some(Gathered {
            header: PacketHeader {
                sequence: self.sequences.take(stream, 1),
                event_count: 1,
                ..head.header(stream)
            },
            head,
            payload,
        });
        full
    }

    /// The packet that gathers.
    pub(crate) fn take_gathered(&mut self) -> Option<Gathered> {
        self.gathered.take()
    }

    /// The packets of an unreliable event that is too large for one.
    pub(crate) fn pieces(
        &mut self,
        stream: u64,
        head: Head,
        event: &Bytes,
    ) -> Result<Vec<Packet>, StreamError> {
        let count = self.packets_of(event.len())? as u16;
        let first = self.sequences.take(stream, count.into());
        let step = self.largest_payload - FRAGMENT_HEAD;
        let piece = |index| Packet {
            header: PacketHeader {
                flags: PacketFlag::FRAGMENT,
                sequence: first + u64::from(index),
                event_count: 0,
                ..head.header(stream)
            },
            payload: Payload::of_piece(
                event,
                usize::from(index) * step,
                index,
                self.largest_payload,
            ),
        };
        Ok((0..count).map(piece).collect())
    }

    pub(super) fn receive_unreliable(
        &mut self,
        header: &PacketHeader,
        payload: &Bytes,
        now: Duration,
    ) -> Result<(), Misfit> {
        let events = if header.flags.contains(PacketFlag::FRAGMENT) {
            let piece = Fragment::decode(payload).map_err(|_| Misfit)?;
            self.unreliable
                .push(header.stream_id, header.sequence, &piece, payload, now)
                .map_err(|_| Misfit)?
                .into_iter()
                .collect()
        } else {
            events_of(header, payload)?
        };
        if header.subprotocol == Subprotocol::SplitPacket.number() {
            return events
                .iter()
                .try_for_each(|event| self.receive_split(event, now));
        }
        if !events.is_empty() {
            self.deliveries.push_back(Delivery::Events {
                header: header.clone(),
                events,
                charge: Charge::Free,
            });
        }
        Ok(())
    }
}
