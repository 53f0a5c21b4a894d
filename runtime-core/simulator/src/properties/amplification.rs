//! Who has not shown that he can be reached at an address makes nobody send more than three times what he sent himself.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;

use super::Property;
use crate::observation::Observation;

#[derive(Default)]
pub struct Amplification {
    /// Bytes from each address of an attacker to each address of a node, and back.
    bytes: BTreeMap<SocketAddr, (usize, usize)>,
}

impl Property for Amplification {
    fn name(&self) -> &'static str {
        "nobody is made to send more than three times as much"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        match what {
            Observation::Attacked { from, size, .. } => {
                self.bytes.entry(*from).or_default().0 += size;
            }
            Observation::Sent { to, datagram, node } => {
                if let Some((came, went)) = self.bytes.get_mut(to) {
                    *went += datagram.len();
                    if *went > 3 * *came {
                        return Err(format!(
                            "{to} sent {came} bytes and got {went}, the last of them from node {node}"
                        ));
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }
}
