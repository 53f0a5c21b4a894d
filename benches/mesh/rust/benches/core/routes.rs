//! Nodes beyond the neighbours.

use bytes::Bytes;
use criterion::{BatchSize, BenchmarkId, Criterion};
use meshwright_transport::{Head, Place};
use meshwright_wire::wire::identity::{EntityId, Signature};
use meshwright_wire::wire::packet::Subprotocol;
use meshwright_wire::wire::pingwave::{NodeHealth, Pingwave, PingwaveBody};

use crate::world::{HEAD, World, address, identity};
use crate::{COUNTS, turns};

/// A quarter of a million datagrams to relay would only measure the cache's misses for themselves.
const TO_RELAY: usize = 1_000;

/// A node that knows many others finds one, and relays to one, after another.
pub fn many(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("routes");
    for count in COUNTS {
        let (mut world, far) = with_routes(count);
        for (which, mut turn) in turns(count) {
            group.bench_function(
                BenchmarkId::new(format!("look up, {which}"), count),
                |bencher| {
                    bencher.iter(|| {
                        let far = &far[turn.next().expect("it never ends")];
                        world.hub.route(far).expect("it is known")
                    });
                },
            );
        }
        let to_relay = to_relay(&mut world, &far);
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

/// The hub has two neighbours; through the second, `count` nodes are reached, which are given.
fn with_routes(count: usize) -> (World, Vec<EntityId>) {
    let mut world = World::with_peers(2);
    let head = Head {
        subprotocol: Subprotocol::Pingwave,
        ..HEAD
    };
    let far: Vec<EntityId> = (0..count).map(|number| identity(number + 2).id()).collect();
    for origin in &far {
        let wave = pingwave(*origin).encode().expect("it can be written");
        let (hub, others, _) = world.parts();
        others[1]
            .send(&hub.id(), 0, head, &Bytes::from(wave))
            .expect("they are connected");
        world.deliver(1);
    }
    let known = world.hub.routes().count();
    assert!(known >= count, "the hub learned {known} routes");
    (world, far)
}

/// What the first neighbour sends to far nodes, by the hub: openings.
fn to_relay(world: &mut World, far: &[EntityId]) -> Vec<Vec<u8>> {
    let (hub, others, now) = world.parts();
    let (via, first) = (Place::Via(hub.id()), &mut others[0]);
    let some = far.iter().step_by(far.len().div_ceil(TO_RELAY));
    some.map(|far| {
        first.connect(*far, via, now).expect("there is room");
        first.poll_transmit().expect("an opening").datagram
    })
    .collect()
}

fn pingwave(origin: EntityId) -> Pingwave {
    let body = PingwaveBody {
        origin,
        boot_id: 1,
        sequence: 1,
        sent_at: 1,
        capability_hash: 0,
        capability_version: 0,
        subnet: 0,
        hop_limit: 8,
        load: 0,
        health: NodeHealth::Healthy,
        gpus: 0,
        model_slots: 0,
        memory_tier: 0,
        tools: 0,
    };
    Pingwave {
        ttl: 7,
        hops: 1,
        path_rtt_us: 100,
        body,
        signature: Signature([0; 64]),
    }
}
