//! Who everybody is, and where: what a directory would tell programs.

use std::collections::HashMap;
use std::net::SocketAddr;

use meshwright_transport::SecretIdentity;
use meshwright_wire::wire::identity::EntityId;

use crate::observation::Party;
use crate::random::Random;

pub struct Atlas {
    seed: u64,
    ids: Vec<EntityId>,
    addresses: Vec<SocketAddr>,
    /// Never walked, so that its order does not matter.
    parties: HashMap<[u8; 32], Party>,
}

impl Atlas {
    /// `addresses`: of the nodes, one each.
    pub fn new(seed: u64, addresses: Vec<SocketAddr>) -> Self {
        let ids: Vec<EntityId> = (0..addresses.len())
            .map(|node| secret(seed, node).id())
            .collect();
        let parties = ids
            .iter()
            .enumerate()
            .map(|(node, id)| (id.0, Party::Node(node)))
            .collect();
        Self {
            seed,
            ids,
            addresses,
            parties,
        }
    }

    pub fn secret(&self, node: usize) -> SecretIdentity {
        secret(self.seed, node)
    }

    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn id(&self, node: usize) -> EntityId {
        self.ids[node]
    }

    pub fn address(&self, node: usize) -> SocketAddr {
        self.addresses[node]
    }

    pub fn moved(&mut self, node: usize, address: SocketAddr) {
        self.addresses[node] = address;
    }

    /// A hostile actor is a member under this identity.
    pub fn admit(&mut self, member: EntityId) {
        self.parties.insert(member.0, Party::Member);
    }

    pub fn party(&self, id: &EntityId) -> Party {
        self.parties.get(&id.0).copied().unwrap_or(Party::Outsider)
    }
}

fn secret(seed: u64, node: usize) -> SecretIdentity {
    SecretIdentity::from_seed(&Random::new(seed, "identity", node as u64).bytes())
}
