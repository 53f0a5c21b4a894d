use std::collections::BTreeSet;

use meshwright_transport::{SecretIdentity, channel_hash};
use meshwright_wire::wire::identity::{
    EntityId, PermissionToken, Signature, TokenChain, TokenRevocation, TokenScope,
};
use proptest::prelude::*;

use super::cache::ChainCache;
use super::*;

const START: u64 = 1_700_000_000;
const END: u64 = START + 3600;

fn who(number: u8) -> SecretIdentity {
    SecretIdentity::from_seed(&[number; 32])
}

fn id(number: u8) -> EntityId {
    who(number).id()
}

fn everything() -> Grant {
    Grant {
        subject: id(2),
        scope: TokenScope::PUBLISH | TokenScope::SUBSCRIBE | TokenScope::DELEGATE,
        channel: channel_hash("a"),
        generation: 5,
        not_before: START,
        not_after: END,
        depth: 7,
        nonce: 1,
    }
}

/// From 1 over 2, 3 … to the last of so many tokens.
fn chain_of(count: u8) -> SignedChain {
    let mut chain = issue(&who(1), &everything()).unwrap();
    for number in 2..=count {
        let to = id(number + 1);
        chain = delegate(&who(number), &chain, to, TokenScope::ALL, END, 1).unwrap();
    }
    chain
}

struct Question {
    roots: BTreeSet<EntityId>,
    presenter: EntityId,
    action: Action,
    channel: u64,
    now: u64,
    skew: u64,
    floors: Floors,
}

impl Question {
    fn by(presenter: EntityId) -> Self {
        Self {
            roots: [id(1)].into(),
            presenter,
            action: Action::Subscribe,
            channel: channel_hash("a"),
            now: START,
            skew: 0,
            floors: Floors::default(),
        }
    }

    fn ask(&self, chain: &SignedChain) -> Result<(), ChainError> {
        let request = Request {
            roots: Some(&self.roots),
            presenter: self.presenter,
            action: self.action,
            channel: self.channel,
        };
        let at = Moment {
            now: self.now,
            skew: self.skew,
            floors: &self.floors,
        };
        chain.allows(&request, &at)
    }
}

fn rejected(link: usize, rule: Rule) -> Result<(), ChainError> {
    Err(ChainError::Rejected { link, rule })
}

#[test]
fn a_token_is_signed_as_elsewhere() {
    // The token of the vector "with a token chain" of wire.channel.
    let grant = Grant {
        subject: id(2),
        scope: TokenScope::SUBSCRIBE,
        channel: 0xec20_e8ac_7fa5_e5d8,
        generation: 0,
        not_before: START,
        not_after: END,
        depth: 0,
        nonce: 0x1122_3344_5566_7788,
    };
    let chain = issue(&who(1), &grant).unwrap();
    let signature = chain.tokens()[0].signature.0;
    assert_eq!(signature[..4], [0xeb, 0x80, 0xf3, 0xa1]);
    assert_eq!(signature[60..], [0xde, 0x8c, 0xcf, 0x01]);
}

#[test]
fn a_revocation_is_signed_as_elsewhere_and_for_nothing_else() {
    // That of the vector "A's tokens below generation 6" of wire.identity, where another implementation signed it.
    let revocation = revoke_below(&who(1), 6);
    let bytes = revocation.to_bytes();
    assert_eq!(bytes.len(), TokenRevocation::SIZE);
    assert_eq!(bytes[36..40], [0xc9, 0xf7, 0x53, 0x1c]);
    assert_eq!(bytes[96..], [0x25, 0xa0, 0x3e, 0x08]);
    assert_eq!(SignedRevocation::read(&bytes), Ok(revocation));
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        let refused = Err(RevocationError::Signature);
        assert_eq!(SignedRevocation::read(&changed), refused, "byte {at}");
    }
    let short = SignedRevocation::read(&bytes[1..]);
    assert!(matches!(short, Err(RevocationError::Malformed(_))));
    // Its fields alone, signed for another purpose.
    let mut other = bytes.clone();
    other[36..].copy_from_slice(&who(1).sign(&bytes[..36]).0);
    let refused = Err(RevocationError::Signature);
    assert_eq!(SignedRevocation::read(&other), refused);
}

#[test]
fn a_floor_never_falls() {
    let mut floors = Floors::default();
    assert_eq!(floors.of(&id(1)), 0);
    assert!(!floors.raise(&revoke_below(&who(1), 0)));
    assert!(floors.raise(&revoke_below(&who(1), 6)));
    assert!(!floors.raise(&revoke_below(&who(1), 6)));
    assert!(!floors.raise(&revoke_below(&who(1), 5)));
    assert_eq!(floors.of(&id(1)), 6);
    assert_eq!(floors.of(&id(2)), 0);
}

#[test]
fn chains_of_every_length_allow_what_they_say() {
    for count in 1..=8 {
        let chain = chain_of(count);
        assert_eq!(chain.tokens().len(), usize::from(count));
        let question = Question::by(id(count + 1));
        assert_eq!(question.ask(&chain), Ok(()));
        assert_eq!(SignedChain::read(chain.as_bytes()), Ok(chain));
    }
    let ninth = delegate(&who(9), &chain_of(8), id(10), TokenScope::ALL, END, 1);
    assert_eq!(ninth, Err(IssueError::NotDelegable));
}

#[test]
fn a_changed_bit_anywhere_is_refused() {
    let chain = chain_of(3);
    for at in 0..chain.as_bytes().len() {
        let mut bytes = chain.as_bytes().to_vec();
        bytes[at] ^= 1;
        let link = at.saturating_sub(1) / PermissionToken::SIZE;
        match SignedChain::read(&bytes) {
            Err(ChainError::Rejected { link: at, rule }) => {
                assert_eq!((at, rule), (link, Rule::Signature));
            }
            // The count, or a scope that there is not.
            Err(ChainError::Malformed(_)) => {
                assert!(at == 0 || (64..68).contains(&((at - 1) % PermissionToken::SIZE)));
            }
            Ok(_) => panic!("byte {at}"),
        }
    }
}

#[test]
fn the_question_decides() {
    let chain = chain_of(2);
    let ask = |change: fn(&mut Question)| {
        let mut question = Question::by(id(3));
        change(&mut question);
        question.ask(&chain)
    };
    assert_eq!(ask(|_| {}), Ok(()));
    assert_eq!(ask(|q| q.action = Action::Publish), Ok(()));
    assert_eq!(ask(|q| q.now = END - 1), Ok(()));
    assert_eq!(ask(|q| (q.now, q.skew) = (START - 60, 60)), Ok(()));
    assert_eq!(ask(|q| (q.now, q.skew) = (END + 59, 60)), Ok(()));
    assert_eq!(
        ask(|q| assert!(q.floors.raise(&revoke_below(&who(1), 5)))),
        Ok(())
    );
    assert_eq!(ask(|q| q.roots = [id(2)].into()), rejected(0, Rule::Root));
    assert_eq!(ask(|q| q.roots.clear()), rejected(0, Rule::Root));
    assert_eq!(ask(|q| q.presenter = id(2)), rejected(1, Rule::Subject));
    assert_eq!(
        ask(|q| q.action = Action::Administer),
        rejected(0, Rule::Scope)
    );
    assert_eq!(ask(|q| q.channel = 0), rejected(0, Rule::Channel));
    assert_eq!(ask(|q| q.now = START - 1), rejected(0, Rule::NotYetValid));
    assert_eq!(ask(|q| q.now = END), rejected(0, Rule::Expired));
    assert_eq!(
        ask(|q| (q.now, q.skew) = (END + 60, 60)),
        rejected(0, Rule::Expired)
    );
    assert_eq!(
        ask(|q| assert!(q.floors.raise(&revoke_below(&who(1), 6)))),
        rejected(0, Rule::Revoked)
    );
    assert_eq!(
        ask(|q| assert!(q.floors.raise(&revoke_below(&who(2), 6)))),
        rejected(1, Rule::Revoked)
    );
}

#[test]
fn each_token_must_follow_from_the_one_before() {
    let parent = everything();
    let child = Grant {
        subject: id(3),
        depth: 6,
        ..parent
    };
    let ask = |parent: &Grant, issuer: u8, child: &Grant| {
        let first = issue(&who(1), parent).unwrap();
        let second = issue(&who(issuer), child).unwrap();
        let tokens = [first.tokens(), second.tokens()].concat();
        let bytes = TokenChain { tokens }.encode().unwrap();
        Question::by(id(3)).ask(&SignedChain::read(&bytes).unwrap())
    };
    assert_eq!(ask(&parent, 2, &child), Ok(()));
    assert_eq!(ask(&parent, 4, &child), rejected(1, Rule::Continuity));
    let undelegable = Grant {
        scope: TokenScope::SUBSCRIBE,
        ..parent
    };
    assert_eq!(
        ask(&undelegable, 2, &child),
        rejected(1, Rule::NotDelegable)
    );
    let change = |change: fn(&mut Grant)| {
        let mut child = child;
        change(&mut child);
        ask(&parent, 2, &child)
    };
    assert_eq!(change(|c| c.depth = 7), rejected(1, Rule::Depth));
    assert_eq!(change(|c| c.not_before -= 1), rejected(1, Rule::Window));
    assert_eq!(change(|c| c.not_after += 1), rejected(1, Rule::Window));
    assert_eq!(
        change(|c| c.scope = TokenScope::PUBLISH),
        rejected(1, Rule::Scope)
    );
    assert_eq!(
        change(|c| c.channel = channel_hash("b")),
        rejected(1, Rule::Channel)
    );
    assert_eq!(
        change(|c| {
            c.channel = channel_hash("b");
            c.scope |= TokenScope::WILDCARD;
        }),
        Ok(())
    );
    // What the parent does not allow, a child cannot give.
    let elsewhere = Grant {
        channel: channel_hash("b"),
        ..parent
    };
    assert_eq!(ask(&elsewhere, 2, &child), rejected(0, Rule::Channel));
}

#[test]
fn nothing_is_issued_that_nobody_would_accept() {
    let with = |change: fn(&mut Grant)| {
        let mut grant = everything();
        change(&mut grant);
        issue(&who(1), &grant).err()
    };
    assert_eq!(with(|g| g.not_after = START), Some(IssueError::Lifetime));
    assert_eq!(
        with(|g| g.not_after = START + LONGEST_LIFETIME + 1),
        Some(IssueError::Lifetime)
    );
    assert_eq!(with(|g| g.not_after = START + LONGEST_LIFETIME), None);
    assert_eq!(
        with(|g| g.scope = TokenScope::NONE),
        Some(IssueError::NoScope)
    );
    let chain = chain_of(1);
    let pass = |from: u8, scope| delegate(&who(from), &chain, id(3), scope, END, 1).err();
    assert_eq!(pass(3, TokenScope::ALL), Some(IssueError::NotSubject));
    assert_eq!(
        pass(2, TokenScope::ADMIN | TokenScope::DELEGATE),
        Some(IssueError::NothingInCommon)
    );
    let longer = issue(
        &who(1),
        &Grant {
            depth: 200,
            ..everything()
        },
    )
    .unwrap();
    let mut chain = longer;
    for number in 2..=8 {
        chain = delegate(
            &who(number),
            &chain,
            id(number + 1),
            TokenScope::ALL,
            END,
            1,
        )
        .unwrap();
    }
    let ninth = delegate(&who(9), &chain, id(10), TokenScope::ALL, END, 1);
    assert_eq!(ninth, Err(IssueError::TooLong));
}

#[test]
fn a_lifetime_is_bounded_on_receipt() {
    let mut token = chain_of(1).tokens()[0].clone();
    token.not_after = START + LONGEST_LIFETIME + 1;
    let bytes = token.encode().unwrap();
    token.signature = who(1).sign(&bytes[..105]);
    let bytes = TokenChain {
        tokens: vec![token],
    }
    .encode()
    .unwrap();
    let chain = SignedChain::read(&bytes).unwrap();
    assert_eq!(Question::by(id(2)).ask(&chain), rejected(0, Rule::Lifetime));
}

#[test]
fn the_cache_is_bounded_and_forgets_what_has_ended() {
    let mut cache = ChainCache::new(2);
    let chains = [chain_of(1), chain_of(2), chain_of(3)];
    for chain in &chains {
        assert_eq!(cache.read(chain.as_bytes(), START).as_ref(), Ok(chain));
        assert_eq!(cache.read(chain.as_bytes(), START).as_ref(), Ok(chain));
    }
    assert_eq!(cache.len(), 2);
    cache.expire(END);
    assert_eq!(cache.len(), 0);
    assert!(cache.read(chains[0].as_bytes(), END).is_ok());
    assert_eq!(cache.len(), 0);
    assert!(cache.read(&[1; 170], START).is_err());
    assert_eq!(cache.len(), 0);
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        // Nobody has signed those.
        prop_assert!(SignedChain::read(&bytes).is_err());
    }

    #[test]
    fn any_token_is_answered(
        scope in 0u32..32, generation: u32, from: u64, to: u64, depth: u8, now: u64, skew: u64,
    ) {
        let token = PermissionToken {
            issuer: id(1),
            subject: id(2),
            scope: TokenScope::from_bits(scope).unwrap(),
            channel_hash: channel_hash("a"),
            issuer_generation: generation,
            not_before: from,
            not_after: to,
            delegation_depth: depth,
            nonce: 0,
            signature: Signature([0; 64]),
        };
        let mut bytes = token.encode().unwrap();
        let signature = who(1).sign(&bytes[..105]);
        bytes[105..].copy_from_slice(&signature.0);
        bytes.insert(0, 1);
        let chain = SignedChain::read(&bytes).unwrap();
        let question = Question { now, skew, ..Question::by(id(2)) };
        let allowed = (1..=LONGEST_LIFETIME).contains(&to.saturating_sub(from))
            && u128::from(now) + u128::from(skew) >= u128::from(from)
            && u128::from(now) < u128::from(to) + u128::from(skew)
            && scope & TokenScope::SUBSCRIBE.bits() != 0;
        // Sums beyond u64 are held at its end, where no token lies.
        prop_assume!(now.checked_add(skew).is_some() && to.checked_add(skew).is_some());
        prop_assert_eq!(question.ask(&chain).is_ok(), allowed);
    }
}
