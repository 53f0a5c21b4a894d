//! What a packet costs, with encryption and, in the build for that, without. `npm run bench:mesh -- --core`.

#[path = "core/transfer.rs"]
mod transfer;
#[path = "core/world.rs"]
mod world;

use std::iter::repeat;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};

use transfer::{receive, send};
use world::World;

/// Bytes of a small event, and of one that fills a packet.
const SIZES: [usize; 2] = [64, 1_100];

fn packets(criterion: &mut Criterion) {
    for size in SIZES {
        let mut world = World::with_peers(1);
        criterion.bench_function(&format!("packet: seal {size} B"), |bencher| {
            send(bencher, &mut world, size, &mut repeat(0));
        });
        criterion.bench_function(&format!("packet: open {size} B"), |bencher| {
            receive(bencher, &mut world, size, &mut repeat(0));
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    targets = packets
}
criterion_main!(benches);
