//! The revocations that this node knows, and how far each peer was told of them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Bound;

use meshwright_wire::wire::identity::{EntityId, TokenRevocation};

use super::allowance::Allowance;
use crate::token::{Floors, SignedRevocation};

/// What one peer is told: all that a node knows by default at once, then little, so that an issuer that raises its floor without end is no load.
const TOLD: Allowance = Allowance::new(1024, 16);
/// What of one peer is looked at: twice as much as an honest one tells, so that nothing of it is lost.
pub(super) const CHECKED: Allowance = Allowance::new(2048, 32);

/// The newest revocation of each issuer. None is ever forgotten, since its floor would fall. So there is an end to issuers that others name.
pub(super) struct Revocations {
    floors: Floors,
    /// In the order in which this node learnt of them; one that is replaced goes to the end.
    log: BTreeMap<u64, Known>,
    places: HashMap<EntityId, u64>,
    last: u64,
    /// Issuers that this node's program has named. There is always room for them, whatever peers bring.
    named: HashSet<EntityId>,
    /// Issuers in the log that it has not named.
    strangers: usize,
    max_strangers: usize,
}

struct Known {
    revocation: SignedRevocation,
    /// The control stream to the peer that brought it.
    source: Option<u64>,
}

impl Revocations {
    pub(super) fn new(max_strangers: usize) -> Self {
        Self {
            floors: Floors::default(),
            log: BTreeMap::new(),
            places: HashMap::new(),
            last: 0,
            named: HashSet::new(),
            strangers: 0,
            max_strangers,
        }
    }

    pub(super) fn floors(&self) -> &Floors {
        &self.floors
    }

    /// The program trusts an issuer, or has brought its word.
    pub(super) fn name(&mut self, issuer: EntityId) {
        if self.named.insert(issuer) && self.places.contains_key(&issuer) {
            self.strangers -= 1;
        }
    }

    /// True if it would raise a floor, should its signature be good.
    pub(super) fn is_news(&self, revocation: &TokenRevocation) -> bool {
        revocation.floor > self.floors.of(&revocation.issuer)
    }

    pub(super) fn has_room_for(&self, issuer: &EntityId) -> bool {
        self.places.contains_key(issuer)
            || self.named.contains(issuer)
            || self.strangers < self.max_strangers
    }

    /// False if the floor was as high before.
    pub(super) fn learn(&mut self, revocation: SignedRevocation, source: Option<u64>) -> bool {
        if !self.floors.raise(&revocation) {
            return false;
        }
        let issuer = revocation.issuer();
        self.last += 1;
        match self.places.insert(issuer, self.last) {
            Some(place) => drop(self.log.remove(&place)),
            None if self.named.contains(&issuer) => {}
            None => self.strangers += 1,
        }
        self.log.insert(self.last, Known { revocation, source });
        true
    }

    #[cfg(test)]
    pub(super) fn stranger_count(&self) -> usize {
        let known = self.places.keys();
        known.filter(|issuer| !self.named.contains(issuer)).count()
    }

    fn after(&self, place: u64) -> Option<(u64, &Known)> {
        let newer = (Bound::Excluded(place), Bound::Unbounded);
        let first = self.log.range(newer).next();
        first.map(|(place, known)| (*place, known))
    }
}

/// How far one peer was told. What is replaced before its turn is never said, so nothing waits but a place in the log.
pub(super) struct Telling {
    place: u64,
    is_behind: bool,
    allowance: Allowance,
}

impl Telling {
    pub(super) fn new() -> Self {
        Self {
            place: 0,
            is_behind: true,
            allowance: TOLD,
        }
    }

    /// There is something new.
    pub(super) fn resume(&mut self) {
        self.is_behind = true;
    }

    /// What was said may not have arrived.
    pub(super) fn restart(&mut self) {
        self.place = 0;
        self.is_behind = true;
    }

    pub(super) fn tick(&mut self) {
        self.allowance.tick();
    }

    pub(super) fn has_work(&self) -> bool {
        self.is_behind && self.allowance.is_left()
    }

    /// What to say next to a peer, but nothing that it has brought itself. `control`: the control stream to it.
    pub(super) fn next<'a>(
        &mut self,
        revocations: &'a Revocations,
        control: u64,
    ) -> Option<&'a SignedRevocation> {
        while self.has_work() {
            let Some((place, known)) = revocations.after(self.place) else {
                self.is_behind = false;
                break;
            };
            self.place = place;
            if known.source != Some(control) {
                self.allowance.take();
                return Some(&known.revocation);
            }
        }
        None
    }
}
