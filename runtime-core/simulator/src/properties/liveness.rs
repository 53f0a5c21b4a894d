//! When all is well, nobody who is there is thought to be gone.

use std::collections::BTreeSet;
use std::time::Duration;

use meshwright_transport::{Event, Liveness};

use super::Property;
use crate::fault::Fault;
use crate::observation::{Observation, Party};
use crate::plan::Plan;

pub struct Alive {
    /// Slow readers hear of suspicions long after.
    all_read: bool,
    /// What relays do to packets says nothing of those at their ends.
    neighbours: BTreeSet<(usize, usize)>,
    /// When the network became good.
    good_since: Duration,
    /// All sessions are back.
    healed: bool,
}

/// What was said before the network became good may have been lost. Heartbeats are a second apart, and on their way for a fraction of one.
const SAID_AGAIN: Duration = Duration::from_secs(2);

impl Alive {
    pub fn new(plan: &Plan) -> Self {
        let links = plan.links.iter();
        Self {
            all_read: !plan.faults.has(Fault::SlowReaders),
            neighbours: links
                .flat_map(|(one, other)| [(*one, *other), (*other, *one)])
                .collect(),
            good_since: Duration::ZERO,
            healed: false,
        }
    }
}

impl Property for Alive {
    fn name(&self) -> &'static str {
        "who is there is not suspected"
    }

    fn observe(&mut self, at: Duration, what: &Observation<'_>) -> Result<(), String> {
        match what {
            Observation::Healed => self.good_since = at,
            Observation::Surveyed { apart: None } => self.healed = true,
            Observation::Crashed { .. } => self.healed = false,
            Observation::Happened {
                node,
                peer: Party::Node(peer),
                event: Event::Liveness(_, state @ (Liveness::Suspected | Liveness::Failed)),
            } if self.healed
                && at > self.good_since + SAID_AGAIN
                && self.all_read
                && self.neighbours.contains(&(*node, *peer)) =>
            {
                return Err(format!(
                    "node {node} thinks {state:?} of {peer}, who is there"
                ));
            }
            _ => {}
        }
        Ok(())
    }
}
