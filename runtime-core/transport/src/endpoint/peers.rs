//! The neighbours of a node: found by identity, and by the ids of their sessions.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use meshwright_wire::wire::identity::EntityId;

use super::peer::Peer;

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

    pub(super) fn slot(&self, identity: &EntityId) -> Option<usize> {
        self.by_identity.get(&identity.0).copied()
    }

    pub(super) fn slot_of_session(&self, id: u64) -> Option<usize> {
        self.by_session.get(&id).copied()
    }

    pub(super) fn insert(&mut self, identity: &EntityId, peer: Peer) -> usize {
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots.push(None);
            self.slots.len() - 1
        });
        self.slots[slot] = Some(peer);
        self.by_identity.insert(identity.0, slot);
        slot
    }

    /// The sessions of the peer must be gone.
    pub(super) fn remove(&mut self, slot: usize, identity: &EntityId) {
        self.slots[slot] = None;
        self.free.push(slot);
        self.by_identity.remove(&identity.0);
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
