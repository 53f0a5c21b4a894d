//! What is relayed takes no more hops than its sender allowed.

use std::time::Duration;

use meshwright_transport::RoutingConfig;
use meshwright_wire::wire::packet::RoutingHeader;

use super::Property;
use crate::frame::Frame;
use crate::observation::Observation;

pub struct Relays {
    /// Hops that every sender allows.
    ttl: u8,
}

impl Default for Relays {
    fn default() -> Self {
        Self {
            ttl: RoutingConfig::default().ttl,
        }
    }
}

impl Property for Relays {
    fn name(&self) -> &'static str {
        "relayed datagrams come to an end"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        if let Observation::Sent { node, datagram, .. } = what
            && let Some(Frame::Relayed(RoutingHeader { ttl, hops, .. }, _)) = Frame::of(datagram)
            && u16::from(ttl) + u16::from(hops) > u16::from(self.ttl)
        {
            return Err(format!(
                "node {node} let {ttl} hops follow on {hops}, and {} are allowed",
                self.ttl
            ));
        }
        Ok(())
    }
}
