//! Why something did not happen, and what to do about it.

use std::net::SocketAddr;
use std::time::Duration;

use meshwright_transport as transport;
use transport::Place;

use crate::config::ConfigError;
use crate::short::At;
use crate::ticket::TicketError;

/// Why a node did not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error("cannot listen on {address}: {error}")]
    Listen {
        address: SocketAddr,
        error: std::io::Error,
    },
    #[error("no random bytes: {0}")]
    Random(#[from] getrandom::Error),
    #[error("no ticket can be made: {0}")]
    Ticket(#[from] TicketError),
}

/// Why there is no connection.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConnectError {
    #[error(
        "the ticket is of mesh {theirs}, and this node has no key of that number; its own mesh is {ours}"
    )]
    OtherMesh { theirs: u32, ours: u32 },
    #[error("the ticket is this node's own")]
    Ourselves,
    #[error("{0}")]
    Refused(#[from] transport::ConnectError),
    #[error(
        "nobody answered within {after:?} {}; is the node running, can UDP reach it there, and is its pre-shared key the same?",
        list(.places)
    )]
    NoAnswer { places: Vec<Place>, after: Duration },
    #[error("this node is closed")]
    Closed,
}

/// Why an event was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    #[error(transparent)]
    Refused(#[from] transport::SendError),
    #[error("stream {0} is not a program's to use; its streams are those below 2^48")]
    ReservedStream(u64),
    #[error("this node is closed")]
    Closed,
}

/// Why there is no trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TraceError {
    #[error(transparent)]
    Refused(#[from] transport::TraceError),
    #[error("this node is closed")]
    Closed,
}

fn list(places: &[Place]) -> String {
    let places: Vec<String> = places.iter().map(|place| At(place).to_string()).collect();
    places.join(", ")
}
