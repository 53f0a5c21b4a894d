//! Somebody without any key, who sees some of what is sent and sends rubbish made of it, from addresses of its own and of others.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::time::Duration;

use super::{Actor, Scene};
use crate::network::{Network, Owner};
use crate::plan::Plan;
use crate::random::Random;

/// Datagrams that it remembers.
const MEMORY: usize = 256;

pub struct Stranger {
    random: Random,
    address: SocketAddr,
    /// Sender, receiver, and what was sent.
    seen: VecDeque<(SocketAddr, SocketAddr, Vec<u8>)>,
}

impl Stranger {
    pub fn new(plan: &Plan, me: usize, network: &mut Network) -> Self {
        Self {
            random: Random::new(plan.seed, "stranger", 0),
            address: network.new_address(Owner::Hostile(me)),
            seen: VecDeque::new(),
        }
    }

    /// A datagram that was seen, changed in one way or another, and where it goes.
    fn distort(&mut self, scene: &Scene<'_>) -> (SocketAddr, SocketAddr, Vec<u8>) {
        let random = &mut self.random;
        let anybody = scene.atlas.address(random.index(scene.atlas.len()));
        if self.seen.is_empty() || random.chance(50) {
            let length = random.index(1400);
            return (self.address, anybody, random.vec(length));
        }
        let (from, to, mut datagram) = self.seen[random.index(self.seen.len())].clone();
        let (mut source, mut target) = if random.chance(500) {
            (from, to)
        } else {
            (self.address, to)
        };
        match random.index(6) {
            0 => datagram.truncate(random.index(datagram.len() + 1)),
            1 => datagram.extend(random.bytes::<16>()),
            2 => {
                let at = random.index(datagram.len());
                datagram[at] ^= 1 << random.index(8);
            }
            // Back to where it came from.
            3 => (source, target) = (to, from),
            4 => target = anybody,
            _ => {
                let (from, length) = (random.index(datagram.len()), random.index(16));
                let end = datagram.len().min(from + length);
                let noise = random.bytes::<16>();
                datagram[from..end]
                    .iter_mut()
                    .zip(noise)
                    .for_each(|(byte, noise)| *byte = noise);
            }
        }
        (source, target, datagram)
    }
}

impl Actor for Stranger {
    fn act(&mut self, scene: &mut Scene<'_>) -> Duration {
        for _ in 0..1 + self.random.index(20) {
            let (from, to, datagram) = self.distort(scene);
            scene.send(from, to, datagram);
        }
        self.random.millis(20..400)
    }

    fn overhears(
        &mut self,
        from: SocketAddr,
        to: SocketAddr,
        datagram: &[u8],
        _at: Duration,
    ) -> bool {
        if self.random.chance(100) {
            if self.seen.len() == MEMORY {
                self.seen.pop_front();
            }
            self.seen.push_back((from, to, datagram.to_vec()));
        }
        false
    }
}
