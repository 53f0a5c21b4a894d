//! What publishing costs in one program: with more subscribers, and with tokens. How it grows with channels is in `core`.

use std::time::Duration;

use bytes::Bytes;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use meshwright_mesh::channel::{
    Access, ChannelConfig, ChannelLimits, Channels, Name, OnFull, Pattern, RingSize, SubnetId,
    SubscribeOptions, Subscription,
};
use meshwright_mesh::token::{Grant, issue};
use meshwright_transport::{Now, SecretIdentity};
use meshwright_wire::wire::identity::TokenScope;

fn channels() -> Channels {
    let me = SecretIdentity::from_seed(&[1; 32]).id();
    let now = Now {
        monotonic: Duration::ZERO,
        wall: Duration::from_secs(1),
    };
    Channels::new(me, SubnetId::GLOBAL, ChannelLimits::default(), now)
}

/// Small, and without back pressure, so that only the way through is measured.
fn options() -> SubscribeOptions {
    SubscribeOptions {
        ring: RingSize {
            events: 16,
            bytes: 4096,
        },
        ..SubscribeOptions::default()
    }
}

fn dropping_oldest() -> ChannelConfig {
    ChannelConfig {
        on_full: OnFull::DropOldest,
        ..ChannelConfig::default()
    }
}

fn name(number: usize) -> Name {
    Name::new(&format!("building/floor-{}/room-{number}", number % 10)).expect("a name")
}

fn subscribe(channels: &mut Channels, pattern: &Pattern) -> Subscription {
    channels
        .subscribe(pattern, options())
        .expect("there is room")
}

fn many_subscribers(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("publish, to so many subscribers");
    for count in [1, 10, 100, 1_000] {
        let mut channels = channels();
        channels.configure(&Pattern::prefix("").expect("a prefix"), dropping_oldest());
        let name = name(0);
        let pattern = Pattern::Name(name.clone());
        let subscriptions: Vec<Subscription> = (0..count)
            .map(|_| subscribe(&mut channels, &pattern))
            .collect();
        let event = Bytes::from_static(&[0; 64]);
        group.throughput(Throughput::Elements(count));
        group.bench_with_input(BenchmarkId::from_parameter(count), &count, |bench, _| {
            bench.iter(|| channels.publish(&name, event.clone()));
        });
        drop(subscriptions);
    }
}

fn tokens(criterion: &mut Criterion) {
    let root = SecretIdentity::from_seed(&[2; 32]);
    let me = SecretIdentity::from_seed(&[1; 32]).id();
    let channel = name(0);
    let mut channels = channels();
    let guarded = ChannelConfig {
        access: Access::Tokens([root.id()].into()),
        ..dropping_oldest()
    };
    channels.configure(&Pattern::Name(channel.clone()), guarded);
    let grant = Grant {
        subject: me,
        scope: TokenScope::PUBLISH | TokenScope::SUBSCRIBE,
        channel: channel.hash(),
        generation: 0,
        not_before: 0,
        not_after: 3600,
        depth: 0,
        nonce: 1,
    };
    let chain = issue(&root, &grant).expect("a token");
    assert!(channels.add_credential(chain.clone()));
    let subscription = subscribe(&mut channels, &Pattern::Name(channel.clone()));
    let event = Bytes::from_static(&[0; 64]);
    criterion.bench_function("publish, with tokens looked at on both sides", |bench| {
        bench.iter(|| channels.publish(&channel, event.clone()));
    });
    criterion.bench_function("read a chain of one token", |bench| {
        bench.iter(|| meshwright_mesh::token::SignedChain::read(chain.as_bytes()));
    });
    drop(subscription);
}

criterion_group!(benches, many_subscribers, tokens);
criterion_main!(benches);
