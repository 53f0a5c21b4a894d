//! Packets to and from neighbours.

use criterion::{BenchmarkId, Criterion};

use crate::transfer::{receive, send};
use crate::world::World;
use crate::{COUNTS, turns};

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
