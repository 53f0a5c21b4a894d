/// How much the channels of a node keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelLimits {
    /// Channels that are counted each for itself.
    pub channels: usize,
    /// Subscriptions of this node.
    pub subscriptions: usize,
}

impl Default for ChannelLimits {
    fn default() -> Self {
        Self {
            channels: 131_072,
            subscriptions: 65_536,
        }
    }
}
