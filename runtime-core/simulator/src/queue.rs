//! What will happen, in the order in which it does.

use std::cmp::Ordering;
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

#[derive(Default)]
pub struct Queue {
    heap: BinaryHeap<Entry>,
    count: u64,
}

struct Entry {
    at: Duration,
    /// What was put in first happens first.
    order: u64,
    happening: Happening,
}

impl Queue {
    pub fn push(&mut self, at: Duration, happening: Happening) {
        self.heap.push(Entry {
            at,
            order: self.count,
            happening,
        });
        self.count += 1;
    }

    pub fn pop(&mut self) -> Option<(Duration, Happening)> {
        self.heap.pop().map(|entry| (entry.at, entry.happening))
    }
}

impl Ord for Entry {
    /// The earliest is the greatest.
    fn cmp(&self, other: &Self) -> Ordering {
        (other.at, other.order).cmp(&(self.at, self.order))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Entry {}
