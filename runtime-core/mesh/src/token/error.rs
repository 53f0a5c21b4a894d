use meshwright_wire::DecodeError;

/// Why a chain of tokens allows nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
    #[error("it is no chain of tokens: {0}")]
    Malformed(#[from] DecodeError),
    /// `link` counts from the root, 0.
    #[error("token {link} of the chain: {rule}")]
    Rejected { link: usize, rule: Rule },
}

/// Why a revocation does not count.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RevocationError {
    #[error("it is no revocation: {0}")]
    Malformed(#[from] DecodeError),
    #[error("its issuer has not signed it")]
    Signature,
}

/// What a token of a chain fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum Rule {
    #[error("its issuer has not signed it")]
    Signature,
    #[error("its issuer is none of those whom the channel trusts")]
    Root,
    #[error("its subject is not who presents it")]
    Subject,
    #[error("its issuer is not the subject of the token before")]
    Continuity,
    #[error("it may not be passed on")]
    NotDelegable,
    #[error("it lies deeper than the token before allows")]
    Depth,
    #[error("it is valid outside the time of the token before")]
    Window,
    #[error("it ends before it begins, or lasts longer than a year")]
    Lifetime,
    #[error("its time has not come")]
    NotYetValid,
    #[error("its time is over")]
    Expired,
    #[error("its generation was revoked")]
    Revoked,
    #[error("it does not allow the action")]
    Scope,
    #[error("it is for another channel")]
    Channel,
}
