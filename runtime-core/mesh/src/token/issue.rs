//! Making tokens.

use meshwright_transport::SecretIdentity;
use meshwright_wire::wire::identity::{
    EntityId, PermissionToken, Signature, TokenChain, TokenScope,
};

use super::LONGEST_LIFETIME;
use super::chain::SignedChain;

/// What a token is to allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    pub subject: EntityId,
    pub scope: TokenScope,
    /// Canonical hash; ignored if the scope has the wildcard.
    pub channel: u64,
    /// Of the issuer's tokens; see [`Floors`](super::Floors).
    pub generation: u32,
    /// Seconds since the Unix epoch.
    pub not_before: u64,
    /// Seconds since the Unix epoch, exclusive.
    pub not_after: u64,
    /// How many tokens may follow it in a chain.
    pub depth: u8,
    /// Random, so that no two tokens are the same.
    pub nonce: u64,
}

/// Why a token was not made: nobody would accept it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IssueError {
    #[error("a token lasts at least a second and at most a year")]
    Lifetime,
    #[error("a token that allows nothing")]
    NoScope,
    #[error("the chain belongs to somebody else")]
    NotSubject,
    #[error("the chain may not be passed on any further")]
    NotDelegable,
    #[error("a chain has at most 8 tokens")]
    TooLong,
    #[error("the token allows nothing that the chain allows")]
    NothingInCommon,
}

/// A root of trust gives a permission away.
pub fn issue(issuer: &SecretIdentity, grant: &Grant) -> Result<SignedChain, IssueError> {
    let token = sign(issuer, grant)?;
    Ok(chain(vec![token]))
}

/// The subject of a chain passes a part of it on: to `to`, with what both chain and `scope` allow, until `not_after` or when the chain
/// ends. Channel and generation stay.
pub fn delegate(
    issuer: &SecretIdentity,
    from: &SignedChain,
    to: EntityId,
    scope: TokenScope,
    not_after: u64,
    nonce: u64,
) -> Result<SignedChain, IssueError> {
    let parent = from.last();
    if parent.subject != issuer.id() {
        return Err(IssueError::NotSubject);
    }
    let Some(depth) = parent.delegation_depth.checked_sub(1) else {
        return Err(IssueError::NotDelegable);
    };
    if !parent.scope.contains(TokenScope::DELEGATE) {
        return Err(IssueError::NotDelegable);
    }
    let scope = parent.scope & scope;
    let acts = TokenScope::PUBLISH | TokenScope::SUBSCRIBE | TokenScope::ADMIN;
    if (scope & acts) == TokenScope::NONE {
        return Err(IssueError::NothingInCommon);
    }
    let grant = Grant {
        subject: to,
        scope,
        channel: parent.channel_hash,
        generation: parent.issuer_generation,
        not_before: parent.not_before,
        not_after: not_after.min(parent.not_after),
        depth,
        nonce,
    };
    let token = sign(issuer, &grant)?;
    let tokens = [from.tokens(), &[token]].concat();
    let longer = TokenChain { tokens };
    // The spec knows how long a chain may be.
    longer.encode().map_err(|_| IssueError::TooLong)?;
    Ok(chain(longer.tokens))
}

fn sign(issuer: &SecretIdentity, grant: &Grant) -> Result<PermissionToken, IssueError> {
    let lifetime = grant.not_after.checked_sub(grant.not_before);
    if !lifetime.is_some_and(|seconds| (1..=LONGEST_LIFETIME).contains(&seconds)) {
        return Err(IssueError::Lifetime);
    }
    if grant.scope == TokenScope::NONE {
        return Err(IssueError::NoScope);
    }
    let mut token = PermissionToken {
        issuer: issuer.id(),
        subject: grant.subject,
        scope: grant.scope,
        channel_hash: grant.channel,
        issuer_generation: grant.generation,
        not_before: grant.not_before,
        not_after: grant.not_after,
        delegation_depth: grant.depth,
        nonce: grant.nonce,
        signature: Signature([0; 64]),
    };
    let bytes = token.encode().expect("every token can be written");
    token.signature = issuer.sign(&bytes[..bytes.len() - token.signature.0.len()]);
    Ok(token)
}

fn chain(tokens: Vec<PermissionToken>) -> SignedChain {
    let bytes = TokenChain { tokens }
        .encode()
        .expect("as many tokens as a chain may have");
    SignedChain::read(&bytes).expect("every token was just signed, or read before")
}
