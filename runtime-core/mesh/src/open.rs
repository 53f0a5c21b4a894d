//! From a configuration to a running node.

use std::net::SocketAddr;
use std::sync::Arc;

use meshwright_transport::{
    Announcement, Endpoint, EndpointConfig, Psk, Psks, RoutingConfig, SecretIdentity,
};

use crate::addresses::reachable;
use crate::channel::{Channels, SubnetId};
use crate::config::{ConfigError, IdentitySource, MeshConfig};
use crate::error::OpenError;
use crate::keeper::keep;
use crate::key_file::read_or_create_key;
use crate::mesh::{Handle, Mesh};
use crate::node::Node;
use crate::node::clock::Clock;
use crate::node::socket::Socket;
use crate::secret::Secret;
use crate::ticket::Ticket;

/// Handshakes for one address of a ticket, before the next one is tried.
const ATTEMPTS_PER_ADDRESS: u32 = 2;

impl Mesh {
    /// Opens a node, which runs on the current tokio runtime until it is closed or its last handle is dropped.
    ///
    /// # Panics
    /// Outside a tokio runtime with time and I/O.
    #[tracing::instrument(name = "open", skip_all, fields(listen = %config.listen))]
    pub async fn open(config: MeshConfig) -> Result<Self, OpenError> {
        config.check()?;
        let identity = SecretIdentity::from_seed(seed(&config.identity)?.bytes());
        let psks = psks(&config)?;
        let socket = Socket::bind(config.listen, config.socket_buffer).map_err(|error| {
            OpenError::Listen {
                address: config.listen,
                error,
            }
        })?;
        let ticket = ticket(&identity, &config, socket.local())?;
        let clock = Clock::new();
        let endpoint_config = EndpointConfig {
            liveness: config.liveness,
            streams: config.streams,
            max_peers: config.max_peers,
            connect_attempts: ATTEMPTS_PER_ADDRESS,
            routing: RoutingConfig {
                relays: config.relays,
                ..RoutingConfig::default()
            },
            ..EndpointConfig::new(psks)
        };
        let mut endpoint = Endpoint::new(
            identity,
            endpoint_config,
            *Secret::random()?.bytes(),
            clock.now(),
        );
        tracing::info!(identity = %crate::Short(&ticket.identity()), local = %socket.local(), "open");
        if config.subnet != SubnetId::GLOBAL {
            let announced = Announcement {
                subnet: config.subnet.0,
                ..Announcement::default()
            };
            endpoint.announce(announced, clock.now());
        }
        let channels = Channels::new(
            ticket.identity(),
            config.subnet,
            config.channels.clone(),
            clock.now(),
        );
        let socket = Arc::new(socket);
        let node = Node::new(
            clock,
            Arc::clone(&socket),
            endpoint,
            channels,
            config.connect_timeout,
            config.seek_publishers,
        );
        let neighbours = config.neighbours.clone();
        let mesh = Self(Arc::new(Handle::new(node, socket, config, ticket)));
        for neighbour in neighbours {
            mesh.0.keep(keep(mesh.weak(), neighbour));
        }
        Ok(mesh)
    }
}

/// The ticket of a node that is not open, as it will be if its configuration fixes port and identity. Makes the identity's file if there is none.
pub fn own_ticket(config: &MeshConfig) -> Result<Ticket, OpenError> {
    let identity = SecretIdentity::from_seed(seed(&config.identity)?.bytes());
    ticket(&identity, config, config.listen)
}

fn seed(source: &IdentitySource) -> Result<Secret, OpenError> {
    Ok(match source {
        IdentitySource::Ephemeral => Secret::random()?,
        IdentitySource::File(path) => read_or_create_key(path).map_err(ConfigError::from)?,
        IdentitySource::Seed(seed) => seed.clone(),
    })
}

fn psks(config: &MeshConfig) -> Result<Psks, ConfigError> {
    let key = config.psk.as_ref().ok_or(ConfigError::NoPsk)?;
    let previous = config.previous_psks.iter();
    Ok(Psks::new(
        Psk::new(config.mesh_id, *key.bytes()),
        previous
            .map(|(id, key)| Psk::new(*id, *key.bytes()))
            .collect(),
    ))
}

fn ticket(
    identity: &SecretIdentity,
    config: &MeshConfig,
    local: SocketAddr,
) -> Result<Ticket, OpenError> {
    let mut addresses = if config.advertise.is_empty() {
        reachable(local)
    } else {
        config.advertise.clone()
    };
    loop {
        match Ticket::new(identity.id(), config.mesh_id, addresses.clone()) {
            // Interfaces beyond what a ticket holds are the least likely ones. What the program wants is not cut.
            Err(_) if config.advertise.is_empty() && addresses.len() > 1 => {
                addresses.pop();
            }
            made => return Ok(made?),
        }
    }
}
