//! Somebody on the path: copies what passes, holds some of it back, and sends it later, from where it came or from elsewhere.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;

use super::{Actor, Scene};
use crate::network::{Network, Owner};
use crate::plan::{Pace, Plan};
use crate::random::Random;

/// Datagrams that it remembers of the last ones, and of all that ever passed.
const RECENT: usize = 128;
const ANY: usize = 256;

pub struct Eavesdropper {
    random: Random,
    address: SocketAddr,
    long: bool,
    recent: VecDeque<Copied>,
    any: Vec<Copied>,
    /// Kept from going on, and when to let go.
    held: VecDeque<(Duration, Copied)>,
    count: u64,
    until: Duration,
}

#[derive(Clone)]
struct Copied {
    from: SocketAddr,
    to: SocketAddr,
    datagram: Bytes,
}

impl Eavesdropper {
    pub fn new(plan: &Plan, me: usize, network: &mut Network) -> Self {
        Self {
            random: Random::new(plan.seed, "eavesdropper", 0),
            address: network.new_address(Owner::Hostile(me)),
            long: plan.pace == Pace::Long,
            recent: VecDeque::new(),
            any: vec![],
            held: VecDeque::new(),
            count: 0,
            until: plan.trouble,
        }
    }

    /// One of all that passed, each as likely as any other.
    fn remember(&mut self, copied: Copied) {
        self.count += 1;
        if self.any.len() < ANY {
            self.any.push(copied);
        } else if let Some(place) = self.any.get_mut(self.random.within(0..self.count) as usize) {
            *place = copied;
        }
    }
}

impl Actor for Eavesdropper {
    fn act(&mut self, scene: &mut Scene<'_>) -> Duration {
        let due = self.held.partition_point(|(at, _)| *at <= scene.at);
        let due: Vec<Copied> = self.held.drain(..due).map(|(_, copied)| copied).collect();
        for copied in due {
            let from = if self.random.chance(300) {
                self.address
            } else {
                copied.from
            };
            scene.send(from, copied.to, copied.datagram.into());
        }
        for _ in 0..self.random.index(12) {
            let from_recent = self.random.chance(600);
            let index = |random: &mut Random, length: usize| random.index(length.max(1));
            let copied = if from_recent {
                self.recent.get(index(&mut self.random, self.recent.len()))
            } else {
                self.any.get(index(&mut self.random, self.any.len()))
            };
            if let Some(Copied { from, to, datagram }) = copied.cloned() {
                let from = if self.random.chance(300) {
                    self.address
                } else {
                    from
                };
                scene.send(from, to, datagram.into());
            }
        }
        self.random.millis(20..500)
    }

    fn overhears(
        &mut self,
        from: SocketAddr,
        to: SocketAddr,
        datagram: &[u8],
        at: Duration,
    ) -> bool {
        let copied = Copied {
            from,
            to,
            datagram: Bytes::copy_from_slice(datagram),
        };
        // When all is well again, nothing is held back any more.
        if at < self.until && self.random.chance(10) {
            let hold = if self.long && self.random.chance(500) {
                self.random.millis(20_000..400_000)
            } else {
                self.random.millis(10..5000)
            };
            let place = self.held.partition_point(|(until, _)| *until <= at + hold);
            self.held.insert(place, (at + hold, copied));
            return true;
        }
        if self.recent.len() == RECENT {
            self.recent.pop_front();
        }
        self.recent.push_back(copied.clone());
        self.remember(copied);
        false
    }
}
