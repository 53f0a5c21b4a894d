//! What the protocol's state machines cost without sockets, and how that grows with peers, routes and channels. `npm run bench:mesh -- --core`.

mod channels;
mod peers;
mod routes;
mod transfer;
mod world;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use meshwright_wire::wire::packet::PacketHeader;

/// How many peers, routes or channels there are.
const COUNTS: [usize; 3] = [10, 1_000, 100_000];

/// Which of `count` are used, one after another, for ever. All of them in turn find caches cold when there are many; ten of them find caches as warm
/// as if there were only ten, so that what is measured is the look-up.
fn turns(count: usize) -> [(&'static str, impl Iterator<Item = usize> + Clone); 2] {
    [("all in turn", 1), ("ten of them", count / 10)]
        .map(|(which, step)| (which, (0..count).step_by(step).cycle()))
}

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
    criterion.bench_function("header: encode", |bencher| {
        bencher.iter(|| {
            buffer.clear();
            black_box(&header).encode_into(&mut buffer)
        });
    });
    criterion.bench_function("header: decode", |bencher| {
        bencher.iter(|| PacketHeader::decode(black_box(&bytes)));
    });
}

criterion_group! {
    name = core;
    config = Criterion::default().measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    targets = header, peers::many, routes::many, channels::many
}
criterion_main!(core);
