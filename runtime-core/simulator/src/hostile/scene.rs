//! What an actor has at hand while it acts.

use std::net::SocketAddr;
use std::time::Duration;

use crate::atlas::Atlas;
use crate::network::{Network, Owner};
use crate::observation::Observation;
use crate::queue::{Happening, Queue};
use crate::watch::Watch;

pub struct Scene<'a> {
    pub at: Duration,
    pub me: usize,
    pub network: &'a mut Network,
    pub atlas: &'a mut Atlas,
    pub queue: &'a mut Queue,
    pub watch: &'a mut Watch,
}

impl Scene<'_> {
    /// Sends a datagram that says it is from `from`: an address of the actor's own, or one that it forges.
    pub fn send(&mut self, from: SocketAddr, to: SocketAddr, datagram: Vec<u8>) {
        if self.network.owner(&from) == Some(Owner::Hostile(self.me)) {
            let size = datagram.len();
            self.watch
                .see(self.at, &Observation::Attacked { from, to, size });
        }
        self.post(from, to, datagram);
    }

    /// Sends what a peer sends, who has shown that it is at `from`.
    pub fn send_as_peer(&mut self, from: SocketAddr, to: SocketAddr, datagram: Vec<u8>) {
        self.post(from, to, datagram);
    }

    fn post(&mut self, from: SocketAddr, to: SocketAddr, datagram: Vec<u8>) {
        let (sender, size) = (Owner::Hostile(self.me), datagram.len());
        let [first, second] = self.network.arrivals(sender, &to, size, self.at);
        if let Some(at) = second {
            let datagram = datagram.clone();
            self.queue
                .push(at, Happening::Arrival { from, to, datagram });
        }
        if let Some(at) = first {
            self.queue
                .push(at, Happening::Arrival { from, to, datagram });
        }
    }

    pub fn again_after(&mut self, wait: Duration) {
        self.queue.push(self.at + wait, Happening::Hostile(self.me));
    }
}
