//! What came of tracing the way to a node.

use std::time::Duration;

use meshwright_wire::wire::identity::EntityId;

use super::tracer::PATIENCE;

/// The way that datagrams take to a node, as the nodes on it say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    pub destination: EntityId,
    /// One after the other, the neighbour first. None: nobody answered within [`PATIENCE`](Self::PATIENCE).
    pub hops: Vec<Option<TraceHop>>,
    pub end: TraceEnd,
}

/// A node on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TraceHop {
    /// It has signed its answer.
    pub identity: EntityId,
    /// From here to there and back. The way back may be another one.
    pub round_trip: Duration,
}

/// Where a trace ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TraceEnd {
    /// At its destination, the last hop.
    Reached,
    /// At the last hop, to which nothing leads on.
    NoRoute,
    /// Where nobody answered: what is asked there is lost, or goes to a node that does not know traces.
    Silent,
    /// As far as datagrams go; perhaps they go in a circle.
    TooFar,
}

impl Trace {
    /// How long each hop is waited for, however often it is asked meanwhile.
    pub const PATIENCE: Duration = PATIENCE;
}

/// Why a trace did not begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TraceError {
    #[error("that is this node itself")]
    Itself,
    #[error(
        "nothing leads to the node; is it running, and is it, or a neighbour of it that relays, connected with a node that is known here?"
    )]
    NoRoute,
    #[error("as many traces as may are under way; try again when one of them has ended")]
    Busy,
}
