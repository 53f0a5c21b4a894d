//! Revocation: the lowest generation of an issuer's tokens that still counts.

use std::collections::HashMap;

use meshwright_wire::wire::identity::EntityId;

#[derive(Clone, Debug, Default)]
pub struct Floors(HashMap<EntityId, u32>);

impl Floors {
    /// Revokes all tokens of `issuer` below `generation`. A floor never falls: true if it rose.
    pub fn raise(&mut self, issuer: EntityId, generation: u32) -> bool {
        let floor = self.0.entry(issuer).or_default();
        let rises = generation > *floor;
        *floor = generation.max(*floor);
        rises
    }

    pub fn of(&self, issuer: &EntityId) -> u32 {
        self.0.get(issuer).copied().unwrap_or(0)
    }
}
