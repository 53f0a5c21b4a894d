//! What was sent on one stream, and how far it came.

use std::fmt;

use crate::content;
use crate::observation::Offered;

pub(super) struct Record {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) stream: u64,
    /// Number and length of each event.
    pub(super) events: Vec<(u64, usize)>,
    pub(super) finishing: bool,
    /// The sender was told that all has arrived.
    pub(super) drained: bool,
    /// The sender was told that it may not.
    pub(super) gave_up: bool,
    /// One of the two knows nothing of it any more.
    pub(super) excused: bool,
    /// It goes through other nodes, whose ways may change at any time.
    pub(super) relayed: bool,
    /// Events that the receiver has taken; None before it has taken any.
    taken: Option<usize>,
    pub(super) end: End,
}

/// How it ended for the receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Open,
    Finished,
    Reset,
}

impl Record {
    pub(super) fn new(offered: &Offered) -> Self {
        Self {
            from: offered.from,
            to: offered.to,
            stream: offered.stream,
            events: vec![],
            finishing: false,
            drained: false,
            gave_up: false,
            excused: false,
            relayed: false,
            taken: None,
            end: End::Open,
        }
    }

    /// The receiver takes the event at `place` for the first of the stream `(from, to, id)`.
    pub(super) fn begin(
        &mut self,
        (from, to, stream): (usize, usize, u64),
        place: usize,
    ) -> Result<(), String> {
        if (from, to, stream) != (self.from, self.to, self.stream) {
            return Err(format!("{self} came to {to} as stream {stream} of {from}"));
        }
        if place != 0 {
            return Err(format!("{self} begins with its event {place}"));
        }
        match self.taken.replace(0) {
            None => Ok(()),
            Some(_) => Err(format!("{self} begins a second time")),
        }
    }

    pub(super) fn take(&mut self, event: &[u8]) -> Result<(), String> {
        let place = self.taken.unwrap_or_default();
        if self.end != End::Open {
            return Err(format!("{self} goes on after its end ({:?})", self.end));
        }
        let Some((number, length)) = self.events.get(place).copied() else {
            return Err(format!("{self} brought more than was sent"));
        };
        if !content::is_genuine(event, number, length) {
            let other = content::number(event);
            return Err(format!(
                "{self} brought, in place {place}, {} bytes of event {other:?}, not the {length} of event {number}",
                event.len()
            ));
        }
        self.taken = Some(place + 1);
        Ok(())
    }

    pub(super) fn finish(&mut self) -> Result<(), String> {
        if self.end != End::Open || !self.finishing || self.is_incomplete() {
            return Err(format!("{self} was said to be finished"));
        }
        self.end = End::Finished;
        Ok(())
    }

    /// Its sender waits for answers no longer. `is_calm`: there should have been some for a while.
    pub(super) fn give_up(&mut self, is_calm: bool) -> Result<(), String> {
        if is_calm && !self.excused && !self.relayed {
            return Err(format!("{self} was given up, though nothing is lost"));
        }
        self.gave_up = true;
        Ok(())
    }

    pub(super) fn reset(&mut self) -> Result<(), String> {
        if self.end != End::Open || !self.gave_up {
            return Err(format!("{self} was said to be reset"));
        }
        self.end = End::Reset;
        Ok(())
    }

    /// What must still happen.
    pub(super) fn owes(&self) -> Option<&'static str> {
        if self.excused {
            None
        } else if self.gave_up {
            // What was never heard of need not be reset.
            (self.end == End::Open && self.taken.is_some())
                .then_some("its receiver was never told of its reset")
        } else if self.is_incomplete() {
            Some("events never came")
        } else if self.finishing && self.end == End::Open {
            Some("its receiver was never told of its end")
        } else {
            (self.finishing && !self.drained)
                .then_some("its sender was never told that all has arrived")
        }
    }

    fn is_incomplete(&self) -> bool {
        self.taken.unwrap_or_default() < self.events.len()
    }
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (stream, from, to) = (self.stream, self.from, self.to);
        let (taken, sent) = (self.taken.unwrap_or_default(), self.events.len());
        write!(
            f,
            "stream {stream} of node {from} to {to} ({taken} of {sent} events taken"
        )?;
        f.write_str(if self.finishing { ", finished)" } else { ")" })
    }
}
