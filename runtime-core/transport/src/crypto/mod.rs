//! Primitives, each behind a name that says what it is for.

pub(crate) mod aead;
pub(crate) mod hash;
pub(crate) mod identity;
pub(crate) mod noise;
pub(crate) mod random;
