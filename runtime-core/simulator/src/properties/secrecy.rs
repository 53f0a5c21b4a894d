//! What programs say is not seen on the wire.

use std::time::Duration;

use super::Property;
use crate::content;
use crate::observation::Observation;

pub struct Secrecy;

impl Property for Secrecy {
    fn name(&self) -> &'static str {
        "events travel sealed"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        if let Observation::Sent { node, datagram, .. } = what
            && let Some(payload) = datagram.get(64..)
            // Events begin after their length, pieces of them after a longer head; what is relayed has 24 bytes before all that.
            && [4, 8, 28, 32].into_iter().any(|at| {
                payload
                    .get(at..)
                    .is_some_and(|event| content::number(event).is_some())
            })
        {
            return Err(format!("node {node} sent an event that everybody can read"));
        }
        Ok(())
    }
}
