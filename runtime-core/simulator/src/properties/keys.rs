//! Keys that the peer does not use are soon replaced: who opened, and has them from an answer, opens again. The peer may have dropped them before it heard
//! that the answer was read.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::time::Duration;

use super::Property;
use crate::frame::Frame;
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
            Observation::Sent { node, to, datagram } => match Frame::of(datagram) {
                Some(Frame::Opening(_)) => {
                    if let Some(peer) = self.at.get(to) {
                        self.opened.insert((*node, *peer), at);
                    }
                }
                Some(Frame::Answer(answer)) => {
                    self.answered.insert(answer.receiver_id);
                    let unused = Answer {
                        opening: answer.receiver_id,
                        by: *node,
                        in_use_since: None,
                    };
                    self.unused.insert(answer.sender_id, unused);
                }
                Some(Frame::Packet(packet)) => return self.sealed(*node, packet.session, at),
                // Nobody hears an opening to which no route leads.
                _ => {
                    if let Some(packet) = Frame::own_packet(datagram) {
                        self.unused.remove(&packet.session);
                    }
                }
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
