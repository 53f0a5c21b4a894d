//! Traces: probes go from neighbour to neighbour as datagrams do, and where one ends an answer goes back the same way. Who hands them on keeps nothing.

use bytes::Bytes;
use meshwright_wire::wire::identity::{EntityId, NodeId};
use meshwright_wire::wire::packet::Subprotocol;
use meshwright_wire::wire::trace::{TraceAnswer, TraceAnswerBody, TraceOutcome, TraceProbe};

use super::Endpoint;
use super::drops::DropCause;
use super::outbox::Event;
use crate::crypto::hash;
use crate::crypto::identity::node_id;
use crate::routing::TraceError;
use crate::time::Now;

impl Endpoint {
    /// Asks all nodes on the way to `destination` who they are. What they say is an event, after
    /// [`Trace::PATIENCE`](crate::Trace::PATIENCE) if they are silent.
    ///
    /// # Errors
    /// There is no way that could be asked, or too many are asked already.
    pub fn trace(&mut self, destination: &EntityId, now: Now) -> Result<(), TraceError> {
        if *destination == self.id() {
            return Err(TraceError::Itself);
        }
        let distance = match self.route(destination) {
            Some(route) => route.hops,
            None if self.is_neighbour(destination) => 1,
            None => return Err(TraceError::NoRoute),
        };
        let tracer = &mut self.routing.tracer;
        tracer.begin(*destination, distance, now.monotonic)?;
        self.tick_traces(now);
        Ok(())
    }

    /// Sends the probes that are due, and tells which traces have ended.
    pub(super) fn tick_traces(&mut self, now: Now) {
        let tracer = &mut self.routing.tracer;
        while let Some(trace) = tracer.next_ended(now.monotonic) {
            self.out.event(Event::Traced(trace));
        }
        while let Some(question) = self
            .routing
            .tracer
            .next_question(&mut self.random, now.monotonic)
        {
            let probe = TraceProbe {
                ttl: question.ttl,
                hops: 0,
                source: NodeId(self.routing.us),
                destination: node_id(&question.destination),
                token: question.token,
            };
            if !self.pass_probe(None, &probe) {
                self.out.drop(DropCause::NoRoute);
            }
        }
    }

    /// Takes a probe or an answer that the neighbour `from` brought.
    pub(super) fn receive_trace(
        &mut self,
        from: u64,
        subprotocol: Subprotocol,
        event: &[u8],
        now: Now,
    ) {
        let neighbour = self.routing.gossip.get_mut(from);
        let taken = if neighbour.is_none_or(|one| !one.traces.take(now.monotonic)) {
            Err(DropCause::TraceQuota)
        } else if subprotocol == Subprotocol::TraceProbe {
            self.receive_probe(from, event, now)
        } else {
            self.receive_probe_answer(from, event, now)
        };
        if let Err(cause) = taken {
            self.out.drop(cause);
        }
    }

    fn receive_probe(&mut self, from: u64, event: &[u8], now: Now) -> Result<(), DropCause> {
        let probe = TraceProbe::decode(event).map_err(|_| DropCause::Malformed)?;
        // The first hop knows whose it is, as with relayed datagrams.
        if (probe.hops == 0) != (probe.source.0 == from) || probe.source.0 == self.routing.us {
            return Err(DropCause::Misrouted);
        }
        let most = self.config.routing.ttl;
        if probe.ttl.saturating_add(probe.hops) >= most {
            return Err(DropCause::TtlExceeded);
        }
        let outcome = if probe.destination.0 == self.routing.us {
            TraceOutcome::Reached
        } else if let Some(ttl) = probe.ttl.checked_sub(1) {
            let next = TraceProbe {
                ttl,
                hops: probe.hops + 1,
                ..probe.clone()
            };
            if self.config.routing.relays && self.pass_probe(Some(from), &next) {
                return Ok(());
            }
            let destination = probe.destination.0;
            let gossip = &mut self.routing.gossip;
            gossip.complain(from, destination, now.monotonic);
            TraceOutcome::NoRoute
        } else {
            TraceOutcome::Expired
        };
        self.answer_probe(&probe, outcome)
    }

    fn answer_probe(&mut self, probe: &TraceProbe, outcome: TraceOutcome) -> Result<(), DropCause> {
        let body = TraceAnswerBody {
            source: probe.source,
            token: probe.token,
            identity: self.id(),
            hops: probe.hops,
            outcome,
        };
        let answer = TraceAnswer {
            ttl: self.config.routing.ttl,
            signature: self.identity.sign(&digest(&body)),
            body,
        };
        self.pass_answer(None, &answer)
    }

    fn receive_probe_answer(&mut self, from: u64, event: &[u8], now: Now) -> Result<(), DropCause> {
        let answer = TraceAnswer::decode(event).map_err(|_| DropCause::Malformed)?;
        let body = &answer.body;
        if body.source.0 == self.routing.us {
            let verifier = &self.config.verifier;
            let is_signed = || verifier.verify(&body.identity, &digest(body), &answer.signature);
            let tracer = &mut self.routing.tracer;
            tracer.answered(body, is_signed, now.monotonic)?;
            self.tick_traces(now);
            return Ok(());
        }
        if !self.config.routing.relays {
            return Err(DropCause::NotRelaying);
        }
        let ttl = answer.ttl.checked_sub(1);
        let ttl = ttl.filter(|left| *left < self.config.routing.ttl);
        let ttl = ttl.ok_or(DropCause::TtlExceeded)?;
        self.pass_answer(Some(from), &TraceAnswer { ttl, ..answer })
    }

    /// To whomever a datagram for the same node would go. False: nobody leads there.
    pub(super) fn pass_probe(&mut self, from: Option<u64>, probe: &TraceProbe) -> bool {
        let event = probe.encode().expect("every probe can be written");
        let to = probe.destination.0;
        self.pass_on(Subprotocol::TraceProbe, from, to, event)
    }

    pub(super) fn pass_answer(
        &mut self,
        from: Option<u64>,
        answer: &TraceAnswer,
    ) -> Result<(), DropCause> {
        let event = answer.encode().expect("every answer can be written");
        let to = answer.body.source.0;
        self.pass_on(Subprotocol::TraceAnswer, from, to, event)
            .then_some(())
            .ok_or(DropCause::NoRoute)
    }

    fn pass_on(
        &mut self,
        subprotocol: Subprotocol,
        from: Option<u64>,
        to: u64,
        event: Vec<u8>,
    ) -> bool {
        let next = self.next_neighbour(to, from);
        let next = next.filter(|slot| self.relay_at(*slot).is_some());
        let Some(association) = next.and_then(|slot| self.peers.association_mut(slot)) else {
            return false;
        };
        association.gossip(subprotocol, &[Bytes::from(event)], &mut self.out);
        true
    }
}

/// What a node signs of its answer: nothing else that is signed can be taken for it.
pub(super) fn digest(body: &TraceAnswerBody) -> [u8; 32] {
    let body = body.encode().expect("every body can be written");
    hash::keyed(b"meshwright-trace-v1", [&body])
}
