//! What a datagram is, by its first bytes.

/// What stands before anything is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Packet,
    Opening,
    Answer,
    Cookie,
}

const HANDSHAKE: u16 = 0x4857;
const PACKET: u16 = 0x574d;

impl Kind {
    /// None: not of this protocol.
    pub(crate) fn of(datagram: &[u8]) -> Option<Self> {
        let [low, high, _version, kind, ..] = *datagram else {
            return None;
        };
        match (u16::from_le_bytes([low, high]), kind) {
            (PACKET, _) => Some(Self::Packet),
            (HANDSHAKE, 1) => Some(Self::Opening),
            (HANDSHAKE, 2) => Some(Self::Answer),
            (HANDSHAKE, 3) => Some(Self::Cookie),
            _ => None,
        }
    }
}
