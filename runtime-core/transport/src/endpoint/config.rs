use std::sync::Arc;

use crate::association::LivenessConfig;
use crate::handshake::Psks;
use crate::routing::{Ed25519, RoutingConfig, Verifier};
use crate::stream::StreamConfig;
use meshwright_wire::wire::handshake::HandshakeFeature;

/// Bytes that UDP over IPv4 carries in one datagram.
pub(crate) const LARGEST_UDP_PAYLOAD: usize = 65_507;

/// How an endpoint behaves. Every number bounds something.
#[derive(Clone, Debug)]
pub struct EndpointConfig {
    pub psks: Psks,
    pub features: HandshakeFeature,
    pub liveness: LivenessConfig,
    pub streams: StreamConfig,
    /// Neighbours at most.
    pub max_peers: usize,
    /// Openings that were answered and not yet confirmed, at most.
    pub max_unconfirmed: usize,
    /// Openings read a second; above it, senders must bring a cookie.
    pub openings_per_second: u32,
    /// Tries of one connect before it fails.
    pub connect_attempts: u32,
    /// Datagrams that wait to be sent, at most.
    pub max_transmits: usize,
    /// Events that wait to be read, at most.
    pub max_events: usize,
    /// Bytes of the largest datagram to a path of which nothing is known yet.
    pub datagram_size: usize,
    /// Bytes of the largest datagram that is tried: paths are probed between the two. Sockets must forbid fragmentation on the way, or probes mean little.
    /// At most 65,507, which is what UDP over IPv4 carries.
    pub largest_datagram: usize,
    /// The same to peers on this machine.
    pub largest_loopback_datagram: usize,
    pub routing: RoutingConfig,
    /// Checks what other nodes have signed.
    pub verifier: Arc<dyn Verifier>,
}

impl EndpointConfig {
    pub fn new(psks: Psks) -> Self {
        Self {
            psks,
            features: HandshakeFeature::ALL,
            liveness: LivenessConfig::default(),
            streams: StreamConfig::default(),
            max_peers: 4096,
            max_unconfirmed: 256,
            openings_per_second: 200,
            connect_attempts: 8,
            max_transmits: 4096,
            max_events: 4096,
            // What every path carries (RFC 8899 §5.1.2 has the same base).
            datagram_size: 1200,
            // Ethernet's 1,500 less the headers of IPv6 and UDP.
            largest_datagram: 1452,
            // An interface of 64 KiB, and the most that UDP over IPv4 carries.
            largest_loopback_datagram: LARGEST_UDP_PAYLOAD,
            routing: RoutingConfig::default(),
            verifier: Arc::new(Ed25519),
        }
    }
}
