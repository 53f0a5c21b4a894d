//! A neighbour that wants all of a narrow uplink does not get it, nor does a neighbour that is flooded: what a node says to its other neighbours goes on,
//! and arrives in time.

use std::collections::BTreeMap;
use std::time::Duration;

use meshwright_transport::Event;

use super::Property;
use crate::content;
use crate::observation::{Observation, Offered, Party};

/// Bytes of the largest event of which it is promised.
const PROMPT: usize = 1000;

#[derive(Default)]
pub struct Fairness {
    /// Whose uplink is narrow, whom its program floods, and how long what it says to others may take.
    crowded: Option<(usize, Option<usize>, Duration)>,
    /// Receiver of each event that it has under way, and when it must be there. Events are numbered in order, so that the first is due first.
    due: BTreeMap<u64, (usize, Duration)>,
}

impl Property for Fairness {
    fn name(&self) -> &'static str {
        "one neighbour does not starve others"
    }

    fn observe(&mut self, at: Duration, what: &Observation<'_>) -> Result<(), String> {
        let Some((hub, flooded, within)) = self.crowded else {
            if let Observation::Crowded {
                hub,
                flooded,
                within,
            } = what
            {
                self.crowded = Some((*hub, *flooded, *within));
            }
            return Ok(());
        };
        match what {
            Observation::Dispersed => *self = Self::default(),
            Observation::Offered(offered)
                if offered.from == hub && Some(offered.to) != flooded && is_prompt(offered) =>
            {
                self.due.insert(offered.number, (offered.to, at + within));
            }
            Observation::Busy { from, to } if *from == hub && Some(*to) != flooded => {
                return Err(format!(
                    "node {hub} has no room for an event to {to}, whom nobody floods"
                ));
            }
            Observation::Happened {
                peer: Party::Node(peer),
                event: Event::Received(received),
                ..
            } if *peer == hub => {
                let numbers = received.events.iter();
                for number in numbers.filter_map(|event| content::number(event)) {
                    self.due.remove(&number);
                }
            }
            _ => {}
        }
        match self.due.first_key_value() {
            Some((number, (to, due))) if at > *due => Err(format!(
                "event {number} of node {hub}, whose uplink is crowded, is not at its neighbour {to} after {within:?}"
            )),
            _ => Ok(()),
        }
    }
}

/// One packet carries it, at once, to a neighbour.
fn is_prompt(offered: &Offered) -> bool {
    !offered.reliable && !offered.relayed && offered.length <= PROMPT
}
