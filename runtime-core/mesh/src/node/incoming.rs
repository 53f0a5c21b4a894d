//! Datagrams from the socket into the state machine, in buffers that are used again and again.

use std::io::IoSliceMut;

use quinn_udp::RecvMeta;

use super::Node;
use super::socket::{Socket, as_received};

/// Buffers that one call fills.
const BUFFERS: usize = 8;
/// Bytes of each: the system puts as many datagrams of one sender into it as fit, and the largest there is always does.
const BUFFER: usize = 65_535;

pub(super) struct Incoming {
    memory: Vec<u8>,
    meta: [RecvMeta; BUFFERS],
}

impl Incoming {
    pub(super) fn new() -> Self {
        Self {
            memory: vec![0; BUFFERS * BUFFER],
            meta: [RecvMeta::default(); BUFFERS],
        }
    }

    /// Takes what one call gives. Packets are decrypted where they stand.
    pub(super) fn receive(&mut self, node: &Node, socket: &Socket) {
        let mut parts = self.memory.chunks_exact_mut(BUFFER);
        let mut buffers: [IoSliceMut<'_>; BUFFERS] =
            std::array::from_fn(|_| IoSliceMut::new(parts.next().unwrap_or_default()));
        let count = match socket.try_receive(&mut buffers, &mut self.meta) {
            Ok(count) => count,
            // Nothing there after all, or word of a datagram that went out and found nobody.
            Err(error) => {
                tracing::trace!(%error, "nothing received");
                return;
            }
        };
        node.with(|state, _, now| {
            state.counts.calls += 1;
            for (buffer, meta) in buffers.iter_mut().zip(&self.meta).take(count) {
                let from = as_received(meta.addr);
                state.counts.bytes += meta.len as u64;
                for datagram in buffer[..meta.len].chunks_mut(meta.stride.max(1)) {
                    state.counts.datagrams += 1;
                    state.endpoint.receive(from, datagram, now);
                }
            }
        });
    }
}
