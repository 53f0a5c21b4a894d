//! Peers that are gone, and come back.

use super::net::{Net, id};
use crate::endpoint::*;

/// Two nodes that were connected; the second is gone, and the first has noticed.
fn abandoned() -> Net {
    let mut net = Net::new(2);
    net.start(1, 1, |config| config.connect_attempts = 2);
    net.connect(1, 2);
    net.run_for(1);
    net.nodes.remove(&super::at(2));
    net.run_for(7);
    assert_eq!(
        net.happened(1, &Event::Liveness(id(2), Liveness::Failed)),
        1
    );
    net
}

#[test]
fn a_connect_to_a_peer_that_is_gone_fails_although_there_are_still_keys() {
    let mut net = abandoned();
    net.connect(1, 2);
    net.run_for(2);
    assert_eq!(net.happened(1, &Event::ConnectFailed(id(2))), 1);
}

#[test]
fn a_peer_that_comes_back_is_met_by_the_next_connect() {
    let mut net = abandoned();
    net.connect(1, 2);
    net.run_for(2);
    net.start(2, 7, |_| {});
    net.connect(1, 2);
    net.run_for(1);
    assert_eq!(net.happened(1, &Event::Restarted(id(2))), 1);
    assert_eq!(net.happened(1, &Event::ConnectFailed(id(2))), 1);
}
