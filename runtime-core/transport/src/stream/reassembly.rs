//! Large events from their pieces.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use meshwright_wire::wire::payload::Fragment;

/// Largest events: what is unreliable must not take much on trust.
pub(super) const LARGEST_UNRELIABLE: usize = 64 << 10;
pub(super) const LARGEST_RELIABLE: usize = 64 << 20;
/// What unfinished reliable events of one peer may take, over all its streams.
pub(super) const RELIABLE_BUDGET: usize = 2 * LARGEST_RELIABLE;
/// What unfinished unreliable events of one peer may take.
const BUDGET: usize = 1 << 20;
/// An unreliable event of which a piece is missing is given up.
const PATIENCE: Duration = Duration::from_secs(2);

/// The pieces do not belong together, or are more than there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unfit;

/// Bytes that holding a piece takes beside its own, about: so many small ones are as dear as they are.
const PIECE: usize = 128;

/// Pieces that come in order, on a reliable stream.
#[derive(Default)]
pub(super) struct InOrder(Option<Partial>);

struct Partial {
    count: u16,
    total: u32,
    pieces: Vec<Bytes>,
    length: usize,
}

impl InOrder {
    /// The whole event with its last piece. `payload`: what the piece was read from. Memory grows with what has come, not with what was announced.
    pub(super) fn push(
        &mut self,
        piece: &Fragment<'_>,
        payload: &Bytes,
    ) -> Result<Option<Bytes>, Unfit> {
        if piece.index == 0 && self.0.is_none() && piece.total as usize <= LARGEST_RELIABLE {
            self.0 = Some(Partial {
                count: piece.count,
                total: piece.total,
                pieces: vec![],
                length: 0,
            });
        }
        let partial = self
            .0
            .as_mut()
            .filter(|partial| {
                (partial.pieces.len(), partial.count, partial.total)
                    == (piece.index.into(), piece.count, piece.total)
            })
            .ok_or(Unfit)?;
        partial.pieces.push(payload.slice_ref(&piece.data));
        partial.length += piece.data.len();
        let (length, total) = (partial.length, partial.total as usize);
        let last = partial.pieces.len() == usize::from(partial.count);
        if length > total || last != (length == total) || piece.data.is_empty() {
            return Err(Unfit);
        }
        Ok(if last {
            self.0.take().map(|partial| joined(&partial.pieces, total))
        } else {
            None
        })
    }

    /// True between the first piece and the last.
    pub(super) fn is_unfinished(&self) -> bool {
        self.0.is_some()
    }

    /// What its pieces take.
    pub(super) fn bytes(&self) -> usize {
        self.0
            .as_ref()
            .map_or(0, |partial| partial.length + PIECE * partial.pieces.len())
    }
}

/// Pieces that come in any order or not at all, on unreliable streams.
#[derive(Default)]
pub(super) struct AnyOrder {
    partial: BTreeMap<Key, Pieces>,
    /// By the time at which they are given up.
    order: BTreeSet<(Duration, Key)>,
    bytes: usize,
    given_up: u64,
}

/// The stream, and the sequence of the first piece.
type Key = (u64, u64);

struct Pieces {
    /// When it is given up.
    until: Duration,
    count: u16,
    total: u32,
    /// By index: of those that have not come, nothing is held.
    pieces: BTreeMap<u16, Bytes>,
    length: usize,
}

impl AnyOrder {
    /// The whole event with the last piece that was missing. `payload`: what the piece was read from.
    pub(super) fn push(
        &mut self,
        stream: u64,
        sequence: u64,
        piece: &Fragment<'_>,
        payload: &Bytes,
        now: Duration,
    ) -> Result<Option<Bytes>, Unfit> {
        let (total, length) = (piece.total as usize, piece.data.len());
        let fits = piece.index < piece.count
            && total <= LARGEST_UNRELIABLE
            && usize::from(piece.count) <= total
            && length > 0
            && length <= total;
        let key = (
            stream,
            sequence
                .checked_sub(u64::from(piece.index))
                .filter(|_| fits)
                .ok_or(Unfit)?,
        );
        let event = self.partial.entry(key).or_insert_with(|| {
            let until = now + PATIENCE;
            self.order.insert((until, key));
            Pieces {
                until,
                count: piece.count,
                total: piece.total,
                pieces: BTreeMap::new(),
                length: 0,
            }
        });
        if (event.total, event.count) != (piece.total, piece.count) {
            return Err(Unfit);
        }
        if event.pieces.contains_key(&piece.index) {
            return Ok(None);
        }
        if event.length + length > total {
            return Err(Unfit);
        }
        event
            .pieces
            .insert(piece.index, payload.slice_ref(&piece.data));
        event.length += length;
        self.bytes += PIECE + length;
        if event.pieces.len() < usize::from(event.count) {
            self.make_room();
            return Ok(None);
        }
        let whole = self.remove(&key).ok_or(Unfit)?;
        if whole.length != total {
            return Err(Unfit);
        }
        Ok(Some(joined(whole.pieces.values(), total)))
    }

    /// Gives up what is too old, and says how many events that, and want of room, were since the last call.
    pub(super) fn expire(&mut self, now: Duration) -> u64 {
        while let Some((until, key)) = self.order.first().copied()
            && until <= now
        {
            self.give_up(&key);
        }
        std::mem::take(&mut self.given_up)
    }

    pub(super) fn next_timeout(&self) -> Option<Duration> {
        self.order.first().map(|(until, _)| *until)
    }

    /// What events of which pieces are missing take.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    fn make_room(&mut self) {
        while self.bytes > BUDGET
            && let Some((_, key)) = self.order.first().copied()
        {
            self.give_up(&key);
        }
    }

    fn give_up(&mut self, key: &Key) {
        self.given_up += u64::from(self.remove(key).is_some());
    }

    fn remove(&mut self, key: &Key) -> Option<Pieces> {
        let event = self.partial.remove(key)?;
        self.order.remove(&(event.until, *key));
        self.bytes -= event.length + PIECE * event.pieces.len();
        Some(event)
    }
}

fn joined<'a>(pieces: impl IntoIterator<Item = &'a Bytes>, total: usize) -> Bytes {
    let mut whole = BytesMut::with_capacity(total);
    for piece in pieces {
        whole.extend_from_slice(piece);
    }
    whole.freeze()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload(index: u16, count: u16, total: u32, length: usize) -> Bytes {
        let piece = Fragment {
            index,
            count,
            total,
            data: vec![7; length].into(),
        };
        piece.encode().unwrap().into()
    }

    #[test]
    fn many_events_of_which_little_came_are_given_up_before_they_take_much() {
        let mut pieces = AnyOrder::default();
        for stream in 0..20_000 {
            let payload = payload(0, 60_000, 60_000, 1);
            let fragment = Fragment::decode(&payload).unwrap();
            let whole = pieces.push(stream, 0, &fragment, &payload, Duration::ZERO);
            assert_eq!(whole, Ok(None));
        }
        assert!(pieces.bytes() <= BUDGET);
        assert!(pieces.partial.len() * PIECE <= BUDGET);
        assert_eq!(
            pieces.expire(Duration::ZERO) as usize + pieces.partial.len(),
            20_000
        );
    }

    #[test]
    fn what_is_held_of_pieces_is_given_free_with_the_last() {
        let (mut ordered, mut any) = (InOrder::default(), AnyOrder::default());
        for index in 0..5 {
            let payload = payload(index, 5, 50, 10);
            let fragment = Fragment::decode(&payload).unwrap();
            let whole = ordered.push(&fragment, &payload).unwrap();
            assert_eq!(whole.is_some(), index == 4);
            assert_eq!(ordered.is_unfinished(), index != 4);
        }
        for index in [3, 0, 4, 4, 1, 2] {
            let payload = payload(index, 5, 50, 10);
            let fragment = Fragment::decode(&payload).unwrap();
            let sequence = 100 + u64::from(index);
            let whole = any.push(1, sequence, &fragment, &payload, Duration::ZERO);
            assert_eq!(whole.unwrap().is_some(), index == 2);
        }
        assert_eq!((ordered.bytes(), any.bytes()), (0, 0));
        assert_eq!((any.next_timeout(), any.expire(PATIENCE)), (None, 0));
    }
}
