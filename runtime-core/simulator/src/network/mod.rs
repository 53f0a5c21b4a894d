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
    /// By address: they are given in turn.
    owners: Vec<Option<Owner>>,
    /// One for each direction that was used.
    links: BTreeMap<(Owner, Owner), Link>,
    /// The part that each node is in, while there are parts.
    parts: Option<Vec<u8>>,
    healed: bool,
}

impl Network {
    pub fn new(seed: u64, faults: Faults) -> Self {
        Self {
            seed,
            faults,
            owners: vec![],
            links: BTreeMap::new(),
            parts: None,
            healed: false,
        }
    }

    /// An address that nobody had before.
    pub fn new_address(&mut self, owner: Owner) -> SocketAddr {
        self.owners.push(Some(owner));
        let [.., b, c, d] = self.owners.len().to_be_bytes();
        ([10, b, c, d], 4000).into()
    }

    pub fn release(&mut self, address: &SocketAddr) {
        if let Some(owner) = place(address).and_then(|place| self.owners.get_mut(place)) {
            *owner = None;
        }
    }

    pub fn owner(&self, address: &SocketAddr) -> Option<Owner> {
        *self.owners.get(place(address)?)?
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

    /// When the copies of a datagram of `size` bytes, sent at `at`, arrive: up to two, and none if it is lost.
    pub fn arrivals(
        &mut self,
        from: Owner,
        to: &SocketAddr,
        size: usize,
        at: Duration,
    ) -> [Option<Duration>; 2] {
        let Some(to) = self.owner(to).filter(|to| !self.is_parted(from, *to)) else {
            return [None; 2];
        };
        let (seed, faults) = (self.seed, self.faults);
        let link = self.links.entry((from, to)).or_insert_with(|| {
            // It is the receiver's network that is narrow, so that a copy from elsewhere does no better.
            let mtu = MTUS[Random::new(seed, "mtu", number(to)).index(MTUS.len())];
            let random = Random::new(seed, "link", number(from) << 32 | number(to));
            Link::new(faults, mtu, random)
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

/// Of an address among all that were given.
fn place(address: &SocketAddr) -> Option<usize> {
    match address {
        SocketAddr::V4(address) => (address.ip().to_bits() as usize & 0xff_ffff).checked_sub(1),
        SocketAddr::V6(_) => None,
    }
}

fn number(owner: Owner) -> u64 {
    match owner {
        Owner::Node(node) => node as u64,
        Owner::Hostile(actor) => 1 << 31 | actor as u64,
    }
}
