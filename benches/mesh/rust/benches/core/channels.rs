//! Events of one program to itself.

use std::time::Duration;

use bytes::Bytes;
use criterion::{BenchmarkId, Criterion};
use meshwright_mesh::EntityId;
use meshwright_mesh::channel::{
    ChannelConfig, ChannelLimits, Channels, Name, OnFull, Pattern, RingSize, SubnetId,
    SubscribeOptions, Subscription,
};
use meshwright_transport::Now;

use crate::{COUNTS, turns};

/// One subscriber of each of many channels, and one of a prefix of all: each event goes to two.
pub fn many(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("channels");
    for count in COUNTS {
        let (mut channels, names, subscriptions) = world(count);
        let event = Bytes::from_static(&[7; 64]);
        for (which, mut turn) in turns(count) {
            group.bench_function(
                BenchmarkId::new(format!("publish 64 B to two, {which}"), count),
                |bencher| {
                    bencher.iter(|| {
                        let name = &names[turn.next().expect("it never ends")];
                        channels
                            .publish(name, event.clone())
                            .expect("there is room")
                    });
                },
            );
        }
        drop(subscriptions);
    }
}

fn world(count: usize) -> (Channels, Vec<Name>, Vec<Subscription>) {
    let limits = ChannelLimits {
        subscriptions: usize::MAX,
        ..ChannelLimits::default()
    };
    let now = Now {
        monotonic: Duration::ZERO,
        wall: Duration::from_secs(1),
    };
    let mut channels = Channels::new(EntityId([1; 32]), SubnetId::GLOBAL, limits, now);
    // Rings are full nearly at once, so that they grow no further.
    let config = ChannelConfig {
        on_full: OnFull::DropOldest,
        ..ChannelConfig::default()
    };
    channels.configure(&Pattern::prefix("").expect("a prefix"), config);
    let name = |number| Name::new(&format!("building/floor-{}/room-{number}", number % 10));
    let names: Vec<Name> = (0..count).map(|n| name(n).expect("a name")).collect();
    let patterns = names.iter().cloned().map(Pattern::Name);
    let prefix = Pattern::prefix("building").expect("a prefix");
    let subscriptions = patterns
        .chain([prefix])
        .map(|pattern| channels.subscribe(&pattern, options()))
        .collect::<Result<_, _>>()
        .expect("there is room");
    (channels, names, subscriptions)
}

fn options() -> SubscribeOptions {
    SubscribeOptions {
        ring: RingSize {
            events: 16,
            bytes: 4096,
        },
        ..SubscribeOptions::default()
    }
}
