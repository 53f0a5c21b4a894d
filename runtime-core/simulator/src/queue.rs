//! What will happen, in the order in which it does.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::net::SocketAddr;
use std::time::Duration;

use crate::program::Timer;

/// Something that happens at some time.
#[derive(Debug)]
pub enum Happening {
    Arrival {
        from: SocketAddr,
        to: SocketAddr,
        datagram: Vec<u8>,
    },
    /// An endpoint wants to be called.
    Wake {
        node: usize,
    },
    /// The uplink of a node has room for another datagram.
    Uplink {
        node: usize,
    },
    /// A program of that incarnation wants to.
    Timer {
        node: usize,
        incarnation: u32,
        timer: Timer,
    },
    Trouble(Trouble),
    /// A hostile actor has its turn.
    Hostile(usize),
    /// Tables are looked at.
    Sample,
    Phase,
}

/// Something goes wrong with a node, or with all of the network.
#[derive(Clone, Debug)]
pub enum Trouble {
    Start {
        node: usize,
    },
    Crash {
        node: usize,
    },
    Move {
        node: usize,
    },
    Jump {
        node: usize,
        by: Duration,
        back: bool,
    },
    /// Each node is in one of the parts.
    Part {
        parts: Vec<u8>,
    },
    Mend,
}

/// The heap is of small entries, since it moves them often.
#[derive(Default)]
pub struct Queue {
    /// When, and how many were put in before: what was put in first happens first; and where it is.
    heap: BinaryHeap<Reverse<(Duration, u64, usize)>>,
    happenings: Vec<Option<Happening>>,
    free: Vec<usize>,
    count: u64,
}

impl Queue {
    pub fn push(&mut self, at: Duration, happening: Happening) {
        let place = self.free.pop().unwrap_or_else(|| {
            self.happenings.push(None);
            self.happenings.len() - 1
        });
        self.happenings[place] = Some(happening);
        self.heap.push(Reverse((at, self.count, place)));
        self.count += 1;
    }

    pub fn pop(&mut self) -> Option<(Duration, Happening)> {
        let Reverse((at, _, place)) = self.heap.pop()?;
        self.free.push(place);
        Some((at, self.happenings[place].take()?))
    }
}
