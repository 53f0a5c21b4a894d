//! What a chain allows, to whom, and now. Comparisons only, so that it is asked for every event; signatures were checked before.

use std::collections::BTreeSet;

use meshwright_wire::wire::identity::{EntityId, PermissionToken, TokenScope};

use super::LONGEST_LIFETIME;
use super::chain::SignedChain;
use super::error::{ChainError, Rule};
use super::floors::Floors;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Publish,
    Subscribe,
    Administer,
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// Whom the channel trusts; `None` if that is not known here, and left to who knows.
    pub roots: Option<&'a BTreeSet<EntityId>>,
    /// Who presents the chain, as its session proves.
    pub presenter: EntityId,
    pub action: Action,
    /// Canonical hash.
    pub channel: u64,
}

/// When, and what was revoked by then.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// Seconds since the Unix epoch.
    pub now: u64,
    /// Seconds by which clocks may differ.
    pub skew: u64,
    pub floors: &'a Floors,
}

impl Action {
    fn scope(self) -> TokenScope {
        match self {
            Self::Publish => TokenScope::PUBLISH,
            Self::Subscribe => TokenScope::SUBSCRIBE,
            Self::Administer => TokenScope::ADMIN,
        }
    }
}

impl SignedChain {
    /// # Errors
    /// Says which token, from the root on, fails which rule first.
    pub fn allows(&self, request: &Request<'_>, at: &Moment<'_>) -> Result<(), ChainError> {
        let root = &self.tokens()[0];
        if request
            .roots
            .is_some_and(|roots| !roots.contains(&root.issuer))
        {
            return Err(rejected(0, Rule::Root));
        }
        self.stands(request.presenter, at)?;
        for (link, token) in self.tokens().iter().enumerate() {
            if !token.scope.contains(request.action.scope()) {
                return Err(rejected(link, Rule::Scope));
            }
            let any = token.scope.contains(TokenScope::WILDCARD);
            if !any && token.channel_hash != request.channel {
                return Err(rejected(link, Rule::Channel));
            }
        }
        Ok(())
    }

    /// Whether the chain is one, is `presenter`'s, and counts now, whatever it is for.
    ///
    /// # Errors
    /// Says which token, from the root on, fails which rule first.
    pub fn stands(&self, presenter: EntityId, at: &Moment<'_>) -> Result<(), ChainError> {
        let mut parent: Option<&PermissionToken> = None;
        for (link, token) in self.tokens().iter().enumerate() {
            let broken = parent
                .and_then(|parent| delegation_fault(parent, token))
                .or_else(|| time_fault(token, at));
            if let Some(rule) = broken {
                return Err(rejected(link, rule));
            }
            parent = Some(token);
        }
        if self.subject() != presenter {
            return Err(rejected(self.tokens().len() - 1, Rule::Subject));
        }
        Ok(())
    }
}

fn rejected(link: usize, rule: Rule) -> ChainError {
    ChainError::Rejected { link, rule }
}

fn delegation_fault(parent: &PermissionToken, child: &PermissionToken) -> Option<Rule> {
    let rules = [
        (child.issuer == parent.subject, Rule::Continuity),
        (
            parent.scope.contains(TokenScope::DELEGATE),
            Rule::NotDelegable,
        ),
        (
            child.delegation_depth < parent.delegation_depth,
            Rule::Depth,
        ),
        (
            parent.not_before <= child.not_before && child.not_after <= parent.not_after,
            Rule::Window,
        ),
    ];
    rules
        .into_iter()
        .find(|(holds, _)| !holds)
        .map(|(_, rule)| rule)
}

fn time_fault(token: &PermissionToken, at: &Moment<'_>) -> Option<Rule> {
    let lifetime = token.not_after.checked_sub(token.not_before);
    let rules = [
        (
            lifetime.is_some_and(|seconds| (1..=LONGEST_LIFETIME).contains(&seconds)),
            Rule::Lifetime,
        ),
        (
            at.now.saturating_add(at.skew) >= token.not_before,
            Rule::NotYetValid,
        ),
        (
            at.now < token.not_after.saturating_add(at.skew),
            Rule::Expired,
        ),
        (
            token.issuer_generation >= at.floors.of(&token.issuer),
            Rule::Revoked,
        ),
    ];
    rules
        .into_iter()
        .find(|(holds, _)| !holds)
        .map(|(_, rule)| rule)
}
