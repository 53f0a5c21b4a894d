//! No nonce is used twice with one key: no node sends two packets of one session with one counter.

use std::collections::BTreeSet;
use std::time::Duration;

use meshwright_wire::wire::packet::RoutingHeader;

use super::Property;
use crate::observation::Observation;

#[derive(Default)]
pub struct Nonces {
    /// Of each node, by the session's id: counters that were used, as a set of those beyond an unbroken beginning.
    used: BTreeSet<(usize, u64, u64)>,
}

impl Property for Nonces {
    fn name(&self) -> &'static str {
        "no nonce is used twice"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        let Observation::Sent { node, datagram, .. } = what else {
            return Ok(());
        };
        let Some((session, counter)) = packet(datagram) else {
            return Ok(());
        };
        if !self.used.insert((*node, session, counter)) {
            return Err(format!(
                "node {node} sealed twice with counter {counter} of session {session:016x}"
            ));
        }
        Ok(())
    }
}

/// Session and counter of a packet, from its clear bytes; None for what is only handed on for others.
fn packet(datagram: &[u8]) -> Option<(u64, u64)> {
    let packet = match datagram {
        [0x57, 0x52, _ttl, 0, ..] => datagram.get(RoutingHeader::SIZE..)?,
        _ => datagram,
    };
    let (clear, _) = packet.split_first_chunk::<24>()?;
    let number = |at: usize| {
        clear[at..at + 8]
            .try_into()
            .map(u64::from_le_bytes)
            .unwrap_or_default()
    };
    (clear[..2] == [0x4d, 0x57]).then(|| (number(8), number(16)))
}
