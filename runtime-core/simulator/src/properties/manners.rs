//! Honest nodes do not send each other what honest nodes refuse.

use std::time::Duration;

use meshwright_transport::DropCause;

use super::Property;
use crate::observation::Observation;
use crate::plan::Plan;

/// What no network makes of honest datagrams, however it copies and holds them up.
const NEVER: [DropCause; 7] = [
    DropCause::Unknown,
    DropCause::Malformed,
    DropCause::Forged,
    DropCause::NotForUs,
    DropCause::Refused,
    DropCause::PingwaveMalformed,
    DropCause::PingwaveForged,
];

pub struct Manners {
    all_are_honest: bool,
}

impl Manners {
    pub fn new(plan: &Plan) -> Self {
        Self {
            all_are_honest: !plan.faults.are_hostile(),
        }
    }
}

impl Property for Manners {
    fn name(&self) -> &'static str {
        "honest nodes find nothing to refuse in each other"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        if let Observation::Sampled { node, endpoint, .. } = what
            && self.all_are_honest
        {
            let drops = endpoint.drops();
            if let Some(cause) = NEVER.into_iter().find(|cause| drops.of(*cause) > 0) {
                let count = drops.of(cause);
                return Err(format!(
                    "node {node} dropped {count} datagrams as {cause:?}, and nobody is hostile"
                ));
            }
        }
        Ok(())
    }
}
