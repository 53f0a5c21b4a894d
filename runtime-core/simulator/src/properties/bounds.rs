//! Tables stay as small as they may be.

use std::time::Duration;

use super::Property;
use crate::observation::Observation;

pub struct Bounds;

impl Property for Bounds {
    fn name(&self) -> &'static str {
        "tables stay bounded"
    }

    fn observe(&mut self, _at: Duration, what: &Observation<'_>) -> Result<(), String> {
        let Observation::Sampled {
            node,
            endpoint,
            config,
        } = what
        else {
            return Ok(());
        };
        let peers = endpoint.peers().count();
        if peers > config.max_peers {
            return Err(format!(
                "node {node} has {peers} peers, of {} at most",
                config.max_peers
            ));
        }
        Ok(())
    }
}
