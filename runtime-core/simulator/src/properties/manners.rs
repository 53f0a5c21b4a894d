//! Honest nodes do not send each other what honest nodes refuse.

use std::time::Duration;

use meshwright_transport::DropCause;

use super::Property;
use crate::fault::Fault;
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
    /// What a neighbour relayed under keys of before comes to a node that has others by now.
    keys_are_lost: bool,
}

impl Manners {
    pub fn new(plan: &Plan) -> Self {
        Self {
            all_are_honest: !plan.faults.are_hostile(),
            keys_are_lost: [Fault::Crashes, Fault::Closes]
                .into_iter()
                .any(|fault| plan.faults.has(fault)),
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
            let may_be = |cause: &DropCause| self.keys_are_lost && *cause == DropCause::Forged;
            if let Some(cause) = NEVER
                .into_iter()
                .find(|cause| drops.of(*cause) > 0 && !may_be(cause))
            {
                let count = drops.of(cause);
                return Err(format!(
                    "node {node} dropped {count} datagrams as {cause:?}, and nobody is hostile"
                ));
            }
        }
        Ok(())
    }
}
