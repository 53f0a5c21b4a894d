use super::ring::RingSize;

/// How much the channels of a node keep. What goes by a bound is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelLimits {
    /// Channels that are counted each for itself.
    pub channels: usize,
    /// Subscriptions of this node.
    pub subscriptions: usize,
    /// Subscriptions of one peer.
    pub subscriptions_per_peer: usize,
    /// Channels of which one peer may tell names.
    pub names_per_peer: usize,
    /// Messages about subscriptions that wait to be sent to one peer.
    pub messages_per_peer: usize,
    /// Queue groups with members.
    pub groups: usize,
    /// What waits to be sent for one subscription of a peer.
    pub outgoing_ring: RingSize,
    /// Chains of tokens whose signatures are remembered.
    pub chains: usize,
    /// Chains of this node's own.
    pub credentials: usize,
    /// Issuers whose revocations are kept, beyond those that this node's program has named.
    pub revocations: usize,
    /// Seconds by which clocks may differ when tokens are looked at; 300 at most.
    pub clock_skew: u64,
    /// Seconds that a subscriber may hold producers up before it is given up.
    pub stall_seconds: u64,
}

impl Default for ChannelLimits {
    fn default() -> Self {
        Self {
            channels: 131_072,
            subscriptions: 65_536,
            subscriptions_per_peer: 1024,
            names_per_peer: 131_072,
            messages_per_peer: 4096,
            groups: 65_536,
            outgoing_ring: RingSize::default(),
            chains: 4096,
            credentials: 1024,
            revocations: 1024,
            clock_skew: 60,
            stall_seconds: 30,
        }
    }
}
