//! The tag of a relayed datagram: shows the neighbour that it came from a neighbour, whatever is inside.

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::crypto::aead::TAG;
use crate::crypto::hash;

/// One direction's key, of one session.
pub(super) struct HopKey(Zeroizing<[u8; 32]>);

impl HopKey {
    /// `session_key`: what seals packets in the same direction.
    pub(super) fn of(session_key: &[u8; 32]) -> Self {
        Self(Zeroizing::new(hash::keyed(
            b"meshwright-hop-v1",
            [session_key],
        )))
    }

    /// `datagram`: a routing header and what follows it.
    pub(super) fn tag(&self, datagram: &[u8]) -> [u8; TAG] {
        hash::keyed16(&*self.0, [datagram])
    }

    pub(super) fn is_right(&self, datagram: &[u8], tag: &[u8; TAG]) -> bool {
        self.tag(datagram).ct_eq(tag).into()
    }
}
