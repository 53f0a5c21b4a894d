//! Datagrams on their way to the socket, in order.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;

use meshwright_transport::{Endpoint, LARGEST_RUN, Transmit};

use super::socket::Socket;

/// Where datagrams come from, and where their memory goes.
pub(crate) trait Datagrams {
    fn next(&mut self) -> Option<Transmit>;
    fn reuse(&mut self, memory: Vec<u8>);
}

impl Datagrams for Endpoint {
    fn next(&mut self) -> Option<Transmit> {
        self.poll_transmit()
    }

    fn reuse(&mut self, memory: Vec<u8>) {
        Self::reuse(self, memory);
    }
}

/// Datagrams of one length to one address, which one system call sends. One alone is never copied.
pub(crate) struct Outgoing {
    /// None once the node is closed.
    socket: Option<Arc<Socket>>,
    to: Option<SocketAddr>,
    segment: usize,
    bytes: Vec<u8>,
    count: u64,
    /// The first datagram that did not fit the run before it.
    held: Option<Transmit>,
    /// The last is shorter, so that nothing may follow it in one call.
    ended: bool,
    pub(crate) sent: Sent,
}

/// What went out since the node was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    pub datagrams: u64,
    pub bytes: u64,
    /// System calls that took them.
    pub calls: u64,
    /// Datagrams that the system refused: no route, a closed port, and the like. What is reliable is sent again.
    pub refused: u64,
}

/// What became of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flow {
    /// There is nothing to send.
    Empty,
    Sent,
    /// The socket takes no more for now.
    Blocked,
}

impl Outgoing {
    pub(crate) fn new(socket: Option<Arc<Socket>>) -> Self {
        Self {
            socket,
            to: None,
            segment: 0,
            bytes: vec![],
            count: 0,
            held: None,
            ended: false,
            sent: Sent::default(),
        }
    }

    /// Gives up the socket.
    pub(crate) fn close(&mut self) {
        self.socket = None;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Datagrams that were taken and not sent.
    pub(crate) fn waiting(&self) -> usize {
        self.count as usize + usize::from(self.held.is_some())
    }

    /// Makes up a run of what there is.
    pub(crate) fn fill(&mut self, datagrams: &mut impl Datagrams) {
        if let Some(socket) = &self.socket {
            let max_segments = socket.max_segments();
            self.fill_up_to(max_segments, datagrams);
        }
    }

    fn fill_up_to(&mut self, max_segments: usize, datagrams: &mut impl Datagrams) {
        while !self.ended
            && (self.count as usize) < max_segments
            && let Some(mut transmit) = self.held.take().or_else(|| datagrams.next())
        {
            if !self.take(&transmit) {
                self.held = Some(transmit);
                return;
            }
            if self.count == 1 {
                std::mem::swap(&mut self.bytes, &mut transmit.datagram);
            } else {
                self.bytes.extend_from_slice(&transmit.datagram);
            }
            datagrams.reuse(transmit.datagram);
        }
    }

    /// True if the datagram belongs to the run.
    fn take(&mut self, transmit: &Transmit) -> bool {
        let size = transmit.datagram.len();
        if self.is_empty() {
            self.to = Some(transmit.to);
            self.segment = size;
        } else if self.to != Some(transmit.to)
            || size > self.segment
            || self.bytes.len() + size > LARGEST_RUN
        {
            return false;
        }
        self.ended = size < self.segment;
        self.count += 1;
        true
    }

    /// Sends the run. One that the system refuses is counted and forgotten, as a network would.
    pub(crate) fn send(&mut self) -> Flow {
        let (Some(socket), Some(to), false) = (&self.socket, self.to, self.is_empty()) else {
            return Flow::Empty;
        };
        match socket.try_send(to, self.segment, &self.bytes) {
            Ok(()) => {
                self.sent.datagrams += self.count;
                self.sent.bytes += self.bytes.len() as u64;
                self.sent.calls += 1;
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Flow::Blocked,
            Err(error) => {
                self.sent.refused += self.count;
                tracing::debug!(%to, %error, datagrams = self.count, "the system refused to send");
            }
        }
        self.count = 0;
        self.ended = false;
        self.bytes.clear();
        Flow::Sent
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::*;

    struct Waiting(VecDeque<(u16, usize)>);

    impl Datagrams for Waiting {
        fn next(&mut self) -> Option<Transmit> {
            let (port, size) = self.0.pop_front()?;
            Some(Transmit {
                to: ([127, 0, 0, 1], port).into(),
                datagram: vec![0; size],
            })
        }

        fn reuse(&mut self, _memory: Vec<u8>) {}
    }

    fn run_of(sizes: &[(u16, usize)], max_segments: usize) -> Vec<(u64, usize)> {
        let mut waiting = Waiting(sizes.to_vec().into());
        let mut outgoing = Outgoing::new(None);
        let mut runs = vec![];
        loop {
            outgoing.fill_up_to(max_segments, &mut waiting);
            if outgoing.is_empty() {
                return runs;
            }
            runs.push((outgoing.count, outgoing.bytes.len()));
            outgoing = Outgoing {
                held: outgoing.held.take(),
                ..Outgoing::new(None)
            };
        }
    }

    #[test]
    fn a_run_has_one_address_and_one_length_but_for_its_last() {
        assert_eq!(
            run_of(&[(1, 9), (1, 9), (1, 4), (1, 4), (2, 4), (2, 9)], 64),
            [(3, 22), (1, 4), (1, 4), (1, 9)]
        );
    }

    #[test]
    fn a_run_is_as_long_as_the_system_takes() {
        assert_eq!(run_of(&[(1, 9); 5], 2), [(2, 18), (2, 18), (1, 9)]);
        assert_eq!(run_of(&[(1, 1200); 60], 64)[0], (54, 64_800));
        assert_eq!(run_of(&[(1, 9); 2], 1), [(1, 9), (1, 9)]);
    }
}
