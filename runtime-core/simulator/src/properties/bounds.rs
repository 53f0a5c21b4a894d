//! Tables stay as small as they may be.

use std::time::Duration;

use super::Property;
use crate::observation::Observation;

/// Bytes of unreliable events of which pieces are missing, of one peer: docs/protocol.md has the number.
const UNFINISHED: usize = 1 << 20;

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
        let (held, routing) = (endpoint.occupancy(), &config.routing);
        let bounds = [
            ("peers", held.peers, config.max_peers),
            ("unconfirmed", held.unconfirmed, config.max_unconfirmed),
            ("destinations", held.destinations, routing.max_destinations),
            (
                "ways through one neighbour",
                held.ways_through_one,
                routing.max_per_neighbour,
            ),
            (
                "nodes to tell one neighbour of",
                held.gossip_for_one,
                routing.max_waiting,
            ),
            ("datagrams that wait", held.transmits, config.max_transmits),
            (
                "relayed datagrams of one neighbour",
                held.relayed_for_one,
                routing.max_relayed_waiting,
            ),
            (
                "streams of one peer",
                held.streams_of_one,
                config.streams.max_streams,
            ),
            (
                "unfinished bytes of one peer",
                held.unfinished_of_one,
                UNFINISHED,
            ),
        ];
        match bounds.into_iter().find(|(_, count, most)| count > most) {
            Some((name, count, most)) => {
                Err(format!("node {node} has {count} {name}, of {most} at most"))
            }
            None => Ok(()),
        }
    }
}
