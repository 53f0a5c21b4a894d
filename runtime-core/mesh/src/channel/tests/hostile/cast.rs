//! Who is who in the scripts, and what they have signed. Signatures are dear, so all are made once.

use std::sync::LazyLock;

use arbitrary::{Result, Unstructured};
use meshwright_mesh::EntityId;
use meshwright_mesh::token::{Grant, SignedChain, SignedRevocation, delegate, issue, revoke_below};
use meshwright_transport::{SecretIdentity, channel_hash};
use meshwright_wire::wire::identity::TokenScope;

/// Seconds since the Unix epoch when a script begins.
pub const WALL: u64 = 1_700_000_000;

/// The channels that there are. What holds for them is configured by their first segment.
pub const NAMES: &[&str] = &[
    "a", "a/b", "late/a", "firm/a", "kept/a", "kept/b", "shut/a", "near/a",
];
const PREFIXES: &[&str] = &["", "a", "kept", "shut", "near", "late", "firm"];

/// One of them; half of the time one of two, so that what is said of channels meets.
pub fn name(u: &mut Unstructured<'_>) -> Result<&'static str> {
    let names = if u.arbitrary()? { &NAMES[..2] } else { NAMES };
    u.choose(names).copied()
}

/// Half of the time one that covers all.
pub fn prefix(u: &mut Unstructured<'_>) -> Result<&'static str> {
    let prefixes = if u.arbitrary()? {
        &PREFIXES[..1]
    } else {
        PREFIXES
    };
    u.choose(prefixes).copied()
}

/// Numbers of identities. 1 to 3 are the peers, from 7 on are strangers.
pub const ME: usize = 0;
const PARTNERS: std::ops::RangeInclusive<usize> = 0..=3;
/// Whom the channels under `kept` trust.
pub const ROOT: usize = 4;
/// Whom nobody trusts.
const IMPOSTOR: usize = 5;
/// Whom the channels under `shut` trust. It has given nothing to anybody.
pub const SILENT: usize = 6;
const STRANGERS: std::ops::RangeInclusive<usize> = 7..=12;

pub struct Cast {
    secrets: Vec<SecretIdentity>,
    /// Those of each of the node and its peers.
    pub chains: Vec<Vec<SignedChain>>,
    pub revocations: Vec<SignedRevocation>,
}

pub static CAST: LazyLock<Cast> = LazyLock::new(|| {
    let secrets: Vec<SecretIdentity> = (1..=13)
        .map(|number| SecretIdentity::from_seed(&[number; 32]))
        .collect();
    let chains = PARTNERS
        .map(|partner| chains_of(&secrets, partner))
        .collect();
    let revocations = std::iter::once(ROOT)
        .chain([ROOT, IMPOSTOR])
        .chain(STRANGERS)
        .enumerate()
        .map(|(number, issuer)| revoke_below(&secrets[issuer], number as u32 + 1))
        .collect();
    Cast {
        secrets,
        chains,
        revocations,
    }
});

pub fn id(number: usize) -> EntityId {
    CAST.secrets[number].id()
}

fn chains_of(secrets: &[SecretIdentity], subject: usize) -> Vec<SignedChain> {
    let both = TokenScope::PUBLISH | TokenScope::SUBSCRIBE;
    let grant = Grant {
        subject: secrets[subject].id(),
        scope: both | TokenScope::WILDCARD,
        channel: 0,
        generation: 1,
        not_before: WALL - 1,
        not_after: WALL + 10_000,
        depth: 0,
        nonce: 0,
    };
    let one_channel = Grant {
        scope: both,
        channel: channel_hash("kept/a"),
        ..grant
    };
    let passed_on = Grant {
        subject: secrets[IMPOSTOR].id(),
        scope: grant.scope | TokenScope::DELEGATE,
        depth: 1,
        ..grant
    };
    let issued = [
        (ROOT, grant),
        (ROOT, one_channel),
        // Soon over.
        (
            ROOT,
            Grant {
                not_after: WALL + 20,
                ..grant
            },
        ),
        // Void with the first revocation that the root may be made to say.
        (
            ROOT,
            Grant {
                generation: 0,
                ..grant
            },
        ),
        (IMPOSTOR, grant),
    ];
    let mut chains: Vec<SignedChain> = issued
        .iter()
        .map(|(issuer, grant)| issue(&secrets[*issuer], grant).expect("a grant in order"))
        .collect();
    let from = issue(&secrets[ROOT], &passed_on).expect("a grant in order");
    let chain = delegate(
        &secrets[IMPOSTOR],
        &from,
        grant.subject,
        grant.scope,
        grant.not_after,
        1,
    );
    chains.push(chain.expect("the chain allows one more"));
    chains
}
