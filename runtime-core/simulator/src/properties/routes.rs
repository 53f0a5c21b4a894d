//! No route leads into a dead end: through a node that has no neighbour but the one that asks. Only a way that goes back, against the split horizon, looks
//! so.

use std::time::Duration;

use super::Property;
use crate::observation::{Observation, Party};
use crate::plan::Plan;

pub struct Routes {
    /// The neighbours that each node can have.
    neighbours: Vec<Vec<usize>>,
}

impl Routes {
    pub fn new(plan: &Plan) -> Self {
        Self {
            // Hostile members are neighbours of whom they want.
            neighbours: if plan.has_members() {
                vec![]
            } else {
                plan.neighbours()
            },
        }
    }
}

impl Property for Routes {
    fn name(&self) -> &'static str {
        "routes do not lead back"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        if let Observation::Routed {
            node,
            to: Party::Node(to),
            via: Party::Node(via),
            ..
        } = what
            && to != via
            && self.neighbours.get(*via) == Some(&vec![*node])
        {
            return Err(format!(
                "node {node} takes {via} for the way to {to}, and {via} has no other neighbour"
            ));
        }
        Ok(())
    }
}
