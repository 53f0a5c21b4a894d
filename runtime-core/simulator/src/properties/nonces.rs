//! No nonce is used twice with one key: each packet that a node sends of a session has a higher counter than those before.

use std::collections::BTreeMap;
use std::time::Duration;

use meshwright_wire::wire::packet::RoutingHeader;

use super::Property;
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
        let Some((session, counter)) = packet(datagram) else {
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
