//! Wire version 1 as a state machine, after the manner of quinn-proto: datagrams and time go in, datagrams, events and the next
//! deadline come out. No sockets, clocks or tasks inside, so that a simulator drives thousands of nodes from a seed.
//!
//! `docs/protocol.md` describes what these modules speak.

mod association;
mod crypto;
mod datagram;
mod endpoint;
mod handshake;
mod round_trip;
mod routing;
mod session;
mod stream;
mod time;

pub use association::{Liveness, LivenessConfig};
pub use crypto::hash::channel_hash;
pub use crypto::identity::{SecretIdentity, WeakKey, node_id, origin_hash, verify};
pub use endpoint::{
    CloseCause, ConnectError, Credit, DropCause, Drops, Endpoint, EndpointConfig, Event,
    LARGEST_RUN, Occupancy, PeerInfo, Place, Received, Route, SendError, Transmit,
};
pub use handshake::{Psk, Psks};
pub use routing::{
    Announcement, Ed25519, RoutingConfig, Trace, TraceEnd, TraceError, TraceHop, Verifier,
};
pub use stream::{Head, StreamConfig, StreamError};
pub use time::Now;
