//! Packets to and from neighbours.

use bytes::Bytes;
use criterion::{BatchSize, Bencher, BenchmarkId, Criterion};

use crate::world::{HEAD, World, address};
use crate::{COUNTS, turns};

/// Bytes of a small event, and of one that fills a packet.
const SIZES: [usize; 2] = [64, 1_100];

/// Named apart, since these are also timed without encryption.
pub fn packets(criterion: &mut Criterion) {
    for size in SIZES {
        let mut world = World::with_peers(1);
        criterion.bench_function(&format!("packet: seal {size} B"), |bencher| {
            send(bencher, &mut world, size, &mut std::iter::repeat(0));
        });
        criterion.bench_function(&format!("packet: open {size} B"), |bencher| {
            receive(bencher, &mut world, size, &mut std::iter::repeat(0));
        });
    }
}

/// A node with many neighbours sends to one, and hears from one, after another.
pub fn many(criterion: &mut Criterion) {
    for count in COUNTS {
        let mut world = World::with_peers(count);
        for (which, mut turn) in turns(count) {
            let id = |what| BenchmarkId::new(format!("{what} 64 B, {which}"), count);
            let mut group = criterion.benchmark_group("peers");
            group.bench_function(id("send"), |bencher| {
                send(bencher, &mut world, 64, &mut turn);
            });
            group.bench_function(id("receive"), |bencher| {
                receive(bencher, &mut world, 64, &mut turn);
            });
        }
    }
}

fn send(
    bencher: &mut Bencher<'_>,
    world: &mut World,
    size: usize,
    turn: &mut impl Iterator<Item = usize>,
) {
    let event = Bytes::from(vec![7; size]);
    let (hub, others, _) = world.parts();
    bencher.iter(|| {
        let peer = others[turn.next().expect("it never ends")].id();
        hub.send(&peer, 1, HEAD, &event)
            .expect("they are connected");
        hub.poll_transmit().expect("a packet")
    });
}

fn receive(
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
            (address(number), node.poll_transmit().expect("a packet"))
        },
        |(from, mut packet)| {
            hub.receive(from, &mut packet.datagram, now);
            hub.poll_event(now).expect("the event")
        },
        BatchSize::SmallInput,
    );
}
