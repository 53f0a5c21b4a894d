//! What this node may do, and how it judges what others show.

use std::sync::Arc;

use meshwright_wire::wire::channel::MembershipReason;
use meshwright_wire::wire::identity::{EntityId, TokenScope};

use super::config::Access;
use super::gate::{Gate, Refusal};
use super::limits::ChannelLimits;
use super::name::Pattern;
use super::revocations::Revocations;
use crate::token::{
    Action, ChainCache, ChainError, GREATEST_SKEW, Moment, Request, Rule, SignedChain,
};

pub(super) struct Rights {
    pub(super) revocations: Revocations,
    cache: ChainCache,
    skew: u64,
    /// Seconds since the Unix epoch.
    pub(super) now: u64,
    own: Vec<SignedChain>,
    max_own: usize,
}

impl Rights {
    /// `now`: seconds since the Unix epoch.
    pub(super) fn new(limits: &ChannelLimits, now: u64) -> Self {
        Self {
            revocations: Revocations::new(limits.revocations),
            cache: ChainCache::new(limits.chains),
            skew: limits.clock_skew.min(GREATEST_SKEW),
            now,
            own: vec![],
            max_own: limits.credentials,
        }
    }

    pub(super) fn moment(&self) -> Moment<'_> {
        Moment {
            now: self.now,
            skew: self.skew,
            floors: self.revocations.floors(),
        }
    }

    /// Keeps a chain of this node's own; false if there are as many as there may be.
    pub(super) fn keep(&mut self, chain: SignedChain) -> bool {
        let now = self.now;
        self.own.retain(|own| own.not_after() > now);
        let fits = self.own.len() < self.max_own;
        if fits {
            self.own.push(chain);
        }
        fits
    }

    /// What a peer showed. Nothing if it showed nothing that its issuers have signed.
    pub(super) fn read(&mut self, token: &[u8]) -> Option<SignedChain> {
        self.cache.read(token, self.now).ok()
    }

    #[cfg(test)]
    pub(super) fn own_count(&self) -> usize {
        self.own.len()
    }

    #[cfg(test)]
    pub(super) fn chain_count(&self) -> usize {
        self.cache.len()
    }

    pub(super) fn expire(&mut self) {
        self.cache.expire(self.now);
    }

    /// By which of its chains this node may publish on a channel; none is needed on an open one.
    pub(super) fn to_publish(&self, gate: &Gate<'_>) -> Result<Option<&SignedChain>, Refusal> {
        if gate.config.access == Access::Open {
            return Ok(None);
        }
        let may = |chain: &&SignedChain| gate.may(gate.me, Action::Publish, Some(chain)).is_ok();
        match self.own.iter().find(may) {
            Some(chain) => Ok(Some(chain)),
            None => Err(Refusal::NoCredential),
        }
    }

    /// What this node shows to subscribe: for a name, a chain that allows it; for a prefix, one that allows any channel if there is one.
    pub(super) fn to_subscribe(&self, me: EntityId, pattern: &Pattern) -> Option<&SignedChain> {
        let at = self.moment();
        let standing = || {
            self.own
                .iter()
                .filter(|chain| chain.stands(me, &at).is_ok())
        };
        match pattern {
            Pattern::Name(name) => standing().find(|chain| {
                let request = Request {
                    // Whom the publishers trust is theirs to say.
                    roots: None,
                    presenter: me,
                    action: Action::Subscribe,
                    channel: name.hash(),
                };
                chain.allows(&request, &at).is_ok()
            }),
            Pattern::Prefix(_) => {
                let any = TokenScope::WILDCARD | TokenScope::SUBSCRIBE;
                let has = |scope| {
                    move |chain: &&SignedChain| {
                        let mut tokens = chain.tokens().iter();
                        tokens.all(|token| token.scope.contains(scope))
                    }
                };
                standing()
                    .find(has(any))
                    .or_else(|| standing().find(has(TokenScope::SUBSCRIBE)))
            }
        }
    }
}

/// How a refusal is told to a peer.
pub(super) fn reason(refusal: &Refusal) -> MembershipReason {
    match refusal {
        Refusal::NotVisible => MembershipReason::NotVisible,
        Refusal::Chain(ChainError::Rejected { rule, .. }) => match rule {
            Rule::Expired => MembershipReason::Expired,
            Rule::Revoked => MembershipReason::Revoked,
            _ => MembershipReason::Unauthorized,
        },
        Refusal::Chain(ChainError::Malformed(_)) | Refusal::NoCredential => {
            MembershipReason::Unauthorized
        }
    }
}

/// As it stands in messages; empty without a chain.
pub(super) fn token_of(chain: Option<&SignedChain>) -> &[u8] {
    chain.map_or(&[], SignedChain::as_bytes)
}

/// Queue groups by name, as messages have them: empty for none.
pub(super) fn group_of(group: Option<&Arc<str>>) -> &str {
    group.map_or("", |group| group)
}
