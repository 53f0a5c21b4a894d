//! Nodes beyond the neighbours.

use criterion::{BatchSize, BenchmarkId, Criterion};

use crate::world::{World, address};
use crate::{COUNTS, turns};

/// A node that knows many others finds one, and relays to one, after another.
pub fn many(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("routes");
    for count in COUNTS {
        let mut world = World::with_routes(count);
        for (which, mut turn) in turns(count) {
            group.bench_function(
                BenchmarkId::new(format!("look up, {which}"), count),
                |bencher| {
                    bencher.iter(|| {
                        let far = &world.far[turn.next().expect("it never ends")];
                        world.hub.route(far).expect("it is known")
                    });
                },
            );
        }
        let to_relay = world.to_relay();
        let (hub, _, now) = world.parts();
        for (which, mut turn) in turns(to_relay.len()) {
            group.bench_function(
                BenchmarkId::new(format!("relay 224 B, {which}"), count),
                |bencher| {
                    bencher.iter_batched(
                        || to_relay[turn.next().expect("it never ends")].clone(),
                        |mut datagram| {
                            hub.receive(address(0), &mut datagram, now);
                            hub.poll_transmit().expect("it is relayed")
                        },
                        BatchSize::SmallInput,
                    );
                },
            );
        }
    }
}
