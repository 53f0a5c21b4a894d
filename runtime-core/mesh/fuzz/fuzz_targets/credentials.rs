//! Tokens and revocations that anybody may show: they are read to the byte, they allow no more than was given, and a floor never falls.

#![no_main]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use arbitrary::{Arbitrary, Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use meshwright_mesh::EntityId;
use meshwright_mesh::token::{
    Action, Floors, Grant, Moment, Request, SignedChain, SignedRevocation, delegate, issue,
    revoke_below,
};
use meshwright_transport::SecretIdentity;
use meshwright_wire::wire::identity::TokenScope;

static SECRETS: LazyLock<Vec<SecretIdentity>> = LazyLock::new(|| {
    let seeds = 1..=6;
    seeds
        .map(|seed| SecretIdentity::from_seed(&[seed; 32]))
        .collect()
});

fuzz_target!(|input: &[u8]| {
    read(input);
    // Too short an input is no scene.
    let _ = scene(&mut Unstructured::new(input));
});

/// Bytes of anybody. What is read is the same bytes.
fn read(bytes: &[u8]) {
    if let Ok(chain) = SignedChain::read(bytes) {
        assert_eq!(chain.as_bytes(), bytes);
    }
    if let Ok(revocation) = SignedRevocation::read(bytes) {
        assert_eq!(revocation.to_bytes(), bytes);
    }
}

/// A chain and revocations as their issuers make them, then with bytes changed.
fn scene(u: &mut Unstructured<'_>) -> Result<()> {
    let Some((root, chain)) = chain(u)? else {
        return Ok(());
    };
    assert_eq!(SignedChain::read(chain.as_bytes()), Ok(chain.clone()));
    let mut floors = Floors::default();
    for _ in 0..u.int_in_range(0..=2)? {
        let issuer = u.choose(&SECRETS)?;
        let revocation = revoke_below(issuer, u.int_in_range(0..=4)?);
        let before = floors.of(&issuer.id());
        floors.raise(&revocation);
        assert_eq!(floors.of(&issuer.id()), before.max(revocation.floor()));
        read(&changed(u, revocation.to_bytes())?);
    }
    let at = Moment {
        now: u.arbitrary()?,
        skew: u.int_in_range(0..=300)?,
        floors: &floors,
    };
    judge(u, root, &chain, &at)?;
    let bytes = changed(u, chain.as_bytes().to_vec())?;
    read(&bytes);
    if bytes != chain.as_bytes()
        && let Ok(other) = SignedChain::read(&bytes)
    {
        // A shorter chain, whose bytes the change has cut off.
        assert!(chain.tokens().starts_with(other.tokens()));
    }
    Ok(())
}

fn judge(
    u: &mut Unstructured<'_>,
    root: EntityId,
    chain: &SignedChain,
    at: &Moment<'_>,
) -> Result<()> {
    let roots = BTreeSet::from([root]);
    let action = *u.choose(&[Action::Publish, Action::Subscribe, Action::Administer])?;
    let presenter = u.choose(&SECRETS)?.id();
    let request = Request {
        roots: Some(&roots),
        presenter,
        action,
        channel: u.int_in_range(0..=2)?,
    };
    let stands = chain.stands(presenter, at);
    if chain.allows(&request, at).is_ok() {
        assert_eq!(stands, Ok(()));
        assert_eq!(presenter, chain.subject());
        assert!(at.now < chain.not_after().saturating_add(at.skew));
        let tokens = chain.tokens();
        let counts = |issuer, generation| floors_allow(at.floors, issuer, generation);
        assert!(
            tokens
                .iter()
                .all(|token| counts(&token.issuer, token.issuer_generation))
        );
        let stranger = BTreeSet::from([EntityId([7; 32])]);
        let elsewhere = Request {
            roots: Some(&stranger),
            ..request
        };
        assert!(chain.allows(&elsewhere, at).is_err());
    }
    Ok(())
}

fn floors_allow(floors: &Floors, issuer: &EntityId, generation: u32) -> bool {
    floors.of(issuer) <= generation
}

/// Of a root, passed on some times. Nothing if that is no grant.
fn chain(u: &mut Unstructured<'_>) -> Result<Option<(EntityId, SignedChain)>> {
    let root = u.choose(&SECRETS)?;
    let mut holder = u.choose(&SECRETS)?;
    let grant = Grant {
        subject: holder.id(),
        scope: scope(u)?,
        channel: u.int_in_range(0..=2)?,
        generation: u.int_in_range(0..=4)?,
        not_before: u.arbitrary()?,
        not_after: u.arbitrary()?,
        depth: u.arbitrary()?,
        nonce: u.arbitrary()?,
    };
    // Mostly a time that a token may have.
    let not_after = match u.ratio(7, 8)? {
        true => grant.not_before.saturating_add(u.int_in_range(0..=1000)?),
        false => grant.not_after,
    };
    let Ok(mut chain) = issue(root, &Grant { not_after, ..grant }) else {
        return Ok(None);
    };
    for _ in 0..u.int_in_range(0..=3)? {
        let next = u.choose(&SECRETS)?;
        let scope = scope(u)?;
        let Ok(longer) = delegate(holder, &chain, next.id(), scope, u.arbitrary()?, 0) else {
            break;
        };
        (holder, chain) = (next, longer);
    }
    Ok(Some((root.id(), chain)))
}

fn scope(u: &mut Unstructured<'_>) -> Result<TokenScope> {
    let bits = u.int_in_range(0..=TokenScope::ALL.bits())?;
    Ok(TokenScope::from_bits(bits).expect("all bits are known"))
}

/// With a byte changed, or cut short, or neither.
fn changed(u: &mut Unstructured<'_>, mut bytes: Vec<u8>) -> Result<Vec<u8>> {
    match u8::arbitrary(u)? % 4 {
        0 => bytes.truncate(u.choose_index(bytes.len())?),
        1 | 2 => {
            let at = u.choose_index(bytes.len())?;
            bytes[at] = u.arbitrary()?;
        }
        _ => {}
    }
    Ok(bytes)
}
