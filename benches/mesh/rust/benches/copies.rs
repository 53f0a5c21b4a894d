//! What memory an event takes on its way. A copy needs room: bytes allocated, over the size of the event, say how often it is copied into new memory.
//! Copies into buffers that are used again do not show; of those there are the system's, and the one for datagrams that go together in one call.
//! Prints one line of JSON for each part of the way. `npm run bench:mesh -- --copies`.

#[path = "core/world.rs"]
mod world;

use std::net::Ipv4Addr;
use std::time::Duration;

use allocation_counter::measure;
use bytes::Bytes;
use futures_util::FutureExt;
use meshwright_mesh::channel::{Item, Name, Pattern, SubscribeOptions};
use meshwright_mesh::{Mesh, MeshConfig, Secret};
use meshwright_transport::Event;
use tokio::runtime::{Builder, Runtime};

use world::{HEAD, HUB, World, address};

/// One packet, one packet that is full, and an event in pieces.
const SIZES: [usize; 3] = [64, 1_100, 60_000];
/// After these, queues and tables have the size that they keep.
const WARM_UP: usize = 200;
const EVENTS: usize = 1_000;

fn main() {
    for size in SIZES {
        let event = Bytes::from(vec![7; size]);
        unreliable(&event);
        reliable(&event);
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime");
        same_program(&runtime, &event);
        loopback(&runtime, &event);
    }
}

/// What one part of the way allocated for all events together.
#[derive(Default)]
struct Tally {
    count: u64,
    bytes: u64,
}

impl Tally {
    fn add<T>(&mut self, act: impl FnOnce() -> T) -> T {
        let mut done = None;
        let info = measure(|| done = Some(act()));
        self.count += info.count_total;
        self.bytes += info.bytes_total;
        done.expect("it was called")
    }

    /// For one event.
    fn print(&self, part: &str, size: usize) {
        let each = |total: u64| total as f64 / EVENTS as f64;
        let (allocations, bytes) = (each(self.count), each(self.bytes));
        let line = serde_json::json!({ "part": part, "size": size, "allocations": allocations, "bytes": bytes });
        println!("{line}");
    }
}

/// The state machine, without sockets: from an event to datagrams, and from datagrams to an event.
fn unreliable(event: &Bytes) {
    let mut world = World::with_peers(1);
    let (hub, others, now) = world.parts();
    let to = others[0].id();
    let mut datagrams = Vec::with_capacity(128);
    let [mut sending, mut receiving] = [(); 2].map(|()| Tally::default());
    for turn in 0..WARM_UP + EVENTS {
        if turn == WARM_UP {
            [sending, receiving] = [(); 2].map(|()| Tally::default());
        }
        sending.add(|| {
            hub.send(&to, 1, HEAD, event).expect("they are connected");
            hub.flush(now);
            datagrams.extend(std::iter::from_fn(|| hub.poll_transmit()));
        });
        for mut packet in datagrams.drain(..) {
            receiving.add(|| others[0].receive(address(HUB), &mut packet.datagram, now));
        }
        let got = receiving.add(|| others[0].poll_event(now));
        assert!(got.is_some(), "the event arrives");
    }
    sending.print("send, unreliable", event.len());
    receiving.print("receive, unreliable", event.len());
}

/// The same with acknowledgements, until the sender has them.
fn reliable(event: &Bytes) {
    let mut world = World::with_peers(1);
    let (hub, others, mut now) = world.parts();
    let other = &mut others[0];
    let to = other.id();
    let [mut sending, mut receiving] = [(); 2].map(|()| Tally::default());
    for turn in 0..WARM_UP + EVENTS {
        if turn == WARM_UP {
            [sending, receiving] = [(); 2].map(|()| Tally::default());
        }
        sending
            .add(|| hub.send_reliably(&to, 1, HEAD, event.clone()))
            .expect("they are connected");
        let mut arrived = 0;
        while arrived == 0 || hub.unacknowledged().next().is_some() {
            sending.add(|| hub.flush(now));
            while let Some(mut packet) = sending.add(|| hub.poll_transmit()) {
                receiving.add(|| other.receive(address(HUB), &mut packet.datagram, now));
            }
            while let Some(event) = receiving.add(|| other.poll_event(now)) {
                arrived += usize::from(matches!(event, Event::Received(_)));
            }
            receiving.add(|| other.flush(now));
            while let Some(mut packet) = receiving.add(|| other.poll_transmit()) {
                sending.add(|| hub.receive(address(0), &mut packet.datagram, now));
            }
            while sending.add(|| hub.poll_event(now)).is_some() {}
            now.monotonic += Duration::from_millis(5);
            sending.add(|| hub.tick(now));
            receiving.add(|| other.tick(now));
        }
    }
    sending.print("send, reliable", event.len());
    receiving.print("receive, reliable", event.len());
}

/// From a publisher to a subscriber beside it.
fn same_program(runtime: &Runtime, event: &Bytes) {
    let mut tally = Tally::default();
    runtime.block_on(async {
        let mesh = node().await;
        let pattern = Pattern::name("copies").expect("a name");
        let name = Name::new("copies").expect("a name");
        let mut subscription = mesh
            .subscribe(&pattern, SubscribeOptions::default())
            .expect("there is room");
        for turn in 0..WARM_UP + EVENTS {
            if turn == WARM_UP {
                tally = Tally::default();
            }
            tally.add(|| mesh.publish(&name, event.clone()).expect("there is room"));
            let taken = tally.add(|| subscription.next().now_or_never());
            let Some(Some(Item::Event(taken))) = taken else {
                panic!("the event is there at once");
            };
            assert_eq!(taken.data.as_ptr(), event.as_ptr(), "it was copied");
        }
    });
    tally.print("same program", event.len());
}

/// Both nodes, their sockets, and what wakes them, all in this thread.
fn loopback(runtime: &Runtime, event: &Bytes) {
    let (a, b) = runtime.block_on(async {
        let (a, b) = (node().await, node().await);
        a.connect(b.ticket()).await.expect("they connect");
        (a, b)
    });
    let mut events = b.events();
    let mut pass = |times: usize| {
        runtime.block_on(async {
            for _ in 0..times {
                a.send_reliably(&b.id(), 1, event.clone())
                    .await
                    .expect("they are connected");
                events.next().await.expect("the node is open");
            }
        });
    };
    pass(WARM_UP);
    let mut tally = Tally::default();
    tally.add(|| pass(EVENTS));
    tally.print("node to node, reliable", event.len());
}

async fn node() -> Mesh {
    let config = MeshConfig {
        listen: (Ipv4Addr::LOCALHOST, 0).into(),
        // Of these two nodes only.
        psk: Some(Secret::new([7; 32])),
        ..MeshConfig::default()
    };
    Mesh::open(config).await.expect("a node opens")
}
