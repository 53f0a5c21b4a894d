//! What a datagram is, by its first bytes.

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

const HANDSHAKE: u16 = 0x4857;
const PACKET: u16 = 0x574d;
const RELAYED: u16 = 0x5257;

impl Kind {
    /// None: not of this protocol.
    pub(crate) fn of(datagram: &[u8]) -> Option<Self> {
        let [low, high, _version, kind, ..] = *datagram else {
            return None;
        };
        match (u16::from_le_bytes([low, high]), kind) {
            (RELAYED, _) => Some(Self::Relayed),
            (PACKET, _) => Some(Self::Inner(Inner::Packet)),
            (HANDSHAKE, 1) => Some(Self::Inner(Inner::Opening)),
            (HANDSHAKE, 2) => Some(Self::Inner(Inner::Answer)),
            (HANDSHAKE, 3) => Some(Self::Inner(Inner::Cookie)),
            _ => None,
        }
    }
}
