//! Packets that were made when the path carried more than it does now: they keep their sequence and go as unreliable events, in pieces.

use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::packet::{PacketFlag, PacketHeader, Subprotocol};

use super::{Head, Misfit, Packet, Streams};
use crate::session::Contents;

const HEAD: Head = Head {
    subprotocol: Subprotocol::SplitPacket,
    priority: 0,
    origin: 0,
    channel: 0,
    subnet: 0,
};

impl Streams {
    /// None: it is larger than any packet can be.
    pub(super) fn split(&mut self, packet: Packet) -> Option<Vec<Packet>> {
        let header = PacketHeader {
            payload_length: u16::try_from(packet.payload.length()).ok()?,
            ..packet.header
        };
        let mut event = header.encode().expect("every header can be written");
        packet.payload.write_into(&mut event);
        let stream = Subprotocol::SplitPacket.number().into();
        self.pieces(stream, HEAD, &event.into()).ok()
    }

    /// Takes a packet of a reliable stream that came in pieces.
    pub(super) fn receive_split(&mut self, event: &Bytes, now: Duration) -> Result<(), Misfit> {
        let (header, _) = event.split_at_checked(PacketHeader::SIZE).ok_or(Misfit)?;
        let header = PacketHeader::decode(header).map_err(|_| Misfit)?;
        let payload = event.slice(PacketHeader::SIZE..);
        if !header.flags.contains(PacketFlag::RELIABLE)
            || usize::from(header.payload_length) != payload.len()
        {
            return Err(Misfit);
        }
        self.receive_reliable(&header, payload, now)
    }
}
