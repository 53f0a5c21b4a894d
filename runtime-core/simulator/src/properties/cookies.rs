//! A cookie is good for the address that it was sent to: an opening that was answered at one address is answered at another one only if a cookie went
//! there before.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::time::Duration;

use super::Property;
use crate::frame::Frame;
use crate::observation::Observation;

#[derive(Default)]
pub struct Cookies {
    /// Where each node first answered each opening.
    answered: BTreeMap<(usize, u64), SocketAddr>,
    /// Where it sent a cookie for it.
    challenged: BTreeSet<(usize, u64, SocketAddr)>,
}

impl Property for Cookies {
    fn name(&self) -> &'static str {
        "cookies are good for one address"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        let (node, to, datagram) = match what {
            Observation::Sent { node, to, datagram } => (node, to, datagram),
            // Its program is to start anew, and knows no opening.
            Observation::Crashed { node } => {
                self.answered.retain(|(of, _), _| of != node);
                return Ok(());
            }
            _ => return Ok(()),
        };
        match Frame::of(datagram) {
            Some(Frame::Cookie(cookie)) => {
                self.challenged.insert((*node, cookie.receiver_id, *to));
            }
            Some(Frame::Answer(answer)) => {
                let opening = answer.receiver_id;
                let first = *self.answered.entry((*node, opening)).or_insert(*to);
                if first != *to && !self.challenged.contains(&(*node, opening, *to)) {
                    return Err(format!(
                        "node {node} answered opening {opening:016x} at {first}, and at {to}, where it sent no cookie"
                    ));
                }
            }
            _ => {}
        }
        Ok(())
    }
}
