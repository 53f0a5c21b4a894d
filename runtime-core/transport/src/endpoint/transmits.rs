//! Datagrams that wait to be sent: what goes for one peer's sake waits in a lane of its own, and each lane has its turn.

use std::collections::VecDeque;

use super::place::Target;

/// Bytes that a lane sends before it is the next one's turn: what one system call takes. A lane that has less ends its turn early, and no turn is
/// carried over, so that turns do not break up what goes in one call. A datagram that is larger has a turn of its own.
pub const LARGEST_RUN: usize = 65_000;

/// For whose sake a datagram is sent. Order is kept within a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lane {
    /// For the peer at this slot, to it.
    Peer(usize),
    /// For the neighbour at this slot, to others.
    Relayed(usize),
    /// To whoever knocked: cookies.
    Strangers,
}

/// A datagram on its way out.
#[derive(Debug)]
pub(crate) struct Outgoing {
    pub to: Target,
    pub datagram: Vec<u8>,
}

/// Deficit round robin (Shreedhar and Varghese 1996) without what is carried over. All lanes share one pool of entries, so that nothing is allocated for
/// a datagram once as many have waited at a time.
pub(super) struct Transmits {
    pool: Vec<Entry>,
    /// The first entry that is free.
    free: Option<usize>,
    peers: Vec<Queue>,
    relayed: Vec<Queue>,
    strangers: Queue,
    /// Lanes with something to send, the first of which has its turn.
    turns: VecDeque<Lane>,
    /// Bytes that are left of the turn.
    left: usize,
    waiting: usize,
    /// Of them, relayed ones.
    waiting_relayed: usize,
    most: usize,
    most_relayed: usize,
}

/// Of a lane, or free.
struct Entry {
    outgoing: Option<Outgoing>,
    /// The one behind it.
    next: Option<usize>,
}

/// The entries of a lane.
#[derive(Clone, Copy, Default)]
struct Queue {
    first: Option<usize>,
    last: usize,
    count: usize,
}

impl Transmits {
    /// `most`: datagrams that wait, in all. `most_relayed`: of them, for one neighbour's sake to others.
    pub(super) fn new(most: usize, most_relayed: usize) -> Self {
        Self {
            pool: vec![],
            free: None,
            peers: vec![],
            relayed: vec![],
            strangers: Queue::default(),
            turns: VecDeque::new(),
            left: LARGEST_RUN,
            waiting: 0,
            waiting_relayed: 0,
            most,
            most_relayed,
        }
    }

    /// True if `count` datagrams more may wait in a lane that others fill: the program, or who is relayed for. Such a lane may hold no more than there is
    /// room left for all (dynamic thresholds: Choudhury and Hahne 1998). So one that is flooded takes half of all room, of a hundred each takes one part
    /// in 101, and as much is left for any other one. More than all room will ever hold may come when there is nothing else.
    pub(super) fn has_room(&self, lane: Lane, count: usize) -> bool {
        let waiting = self.queue(lane).count;
        waiting + count.min(self.most) <= self.most - self.waiting
    }

    /// True if nothing waits in the lane.
    pub(super) fn is_idle(&self, lane: Lane) -> bool {
        self.queue(lane).count == 0
    }

    /// True if no datagram more may wait in the lane, whatever it says. What the node has to say itself has twice the room, so that it still has
    /// some in a lane that is flooded.
    pub(super) fn is_full(&self, lane: Lane) -> bool {
        self.queue(lane).count >= 2 * (self.most - self.waiting)
    }

    /// True if one more datagram may wait for the sake of the neighbour at `slot`. What is relayed leaves half of the room to this node's own.
    pub(super) fn has_room_to_relay(&self, slot: usize) -> bool {
        let lane = Lane::Relayed(slot);
        self.queue(lane).count < self.most_relayed
            && self.waiting_relayed < self.most / 2
            && self.has_room(lane, 1)
    }

    /// False: the lane [is full](Self::is_full), and the datagram dropped.
    pub(super) fn push(&mut self, lane: Lane, outgoing: Outgoing) -> bool {
        if self.is_full(lane) {
            return false;
        }
        let at = self.store(outgoing);
        let queue = self.queue_mut(lane);
        let last = std::mem::replace(&mut queue.last, at);
        queue.count += 1;
        if queue.first.is_some() {
            self.pool[last].next = Some(at);
        } else {
            queue.first = Some(at);
            self.turns.push_back(lane);
        }
        self.waiting += 1;
        self.waiting_relayed += usize::from(matches!(lane, Lane::Relayed(_)));
        true
    }

    /// The next datagram of the lane whose turn it is.
    pub(super) fn pop(&mut self) -> Option<Outgoing> {
        let size = self.next_of(*self.turns.front()?)?.datagram.len();
        if size > self.left && self.left < LARGEST_RUN {
            self.turns.rotate_left(1);
            self.left = LARGEST_RUN;
        }
        let lane = *self.turns.front()?;
        let outgoing = self.take(lane)?;
        self.left = self.left.saturating_sub(outgoing.datagram.len());
        if self.queue(lane).first.is_none() {
            self.turns.pop_front();
            self.left = LARGEST_RUN;
        }
        Some(outgoing)
    }

    pub(super) fn waiting(&self) -> usize {
        self.waiting
    }

    /// Relayed datagrams that wait, of the neighbour with the most.
    pub(super) fn most_for_one(&self) -> usize {
        let counts = self.relayed.iter().map(|queue| queue.count);
        counts.max().unwrap_or_default()
    }

    fn queue(&self, lane: Lane) -> Queue {
        let known = match lane {
            Lane::Peer(slot) => self.peers.get(slot),
            Lane::Relayed(slot) => self.relayed.get(slot),
            Lane::Strangers => Some(&self.strangers),
        };
        known.copied().unwrap_or_default()
    }

    /// Slots are small numbers.
    fn queue_mut(&mut self, lane: Lane) -> &mut Queue {
        let (queues, slot) = match lane {
            Lane::Peer(slot) => (&mut self.peers, slot),
            Lane::Relayed(slot) => (&mut self.relayed, slot),
            Lane::Strangers => return &mut self.strangers,
        };
        if queues.len() <= slot {
            queues.resize(slot + 1, Queue::default());
        }
        &mut queues[slot]
    }

    fn next_of(&self, lane: Lane) -> Option<&Outgoing> {
        self.pool[self.queue(lane).first?].outgoing.as_ref()
    }

    fn store(&mut self, outgoing: Outgoing) -> usize {
        let entry = Entry {
            outgoing: Some(outgoing),
            next: None,
        };
        if let Some(at) = self.free {
            self.free = std::mem::replace(&mut self.pool[at], entry).next;
            return at;
        }
        self.pool.push(entry);
        self.pool.len() - 1
    }

    /// The first of a lane.
    fn take(&mut self, lane: Lane) -> Option<Outgoing> {
        let free = self.free;
        let at = self.queue(lane).first?;
        let entry = &mut self.pool[at];
        let outgoing = entry.outgoing.take();
        let next = std::mem::replace(&mut entry.next, free);
        self.free = Some(at);
        let queue = self.queue_mut(lane);
        queue.first = next;
        queue.count -= 1;
        self.waiting -= 1;
        self.waiting_relayed -= usize::from(matches!(lane, Lane::Relayed(_)));
        outgoing
    }
}
