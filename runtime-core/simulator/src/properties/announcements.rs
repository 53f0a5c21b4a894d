//! Of each node is known what it said of itself, and what it said last is not replaced by what it said before.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use meshwright_transport::Announcement;

use super::Property;
use crate::fault::Fault;
use crate::observation::{Observation, Party};
use crate::plan::Plan;

pub struct Announcements {
    /// Which of two starts of a program was the later one, its wall clock tells.
    clocks_are_right: bool,
    /// Versions that each node announced; all other fields are as they are by default.
    said: BTreeSet<(usize, u32)>,
    /// What each node knows of each other one.
    known: BTreeMap<(usize, usize), u32>,
}

impl Announcements {
    pub fn new(plan: &Plan) -> Self {
        Self {
            clocks_are_right: !plan.faults.has(Fault::Clocks),
            said: if plan.announces() {
                BTreeSet::new()
            } else {
                (0..plan.nodes).map(|node| (node, 0)).collect()
            },
            known: BTreeMap::new(),
        }
    }
}

impl Property for Announcements {
    fn name(&self) -> &'static str {
        "of nodes is known what they said last"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        match what {
            Observation::Announced { node, version } => {
                self.said.insert((*node, *version));
            }
            Observation::Crashed { node } => self.known.retain(|(knows, _), _| knows != node),
            Observation::Routed {
                node,
                to: Party::Node(to),
                announced,
                ..
            } => {
                let version = announced.capability_version;
                let plain = Announcement {
                    capability_version: version,
                    ..Announcement::default()
                };
                if *announced != plain || !self.said.contains(&(*to, version)) {
                    return Err(format!(
                        "node {node} was told of {to} what it never said: {announced:?}"
                    ));
                }
                let before = self.known.insert((*node, *to), version);
                if let Some(before) = before.filter(|before| *before > version)
                    && self.clocks_are_right
                {
                    return Err(format!(
                        "node {node} knew version {before} of {to}, and went back to {version}"
                    ));
                }
            }
            _ => {}
        }
        Ok(())
    }
}
