//! What a program gives to streams and gets from them.

use bytes::Bytes;
use meshwright_wire::wire::packet::PacketHeader;

use super::inbound::Charge;

/// How streams behave. Both sides of a mesh have the same `window`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamConfig {
    /// Bytes of one stream that its receiver holds until the program takes them.
    pub window: u64,
    /// Bytes that may wait to be sent on one stream; a larger event goes when nothing waits.
    pub send_buffer: usize,
    /// Streams in one direction, at most.
    pub max_streams: usize,
    /// Time-outs in a row after which streams are given up.
    pub max_timeouts: u32,
}

impl Default for StreamConfig {
    fn default() -> Self {
        Self {
            window: 1 << 20,
            send_buffer: 1 << 20,
            max_streams: 256,
            max_timeouts: 10,
        }
    }
}

/// Why an event was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StreamError {
    #[error("the event is larger than the {0} bytes that it may have")]
    TooLarge(usize),
    #[error(
        "as much as may wait on the stream waits already; try again when the stream is writable"
    )]
    Blocked,
    #[error("there are as many streams as there may be")]
    TooMany,
    #[error("the stream has ended; take another id for another stream")]
    Ended,
}

/// Something that a stream brought.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Delivery {
    /// Events, each whole. `charge`: to be given back by [`Streams::consumed`](super::Streams::consumed) when the program has taken them.
    Events {
        header: PacketHeader,
        events: Vec<Bytes>,
        charge: Charge,
    },
    /// Nothing follows.
    Finished(u64),
    /// The sender gave up; what came before is all there is.
    Reset(u64),
    /// We gave up: what was sent and not acknowledged may not have arrived.
    GaveUp(u64),
    /// There is room again on a stream that was blocked.
    Writable(u64),
    /// Everything on a finished stream has arrived.
    Drained(u64),
}
