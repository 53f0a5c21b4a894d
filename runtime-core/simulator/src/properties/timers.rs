//! An endpoint that has done what was due does not want to be called again at the same moment, over and over.

use std::time::Duration;

use super::Property;
use crate::observation::Observation;

/// Calls at one moment that are not suspicious.
const ENOUGH: u32 = 20;

pub struct Timers {
    /// Of each node, its last call and how many there were at that moment.
    last: Vec<(Duration, u32)>,
}

impl Timers {
    pub fn new(nodes: usize) -> Self {
        Self {
            last: vec![(Duration::ZERO, 0); nodes],
        }
    }
}

impl Property for Timers {
    fn name(&self) -> &'static str {
        "time goes on"
    }

    fn observe(&mut self, at: Duration, what: &Observation<'_>) -> Result<(), String> {
        if let Observation::Ticked { node } = what
            && let Some((before, count)) = self.last.get_mut(*node)
        {
            *count = if *before == at { *count + 1 } else { 1 };
            *before = at;
            if *count > ENOUGH {
                return Err(format!(
                    "node {node} wants to be called at one moment {count} times"
                ));
            }
        }
        Ok(())
    }
}
