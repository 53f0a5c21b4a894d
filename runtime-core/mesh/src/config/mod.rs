//! How a node behaves. Built from three layers, each over the one before: what the program sets, a file, the environment.

mod environment;
mod file;
mod layer;

pub use environment::PREFIX;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use meshwright_transport::{LivenessConfig, StreamConfig};

use crate::channel::{ChannelLimits, SubnetId};
use crate::key_file::KeyFileError;
use crate::secret::Secret;
use crate::ticket::Ticket;

/// How a node behaves. Every number bounds something.
///
/// ```no_run
/// # fn main() -> Result<(), meshwright_mesh::ConfigError> {
/// let config = meshwright_mesh::MeshConfig::default()
///     .with_file("node.toml")?
///     .with_environment()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct MeshConfig {
    /// Where to listen; port 0 takes a free one, `0.0.0.0` all IPv4 addresses, `[::]` those of IPv6 and IPv4.
    pub listen: SocketAddr,
    /// Addresses for tickets, if others than those of this machine's interfaces: behind a translator, or by choice.
    pub advertise: Vec<SocketAddr>,
    /// Who the node is.
    pub identity: IdentitySource,
    /// Number under which members know `psk`.
    pub mesh_id: u32,
    /// The mesh's key: who has it is a member. There is no node without one.
    pub psk: Option<Secret>,
    /// Keys with their numbers that members may still open with, while the key is being replaced.
    pub previous_psks: Vec<(u32, Secret)>,
    /// Nodes to be connected with from the start, and again whenever they are lost.
    pub neighbours: Vec<Ticket>,
    /// How long a connect tries, over all addresses of a ticket.
    pub connect_timeout: Duration,
    /// How long a close waits for what is still to be acknowledged.
    pub close_timeout: Duration,
    /// Events that wait for one reader, at most; what comes unreliably beyond it is dropped and counted.
    pub ring: usize,
    /// Neighbours at most.
    pub max_peers: usize,
    /// When a silent neighbour is suspected, and when it has failed.
    pub liveness: LivenessConfig,
    /// Windows and buffers of streams. The window is the same in the whole mesh.
    pub streams: StreamConfig,
    /// Where the node is in the tree of subnets; it decides which channels it may see and show.
    pub subnet: SubnetId,
    /// Whether the node hands on what others send to others.
    pub relays: bool,
    /// Whether subscriptions open sessions, through relays, with all nodes that something leads to and whose events they want; if not, they
    /// hear those with which there are sessions anyway.
    pub seek_publishers: bool,
    /// Bounds of channels and subscriptions.
    pub channels: ChannelLimits,
    /// Bytes that the system keeps for the socket, in each direction; fewer if it does not allow so many.
    pub socket_buffer: usize,
}

/// Where a node's identity comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdentitySource {
    /// A new one for this run.
    Ephemeral,
    /// From a file, which is made on first use with a mode that lets only its owner read it.
    File(PathBuf),
    /// From this seed.
    Seed(Secret),
}

impl Default for MeshConfig {
    fn default() -> Self {
        Self {
            listen: (Ipv4Addr::UNSPECIFIED, 0).into(),
            advertise: vec![],
            identity: IdentitySource::Ephemeral,
            mesh_id: 1,
            psk: None,
            previous_psks: vec![],
            neighbours: vec![],
            // Twice what the slowest retry of a handshake waits, and more than a minute is no use to a person.
            connect_timeout: Duration::from_secs(20),
            close_timeout: Duration::from_secs(5),
            ring: 4096,
            max_peers: 4096,
            liveness: LivenessConfig::default(),
            streams: StreamConfig::default(),
            subnet: SubnetId::GLOBAL,
            relays: true,
            seek_publishers: true,
            channels: ChannelLimits::default(),
            // Some 20 ms of a 1 Gbit/s path.
            socket_buffer: 2 << 20,
        }
    }
}

/// What is wrong with a configuration, where, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{path}: {error}")]
    Unreadable {
        path: PathBuf,
        error: std::io::Error,
    },
    /// With the line's number.
    #[error("{path}: {message}")]
    File { path: PathBuf, message: String },
    #[error("environment variable {name}: {message}")]
    Environment { name: String, message: String },
    #[error(transparent)]
    Key(#[from] KeyFileError),
    #[error(
        "no pre-shared key: set `psk_file` in the configuration, {PREFIX}PSK_FILE or {PREFIX}PSK"
    )]
    NoPsk,
    #[error("`{name}` must be at least {least}")]
    TooSmall { name: &'static str, least: usize },
    #[error("mesh id {0} stands for more than one key")]
    SameMeshId(u32),
}

impl MeshConfig {
    /// What no layer could check alone.
    pub(crate) fn check(&self) -> Result<(), ConfigError> {
        let at_least = |name, value: usize, least| {
            if value < least {
                Err(ConfigError::TooSmall { name, least })
            } else {
                Ok(())
            }
        };
        at_least("ring", self.ring, 1)?;
        at_least("max_peers", self.max_peers, 1)?;
        at_least("suspect_after", self.liveness.suspect_after as usize, 1)?;
        at_least(
            "fail_after",
            self.liveness.fail_after as usize,
            self.liveness.suspect_after as usize,
        )?;
        at_least(
            "heartbeat (in milliseconds)",
            self.liveness.heartbeat.as_millis() as usize,
            1,
        )?;
        // Less than two datagrams, and a stream would stop after each.
        at_least("stream_window", self.streams.window as usize, 4096)?;
        let mut ids: Vec<u32> = self.previous_psks.iter().map(|(id, _)| *id).collect();
        ids.push(self.mesh_id);
        ids.sort_unstable();
        match ids.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(ConfigError::SameMeshId(pair[0])),
            None => Ok(()),
        }
    }
}
