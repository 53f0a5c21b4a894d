//! No nonce is used twice with one key: each packet that a node sends of a session has a higher counter than those before.

use std::collections::BTreeMap;
use std::time::Duration;

use super::Property;
use crate::frame::{Clear, Frame};
use crate::observation::Observation;

#[derive(Default)]
pub struct Nonces {
    /// The last counter of each node and session.
    used: BTreeMap<(usize, u64), u64>,
}

impl Property for Nonces {
    fn name(&self) -> &'static str {
        "no nonce is used twice"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        let Observation::Sent { node, datagram, .. } = what else {
            return Ok(());
        };
        let Some(Clear {
            session, counter, ..
        }) = Frame::own_packet(datagram)
        else {
            return Ok(());
        };
        let before = self.used.insert((*node, session), counter);
        if let Some(before) = before.filter(|before| *before >= counter) {
            return Err(format!(
                "node {node} sealed with counter {counter} of session {session:016x} after {before}"
            ));
        }
        Ok(())
    }
}
