//! What became of events, in numbers.

use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Why an event did not reach a subscriber, or a message was not followed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumCount, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum DropCause {
    /// The subscriber's ring was full.
    RingFull,
    /// A newer one took its place in the subscriber's ring.
    Overwritten,
    /// A ring was full, and the channel fails its producer.
    ProducerFailed,
    /// No tokens allow it.
    Unauthorized,
    /// The subscriber's subnet may not see it.
    NotVisible,
    /// It came of a subscription that this node does not have.
    NotSubscribed,
    /// Its channel was not announced.
    NotAnnounced,
    /// It names another origin than the peer that sent it.
    WrongOrigin,
    /// It is larger than an unreliable event may be.
    TooLarge,
    /// The subscriber went away before it was sent.
    SubscriberGone,
    /// A message of the membership protocol that cannot be read, or that says what it may not.
    BadMessage,
    /// There is no room for another subscription, name or message of the peer, or too much of it would have to be checked.
    PeerLimit,
    /// A revocation that its issuer has not signed.
    ForgedRevocation,
    /// There is no room for revocations of another issuer that this node's program has not named.
    RevocationLimit,
}

impl DropCause {
    pub const ALL: &[Self] = Self::VARIANTS;

    /// In the snake case of metrics and logs; stays the same.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Of one channel, or of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Events that producers of this node gave and were not failed for.
    pub published: u64,
    /// Events put into rings of this node's subscribers, once for each.
    pub delivered: u64,
    /// Events put into rings towards other nodes, once for each of their subscriptions.
    pub forwarded: u64,
    dropped: [u64; DropCause::COUNT],
}

impl Counts {
    pub fn dropped(&self, cause: DropCause) -> u64 {
        self.dropped[cause as usize]
    }

    pub fn dropped_in_all(&self) -> u64 {
        self.dropped.iter().sum()
    }

    pub(super) fn drop(&mut self, cause: DropCause, count: u64) {
        self.dropped[cause as usize] += count;
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.published += other.published;
        self.delivered += other.delivered;
        self.forwarded += other.forwarded;
        for (sum, more) in self.dropped.iter_mut().zip(other.dropped) {
            *sum += more;
        }
    }
}
