//! A node of the mesh: sockets, peers, tickets and channels around the state machine of `meshwright-transport`.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use meshwright_mesh::{Mesh, MeshConfig, Secret};
//!
//! let config = MeshConfig { psk: Some(Secret::random()?), ..MeshConfig::default() };
//! let mesh = Mesh::open(config).await?;
//! println!("{}", mesh.ticket());
//! # Ok(())
//! # }
//! ```
//!
//! # What an event costs
//!
//! `send` seals and sends in the caller's own thread: one lock, no task, one system call for up to 64 datagrams to one address. On the way out
//! an event is copied into its packet, and once more if several datagrams go in one call. On the way in, one system call brings up to eight
//! senders' datagrams; a packet is decrypted in the socket's buffer, copied out of it once, and readers get slices of that copy. From the driver
//! to a reader it is one wake.

// The scripts of hostile peers name it so, since a fuzz target plays them as well.
#[cfg(test)]
extern crate self as meshwright_mesh;

mod addresses;
pub mod channel;
mod close;
mod config;
mod connect;
mod error;
mod events;
mod keeper;
mod key_file;
mod mesh;
mod node;
mod open;
mod peers;
mod publish;
mod secret;
mod short;
mod stats;
mod sync;
mod ticket;
pub mod token;
mod trace;

pub use close::CloseReport;
pub use config::{ConfigError, IdentitySource, MeshConfig, PREFIX as ENVIRONMENT_PREFIX};
pub use error::{ConnectError, OpenError, SendError, TraceError};
pub use events::{PeerEvent, PeerEvents};
pub use key_file::{KeyFileError, create_key, read_key, read_or_create_key};
pub use mesh::Mesh;
pub use open::own_ticket;
pub use peers::{PeerChange, PeerChanges};
pub use secret::{NotASecret, Secret};
pub use short::{At, NotAnIdentity, Short, identity_text, parse_identity};
pub use stats::{Counts, Sent, Stats};
pub use ticket::{Ticket, TicketError};

pub use meshwright_transport::{
    CloseCause, DropCause, Drops, Liveness, LivenessConfig, PeerInfo, Place, Route, StreamConfig,
    Trace, TraceEnd, TraceHop,
};
pub use meshwright_wire::wire::identity::EntityId;
