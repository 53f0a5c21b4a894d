//! Permission tokens: who may publish and subscribe. Plain functions and tables; no sockets or tasks inside. `docs/channels.md` has the
//! rules.

mod cache;
mod chain;
mod error;
mod floors;
mod issue;
mod revocation;
mod verify;

#[cfg(test)]
mod tests;

pub use chain::SignedChain;
pub use error::{ChainError, RevocationError, Rule};
pub use floors::Floors;
pub use issue::{Grant, IssueError, delegate, issue};
pub use revocation::{SignedRevocation, revoke_below};
pub use verify::{Action, Moment, Request};

pub(crate) use cache::ChainCache;

/// Seconds that a token may be valid: a year of 365 days. Longer ones are refused.
pub const LONGEST_LIFETIME: u64 = 31_536_000;
/// Seconds by which clocks may differ, at most.
pub const GREATEST_SKEW: u64 = 300;
