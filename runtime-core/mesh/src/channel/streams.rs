//! Ids of the streams that channels use: the top 16 bits say what for, the others count, so that none is used twice.

const KIND_BITS: u32 = 16;
const COUNTER_BITS: u32 = u64::BITS - KIND_BITS;
const SUBSCRIPTION: u64 = 1;
const CONTROL: u64 = 2;

/// Gives out ids that this node has not used before.
#[derive(Default)]
pub(super) struct StreamIds(u64);

impl StreamIds {
    pub(super) fn subscription(&mut self) -> u64 {
        SUBSCRIPTION << COUNTER_BITS | self.next()
    }

    pub(super) fn control(&mut self) -> u64 {
        CONTROL << COUNTER_BITS | self.next()
    }

    fn next(&mut self) -> u64 {
        self.0 += 1;
        self.0
    }
}

/// True of ids that name a subscription.
pub(super) fn is_subscription(stream: u64) -> bool {
    stream >> COUNTER_BITS == SUBSCRIPTION
}

/// True of ids that carry messages of the membership protocol.
pub(super) fn is_control(stream: u64) -> bool {
    stream >> COUNTER_BITS == CONTROL
}

/// True of ids that programs may use for streams of their own.
pub(crate) fn is_free(stream: u64) -> bool {
    stream >> COUNTER_BITS == 0
}
