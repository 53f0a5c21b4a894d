//! What comes from other nodes.

use bytes::Bytes;
use meshwright_transport::{Credit, Now};
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::packet::{PacketFlag, PacketHeader, Subprotocol};

use super::Channels;
use super::counts::{Counts, DropCause};
use super::gate::{Gate, Refusal};
use super::mailbox::ChannelEvent;
use super::ring::Pushed;
use super::streams;

impl Channels {
    /// True of packets that are to be given to [`received`](Self::received).
    pub fn owns(header: &PacketHeader) -> bool {
        header.subprotocol == Subprotocol::Membership.number()
            || (header.subprotocol == Subprotocol::Events.number()
                && streams::is_subscription(header.stream_id))
    }

    /// The events of one packet. `credit`: what it took of its stream's window; it comes back with [`take_credits`](Self::take_credits)
    /// when subscribers have taken the events.
    pub fn received(
        &mut self,
        peer: EntityId,
        header: &PacketHeader,
        events: Vec<Bytes>,
        credit: Option<Credit>,
        now: Now,
    ) {
        self.attend();
        self.now = now.monotonic;
        let left = if header.subprotocol == Subprotocol::Membership.number() {
            for message in events {
                self.receive_message(peer, header.stream_id, &message);
            }
            credit
        } else {
            self.receive_events(peer, header, events, credit)
        };
        left.into_iter()
            .for_each(|credit| self.returns.credit(credit));
    }

    /// Gives events of one channel to who subscribes to it. The credit comes back if no subscriber has it.
    pub(super) fn receive_events(
        &mut self,
        id: EntityId,
        header: &PacketHeader,
        events: Vec<Bytes>,
        credit: Option<Credit>,
    ) -> Option<Credit> {
        let many = events.len() as u64;
        let Some(peer) = self.peers.get_mut(&id) else {
            return credit;
        };
        let asking = peer.asked.get(header.stream_id);
        let Some(interest) = asking.and_then(|asking| self.interests.get(asking.interest)) else {
            self.catalog.others().drop(DropCause::NotSubscribed, many);
            return credit;
        };
        if header.origin != peer.origin {
            self.catalog.others().drop(DropCause::WrongOrigin, many);
            return credit;
        }
        let Some(announced) = peer.names.get(header.channel) else {
            // On a reliable stream the name would have come before.
            let gone = if header.flags.contains(PacketFlag::RELIABLE) {
                many
            } else {
                let mut hold = |event| peer.early.hold(header.clone(), event, self.now);
                events.into_iter().map(&mut hold).sum()
            };
            self.catalog.others().drop(DropCause::NotAnnounced, gone);
            return credit;
        };
        let name = &announced.name;
        let config = self.catalog.config(name).clone();
        let gate = Gate {
            channel: name,
            config: &config,
            me: self.me,
            subnet: self.subnet,
            at: self.rights.moment(),
        };
        let refused = if interest.pattern.matches(name) {
            gate.accepts(id, peer.subnet, announced.chain.as_ref())
                .err()
                .map(|refusal| match refusal {
                    Refusal::NotVisible => DropCause::NotVisible,
                    Refusal::NoCredential | Refusal::Chain(_) => DropCause::Unauthorized,
                })
        } else {
            Some(DropCause::NotSubscribed)
        };
        let counts = self.catalog.counts_of(name);
        if let Some(cause) = refused {
            counts.drop(cause, many);
            return credit;
        }
        let event = |data| ChannelEvent {
            channel: name.clone(),
            publisher: id,
            data,
        };
        if header.flags.contains(PacketFlag::RELIABLE)
            && let [(_, mailbox)] = &*interest.members
        {
            counts.delivered += many;
            mailbox.push_on_credit(events.into_iter().map(event), credit);
            return None;
        }
        for (_, mailbox) in &interest.members {
            let shared = events.iter().cloned().map(event);
            mailbox.push_all(shared, config.on_full, |pushed| count(pushed, counts));
        }
        credit
    }
}

/// What became of an event in a ring that its producer does not know of.
fn count(pushed: Option<Pushed>, counts: &mut Counts) {
    match pushed {
        Some(Pushed::Taken) => counts.delivered += 1,
        Some(Pushed::TookPlaceOf(older)) => {
            counts.delivered += 1;
            counts.drop(DropCause::Overwritten, older);
        }
        Some(Pushed::Full) => counts.drop(DropCause::RingFull, 1),
        None => {}
    }
}
