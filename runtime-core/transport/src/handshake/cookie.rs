//! Cookies: a node under load does no costly work for those who have not shown that they can be reached where they say they are.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use meshwright_wire::wire::handshake::HandshakeCookie;
use meshwright_wire::wire::identity::EntityId;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use super::HandshakeError;
use super::macs::{MAC, mac2_is_right};
use crate::crypto::hash;
use crate::crypto::random::Random;

/// Where a frame came from: what a cookie is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Direct(SocketAddr),
    /// From the node `node`, by a relay that is at `relay`.
    Relayed {
        relay: SocketAddr,
        node: u64,
    },
}

impl Source {
    /// The IP address, IPv4 mapped into IPv6, and the port, big-endian; then the id of the node behind a relay, little-endian.
    fn bytes(&self) -> Vec<u8> {
        let (address, node) = match self {
            Self::Direct(address) => (address, None),
            Self::Relayed { relay, node } => (relay, Some(node.to_le_bytes())),
        };
        let ip = match address.ip() {
            IpAddr::V4(ip) => ip.to_ipv6_mapped(),
            IpAddr::V6(ip) => ip,
        };
        let mut bytes = ip.octets().to_vec();
        bytes.extend(address.port().to_be_bytes());
        bytes.extend(node.into_iter().flatten());
        bytes
    }
}

/// Bakes the cookies of one node. A cookie is taken for one to two [`LIFETIME`](Self::LIFETIME)s.
pub(crate) struct CookieJar {
    secret: [u8; 32],
    previous: [u8; 32],
    since: Duration,
}

impl CookieJar {
    pub(crate) const LIFETIME: Duration = Duration::from_secs(120);

    pub(crate) fn new(now: Duration, random: &mut Random) -> Self {
        Self {
            secret: random.bytes(),
            previous: random.bytes(),
            since: now,
        }
    }

    /// Replaces the secret when it is old.
    pub(crate) fn refresh(&mut self, now: Duration, random: &mut Random) {
        if now.saturating_sub(self.since) >= Self::LIFETIME {
            self.previous = std::mem::replace(&mut self.secret, random.bytes());
            self.since = now;
        }
    }

    /// True if `frame` ends in a `mac2` made with a cookie for `source`.
    pub(crate) fn admits(&self, frame: &[u8], source: &Source) -> bool {
        [&self.secret, &self.previous]
            .iter()
            .any(|secret| mac2_is_right(frame, &cookie(secret, source)))
    }

    /// What to send instead of an answer to an opening from `source`. `mac1`: the opening's.
    pub(crate) fn challenge(
        &self,
        node: &EntityId,
        opening_id: u64,
        mac1: &[u8; MAC],
        source: &Source,
        random: &mut Random,
    ) -> HandshakeCookie {
        let nonce = random.bytes();
        let cookie = cookie(&self.secret, source);
        let sealed = cipher(node).encrypt(
            &XNonce::from(nonce),
            Payload {
                msg: &cookie,
                aad: mac1,
            },
        );
        let sealed_cookie = sealed
            .ok()
            .and_then(|sealed| sealed.try_into().ok())
            .expect("16 bytes and a tag");
        HandshakeCookie {
            receiver_id: opening_id,
            nonce,
            sealed_cookie,
        }
    }
}

/// Takes the cookie out of `frame`, which answers an opening to `node` that ended in `mac1`.
pub(super) fn open(
    frame: &HandshakeCookie,
    node: &EntityId,
    mac1: &[u8; MAC],
) -> Result<[u8; MAC], HandshakeError> {
    let opened = cipher(node).decrypt(
        &XNonce::from(frame.nonce),
        Payload {
            msg: &frame.sealed_cookie,
            aad: mac1,
        },
    );
    opened
        .ok()
        .and_then(|cookie| cookie.try_into().ok())
        .ok_or(HandshakeError::Forged)
}

fn cookie(secret: &[u8; 32], source: &Source) -> [u8; MAC] {
    hash::keyed16(secret, [&source.bytes()])
}

/// Keyed by the public identity: whoever did not see the opening cannot forge a challenge to it, because of its mac.
fn cipher(node: &EntityId) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&hash::keyed(b"meshwright-cookie-v1", [&node.0]).into())
}
