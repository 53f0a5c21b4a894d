//! The traces that this node has under way: whom to ask, and what came of it.

use std::time::Duration;

use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::trace::{TraceAnswerBody, TraceOutcome};

use super::trace::{Trace, TraceEnd, TraceError, TraceHop};
use crate::crypto::random::Random;
use crate::endpoint::DropCause;

/// A hop is asked so many times, since datagrams get lost, and who has just joined is not known everywhere.
const TRIES: u32 = 4;
/// Time to the second of them; each further one waits twice as long.
const AGAIN: Duration = Duration::from_millis(200);
/// Time from the first to the end of the last.
pub(super) const PATIENCE: Duration = AGAIN.saturating_mul((1 << TRIES) - 1);
/// Traces at once.
const MOST: usize = 16;

/// Asks all hops at once as far as the destination is said to be, then one beyond the last as long as that one answers.
pub(crate) struct Tracer {
    under_way: Vec<UnderWay>,
    /// A way has no more hops.
    most_hops: usize,
}

struct UnderWay {
    destination: EntityId,
    hops: Vec<Asked>,
    /// The last hop says that nothing leads on.
    is_blocked: bool,
}

struct Asked {
    /// Of the last question; none once it was answered, or before the first.
    token: Option<u64>,
    asked_at: Duration,
    tries: u32,
    hop: Option<TraceHop>,
}

/// A probe to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    pub(crate) destination: EntityId,
    /// Hops that it may take beyond the neighbour.
    pub(crate) ttl: u8,
    pub(crate) token: u64,
}

impl Tracer {
    pub(super) fn new(most_hops: u8) -> Self {
        Self {
            under_way: vec![],
            most_hops: most_hops.max(1).into(),
        }
    }

    /// Begins with as many hops as the destination is said to be away. One that is under way already goes on.
    pub(crate) fn begin(
        &mut self,
        destination: EntityId,
        distance: u8,
        now: Duration,
    ) -> Result<(), TraceError> {
        let mut known = self.under_way.iter();
        if known.any(|one| one.destination == destination) {
            return Ok(());
        }
        if self.under_way.len() >= MOST {
            return Err(TraceError::Busy);
        }
        let hops = usize::from(distance).clamp(1, self.most_hops);
        self.under_way.push(UnderWay {
            destination,
            hops: (0..hops).map(|_| Asked::new(now)).collect(),
            is_blocked: false,
        });
        Ok(())
    }

    /// The next probe that is due.
    pub(crate) fn next_question(&mut self, random: &mut Random, now: Duration) -> Option<Question> {
        self.under_way.iter_mut().find_map(|one| {
            let mut hops = one.hops.iter_mut().enumerate();
            let (index, due) = hops.find(|(_, asked)| {
                asked.hop.is_none() && asked.tries < TRIES && asked.due_at() <= now
            })?;
            let token = random.id();
            due.token = Some(token);
            due.asked_at = now;
            due.tries += 1;
            Some(Question {
                destination: one.destination,
                ttl: index as u8,
                token,
            })
        })
    }

    /// Takes an answer. `is_signed` is asked only about one that was waited for.
    pub(crate) fn answered(
        &mut self,
        body: &TraceAnswerBody,
        is_signed: impl FnOnce() -> bool,
        now: Duration,
    ) -> Result<(), DropCause> {
        let (one, index) = self
            .under_way
            .iter_mut()
            .find_map(|one| {
                let token = Some(body.token);
                let index = one.hops.iter().position(|asked| asked.token == token)?;
                Some((one, index))
            })
            .ok_or(DropCause::TraceUnasked)?;
        let (at, is_destination) = (usize::from(body.hops), body.identity == one.destination);
        let fits = match body.outcome {
            TraceOutcome::Expired => !is_destination && at == index,
            TraceOutcome::Reached => is_destination && at <= index,
            TraceOutcome::NoRoute => !is_destination && at < index,
        };
        if !fits {
            return Err(DropCause::Misrouted);
        }
        if !is_signed() {
            return Err(DropCause::TraceForged);
        }
        let hop = TraceHop {
            identity: body.identity,
            round_trip: now.saturating_sub(one.hops[index].asked_at),
        };
        match body.outcome {
            TraceOutcome::Expired => {
                one.hops[index].answered(hop);
                if index + 1 == one.hops.len() && one.hops.len() < self.most_hops {
                    one.hops.push(Asked::new(now));
                }
            }
            TraceOutcome::Reached => {
                one.hops.truncate(at + 1);
                one.hops[at].answered(hop);
            }
            TraceOutcome::NoRoute => {
                one.hops.truncate(at + 1);
                one.hops[at].answered(hop);
                one.is_blocked = true;
            }
        }
        Ok(())
    }

    /// A trace that has come to its end.
    pub(crate) fn next_ended(&mut self, now: Duration) -> Option<Trace> {
        let ended = self.under_way.iter().position(|one| one.has_ended(now))?;
        Some(self.under_way.remove(ended).into())
    }

    /// Of the questions that wait for an answer, in the order of hops.
    #[cfg(test)]
    pub(crate) fn tokens(&self) -> impl Iterator<Item = u64> {
        let hops = self.under_way.iter().flat_map(|one| &one.hops);
        hops.filter_map(|asked| asked.token)
    }

    /// When there is another question, or an end.
    pub(crate) fn next_timeout(&self) -> Option<Duration> {
        let hops = self.under_way.iter().flat_map(|one| &one.hops);
        let waiting = hops.filter(|asked| asked.hop.is_none());
        waiting.map(Asked::due_at).min()
    }
}

impl UnderWay {
    fn has_ended(&self, now: Duration) -> bool {
        let mut hops = self.hops.iter();
        hops.all(|asked| asked.hop.is_some() || asked.tries == TRIES && asked.due_at() <= now)
    }
}

impl Asked {
    fn new(now: Duration) -> Self {
        Self {
            token: None,
            asked_at: now,
            tries: 0,
            hop: None,
        }
    }

    /// When it is to be asked again, or given up.
    fn due_at(&self) -> Duration {
        let doubled = self.tries.checked_sub(1);
        self.asked_at + doubled.map_or(Duration::ZERO, |times| AGAIN * (1 << times))
    }

    fn answered(&mut self, hop: TraceHop) {
        self.token = None;
        self.hop = Some(hop);
    }
}

impl From<UnderWay> for Trace {
    fn from(one: UnderWay) -> Self {
        let hops: Vec<Option<TraceHop>> = one.hops.iter().map(|asked| asked.hop).collect();
        let end = match hops.last() {
            Some(Some(last)) if last.identity == one.destination => TraceEnd::Reached,
            Some(Some(_)) if one.is_blocked => TraceEnd::NoRoute,
            Some(Some(_)) => TraceEnd::TooFar,
            _ => TraceEnd::Silent,
        };
        Self {
            destination: one.destination,
            hops,
            end,
        }
    }
}
