//! Counts of what went nowhere, by cause.

use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Why something that came, or was to go, went nowhere.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumCount, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum DropCause {
    /// Neither a handshake nor a packet.
    Unknown,
    Malformed,
    Forged,
    Replayed,
    /// Of a session that is not, or no longer.
    NoSession,
    /// A handshake without the right first mac.
    NotForUs,
    /// A handshake that named a key, an identity or an id that it may not.
    Refused,
    /// A handshake that came too late, or a cookie was asked for.
    Challenged,
    /// There is no room for another peer.
    Full,
    /// Another identity has the same node id.
    NodeIdTaken,
    /// A relayed datagram that this node, or the one that it came from, does not relay.
    NotRelaying,
    /// A relayed datagram whose source cannot be what it says.
    Misrouted,
    /// A relayed datagram that has taken all the hops that it may.
    TtlExceeded,
    /// A neighbour wants more relayed than its share.
    RelayQuota,
    /// Nothing leads to where a datagram is to go.
    NoRoute,
    /// Routes from a peer that is no neighbour.
    NotANeighbour,
    PingwaveMalformed,
    /// Not signed by its origin.
    PingwaveForged,
    /// Older than what is known of its origin.
    PingwaveStale,
    /// A neighbour brings more that is new than may be checked.
    PingwaveQuota,
    /// There is no room for another route.
    RoutesFull,
    /// Too much waits to be told to a neighbour.
    GossipFull,
    /// A neighbour requests more pingwaves than its share.
    RequestQuota,
    /// A neighbour brings more probes of traces, or answers, than its share.
    TraceQuota,
    /// An answer to a trace that its node did not sign.
    TraceForged,
    /// An answer to a trace that is not waited for, or not any more.
    TraceUnasked,
    /// An event of which only pieces came.
    Incomplete,
    /// Too much waits to be sent.
    TransmitsFull,
    /// Too much waits to be read.
    EventsFull,
}

impl DropCause {
    pub const ALL: &[Self] = Self::VARIANTS;

    /// In the snake case of metrics and logs; stays the same.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Counts by cause since the endpoint was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drops([u64; DropCause::COUNT]);

impl Drops {
    pub fn of(&self, cause: DropCause) -> u64 {
        self.0[cause as usize]
    }

    pub(super) fn add(&mut self, cause: DropCause, count: u64) {
        self.0[cause as usize] += count;
    }

    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }
}
