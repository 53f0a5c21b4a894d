//! Identities as people and logs see them.

use std::fmt;

use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use meshwright_transport::Place;
use meshwright_wire::wire::identity::EntityId;

/// The first four bytes of an identity, for logs: enough to tell a few nodes apart, and no more.
pub struct Short<'a>(pub &'a EntityId);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0.0[..4]))
    }
}

/// A place, as in "at 192.0.2.1:7777" or "through 8a88e3dd".
pub struct At<'a>(pub &'a Place);

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Place::Direct(address) => write!(f, "at {address}"),
            Place::Via(relay) => write!(f, "through {}", Short(relay)),
            Place::Routed => f.write_str("by routes"),
        }
    }
}

/// An identity as 64 hexadecimal digits.
pub fn identity_text(identity: &EntityId) -> String {
    HEXLOWER.encode(&identity.0)
}

/// The text is not 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an identity is 64 hexadecimal digits")]
pub struct NotAnIdentity;

/// Reads what [`identity_text`] writes.
pub fn parse_identity(text: &str) -> Result<EntityId, NotAnIdentity> {
    let bytes = HEXLOWER_PERMISSIVE
        .decode(text.trim().as_bytes())
        .map_err(|_| NotAnIdentity)?;
    bytes
        .as_slice()
        .try_into()
        .map(EntityId)
        .map_err(|_| NotAnIdentity)
}
