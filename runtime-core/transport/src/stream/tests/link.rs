//! Two ends of streams with a link between them that loses, doubles and reorders from a seed.

use std::collections::BTreeMap;

use meshwright_wire::wire::stream::StreamAckRanges;

use super::super::*;
use crate::crypto::random::Random;

pub(super) const LARGEST: usize = 1_100;

pub(super) struct Link {
    pub(super) now: Duration,
    pub(super) ends: [Streams; 2],
    /// Unread deliveries of each end.
    pub(super) inboxes: [Vec<Delivery>; 2],
    pub(super) flying: BTreeMap<(Duration, u64), (usize, Packet)>,
    pub(super) count: u64,
    pub(super) random: Random,
    pub(super) delay: Duration,
    /// Of 256 packets.
    pub(super) loss: u8,
    pub(super) doubled: u8,
    pub(super) jitter: Duration,
    /// The program takes what comes at once.
    pub(super) eager: bool,
    pub(super) sent_bytes: u64,
    pub(super) incomplete: u64,
}

impl Link {
    pub(super) fn new(seed: u64) -> Self {
        Self::with(seed, StreamConfig::default())
    }

    pub(super) fn with(seed: u64, config: StreamConfig) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let end = || Streams::new(config, LARGEST);
        Self {
            now: Duration::ZERO,
            ends: [end(), end()],
            inboxes: [vec![], vec![]],
            flying: BTreeMap::new(),
            count: 0,
            random: Random::new(bytes),
            delay: Duration::from_millis(20),
            loss: 0,
            doubled: 0,
            jitter: Duration::ZERO,
            eager: true,
            sent_bytes: 0,
            incomplete: 0,
        }
    }

    pub(super) fn chance(&mut self, of: u8) -> bool {
        self.random.bytes::<1>()[0] < of
    }

    pub(super) fn launch(&mut self, to: usize, packet: Packet) {
        self.sent_bytes += (OVERHEAD + packet.payload.length()) as u64;
        for copy in 0..=u8::from(self.chance(self.doubled)) {
            if copy == 0 && self.chance(self.loss) {
                continue;
            }
            let late = self.jitter * u32::from(self.random.bytes::<1>()[0]) / 256;
            self.count += 1;
            self.flying.insert(
                (self.now + self.delay + late, self.count),
                (
                    to,
                    Packet {
                        header: packet.header.clone(),
                        payload: packet.payload.clone(),
                    },
                ),
            );
        }
    }

    pub(super) fn run_for(&mut self, time: Duration) {
        let until = self.now + time;
        loop {
            for end in [0, 1] {
                self.incomplete += self.ends[end].tick(self.now);
                while let Some((subprotocol, message)) = self.ends[end].next_control(self.now) {
                    let payload = Bytes::from(message).into();
                    self.launch(
                        1 - end,
                        Packet {
                            header: blank(subprotocol, u64::from(subprotocol.number())),
                            payload,
                        },
                    );
                }
                while let Some(packet) = self.ends[end].next_packet(self.now) {
                    self.launch(1 - end, packet);
                }
                while let Some(delivery) = self.ends[end].next_delivery() {
                    if let (true, Delivery::Events { header, charge, .. }) = (self.eager, &delivery)
                    {
                        self.ends[end].consumed(header.stream_id, *charge, self.now);
                    }
                    self.inboxes[end].push(delivery);
                }
            }
            self.compare();
            let arrival = self.flying.keys().next().map(|(at, _)| *at);
            let timeouts = self
                .ends
                .iter_mut()
                .filter_map(|end| end.next_timeout(self.now))
                .min();
            match arrival.into_iter().chain(timeouts).min() {
                Some(next) if next <= until => self.now = self.now.max(next),
                _ => break,
            }
            while let Some(entry) = self
                .flying
                .first_entry()
                .filter(|entry| entry.key().0 <= self.now)
            {
                let (to, packet) = entry.remove();
                self.arrive(to, packet);
                self.compare();
            }
        }
        self.now = until;
    }

    /// What both ends know of their streams at a glance is right.
    pub(super) fn compare(&self) {
        for end in &self.ends {
            assert!(end.sending.index_is_right() && end.receiving.index_is_right());
        }
    }

    pub(super) fn arrive(&mut self, to: usize, packet: Packet) {
        let (end, now) = (&mut self.ends[to], self.now);
        let payload = as_sealed(&packet);
        match Subprotocol::from(packet.header.subprotocol) {
            Subprotocol::WindowGrant => {
                end.granted(&WindowGrant::decode(&payload).expect("genuine"), now);
            }
            Subprotocol::StreamAckRanges => {
                end.ranges(&StreamAckRanges::decode(&payload).expect("genuine"), now);
            }
            Subprotocol::StreamReset => {
                end.reset(StreamReset::decode(&payload).expect("genuine").stream_id);
            }
            _ => end
                .receive(&packet.header, payload, now)
                .expect("a well-behaved peer"),
        }
    }

    pub(super) fn events(&self, end: usize, stream: u64) -> Vec<Vec<u8>> {
        let of = |delivery: &Delivery| match delivery {
            Delivery::Events { header, events, .. } if header.stream_id == stream => {
                events.iter().map(|event| event.to_vec()).collect()
            }
            _ => vec![],
        };
        self.inboxes[end].iter().flat_map(of).collect()
    }
}

pub(super) fn head() -> Head {
    Head {
        subprotocol: Subprotocol::Events,
        priority: 0,
        origin: 1,
        channel: 2,
        subnet: 3,
    }
}

pub(super) fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

/// Events of all sizes, from nothing to some that need hundreds of packets.
pub(super) fn events(random: &mut Random, count: usize) -> Vec<Bytes> {
    let size = |random: &mut Random| match random.bytes::<2>() {
        [kind, low] if kind < 150 => usize::from(low) % 40,
        [kind, low] if kind < 245 => usize::from(low) * 8,
        [_, low] => usize::from(low) * 300,
    };
    (0..count)
        .map(|number| {
            let mut event = vec![number as u8; size(random)];
            random.fill(&mut event);
            event.into()
        })
        .collect()
}

/// The payload as the other side sees it.
pub(super) fn as_sealed(packet: &Packet) -> Bytes {
    let mut payload = vec![];
    packet.payload.write_into(&mut payload);
    assert_eq!(payload.len(), packet.payload.length());
    payload.into()
}
