//! What a hostile peer has said and heard, as far as the node's promises depend on it.

use std::collections::{BTreeMap, BTreeSet};

use meshwright_mesh::EntityId;
use meshwright_mesh::channel::Sending;
use meshwright_transport::channel_hash;
use meshwright_wire::wire::channel::{
    ChannelDelivery, ChannelPattern, MembershipMessage, MembershipMessageSubscribe,
};
use meshwright_wire::wire::packet::Subprotocol;

use super::cast;
use super::world::{Seen, in_order, number};

pub struct Peer {
    /// In the cast.
    pub number: usize,
    pub is_up: bool,
    /// Counter of its control stream.
    pub control: u64,
    /// The control stream to it.
    pub own_control: u64,
    /// The node's subscriptions at it, with those that ended meanwhile.
    pub asked: Vec<u64>,
    /// Its subscriptions by id, with those that the node refused, or that have ended.
    subscriptions: BTreeMap<u64, Wanted>,
}

#[derive(Default)]
struct Wanted {
    /// What it said of one id; the node may have followed any of them.
    said: Vec<Said>,
    /// Hashes of the channels of which the node told on the subscription's own stream.
    told: BTreeSet<u64>,
    /// The number of the last event.
    last: Option<u32>,
}

#[derive(PartialEq, Eq)]
struct Said {
    is_prefix: bool,
    text: String,
    reliable: bool,
    group: String,
    shows_token: bool,
}

impl Peer {
    pub fn new(number: usize) -> Self {
        Self {
            number,
            is_up: false,
            control: 1,
            own_control: 0,
            asked: vec![],
            subscriptions: BTreeMap::new(),
        }
    }

    pub fn id(&self) -> EntityId {
        cast::id(self.number)
    }

    /// What both sides asked of each other ends with the session.
    pub fn goes(&mut self) {
        self.is_up = false;
        self.asked.clear();
        self.subscriptions.clear();
    }

    pub fn comes_anew(&mut self) {
        self.goes();
        self.is_up = true;
    }

    /// Notes what it says, if that is a message at all.
    pub fn says(&mut self, bytes: &[u8]) {
        if self.is_up
            && let Ok(MembershipMessage::Subscribe(message)) = MembershipMessage::decode(bytes)
        {
            let wanted = self.subscriptions.entry(message.subscription).or_default();
            let said = Said::new(&message);
            if !wanted.said.contains(&said) {
                wanted.said.push(said);
            }
        }
    }

    /// The node begins to say something. It asks from now on, even if that does not arrive at once.
    pub fn is_told(&mut self, sending: &Sending) {
        assert!(self.is_up, "said to a peer that is gone");
        if sending.head.subprotocol == Subprotocol::Membership
            && let Ok(MembershipMessage::Subscribe(message)) =
                MembershipMessage::decode(&sending.data)
            && !self.asked.contains(&message.subscription)
        {
            let newest = self
                .asked
                .last()
                .is_none_or(|last| *last < message.subscription);
            assert!(newest, "an id is used again");
            self.asked.push(message.subscription);
        }
    }

    /// Something of the node arrives. Gives the queue group that an event is for.
    pub fn gets(&mut self, sending: &Sending, seen: &mut Seen) -> Option<String> {
        match sending.head.subprotocol {
            Subprotocol::Membership => {
                self.hears(sending, seen);
                None
            }
            _ => {
                seen.sent += 1;
                self.takes(sending)
            }
        }
    }

    fn hears(&mut self, sending: &Sending, seen: &mut Seen) {
        let message = MembershipMessage::decode(&sending.data).expect("what it says can be read");
        if let MembershipMessage::Announce(announcement) = &message
            && let Some(wanted) = self.subscriptions.get_mut(&sending.stream)
        {
            wanted.told.insert(channel_hash(&announcement.name.0));
            return;
        }
        assert!(
            self.own_control <= sending.stream,
            "an earlier control stream"
        );
        self.own_control = sending.stream;
        let answered = match message {
            MembershipMessage::Accepted(accepted) => {
                seen.accepted += 1;
                accepted.subscription
            }
            MembershipMessage::Refused(refused) => {
                seen.refused += 1;
                refused.subscription
            }
            _ => return,
        };
        let is_said = self.subscriptions.contains_key(&answered);
        assert!(is_said, "an answer to nothing");
    }

    fn takes(&mut self, sending: &Sending) -> Option<String> {
        let channel = sending.head.channel;
        let name = cast::NAMES
            .iter()
            .find(|name| channel_hash(name) == channel)
            .expect("a channel");
        let wanted = self
            .subscriptions
            .get_mut(&sending.stream)
            .expect("a subscription");
        let mut said = wanted.said.iter();
        let fits = |said: &Said| {
            let has_right = said.shows_token || !name.starts_with("kept");
            said.covers(name) && said.reliable == sending.reliable && has_right
        };
        assert!(said.any(fits), "{name}: not asked for, or without a right");
        assert!(!name.starts_with("shut"), "{name}: nobody has the right");
        assert!(
            self.number == 1 || !name.starts_with("near"),
            "{name}: seen from afar"
        );
        if sending.reliable {
            assert!(wanted.told.contains(&channel), "an event before its name");
        }
        // If it said several things of one id, there is no telling which of them holds.
        let [said] = &*wanted.said else {
            return None;
        };
        if !said.group.is_empty() {
            return Some(said.group.clone());
        }
        in_order(&mut wanted.last, number(&sending.data));
        None
    }
}

impl Said {
    fn new(message: &MembershipMessageSubscribe<'_>) -> Self {
        let (is_prefix, text) = match &message.channels {
            ChannelPattern::Name(name) => (false, name.name.0.to_string()),
            ChannelPattern::Prefix(prefix) => (true, prefix.prefix.0.to_string()),
        };
        Self {
            is_prefix,
            text,
            reliable: message.delivery == ChannelDelivery::Reliable,
            group: message.group.to_string(),
            shows_token: !message.token.is_empty(),
        }
    }

    /// The rule of `docs/channels.md` §1.
    fn covers(&self, name: &str) -> bool {
        let Some(rest) = name.strip_prefix(&self.text) else {
            return false;
        };
        rest.is_empty() || self.is_prefix && (self.text.is_empty() || rest.starts_with('/'))
    }
}
