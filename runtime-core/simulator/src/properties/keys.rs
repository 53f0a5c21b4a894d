//! Keys that the peer does not use are soon replaced: who opened, and has them from an answer, opens again. The peer may have dropped them before it heard
//! that the answer was read.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::time::Duration;

use meshwright_wire::wire::packet::RoutingHeader;

use super::Property;
use crate::observation::Observation;

/// An opener waits 5 s for a packet under new keys.
const PATIENCE: Duration = Duration::from_secs(6);

#[derive(Default)]
pub struct Keys {
    /// Who is, or was, at each address.
    at: BTreeMap<SocketAddr, usize>,
    /// Openings that were answered, by their session ids, until somebody sends a packet to one.
    answered: BTreeSet<u64>,
    /// The answers to them, by theirs.
    unused: BTreeMap<u64, Answer>,
    /// When each node last opened a session with each other one.
    opened: BTreeMap<(usize, usize), Duration>,
}

struct Answer {
    opening: u64,
    by: usize,
    /// The opener seals packets with these keys.
    in_use_since: Option<Duration>,
}

impl Property for Keys {
    fn name(&self) -> &'static str {
        "keys that a peer does not use are replaced"
    }

    fn observe(&mut self, at: Duration, what: &Observation<'_>) -> Result<(), String> {
        match what {
            Observation::Started { node, address } | Observation::Moved { node, address } => {
                self.at.insert(*address, *node);
            }
            Observation::Sent { node, to, datagram } => match frame(datagram) {
                Some(Frame::Opening) => {
                    if let Some(peer) = self.at.get(to) {
                        self.opened.insert((*node, *peer), at);
                    }
                }
                Some(Frame::Answer { id, opening }) => {
                    self.answered.insert(opening);
                    self.unused.insert(
                        id,
                        Answer {
                            opening,
                            by: *node,
                            in_use_since: None,
                        },
                    );
                }
                Some(Frame::Packet(session)) => return self.sealed(*node, session, at),
                // Nobody hears an opening to which no route leads.
                Some(Frame::Relayed(session)) => _ = self.unused.remove(&session),
                None => {}
            },
            _ => {}
        }
        Ok(())
    }
}

impl Keys {
    fn sealed(&mut self, node: usize, session: u64, at: Duration) -> Result<(), String> {
        if self.answered.remove(&session) {
            self.unused.retain(|_, answer| answer.opening != session);
        }
        let Some(answer) = self.unused.get_mut(&session) else {
            return Ok(());
        };
        let (since, peer) = (*answer.in_use_since.get_or_insert(at), answer.by);
        let opened = self.opened.get(&(node, peer));
        if at > since + PATIENCE && opened.is_none_or(|opened| *opened <= since) {
            return Err(format!(
                "node {node} seals for {:?} with keys of session {session:016x}, which {peer} never used, and has not opened another",
                at - since
            ));
        }
        Ok(())
    }
}

/// What a node sends of its own, by its clear bytes.
enum Frame {
    Opening,
    Answer { id: u64, opening: u64 },
    Packet(u64),
    Relayed(u64),
}

fn frame(datagram: &[u8]) -> Option<Frame> {
    let id = |inner: &[u8], from: usize| {
        let bytes = inner.get(from..from + 8)?.try_into().ok()?;
        Some(u64::from_le_bytes(bytes))
    };
    Some(match datagram {
        [0x57, 0x48, _, 1, ..] => Frame::Opening,
        [0x57, 0x48, _, 2, ..] => Frame::Answer {
            id: id(datagram, 8)?,
            opening: id(datagram, 16)?,
        },
        [0x4d, 0x57, ..] => Frame::Packet(id(datagram, 8)?),
        [0x57, 0x52, _ttl, 0, ..] => match datagram.get(RoutingHeader::SIZE..)? {
            inner @ [0x4d, 0x57, ..] => Frame::Relayed(id(inner, 8)?),
            _ => return None,
        },
        _ => return None,
    })
}
