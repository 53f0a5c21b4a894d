//! The lowest generation of each issuer's tokens that still counts.

use std::collections::HashMap;

use meshwright_wire::wire::identity::EntityId;

use super::revocation::SignedRevocation;

#[derive(Clone, Debug, Default)]
pub struct Floors(HashMap<EntityId, u32>);

impl Floors {
    /// A floor never falls: true if it rose.
    pub fn raise(&mut self, revocation: &SignedRevocation) -> bool {
        let rises = revocation.floor() > self.of(&revocation.issuer());
        if rises {
            self.0.insert(revocation.issuer(), revocation.floor());
        }
        rises
    }

    /// 0 if nothing was revoked.
    pub fn of(&self, issuer: &EntityId) -> u32 {
        self.0.get(issuer).copied().unwrap_or(0)
    }
}
