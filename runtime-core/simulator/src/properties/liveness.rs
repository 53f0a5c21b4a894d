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
    healed: bool,
}

impl Alive {
    pub fn new(plan: &Plan) -> Self {
        let links = plan.links.iter();
        Self {
            all_read: !plan.faults.has(Fault::SlowReaders),
            neighbours: links
                .flat_map(|(one, other)| [(*one, *other), (*other, *one)])
                .collect(),
            healed: false,
        }
    }
}

impl Property for Alive {
    fn name(&self) -> &'static str {
        "who is there is not suspected"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        match what {
            Observation::Surveyed { apart: None } => self.healed = true,
            Observation::Crashed { .. } => self.healed = false,
            Observation::Happened {
                node,
                peer: Party::Node(peer),
                event: Event::Liveness(_, state @ (Liveness::Suspected | Liveness::Failed)),
            } if self.healed && self.all_read && self.neighbours.contains(&(*node, *peer)) => {
                return Err(format!(
                    "node {node} thinks {state:?} of {peer}, who is there"
                ));
            }
            _ => {}
        }
        Ok(())
    }
}
