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
    /// If it is a narrow one.
    pub(super) uplink: Option<Uplink>,
    /// Counts starts.
    pub(super) incarnation: u32,
    pub(super) running: Option<Running>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub(super) events: usize,
    pub(super) every: Duration,
}

/// Sends one datagram after the other; what waits for it waits in the endpoint.
pub(super) struct Uplink {
    bytes_per_second: u64,
    free_at: Duration,
    /// It is noted when it will be free.
    pub(super) is_awaited: bool,
}

impl Uplink {
    pub(super) fn new(bytes_per_second: u64) -> Self {
        Self {
            bytes_per_second,
            free_at: Duration::ZERO,
            is_awaited: false,
        }
    }

    /// When it will be free, if it is busy.
    pub(super) fn busy_until(&self, at: Duration) -> Option<Duration> {
        (self.free_at > at).then_some(self.free_at)
    }

    pub(super) fn take(&mut self, size: usize, at: Duration) {
        let takes = Duration::from_nanos(size as u64 * 1_000_000_000 / self.bytes_per_second);
        self.free_at = at + takes;
    }
}

pub(super) struct Running {
    pub(super) endpoint: Endpoint,
    pub(super) program: Program,
    /// When the endpoint will be called.
    pub(super) wake: Option<Duration>,
}
