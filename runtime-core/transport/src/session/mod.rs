//! One key epoch between two nodes: seals and opens packets, and takes none twice.

mod hop;
mod packet;
mod replay;

#[cfg(test)]
mod tests;

pub(crate) use packet::{Contents, OVERHEAD, Opened, PacketError, in_clear};

use meshwright_wire::wire::packet::PacketHeader;

use crate::crypto::aead::{AeadKey, TAG};
use crate::handshake::Handshake;
use hop::HopKey;
use replay::ReplayWindow;

/// Keys and counters of one epoch. Nothing here knows time or addresses.
pub(crate) struct Session {
    /// In packets to us.
    local_id: u64,
    /// In packets to the peer.
    remote_id: u64,
    sending: AeadKey,
    receiving: AeadKey,
    next_counter: u64,
    replay: ReplayWindow,
    hop_sending: HopKey,
    hop_receiving: HopKey,
}

/// The session has sealed as many packets as one key may: there must be a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exhausted;

impl Session {
    /// Packets after which a new epoch is made, well before the counter could come round.
    pub(crate) const REKEY_AFTER: u64 = 1 << 48;
    /// Packets that one key may seal at the very most.
    const LAST_COUNTER: u64 = 1 << 60;

    pub(crate) fn new(keys: &Handshake) -> Self {
        Self {
            local_id: keys.local_id,
            remote_id: keys.remote_id,
            sending: AeadKey::new(&keys.sending),
            receiving: AeadKey::new(&keys.receiving),
            next_counter: 0,
            replay: ReplayWindow::default(),
            hop_sending: HopKey::of(&keys.sending),
            hop_receiving: HopKey::of(&keys.receiving),
        }
    }

    pub(crate) fn local_id(&self) -> u64 {
        self.local_id
    }

    pub(crate) fn sealed(&self) -> u64 {
        self.next_counter
    }

    /// Appends a datagram to `out`: `header` with this session's id and the next counter, then `payload`, sealed.
    pub(crate) fn seal(
        &mut self,
        header: PacketHeader,
        payload: &(impl Contents + ?Sized),
        out: &mut Vec<u8>,
    ) -> Result<(), Exhausted> {
        if self.next_counter >= Self::LAST_COUNTER {
            return Err(Exhausted);
        }
        let counter = self.next_counter;
        self.next_counter += 1;
        packet::seal(
            &self.sending,
            PacketHeader {
                session_id: self.remote_id,
                counter,
                ..header
            },
            payload,
            out,
        );
        Ok(())
    }

    /// The tag for `datagram`, a routing header and what follows it, to the peer.
    pub(crate) fn hop_tag(&self, datagram: &[u8]) -> [u8; TAG] {
        self.hop_sending.tag(datagram)
    }

    /// True if the peer made `tag` for `datagram`.
    pub(crate) fn hop_tag_is_right(&self, datagram: &[u8], tag: &[u8; TAG]) -> bool {
        self.hop_receiving.is_right(datagram, tag)
    }

    /// Opens `datagram` where it stands. A packet that was taken before, or that is older than the window, is refused after its tag was checked.
    pub(crate) fn open<'a>(&mut self, datagram: &'a mut [u8]) -> Result<Opened<'a>, PacketError> {
        let opened = packet::open(&self.receiving, datagram)?;
        if self.replay.admit(opened.header.counter) {
            Ok(opened)
        } else {
            Err(PacketError::Replayed)
        }
    }
}
