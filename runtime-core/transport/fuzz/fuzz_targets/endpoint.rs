//! What a node takes from strangers, from relays and from peers with keys: none of it may make it panic.

#![no_main]

use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;
use libfuzzer_sys::fuzz_target;
use meshwright_transport::{Endpoint, EndpointConfig, Head, Now, Psk, Psks, SecretIdentity};
use meshwright_wire::wire::packet::Subprotocol;

fuzz_target!(|input: &[u8]| {
    let mut mesh = Mesh::connected();
    let mut rest = input;
    while let Some(([kind, from, low, high], after)) = rest.split_first_chunk() {
        let length = usize::from(u16::from_le_bytes([*low, high & 0x0f])).min(after.len());
        let (bytes, next) = after.split_at(length);
        rest = next;
        match kind % 3 {
            0 => mesh.datagram(*from, bytes),
            1 => mesh.sealed(*from, bytes),
            _ => mesh.pass(u64::from(*from)),
        }
    }
});

/// Three nodes in a row; the middle one relays.
struct Mesh {
    nodes: Vec<Endpoint>,
    now: Duration,
}

impl Mesh {
    fn connected() -> Self {
        let mut mesh = Self {
            nodes: vec![],
            now: Duration::ZERO,
        };
        for number in 1..=3 {
            let config = EndpointConfig::new(Psks::new(Psk::new(1, [9; 32]), vec![]));
            let identity = SecretIdentity::from_seed(&[number; 32]);
            let node = Endpoint::new(identity, config, [number; 32], mesh.moment());
            mesh.nodes.push(node);
        }
        let (middle, now) = (mesh.nodes[1].id(), mesh.moment());
        for end in [0, 2] {
            mesh.nodes[end]
                .connect(middle, at(1), now)
                .expect("there is room");
        }
        mesh.pass(1);
        mesh
    }

    fn moment(&self) -> Now {
        Now {
            monotonic: self.now,
            wall: Duration::from_secs(1_700_000_000) + self.now,
        }
    }

    /// Bytes from an address that is a neighbour's, or not.
    fn datagram(&mut self, from: u8, bytes: &[u8]) {
        let now = self.moment();
        for node in &mut self.nodes {
            node.receive(at(from % 4), &mut bytes.to_vec(), now);
        }
        self.deliver();
    }

    /// An event under seal, of any subprotocol: what a hostile peer says.
    fn sealed(&mut self, stream: u8, bytes: &[u8]) {
        let Some((subprotocol, event)) = bytes.split_first_chunk() else {
            return;
        };
        let head = Head {
            subprotocol: Subprotocol::from(u16::from_le_bytes(*subprotocol)),
            priority: 0,
            origin: 0,
            channel: 0,
            subnet: 0,
        };
        let (middle, event) = (self.nodes[1].id(), Bytes::copy_from_slice(event));
        // A peer that was closed meanwhile says nothing.
        let _ = self.nodes[0].send(&middle, stream.into(), head, &event);
        self.deliver();
    }

    /// Time goes by: seconds.
    fn pass(&mut self, seconds: u64) {
        for _ in 0..seconds.min(20) {
            self.now += Duration::from_secs(1);
            let now = self.moment();
            self.nodes.iter_mut().for_each(|node| node.tick(now));
            self.deliver();
        }
    }

    fn deliver(&mut self) {
        let now = self.moment();
        // Two nodes never have so much to say at one moment.
        for _ in 0..1000 {
            let mut sent = vec![];
            for (number, node) in self.nodes.iter_mut().enumerate() {
                while node.poll_event(now).is_some() {}
                node.flush(now);
                while let Some(transmit) = node.poll_transmit() {
                    sent.push((at(number as u8), transmit));
                }
            }
            if sent.is_empty() {
                return;
            }
            for (from, mut transmit) in sent {
                let to = usize::from(transmit.to.port()) - 4000;
                if let Some(node) = self.nodes.get_mut(to) {
                    node.receive(from, &mut transmit.datagram, now);
                }
            }
        }
        panic!("they never stop");
    }
}

fn at(number: u8) -> SocketAddr {
    ([192, 0, 2, 1], 4000 + u16::from(number)).into()
}
