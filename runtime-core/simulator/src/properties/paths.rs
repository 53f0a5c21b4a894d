//! A peer is followed only to addresses where it was.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::time::Duration;

use meshwright_transport::{Event, Place};

use super::Property;
use crate::observation::{Observation, Party};

#[derive(Default)]
pub struct Paths {
    been: BTreeSet<(usize, SocketAddr)>,
}

impl Property for Paths {
    fn name(&self) -> &'static str {
        "peers are followed only to where they are"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        match what {
            Observation::Started { node, address } | Observation::Moved { node, address } => {
                self.been.insert((*node, *address));
            }
            Observation::Happened {
                node,
                peer: Party::Node(peer),
                event: Event::Moved(_, Place::Direct(address)),
            } if !self.been.contains(&(*peer, *address)) => {
                return Err(format!(
                    "node {node} followed {peer} to {address}, where it never was"
                ));
            }
            _ => {}
        }
        Ok(())
    }
}
