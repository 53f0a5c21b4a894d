//! The network between all: who is at which address, and what becomes of a datagram on its way.

mod link;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;

use crate::fault::Faults;
use crate::random::Random;
use link::Link;

/// Who has an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    Node(usize),
    Hostile(usize),
}

/// Bytes of the largest datagrams that networks carry: what is sent through a relay has 40 bytes more than the least that each does.
const MTUS: [usize; 4] = [1240, 1400, 1500, 9000];

pub struct Network {
    seed: u64,
    faults: Faults,
    owners: BTreeMap<SocketAddr, Owner>,
    /// One for each direction that was used.
    links: BTreeMap<(Owner, Owner), Link>,
    /// The part that each node is in, while there are parts.
    parts: Option<Vec<u8>>,
    healed: bool,
    next_address: u32,
}

impl Network {
    pub fn new(seed: u64, faults: Faults) -> Self {
        Self {
            seed,
            faults,
            owners: BTreeMap::new(),
            links: BTreeMap::new(),
            parts: None,
            healed: false,
            next_address: 1,
        }
    }

    /// An address that nobody had before.
    pub fn new_address(&mut self, owner: Owner) -> SocketAddr {
        let [_, b, c, d] = self.next_address.to_be_bytes();
        self.next_address += 1;
        let address = ([10, b, c, d], 4000).into();
        self.owners.insert(address, owner);
        address
    }

    pub fn release(&mut self, address: &SocketAddr) {
        self.owners.remove(address);
    }

    pub fn owner(&self, address: &SocketAddr) -> Option<Owner> {
        self.owners.get(address).copied()
    }

    pub fn part(&mut self, parts: Vec<u8>) {
        self.parts = Some(parts);
    }

    pub fn mend(&mut self) {
        self.parts = None;
    }

    /// From now on nothing is lost, and little late.
    pub fn heal(&mut self) {
        self.parts = None;
        self.healed = true;
    }

    /// When the copies of a datagram of `size` bytes, sent at `at`, arrive: none if it is lost.
    pub fn arrivals(
        &mut self,
        from: Owner,
        to: &SocketAddr,
        size: usize,
        at: Duration,
    ) -> Vec<Duration> {
        let Some(to) = self.owner(to) else {
            return vec![];
        };
        // It is the receiver's network that is narrow, so that a copy from elsewhere does no better.
        let narrowest = MTUS[Random::new(self.seed, "mtu", number(to)).index(MTUS.len())];
        if size > narrowest || self.is_parted(from, to) {
            return vec![];
        }
        let (seed, faults) = (self.seed, self.faults);
        let link = self.links.entry((from, to)).or_insert_with(|| {
            Link::new(
                faults,
                Random::new(seed, "link", number(from) << 32 | number(to)),
            )
        });
        link.arrivals(size, at, self.healed)
    }

    fn is_parted(&self, from: Owner, to: Owner) -> bool {
        match (&self.parts, from, to) {
            (Some(parts), Owner::Node(from), Owner::Node(to)) => parts.get(from) != parts.get(to),
            _ => false,
        }
    }
}

fn number(owner: Owner) -> u64 {
    match owner {
        Owner::Node(node) => node as u64,
        Owner::Hostile(actor) => 1 << 31 | actor as u64,
    }
}
