//! One node's channels among hostile peers, and what it must not do whatever they say: `docs/channels.md` has the promises.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use bytes::Bytes;
use meshwright_mesh::EntityId;
use meshwright_mesh::channel::{
    Access, ChannelConfig, ChannelEvent, ChannelLimits, Channels, Item, Name, OnFull, Outgoing,
    Pattern, PublishError, Publishers, RingSize, Sending, SubnetId, Subscription, Visibility,
};
use meshwright_transport::{
    CloseCause, Endpoint, EndpointConfig, Event, Now, Psk, Psks, SecretIdentity, SendError,
    origin_hash,
};
use meshwright_wire::wire::packet::{PacketHeader, Subprotocol};

use super::cast::{self, CAST, ME};
use super::failing::Failing;
use super::messages;
use super::own::Own;
use super::peer::Peer;

pub const PEERS: usize = 3;
/// Where the node is, and the first of its peers. Where the others are is not known.
const HOME: SubnetId = SubnetId(0x0100_0000);
/// More than a node has to say at one moment, by far.
const ENDLESS: usize = 10_000;

/// The first byte of events: who says them, and whether they may reach anybody.
const OWN: u8 = b'o';
const LAWFUL: u8 = b'l';
const UNLAWFUL: u8 = b'u';

/// What happened in a script.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// Events of peers that subscribers of the node took.
    pub received: u64,
    /// Events of the node that its peers got.
    pub sent: u64,
    /// Subscriptions of peers.
    pub accepted: u64,
    pub refused: u64,
    /// Refusals by peers of which subscribers learnt.
    pub told: u64,
    /// Floors that rose.
    pub raised: u64,
}

struct Open {
    subscription: Subscription,
    own: Own,
    /// The number of the last own event that it took.
    last: Option<u32>,
}

pub struct World {
    pub channels: Channels,
    pub peers: Vec<Peer>,
    pub seen: Seen,
    open: Vec<Open>,
    now: Duration,
    /// The number of the next own event.
    next: u32,
    /// Own events of which the producer was told that nobody gets them.
    failed: BTreeSet<u32>,
    /// Which own events have reached which queue groups.
    given: BTreeSet<(u32, String)>,
    floors: BTreeMap<EntityId, u32>,
}

/// Small ones, so that scripts reach them.
pub fn limits() -> ChannelLimits {
    ChannelLimits {
        channels: 4,
        subscriptions: 8,
        subscriptions_per_peer: 5,
        names_per_peer: 4,
        messages_per_peer: 8,
        groups: 3,
        outgoing_ring: RING,
        chains: 4,
        credentials: 2,
        revocations: 3,
        clock_skew: 1,
        stall_seconds: 5,
    }
}

pub const RING: RingSize = RingSize {
    events: 4,
    bytes: 100,
};

impl World {
    pub fn new() -> Self {
        let now = Duration::ZERO;
        let mut channels = Channels::new(cast::id(ME), HOME, limits(), moment(now));
        let trusting = |root: usize| ChannelConfig {
            access: Access::Tokens([cast::id(root)].into()),
            ..ChannelConfig::default()
        };
        let when_full = |on_full| ChannelConfig {
            on_full,
            ..ChannelConfig::default()
        };
        let near = ChannelConfig {
            visibility: Visibility::SubnetLocal,
            ..ChannelConfig::default()
        };
        for (prefix, config) in [
            ("kept", trusting(cast::ROOT)),
            ("shut", trusting(cast::SILENT)),
            ("near", near),
            ("late", when_full(OnFull::DropOldest)),
            ("firm", when_full(OnFull::FailProducer)),
        ] {
            let pattern = Pattern::prefix(prefix).expect("a prefix");
            channels.configure(&pattern, config);
        }
        let mut world = Self {
            channels,
            peers: (1..=PEERS).map(Peer::new).collect(),
            seen: Seen::default(),
            open: vec![],
            now,
            next: 0,
            failed: BTreeSet::new(),
            given: BTreeSet::new(),
            floors: BTreeMap::new(),
        };
        (0..PEERS).for_each(|peer| world.happen(peer, Event::Connected(cast::id(peer + 1))));
        world
    }

    /// A peer says something that may be a message of the membership protocol.
    pub fn say(&mut self, peer: usize, stream: u64, message: Vec<u8>) {
        self.peers[peer].says(&message);
        let header = messages::packet(Subprotocol::Membership, stream);
        self.receive(peer, &header, vec![message.into()]);
    }

    /// A peer sends so many events.
    pub fn send(&mut self, peer: usize, header: PacketHeader, count: usize) {
        let asked = self.peers[peer].asked.contains(&header.stream_id);
        let lawful = asked && header.origin == origin_hash(&cast::id(peer + 1));
        let kind = if lawful { LAWFUL } else { UNLAWFUL };
        let events = vec![Bytes::from(vec![kind; 5]); count];
        self.receive(peer, &header, events);
    }

    fn receive(&mut self, peer: usize, header: &PacketHeader, events: Vec<Bytes>) {
        let (id, now) = (cast::id(peer + 1), moment(self.now));
        self.channels.received(id, header, events, None, now);
        self.look_at_floors();
    }

    /// A floor never falls.
    fn look_at_floors(&mut self) {
        for revocation in &CAST.revocations {
            let issuer = revocation.issuer();
            let floor = self.channels.floor(&issuer);
            let before = self.floors.insert(issuer, floor).unwrap_or(0);
            assert!(before <= floor, "a floor fell");
            self.seen.raised += u64::from(before < floor);
        }
    }

    /// The endpoint says something of a peer.
    pub fn happen(&mut self, peer: usize, event: Event) {
        let model = &mut self.peers[peer];
        match event {
            Event::Connected(_) => model.is_up = true,
            Event::Restarted(_) => model.comes_anew(),
            Event::Closed(..) => model.goes(),
            _ => {}
        }
        let _ = self.channels.handle(event, None, moment(self.now));
        let subnet = (peer == 0).then_some(HOME);
        self.channels.set_peer_subnet(cast::id(peer + 1), subnet);
    }

    /// The endpoint has lost all of its peers, and has not said so yet.
    pub fn lose_everybody(&mut self) {
        let config = EndpointConfig::new(Psks::new(Psk::new(1, [9; 32]), vec![]));
        let me = SecretIdentity::from_seed(&[1; 32]);
        let mut endpoint = Endpoint::new(me, config, [1; 32], moment(self.now));
        self.channels.pump(&mut endpoint, moment(self.now));
        for peer in 0..PEERS {
            let id = cast::id(peer + 1);
            self.happen(peer, Event::Closed(id, CloseCause::TimedOut));
        }
    }

    pub fn pass(&mut self, time: Duration) {
        self.now += time;
        self.channels.tick(moment(self.now));
    }

    pub fn add_credential(&mut self) {
        let own = &CAST.chains[ME];
        self.channels.add_credential(own[0].clone());
    }

    pub fn subscribe(&mut self, own: Own) {
        let subscription = self.channels.subscribe(&own.pattern, own.options.clone());
        if let Ok(subscription) = subscription {
            self.open.push(Open {
                subscription,
                own,
                last: None,
            });
        }
        assert!(self.open.len() <= limits().subscriptions);
    }

    /// A subscriber goes.
    pub fn leave(&mut self, which: usize) {
        if let Some(which) = which.checked_rem(self.open.len()) {
            self.open.swap_remove(which);
        }
    }

    /// A subscriber takes what there is, up to so many items.
    pub fn take(&mut self, which: usize, most: usize) {
        let Some(which) = which.checked_rem(self.open.len()) else {
            return;
        };
        for _ in 0..most {
            let Some(item) = self.open[which].subscription.try_next() else {
                return;
            };
            match item {
                Item::Event(event) => self.took(which, &event),
                Item::Refused { .. } => self.seen.told += 1,
            }
        }
    }

    pub fn take_all(&mut self) {
        (0..self.open.len()).for_each(|which| self.take(which, usize::MAX));
    }

    fn took(&mut self, which: usize, event: &ChannelEvent) {
        let Open { own, last, .. } = &mut self.open[which];
        let name = event.channel.as_str();
        assert!(own.pattern.matches(&event.channel), "{name}: not wanted");
        let wanted = match own.options.publishers {
            Publishers::All => true,
            Publishers::One(publisher) => publisher == event.publisher,
        };
        assert!(wanted, "of a publisher that is not wanted");
        assert!(!name.starts_with("shut"), "{name}: nobody has the right");
        if event.publisher != cast::id(ME) {
            assert_eq!(event.data[0], LAWFUL, "not asked for, or of another");
            let is_near = event.publisher == cast::id(1);
            assert!(
                is_near || !name.starts_with("near"),
                "{name}: seen from afar"
            );
            self.seen.received += 1;
            return;
        }
        let number = number(&event.data);
        match own.options.group.as_deref().map(String::from) {
            Some(group) => self.reaches_group(number, group),
            None => in_order(last, number),
        }
    }

    pub fn publish(&mut self, name: &str, count: usize, size: usize) {
        let channel = Name::new(name).expect("a name");
        for _ in 0..count {
            let mut data = vec![0; size.max(5)];
            data[0] = OWN;
            data[1..5].copy_from_slice(&self.next.to_le_bytes());
            let result = self.channels.publish(&channel, data.into());
            if name.starts_with("shut") {
                assert_eq!(result, Err(PublishError::Unauthorized));
            }
            if result.is_err() {
                self.failed.insert(self.next);
            }
            self.next += 1;
        }
    }

    pub fn retire(&mut self, name: &str) {
        self.channels.retire(&Name::new(name).expect("a name"));
    }

    /// The endpoint takes what the node has to say, but for what fails.
    pub fn drain(&mut self, failing: &mut Failing) {
        let mut lost = BTreeSet::new();
        for _ in 0..ENDLESS {
            let sending = match self.channels.poll_outgoing() {
                Some(Outgoing::Send(sending)) => sending,
                Some(Outgoing::Finish { .. }) => continue,
                None => {
                    for peer in lost {
                        let id = cast::id(peer + 1);
                        self.happen(peer, Event::Closed(id, CloseCause::TimedOut));
                    }
                    return;
                }
            };
            let known = self.peers.iter().position(|peer| sending.peer == peer.id());
            let peer = known.expect("a peer");
            self.peers[peer].is_told(&sending);
            let error = match lost.contains(&peer) {
                true => Some(SendError::NotConnected),
                false => failing.next(&sending),
            };
            if let Some(error) = error {
                if error == SendError::NotConnected {
                    lost.insert(peer);
                }
                self.channels.unsent(sending, error);
            } else {
                self.arrives(peer, &sending);
            }
        }
        panic!("it never has said all");
    }

    fn arrives(&mut self, peer: usize, sending: &Sending) {
        let group = self.peers[peer].gets(sending, &mut self.seen);
        if sending.head.subprotocol != Subprotocol::Events {
            return;
        }
        assert_eq!(sending.data[0], OWN, "nobody passes on what others publish");
        let number = number(&sending.data);
        assert!(!self.failed.contains(&number), "its producer was failed");
        if let Some(group) = group {
            self.reaches_group(number, group);
        }
    }

    /// Each event reaches one member of a group.
    fn reaches_group(&mut self, number: u32, group: String) {
        assert!(!self.failed.contains(&number), "its producer was failed");
        let first = self.given.insert((number, group));
        assert!(first, "two of a group have event {number}");
    }
}

/// Events of one publisher come in the order in which they were published, each once.
pub fn in_order(last: &mut Option<u32>, number: u32) {
    assert!(*last < Some(number), "{number} after {last:?}");
    *last = Some(number);
}

/// Of an own event.
pub fn number(data: &[u8]) -> u32 {
    let digits = data[1..5].try_into().expect("four bytes");
    u32::from_le_bytes(digits)
}

fn moment(now: Duration) -> Now {
    Now {
        monotonic: now,
        wall: Duration::from_secs(cast::WALL) + now,
    }
}
