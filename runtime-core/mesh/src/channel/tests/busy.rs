//! A node for which the endpoint takes no more holds back nobody else.

use bytes::Bytes;
use meshwright_transport::Transmit;

use super::super::*;
use super::net::*;

/// Fills a packet nearly by itself.
fn large(number: u32) -> Bytes {
    let mut event = number.to_le_bytes().to_vec();
    event.resize(1000, 0);
    event.into()
}

#[test]
fn what_others_subscribe_to_goes_on_beside_a_node_that_is_flooded() {
    let mut net = Net::new(3, 1);
    let roomy = SubscribeOptions {
        ring: RingSize {
            events: 10_000,
            bytes: 1 << 24,
        },
        ..SubscribeOptions::default()
    };
    let mut flooded = net.subscribe(2, "flood/a", roomy.clone());
    let mut beside = net.subscribe(2, "flood/*", roomy);
    let mut other = net.subscribe(3, "other", SubscribeOptions::default());
    net.run(100);

    let now = net.moment();
    let Node { endpoint, channels } = net.nodes.get_mut(&1).unwrap();
    let mut published = 0;
    let mut is_busy = false;
    while !is_busy {
        let events = (published..published + 100).map(large);
        channels.publish_all(&name("flood/a"), events).unwrap();
        published += 100;
        is_busy = channels.pump(endpoint, now);
        assert!(published < 100_000, "nobody is ever busy");
    }
    assert!(endpoint.is_busy(&id(2)) && !endpoint.is_busy(&id(3)));
    channels.publish(&name("other"), event(1)).unwrap();
    assert!(channels.pump(endpoint, now), "a node is still busy");
    endpoint.flush(now);
    let left: Vec<Transmit> = std::iter::from_fn(|| endpoint.poll_transmit()).collect();
    assert!(left.iter().any(|one| one.to == address(3)));

    // Those are lost; what waited in the rings goes now, and in order.
    net.run(1000);
    for subscription in [&mut flooded, &mut beside] {
        let numbers = drain(subscription);
        assert_eq!(numbers.last(), Some(&(published - 1)));
        assert!(numbers.is_sorted());
    }
    assert!(drain(&mut other).is_empty());
    net.publish(1, "other", 2..3);
    net.run(100);
    assert_eq!(drain(&mut other), [2]);
}
