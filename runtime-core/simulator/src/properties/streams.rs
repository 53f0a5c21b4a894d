//! Reliable streams bring exactly what was sent, in order, or say that they do not; when all is well, they bring all of it.

mod record;

use std::collections::BTreeMap;
use std::time::Duration;

use meshwright_transport::{Event, Received};
use meshwright_wire::wire::packet::PacketFlag;

use super::Property;
use crate::content;
use crate::observation::{Observation, Offered, Party};
use record::{End, Record};

/// Who waits longest for an answer sends again after 8 s (docs/protocol.md §6), and is answered within two more.
const ANSWERED: Duration = Duration::from_secs(10);

#[derive(Default)]
pub struct Streams {
    /// All that there ever were.
    records: Vec<Record>,
    /// Those whose sender still has them, by sender, receiver and id.
    sending: BTreeMap<(usize, usize, u64), usize>,
    /// What each receiver takes a stream for: by receiver, sender and id. When its program closes the association, what had come before may still be read,
    /// until it is told of the next one.
    receiving: BTreeMap<(usize, usize, u64), usize>,
    /// Record and place of each event.
    places: BTreeMap<u64, (usize, usize)>,
    /// When all sessions were back.
    back: Option<Duration>,
}

impl Property for Streams {
    fn name(&self) -> &'static str {
        "reliable streams bring what was sent, in order"
    }

    fn observe(&mut self, at: Duration, what: &Observation<'_>) -> Result<(), String> {
        match what {
            Observation::Offered(offered) if offered.reliable => self.offered(offered),
            Observation::Finishing { from, to, stream } => {
                self.sent(*from, *to, *stream, |record| record.finishing = true);
            }
            Observation::Crashed { node } => self.forget(|one, _| one == *node),
            Observation::Closed { node, peer } => self.closed(*node, *peer),
            Observation::Happened {
                node,
                peer: Party::Node(peer),
                event,
            } => return self.happened(at, *node, *peer, event),
            Observation::Surveyed { apart: None } => self.back = self.back.or(Some(at)),
            _ => {}
        }
        Ok(())
    }

    fn owes(&self) -> Option<String> {
        self.records
            .iter()
            .find_map(|record| Some(format!("{record}: {}", record.owes()?)))
    }
}

impl Streams {
    fn offered(&mut self, offered: &Offered) {
        let key = (offered.from, offered.to, offered.stream);
        let records = &mut self.records;
        let number = *self.sending.entry(key).or_insert_with(|| {
            records.push(Record::new(offered));
            records.len() - 1
        });
        let record = &mut self.records[number];
        self.places
            .insert(offered.number, (number, record.events.len()));
        record.relayed |= offered.relayed;
        record.events.push((offered.number, offered.length));
    }

    fn happened(
        &mut self,
        at: Duration,
        node: usize,
        peer: usize,
        event: &Event,
    ) -> Result<(), String> {
        match event {
            Event::Received(received) if received.header.flags.contains(PacketFlag::RELIABLE) => {
                received
                    .events
                    .iter()
                    .try_for_each(|event| self.take(node, peer, received, event))?;
            }
            Event::StreamFinished(_, stream) => self.received(node, peer, *stream)?.finish()?,
            Event::StreamReset(_, stream) => self.reset(node, peer, *stream)?,
            Event::StreamDrained(_, stream) => {
                self.sent(node, peer, *stream, |record| record.drained = true);
                self.sending.remove(&(node, peer, *stream));
            }
            Event::StreamGaveUp(_, stream) => {
                let is_calm = self.back.is_some_and(|back| at > back + ANSWERED);
                if let Some(number) = self.sending.remove(&(node, peer, *stream)) {
                    self.records[number].give_up(is_calm)?;
                }
            }
            Event::Restarted(_) | Event::Closed(..) => {
                self.forget(|one, other| (one, other) == (node, peer));
            }
            Event::Connected(_) => self
                .receiving
                .retain(|(to, from, _), _| (*to, *from) != (node, peer)),
            _ => {}
        }
        Ok(())
    }

    fn take(
        &mut self,
        node: usize,
        peer: usize,
        received: &Received,
        event: &[u8],
    ) -> Result<(), String> {
        let stream = received.header.stream_id;
        let key = (node, peer, stream);
        if !self.receiving.contains_key(&key) {
            let number = content::number(event);
            let place = number.and_then(|number| self.places.get(&number).copied());
            let (number, place) = place.ok_or_else(|| {
                format!("stream {stream} of {peer} to {node} begins with what nobody sent")
            })?;
            let record = &mut self.records[number];
            record.begin((peer, node, stream), place)?;
            self.receiving.insert(key, number);
        }
        self.received(node, peer, stream)?.take(event)
    }

    fn received(&mut self, node: usize, peer: usize, stream: u64) -> Result<&mut Record, String> {
        let number = self.receiving.get(&(node, peer, stream));
        number
            .and_then(|number| self.records.get_mut(*number))
            .ok_or_else(|| format!("node {node} was told of the end of stream {stream} of {peer}, which never began"))
    }

    /// A stream may be reset before its receiver's program has seen anything of it.
    fn reset(&mut self, node: usize, peer: usize, stream: u64) -> Result<(), String> {
        if let Ok(record) = self.received(node, peer, stream) {
            return record.reset();
        }
        let gave_up = |record: &&mut Record| {
            record.gave_up
                && (record.from, record.to, record.stream) == (peer, node, stream)
                && record.end == End::Open
        };
        let record = self.records.iter_mut().rev().find(gave_up);
        record.map(|record| record.end = End::Reset).ok_or_else(|| {
            format!("stream {stream} of {peer} to {node} was reset, and {peer} had not given it up")
        })
    }

    fn sent(&mut self, from: usize, to: usize, stream: u64, act: impl FnOnce(&mut Record)) {
        if let Some(number) = self.sending.get(&(from, to, stream)) {
            act(&mut self.records[*number]);
        }
    }

    /// The program on `node` has closed the association with `peer`.
    fn closed(&mut self, node: usize, peer: usize) {
        self.excuse(|one, other| (one, other) == (node, peer));
        self.sending
            .retain(|(from, to, _), _| (*from, *to) != (node, peer));
    }

    /// One side knows nothing any more of streams with the other, if it is one that `is_lost` says so of: nothing is owed on them.
    fn forget(&mut self, is_lost: impl Fn(usize, usize) -> bool) {
        self.excuse(&is_lost);
        self.sending.retain(|(from, to, _), _| !is_lost(*from, *to));
        self.receiving
            .retain(|(to, from, _), _| !is_lost(*to, *from));
    }

    fn excuse(&mut self, is_lost: impl Fn(usize, usize) -> bool) {
        for record in &mut self.records {
            record.excused |= is_lost(record.from, record.to) || is_lost(record.to, record.from);
        }
    }
}
