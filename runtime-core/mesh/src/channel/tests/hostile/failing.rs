//! What an endpoint does not take.

use arbitrary::{Result, Unstructured};
use meshwright_mesh::channel::Sending;
use meshwright_transport::{SendError, StreamError};
use meshwright_wire::wire::packet::Subprotocol;

/// What the endpoint answers to the next sendings; after that it takes all.
#[derive(Default)]
pub struct Failing(Vec<Option<SendError>>);

impl Failing {
    pub fn arbitrary(u: &mut Unstructured<'_>) -> Result<Self> {
        // The rare ones end much of what a script has come to.
        let error = match u.int_in_range(0..=15u8)? {
            0 => SendError::NotConnected,
            1 => SendError::Busy,
            2 | 3 => SendError::Stream(StreamError::Ended),
            4 | 5 => SendError::Stream(StreamError::TooMany),
            6 | 7 => SendError::Stream(StreamError::TooLarge(1)),
            _ => SendError::Stream(StreamError::Blocked),
        };
        let errors = vec![Some(error); u.int_in_range(0..=3)?];
        let taken = vec![None; u.int_in_range(0..=7)?];
        Ok(Self([errors, taken].concat()))
    }

    /// The next answer, if an endpoint may give it to this sending.
    pub fn next(&mut self, sending: &Sending) -> Option<SendError> {
        let error = self.0.pop()??;
        let is_event = sending.head.subprotocol == Subprotocol::Events;
        let may_be = match error {
            SendError::NotConnected => true,
            SendError::Busy => !sending.reliable,
            SendError::Stream(StreamError::TooLarge(_)) => is_event,
            SendError::Stream(_) => sending.reliable,
        };
        may_be.then_some(error)
    }
}
