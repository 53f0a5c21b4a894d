//! The peers of a node: found by identity, node id and address, and by the ids of their sessions.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::net::SocketAddr;

use meshwright_wire::wire::identity::EntityId;

use super::peer::Peer;
use crate::association::Association;

/// Session ids are our own random numbers, so that they need no hashing.
#[derive(Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("keys are u64");
    }

    fn write_u64(&mut self, id: u64) {
        self.0 = id;
    }
}

#[derive(Default)]
pub(super) struct Peers {
    slots: Vec<Option<Peer>>,
    free: Vec<usize>,
    by_identity: BTreeMap<[u8; 32], usize>,
    by_node: BTreeMap<u64, usize>,
    by_address: BTreeMap<SocketAddr, usize>,
    by_session: HashMap<u64, usize, BuildHasherDefault<AsIs>>,
}

impl Peers {
    pub(super) fn len(&self) -> usize {
        self.by_identity.len()
    }

    pub(super) fn get(&self, slot: usize) -> Option<&Peer> {
        self.slots.get(slot)?.as_ref()
    }

    pub(super) fn get_mut(&mut self, slot: usize) -> Option<&mut Peer> {
        self.slots.get_mut(slot)?.as_mut()
    }

    pub(super) fn association_mut(&mut self, slot: usize) -> Option<&mut Association> {
        self.get_mut(slot)?.association.as_mut()
    }

    pub(super) fn slot(&self, identity: &EntityId) -> Option<usize> {
        self.by_identity.get(&identity.0).copied()
    }

    pub(super) fn slot_of_session(&self, id: u64) -> Option<usize> {
        self.by_session.get(&id).copied()
    }

    /// By node id.
    pub(super) fn slot_of_node(&self, node: u64) -> Option<usize> {
        self.by_node.get(&node).copied()
    }

    /// The peer whose packets go straight to `address`.
    pub(super) fn slot_at(&self, address: SocketAddr) -> Option<usize> {
        self.by_address.get(&address).copied()
    }

    /// None if another identity has the peer's node id.
    pub(super) fn insert(&mut self, peer: Peer) -> Option<usize> {
        if self.by_node.contains_key(&peer.node) {
            return None;
        }
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots.push(None);
            self.slots.len() - 1
        });
        self.by_identity.insert(peer.identity.0, slot);
        self.by_node.insert(peer.node, slot);
        self.slots[slot] = Some(peer);
        Some(slot)
    }

    /// Takes note of where the peer is now.
    pub(super) fn locate(&mut self, slot: usize) {
        let Some(peer) = self.slots.get_mut(slot).and_then(Option::as_mut) else {
            return;
        };
        let address = peer.address();
        if peer.located != address {
            if let Some(before) = std::mem::replace(&mut peer.located, address)
                && self.by_address.get(&before) == Some(&slot)
            {
                self.by_address.remove(&before);
            }
            self.by_address
                .extend(address.map(|address| (address, slot)));
        }
    }

    /// The sessions of the peer must be gone.
    pub(super) fn remove(&mut self, slot: usize) {
        self.locate(slot);
        if let Some(peer) = self.slots[slot].take() {
            self.free.push(slot);
            self.by_identity.remove(&peer.identity.0);
            self.by_node.remove(&peer.node);
        }
    }

    /// False if the id is in use.
    pub(super) fn add_session(&mut self, id: u64, slot: usize) -> bool {
        let free = !self.by_session.contains_key(&id);
        if free {
            self.by_session.insert(id, slot);
        }
        free
    }

    pub(super) fn remove_session(&mut self, id: u64) {
        self.by_session.remove(&id);
    }

    pub(super) fn slots(&self) -> impl Iterator<Item = usize> {
        self.by_identity.values().copied()
    }
}
