//! Only proven identities speak: nobody is a peer who has not the key of the mesh, or whom nobody is.

use std::collections::BTreeSet;
use std::time::Duration;

use meshwright_transport::Event;

use super::Property;
use crate::observation::{Observation, Party};

#[derive(Default)]
pub struct Identities {
    started: BTreeSet<usize>,
}

impl Property for Identities {
    fn name(&self) -> &'static str {
        "only proven identities speak"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        match what {
            Observation::Started { node, .. } => {
                self.started.insert(*node);
            }
            Observation::Happened { node, peer, event } => {
                let may = match peer {
                    Party::Node(peer) => self.started.contains(peer),
                    Party::Member => true,
                    // That somebody is not there may be told.
                    Party::Outsider => matches!(event, Event::ConnectFailed(_)),
                };
                if !may {
                    return Err(format!(
                        "node {node} was told of {peer:?}, who cannot be a peer: {event:?}"
                    ));
                }
            }
            _ => {}
        }
        Ok(())
    }
}
