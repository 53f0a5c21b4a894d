//! Who was told that a peer's program is another one takes nothing more of the one before: neither from what was still on its way, nor under its keys.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use meshwright_transport::Event;

use super::Property;
use crate::observation::{Observation, Party};

#[derive(Default)]
pub struct Restarts {
    /// Sessions of which a node took events of a peer, since that peer's program is the one it is.
    present: BTreeMap<(usize, usize), BTreeSet<u64>>,
    /// Those of before.
    over: BTreeSet<(usize, u64)>,
}

impl Property for Restarts {
    fn name(&self) -> &'static str {
        "nothing is taken of a program that is gone"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        let Observation::Happened {
            node,
            peer: Party::Node(peer),
            event,
        } = what
        else {
            return Ok(());
        };
        match event {
            Event::Restarted(_) => {
                let before = self.present.remove(&(*node, *peer)).unwrap_or_default();
                self.over
                    .extend(before.into_iter().map(|session| (*node, session)));
            }
            // A packet that was split does not say of which session it is.
            Event::Received(received) if received.header.session_id != 0 => {
                let session = received.header.session_id;
                if self.over.contains(&(*node, session)) {
                    return Err(format!(
                        "node {node} took events of the program that was at {peer} before, of session {session:016x}"
                    ));
                }
                let present = self.present.entry((*node, *peer)).or_default();
                present.insert(session);
            }
            _ => {}
        }
        Ok(())
    }
}
