//! What the protocol's state machine costs without sockets, and how that grows with peers and routes. `npm run bench:mesh -- --core`.

mod world;

use std::hint::black_box;
use std::time::Duration;

use bytes::Bytes;
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use meshwright_wire::wire::packet::PacketHeader;

use world::{HEAD, World};

const SIZES: [usize; 3] = [10, 1_000, 100_000];

fn header(criterion: &mut Criterion) {
    let header = PacketHeader {
        flags: meshwright_wire::wire::packet::PacketFlag::NONE,
        subprotocol: 0,
        priority: 0,
        session_id: 1,
        counter: 2,
        stream_id: 3,
        sequence: 4,
        origin: 5,
        channel: 6,
        subnet: 7,
        payload_length: 68,
        event_count: 1,
    };
    let bytes = header.encode().expect("it can be written");
    let mut buffer = Vec::with_capacity(PacketHeader::SIZE);
    criterion.bench_function("header/encode", |bencher| {
        bencher.iter(|| {
            buffer.clear();
            black_box(&header).encode_into(&mut buffer)
        });
    });
    criterion.bench_function("header/decode", |bencher| {
        bencher.iter(|| PacketHeader::decode(black_box(&bytes)));
    });
}

/// A node with many neighbours sends to one, and hears from one, after another.
fn peers(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("peers");
    for count in SIZES {
        let mut world = World::with_peers(count);
        let event = Bytes::from_static(&[7; 64]);
        let mut turn = (0..count).cycle();
        group.bench_with_input(
            BenchmarkId::new("send 64 B", count),
            &count,
            |bencher, _| {
                bencher.iter(|| {
                    let peer = world.id(turn.next().expect("it never ends"));
                    world
                        .hub
                        .send(&peer, 1, HEAD, &event)
                        .expect("they are connected");
                    world.hub.poll_transmit()
                });
            },
        );
        let (hub, others, now) = world.parts();
        let to = hub.id();
        group.bench_with_input(
            BenchmarkId::new("receive 64 B", count),
            &count,
            |bencher, _| {
                bencher.iter_batched(
                    || {
                        let number = turn.next().expect("it never ends");
                        let node = &mut others[number];
                        node.send(&to, 1, HEAD, &event).expect("they are connected");
                        (
                            world::address(number),
                            node.poll_transmit().expect("a packet"),
                        )
                    },
                    |(from, mut packet)| {
                        hub.receive(from, &mut packet.datagram, now);
                        hub.poll_event(now).expect("the event")
                    },
                    BatchSize::SmallInput,
                );
            },
        );
    }
}

/// A node that knows many others finds one, and relays to one, after another.
fn routes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("routes");
    for count in SIZES {
        let mut world = World::with_routes(count);
        let mut turn = (0..count).cycle();
        group.bench_with_input(BenchmarkId::new("look up", count), &count, |bencher, _| {
            bencher.iter(|| {
                world
                    .hub
                    .route(&world.far[turn.next().expect("it never ends")])
                    .is_some()
            });
        });
        let to_relay = world.to_relay();
        let mut turn = to_relay.iter().cycle();
        let (hub, _, now) = world.parts();
        group.bench_with_input(
            BenchmarkId::new("relay 224 B", count),
            &count,
            |bencher, _| {
                bencher.iter_batched(
                    || turn.next().expect("it never ends").clone(),
                    |mut datagram| {
                        hub.receive(world::address(0), &mut datagram, now);
                        hub.poll_transmit().expect("it is relayed")
                    },
                    BatchSize::SmallInput,
                );
            },
        );
    }
}

criterion_group! {
    name = core;
    config = Criterion::default().measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    targets = header, peers, routes
}
criterion_main!(core);
