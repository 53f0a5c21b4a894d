//! Large events from their pieces.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use meshwright_wire::wire::payload::Fragment;

/// Largest events: what is unreliable must not take much on trust.
pub(super) const LARGEST_UNRELIABLE: usize = 64 << 10;
pub(super) const LARGEST_RELIABLE: usize = 64 << 20;
/// Bytes of unfinished reliable events of one peer, over all its streams.
pub(super) const RELIABLE_BUDGET: usize = 2 * LARGEST_RELIABLE;
/// Bytes of unfinished unreliable events of one peer.
const BUDGET: usize = 1 << 20;
/// An unreliable event of which a piece is missing is given up.
const PATIENCE: Duration = Duration::from_secs(2);

/// The pieces do not belong together, or are more than there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unfit;

/// Pieces that come in order, on a reliable stream.
#[derive(Default)]
pub(super) struct InOrder(Option<Partial>);

struct Partial {
    next: u16,
    count: u16,
    total: u32,
    data: BytesMut,
}

impl InOrder {
    /// The whole event with its last piece. Memory grows with what has come, not with what was announced.
    pub(super) fn push(&mut self, piece: &Fragment<'_>) -> Result<Option<Bytes>, Unfit> {
        if piece.index == 0 && self.0.is_none() && piece.total as usize <= LARGEST_RELIABLE {
            self.0 = Some(Partial {
                next: 0,
                count: piece.count,
                total: piece.total,
                data: BytesMut::new(),
            });
        }
        let partial = self
            .0
            .as_mut()
            .filter(|partial| {
                (partial.next, partial.count, partial.total)
                    == (piece.index, piece.count, piece.total)
            })
            .ok_or(Unfit)?;
        partial.data.extend_from_slice(&piece.data);
        partial.next += 1;
        let (length, last) = (partial.data.len(), partial.next == partial.count);
        if length > partial.total as usize
            || last != (length == partial.total as usize)
            || piece.data.is_empty()
        {
            return Err(Unfit);
        }
        Ok(if last {
            self.0.take().map(|partial| partial.data.freeze())
        } else {
            None
        })
    }

    /// True between the first piece and the last.
    pub(super) fn is_unfinished(&self) -> bool {
        self.0.is_some()
    }

    pub(super) fn bytes(&self) -> usize {
        self.0.as_ref().map_or(0, |partial| partial.data.len())
    }
}

/// Pieces that come in any order or not at all, on unreliable streams.
#[derive(Default)]
pub(super) struct AnyOrder {
    partial: BTreeMap<Key, Pieces>,
    /// By the time at which they are given up.
    order: VecDeque<(Duration, Key)>,
    bytes: usize,
    given_up: u64,
}

/// The stream, and the sequence of the first piece.
type Key = (u64, u64);

struct Pieces {
    total: u32,
    missing: usize,
    pieces: Vec<Option<Bytes>>,
    bytes: usize,
}

impl AnyOrder {
    pub(super) fn push(
        &mut self,
        stream: u64,
        sequence: u64,
        piece: &Fragment<'_>,
        now: Duration,
    ) -> Result<Option<Bytes>, Unfit> {
        let (count, total, data) = (usize::from(piece.count), piece.total as usize, &piece.data);
        let fits = usize::from(piece.index) < count
            && total <= LARGEST_UNRELIABLE
            && count <= total
            && !data.is_empty()
            && data.len() <= total;
        let key = (
            stream,
            sequence
                .checked_sub(u64::from(piece.index))
                .filter(|_| fits)
                .ok_or(Unfit)?,
        );
        let event = self.partial.entry(key).or_insert_with(|| {
            self.order.push_back((now + PATIENCE, key));
            Pieces {
                total: piece.total,
                missing: count,
                pieces: vec![None; count],
                bytes: 0,
            }
        });
        if event.total != piece.total || event.pieces.len() != count {
            return Err(Unfit);
        }
        let slot = &mut event.pieces[usize::from(piece.index)];
        if slot.is_some() {
            return Ok(None);
        }
        if event.bytes + data.len() > total {
            return Err(Unfit);
        }
        *slot = Some(Bytes::copy_from_slice(data));
        event.bytes += data.len();
        event.missing -= 1;
        self.bytes += data.len();
        if event.missing > 0 {
            self.make_room();
            return Ok(None);
        }
        let whole = self.remove(&key).ok_or(Unfit)?;
        if whole.bytes != total {
            return Err(Unfit);
        }
        Ok(Some(
            whole
                .pieces
                .into_iter()
                .flatten()
                .fold(BytesMut::with_capacity(total), |mut all, piece| {
                    all.extend_from_slice(&piece);
                    all
                })
                .freeze(),
        ))
    }

    /// Gives up what is too old, and says how many events that, and want of room, were since the last call.
    pub(super) fn expire(&mut self, now: Duration) -> u64 {
        while let Some((_, key)) = self
            .order
            .front()
            .copied()
            .filter(|(until, _)| *until <= now)
        {
            self.order.pop_front();
            self.give_up(key);
        }
        std::mem::take(&mut self.given_up)
    }

    pub(super) fn next_timeout(&self) -> Option<Duration> {
        self.order.front().map(|(until, _)| *until)
    }

    /// Of events of which pieces are missing.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    fn make_room(&mut self) {
        while self.bytes > BUDGET
            && let Some((_, key)) = self.order.pop_front()
        {
            self.give_up(key);
        }
    }

    fn give_up(&mut self, key: Key) {
        self.given_up += u64::from(self.remove(&key).is_some());
    }

    fn remove(&mut self, key: &Key) -> Option<Pieces> {
        let event = self.partial.remove(key)?;
        self.bytes -= event.bytes;
        Some(event)
    }
}
