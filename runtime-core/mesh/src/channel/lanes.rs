//! What is to be sent to other nodes, of every lane in turn.

use std::borrow::Cow;
use std::collections::HashSet;

use meshwright_transport::{SendError, StreamError};
use meshwright_wire::wire::channel::{
    ChannelDelivery, MembershipMessage, MembershipMessageAnnounce, MembershipMessageRevoke,
    MembershipMessageSubscribe, MembershipReason,
};
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::packet::Subprotocol;

use super::Channels;
use super::counts::DropCause;
use super::failures::Failures;
use super::mailbox::ChannelEvent;
use super::name::Name;
use super::outgoing::{Lane, Outgoing, Sending, Source, Turn};
use super::peer::{Peer, encoded};
use super::rights::{group_of, token_of};

impl Channels {
    /// What a node is to do next: to be called until there is nothing, after everything else here.
    pub fn poll_outgoing(&mut self) -> Option<Outgoing> {
        if let Some((peer, stream)) = self.finished.pop_front() {
            return Some(Outgoing::Finish { peer, stream });
        }
        while let Some(lane) = self.roster.ready.pop_front() {
            let sending = match lane {
                Lane::Control(peer) => self.next_message(peer),
                Lane::Subscriber(key) => self.next_event(key),
            };
            if let Some(sending) = sending {
                self.roster.ready.push_back(lane);
                return Some(Outgoing::Send(sending));
            }
        }
        None
    }

    /// The endpoint has not taken a sending.
    pub fn unsent(&mut self, sending: Sending, error: SendError) {
        match error {
            SendError::Busy => {
                self.roster.parked.entry(sending.peer).or_default();
                self.put_back(sending, Turn::Queued);
            }
            SendError::Stream(StreamError::Blocked) => self.put_back(sending, Turn::Blocked),
            SendError::NotConnected | SendError::Stream(StreamError::TooMany)
                if matches!(sending.source, Source::Control) =>
            {
                // Tried again with the next tick.
                self.put_back(sending, Turn::Blocked);
            }
            SendError::NotConnected => self.give_up(&sending, DropCause::SubscriberGone),
            SendError::Stream(StreamError::TooLarge(_)) => {
                self.give_up(&sending, DropCause::TooLarge);
            }
            SendError::Stream(StreamError::TooMany) => {
                self.give_up(&sending, DropCause::PeerLimit);
                self.end_of_source(&sending, Some(MembershipReason::TooMany));
            }
            SendError::Stream(StreamError::Ended) => {
                self.give_up(&sending, DropCause::SubscriberGone);
                self.end_of_source(&sending, None);
            }
        }
    }

    /// A stream to a peer that was blocked has room again.
    pub fn writable(&mut self, id: &EntityId, stream: u64) {
        let Some(peer) = self.peers.get_mut(id) else {
            return;
        };
        let (turn, lane) = if peer.control.stream == stream {
            (&mut peer.control.turn, Lane::Control(*id))
        } else if let Some(key) = peer.subscribers.get(&stream)
            && let Some(remote) = self.roster.remote(*key)
        {
            (&mut remote.turn, Lane::Subscriber(*key))
        } else {
            return;
        };
        if *turn == Turn::Blocked {
            *turn = Turn::Queued;
            self.roster.ready.push_back(lane);
        }
    }

    /// Lanes whose nodes are busy no more are ready again, in order.
    pub(super) fn unpark(&mut self, is_busy: impl Fn(&EntityId) -> bool) {
        let ready = &mut self.roster.ready;
        self.roster.parked.retain(|peer, lanes| {
            let stays = is_busy(peer);
            if !stays {
                ready.extend(lanes.drain(..).map(Lane::Subscriber));
            }
            stays
        });
    }

    fn next_message(&mut self, id: EntityId) -> Option<Sending> {
        let head = self.head(Subprotocol::Membership, 0);
        let peer = self.peers.get_mut(&id)?;
        if peer.control.turn == Turn::Blocked {
            return None;
        }
        let control = &mut peer.control;
        let revocations = &self.rights.revocations;
        let revocation = control.revocations.next(revocations, control.stream);
        let mut message = revocation
            .map(|known| {
                let revocation = known.to_wire();
                encoded(&MembershipMessage::Revoke(MembershipMessageRevoke {
                    revocation,
                }))
            })
            .or_else(|| control.pop());
        while message.is_none()
            && let Some(interest) = peer.control.unasked.pop_front()
        {
            message = self.interests.get(interest).map(|wanted| {
                let subscription = self.ids.subscription();
                let until = self.now + Failures::PAUSE;
                peer.asked.insert(subscription, interest, until);
                encoded(&MembershipMessage::Subscribe(MembershipMessageSubscribe {
                    subscription,
                    channels: wanted.pattern.to_wire(),
                    delivery: match wanted.reliable {
                        true => ChannelDelivery::Reliable,
                        false => ChannelDelivery::Unreliable,
                    },
                    token: Cow::Borrowed(token_of(wanted.chain.as_ref())),
                    group: Cow::Borrowed(group_of(wanted.group.as_ref())),
                }))
            });
        }
        if message.is_none() {
            peer.control.turn = Turn::Idle;
        }
        Some(Sending {
            peer: id,
            stream: peer.control.stream,
            head,
            reliable: true,
            data: message?,
            source: Source::Control,
        })
    }

    fn next_event(&mut self, key: u64) -> Option<Sending> {
        let remote = self.roster.remote(key)?;
        if remote.turn == Turn::Blocked {
            return None;
        }
        let Some(event) = remote.ring.front() else {
            remote.turn = Turn::Idle;
            return None;
        };
        let name = event.channel.clone();
        let (peer, stream, reliable) = (remote.peer, remote.subscription, remote.reliable);
        if reliable && !remote.announced.contains(&name.hash()) {
            forget_when_full(&mut remote.announced, self.limits.names_per_peer);
            remote.announced.insert(name.hash());
            remote.opened = true;
            return Some(Sending {
                peer,
                stream,
                head: self.head(Subprotocol::Membership, 0),
                reliable,
                data: encoded(&self.announcement(&name)),
                source: Source::Announcement {
                    subscriber: key,
                    channel: name.hash(),
                },
            });
        }
        if !reliable && let Some(lanes) = self.roster.parked.get_mut(&peer) {
            lanes.push(key);
            return None;
        }
        if !reliable && !self.tell(&name, peer) {
            // After the name.
            self.roster.ready.push_front(Lane::Subscriber(key));
            self.roster.ready.push_front(Lane::Control(peer));
            return None;
        }
        let head = self.head(Subprotocol::Events, name.hash());
        let remote = self.roster.remote(key)?;
        remote.full_since = None;
        let event = remote.ring.pop()?;
        Some(Sending {
            peer,
            stream,
            head,
            reliable,
            data: event.data.clone(),
            source: Source::Event {
                subscriber: key,
                event,
            },
        })
    }

    /// False if the name of a channel is only now on its way to a peer.
    fn tell(&mut self, name: &Name, id: EntityId) -> bool {
        let is_told = |peer: &Peer| peer.told.contains(&name.hash());
        if self.peers.get(&id).is_none_or(is_told) {
            return true;
        }
        let message = encoded(&self.announcement(name));
        let Some(peer) = self.peers.get_mut(&id) else {
            return true;
        };
        forget_when_full(&mut peer.told, self.limits.names_per_peer);
        peer.told.insert(name.hash());
        peer.control.append(message);
        let blocked = peer.control.turn == Turn::Blocked;
        if !blocked {
            peer.control.turn = Turn::Queued;
        }
        blocked
    }

    fn announcement<'a>(&'a self, name: &'a Name) -> MembershipMessage<'a> {
        let gate = self.gate(name, self.catalog.config(name));
        // Without a right, nothing was published.
        let chain = self.rights.to_publish(&gate).unwrap_or(None);
        MembershipMessage::Announce(MembershipMessageAnnounce {
            name: name.to_wire(),
            token: Cow::Borrowed(token_of(chain)),
        })
    }

    fn put_back(&mut self, sending: Sending, turn: Turn) {
        match sending.source {
            Source::Control => {
                if let Some(peer) = self.peers.get_mut(&sending.peer) {
                    peer.control.put_back(sending.data);
                    peer.control.turn = turn;
                }
            }
            Source::Announcement {
                subscriber,
                channel,
            } => {
                if let Some(remote) = self.roster.remote(subscriber) {
                    remote.announced.remove(&channel);
                    remote.turn = turn;
                }
            }
            Source::Event { subscriber, event } => {
                let on_full = self.catalog.config(&event.channel).on_full;
                if let Some(remote) = self.roster.remote(subscriber) {
                    let bytes = event.data.len();
                    remote.ring.put_back(event, bytes, on_full);
                    remote.turn = turn;
                }
            }
        }
    }

    fn give_up(&mut self, sending: &Sending, cause: DropCause) {
        match &sending.source {
            Source::Event {
                event: ChannelEvent { channel, .. },
                ..
            } => self.catalog.counts_of(channel).drop(cause, 1),
            Source::Control | Source::Announcement { .. } => {}
        }
    }

    /// The stream of a sending cannot be used any more.
    fn end_of_source(&mut self, sending: &Sending, reason: Option<MembershipReason>) {
        match sending.source {
            Source::Control => self.gave_up(&sending.peer, sending.stream),
            Source::Announcement { subscriber, .. } | Source::Event { subscriber, .. } => {
                self.end_subscriber(subscriber, reason);
            }
        }
    }
}

/// Half of what the other side keeps: then nothing is used there that it has forgotten, and names are told again now and then.
fn forget_when_full(told: &mut HashSet<u64>, kept: usize) {
    if told.len() >= kept / 2 {
        told.clear();
    }
}
