//! One packet of the hub, out or in.

use bytes::Bytes;
use criterion::{BatchSize, Bencher};

use crate::world::{HEAD, World, address};

/// From an event to a datagram, for the peer whose turn it is.
pub fn send(
    bencher: &mut Bencher<'_>,
    world: &mut World,
    size: usize,
    turn: &mut impl Iterator<Item = usize>,
) {
    let event = Bytes::from(vec![7; size]);
    let (hub, others, now) = world.parts();
    bencher.iter(|| {
        let peer = others[turn.next().expect("it never ends")].id();
        hub.send(&peer, 1, HEAD, &event)
            .expect("they are connected");
        hub.flush(now);
        let packet = hub.poll_transmit().expect("a packet");
        // What it has to say to a peer that it has not heard of for long would fill its queue.
        while hub.poll_transmit().is_some() {}
        packet
    });
}

/// From a datagram of the peer whose turn it is to an event.
pub fn receive(
    bencher: &mut Bencher<'_>,
    world: &mut World,
    size: usize,
    turn: &mut impl Iterator<Item = usize>,
) {
    let event = Bytes::from(vec![7; size]);
    let (hub, others, now) = world.parts();
    let to = hub.id();
    bencher.iter_batched(
        || {
            let number = turn.next().expect("it never ends");
            let node = &mut others[number];
            node.send(&to, 1, HEAD, &event).expect("they are connected");
            node.flush(now);
            (address(number), node.poll_transmit().expect("a packet"))
        },
        |(from, mut packet)| {
            hub.receive(from, &mut packet.datagram, now);
            hub.poll_event(now).expect("the event")
        },
        BatchSize::SmallInput,
    );
}
