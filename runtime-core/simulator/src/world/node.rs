//! One machine: its clocks, its address, and the program and endpoint that run on it while it is up.

use std::net::SocketAddr;
use std::time::Duration;

use meshwright_transport::{Endpoint, EndpointConfig};

use crate::clock::Clock;
use crate::program::Program;

pub(super) struct Node {
    pub(super) clock: Clock,
    pub(super) address: SocketAddr,
    pub(super) config: EndpointConfig,
    /// Of how many events at a time, and how often, if it is a slow reader.
    pub(super) reading: Option<Reading>,
    /// Counts starts.
    pub(super) incarnation: u32,
    pub(super) running: Option<Running>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub(super) events: usize,
    pub(super) every: Duration,
}

pub(super) struct Running {
    pub(super) endpoint: Endpoint,
    pub(super) program: Program,
    /// When the endpoint will be called.
    pub(super) wake: Option<Duration>,
}
