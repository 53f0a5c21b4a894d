//! What a datagram is, by its first bytes.

use meshwright_wire::wire::handshake::{HandshakeCookie, HandshakeInit, HandshakeResponse};
use meshwright_wire::wire::packet::{PacketHeader, RoutingHeader};

/// What stands before anything is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A routing header, then one of the others.
    Relayed,
    Inner(Inner),
}

/// What may travel by itself or through relays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Inner {
    Packet,
    Opening,
    Answer,
    Cookie,
}

impl Kind {
    /// None: not of this protocol.
    pub(crate) fn of(datagram: &[u8]) -> Option<Self> {
        let [low, high, _version, kind, ..] = *datagram else {
            return None;
        };
        match (u16::from_le_bytes([low, high]), kind) {
            (RoutingHeader::MAGIC, _) => Some(Self::Relayed),
            (PacketHeader::MAGIC, _) => Some(Self::Inner(Inner::Packet)),
            (HandshakeInit::MAGIC, HandshakeInit::TYPE) => Some(Self::Inner(Inner::Opening)),
            (HandshakeResponse::MAGIC, HandshakeResponse::TYPE) => Some(Self::Inner(Inner::Answer)),
            (HandshakeCookie::MAGIC, HandshakeCookie::TYPE) => Some(Self::Inner(Inner::Cookie)),
            _ => None,
        }
    }
}
