//! An unreliable event is taken at most once, unchanged, by whom it was sent to, and not long after its keys are gone. When all is well, and its reader is not
//! so slow that its endpoint holds no more, it is taken; through relays, when routes have settled, too.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use meshwright_transport::{DropCause, Event, Received};
use meshwright_wire::wire::packet::PacketFlag;

use super::Property;
use crate::content;
use crate::observation::{Observation, Offered, Party};

/// Keys are given up after 300 s and still open packets for 15 s after that: nothing older can be taken.
const OLDEST: Duration = Duration::from_secs(316);

#[derive(Default)]
pub struct Once {
    offered: BTreeMap<u64, (Offered, Duration)>,
    taken: BTreeSet<u64>,
    healed: bool,
    /// Relays lead on. One that has just lost its way, is gone or crowded drops what it was to hand on.
    relays_lead: bool,
    /// Sent when all was well.
    owed: BTreeSet<u64>,
    /// Nodes whose programs are gone.
    gone: BTreeSet<usize>,
    /// Nodes that had no room for all that came.
    behind: BTreeSet<usize>,
}

impl Property for Once {
    fn name(&self) -> &'static str {
        "unreliable events arrive at most once and whole"
    }

    fn observe(&mut self, at: Duration, what: &Observation<'_>) -> Result<(), String> {
        match what {
            Observation::Offered(offered) if !offered.reliable => {
                self.offered.insert(offered.number, (*offered, at));
                let may_be_lost = offered.relayed && !self.relays_lead;
                // Who falls silent when all is well is not suspected at once.
                if self.healed && !may_be_lost && !self.gone.contains(&offered.to) {
                    self.owed.insert(offered.number);
                }
            }
            Observation::Surveyed { apart: None } => self.healed = true,
            Observation::Settled => self.relays_lead = true,
            Observation::Crowded { .. } => self.relays_lead = false,
            Observation::Started { node, .. } => _ = self.gone.remove(node),
            Observation::Crashed { node } => {
                self.gone.insert(*node);
                self.relays_lead = false;
            }
            // Until now it sent to a program that was gone.
            Observation::Happened {
                node,
                peer: Party::Node(peer),
                event: Event::Restarted(_) | Event::Connected(_),
            } => {
                let offered = &self.offered;
                self.owed.retain(|number| {
                    offered
                        .get(number)
                        .is_none_or(|(event, _)| (event.from, event.to) != (*node, *peer))
                });
            }
            Observation::Happened {
                node,
                peer: Party::Node(peer),
                event: Event::Received(received),
            } if !received.header.flags.contains(PacketFlag::RELIABLE) => {
                return received
                    .events
                    .iter()
                    .try_for_each(|event| self.take(*node, *peer, received, event, at));
            }
            Observation::Sampled { node, endpoint, .. } => {
                let is_behind = endpoint.drops().of(DropCause::EventsFull) > 0;
                self.behind.extend(is_behind.then_some(*node));
            }
            _ => {}
        }
        Ok(())
    }

    fn owes(&self) -> Option<String> {
        let owed = self.owed.iter().filter_map(|one| self.offered.get(one));
        let mut late = owed.filter(|(offered, _)| !self.behind.contains(&offered.to));
        let (offered, at) = late.next()?;
        let number = offered.number;
        Some(format!(
            "event {number} of node {} never came to {}, though it was sent at {at:?}, when all was well",
            offered.from, offered.to
        ))
    }
}

impl Once {
    fn take(
        &mut self,
        node: usize,
        peer: usize,
        received: &Received,
        event: &[u8],
        at: Duration,
    ) -> Result<(), String> {
        let told = content::number(event).and_then(|number| self.offered.get(&number));
        let Some((offered, sent_at)) = told else {
            return Err(format!(
                "node {node} took {} bytes from {peer} that nobody sent",
                event.len()
            ));
        };
        let number = offered.number;
        if !content::is_genuine(event, number, offered.length) {
            return Err(format!("event {number} came changed to node {node}"));
        }
        if (offered.from, offered.to, offered.stream) != (peer, node, received.header.stream_id) {
            return Err(format!(
                "event {number} of node {} to {} came to {node} as one of {peer}, on stream {}",
                offered.from, offered.to, received.header.stream_id
            ));
        }
        if at > *sent_at + OLDEST {
            return Err(format!(
                "event {number} was taken by node {node} {:?} after it was sent",
                at - *sent_at
            ));
        }
        if !self.taken.insert(number) {
            return Err(format!("event {number} was taken twice by node {node}"));
        }
        self.owed.remove(&number);
        Ok(())
    }
}
