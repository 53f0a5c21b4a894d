//! What a datagram is, as everybody on the path sees it.

use meshwright_wire::wire::handshake::{HandshakeCookie, HandshakeInit, HandshakeResponse};
use meshwright_wire::wire::packet::{PacketHeader, RoutingHeader};

pub enum Frame<'a> {
    Opening(HandshakeInit),
    Answer(HandshakeResponse),
    Cookie(HandshakeCookie),
    Packet(Clear),
    /// With what is relayed.
    Relayed(RoutingHeader, &'a [u8]),
}

/// Bytes of a packet's header that travel in clear (docs/protocol.md §4).
const CLEAR: usize = 24;

/// What a packet's header says in clear.
pub struct Clear {
    pub subprotocol: u16,
    pub session: u64,
    pub counter: u64,
}

impl<'a> Frame<'a> {
    pub fn of(datagram: &'a [u8]) -> Option<Self> {
        match u16::from_le_bytes(*datagram.first_chunk()?) {
            HandshakeInit::MAGIC => HandshakeInit::decode(datagram)
                .map(Self::Opening)
                .or_else(|_| HandshakeResponse::decode(datagram).map(Self::Answer))
                .or_else(|_| HandshakeCookie::decode(datagram).map(Self::Cookie))
                .ok(),
            PacketHeader::MAGIC => Clear::of(datagram).map(Self::Packet),
            RoutingHeader::MAGIC => {
                let (header, inner) = datagram.split_at_checked(RoutingHeader::SIZE)?;
                Some(Self::Relayed(RoutingHeader::decode(header).ok()?, inner))
            }
            _ => None,
        }
    }

    /// A packet that its sender sealed, whether it goes through relays or not; None for what is only handed on for others.
    pub fn own_packet(datagram: &'a [u8]) -> Option<Clear> {
        match Self::of(datagram)? {
            Self::Packet(clear) => Some(clear),
            Self::Relayed(header, inner) if header.hops == 0 => Self::own_packet(inner),
            _ => None,
        }
    }
}

impl Clear {
    fn of(packet: &[u8]) -> Option<Self> {
        // Zeros in place of what is sealed are a header too.
        let mut header = [0; PacketHeader::SIZE];
        header[..CLEAR].copy_from_slice(packet.get(..CLEAR)?);
        let header = PacketHeader::decode(&header).ok()?;
        Some(Self {
            subprotocol: header.subprotocol,
            session: header.session_id,
            counter: header.counter,
        })
    }
}
