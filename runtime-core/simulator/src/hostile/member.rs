//! A member that abuses what members may do: floods of openings under many identities, messages about streams that are lies, rubbish under good keys, streams
//! that never end, and events that it never reads.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use meshwright_transport::{Endpoint, EndpointConfig, Head, Now, Psk, Psks, SecretIdentity};
use meshwright_wire::wire::packet::Subprotocol;
use meshwright_wire::wire::session::{Heartbeat, PathResponse};
use meshwright_wire::wire::stream::{AckRange, StreamAckRanges, StreamReset, WindowGrant};

use super::{Actor, Scene};
use crate::network::Owner;
use crate::plan::{Pace, Plan};
use crate::random::Random;
use crate::verifier::Memory;
use crate::world::PSK;

/// Identities that it takes, at most.
const IDENTITIES: usize = 24;

pub struct Member {
    random: Random,
    /// Each identity at an address of its own.
    selves: Vec<(SocketAddr, Endpoint)>,
    victims: Vec<usize>,
    identities: usize,
    verifier: Arc<Memory>,
}

impl Member {
    pub fn new(plan: &Plan, verifier: Arc<Memory>) -> Self {
        let mut random = Random::new(plan.seed, "member", 0);
        let victims = (0..3).map(|_| random.index(plan.nodes)).collect();
        Self {
            selves: vec![],
            identities: if plan.pace == Pace::Long {
                4
            } else {
                IDENTITIES
            },
            victims,
            random,
            verifier,
        }
    }

    fn join(&mut self, scene: &mut Scene<'_>) {
        let identity = SecretIdentity::from_seed(&self.random.bytes());
        // Some have heard of the mesh, and guess its key.
        let key = if self.random.chance(250) {
            [0; 32]
        } else {
            scene.atlas.admit(identity.id());
            PSK.1
        };
        let address = scene.network.new_address(Owner::Hostile(scene.me));
        let mut config = EndpointConfig::new(Psks::new(Psk::new(PSK.0, key), vec![]));
        config.verifier = self.verifier.clone();
        config.connect_attempts = 3;
        let mut endpoint = Endpoint::new(identity, config, self.random.bytes(), now(scene.at));
        for victim in &self.victims {
            let (id, at) = (scene.atlas.id(*victim), scene.atlas.address(*victim));
            // Who is full is no victim.
            let _ = endpoint.connect(id, at, now(scene.at));
        }
        self.selves.push((address, endpoint));
    }

    fn abuse(&mut self, scene: &Scene<'_>) {
        let random = &mut self.random;
        let index = random.index(self.selves.len().max(1));
        let (Some((_, endpoint)), Some(victim)) =
            (self.selves.get_mut(index), random.pick(&self.victims))
        else {
            return;
        };
        let victim = scene.atlas.id(*victim);
        // What the endpoint itself does not take is not sent.
        let _ = match random.index(8) {
            0 => {
                let length = random.index(3000);
                let (stream, event) = (random.within(0..500), random.vec(length).into());
                endpoint.send_reliably(&victim, stream, head(Subprotocol::Events), event)
            }
            1 => {
                let event = random.vec(60_000).into();
                endpoint.send(
                    &victim,
                    random.within(0..9),
                    head(Subprotocol::Events),
                    &event,
                )
            }
            2 => {
                let length = random.index(200);
                let (subprotocol, event) = (any(random), random.vec(length).into());
                endpoint.send(&victim, 1, head(subprotocol), &event)
            }
            _ => {
                let (subprotocol, lie) = lie(random);
                endpoint.send(
                    &victim,
                    u64::from(subprotocol.number()),
                    head(subprotocol),
                    &lie,
                )
            }
        };
    }

    fn drain(&mut self, scene: &mut Scene<'_>) {
        for (address, endpoint) in &mut self.selves {
            let mut more = true;
            while more {
                more = endpoint.flush(now(scene.at));
                while let Some(transmit) = endpoint.poll_transmit() {
                    scene.send_as_peer(*address, transmit.to, transmit.datagram);
                }
            }
        }
    }
}

impl Actor for Member {
    fn act(&mut self, scene: &mut Scene<'_>) -> Duration {
        if self.selves.len() < self.identities && self.random.chance(400) {
            self.join(scene);
        }
        for _ in 0..self.random.index(12) {
            self.abuse(scene);
        }
        for (_, endpoint) in &mut self.selves {
            endpoint.tick(now(scene.at));
        }
        self.drain(scene);
        self.random.millis(50..500)
    }

    fn receive(
        &mut self,
        from: SocketAddr,
        to: SocketAddr,
        datagram: &[u8],
        scene: &mut Scene<'_>,
    ) {
        let mut datagram = datagram.to_vec();
        for (_, endpoint) in self.selves.iter_mut().filter(|(address, _)| *address == to) {
            endpoint.receive(from, &mut datagram, now(scene.at));
        }
        self.drain(scene);
    }
}

/// Its clock is right, as far as it goes.
pub(super) fn now(at: Duration) -> Now {
    Now {
        monotonic: at,
        wall: Duration::from_secs(1_700_000_000) + at,
    }
}

pub(super) fn head(subprotocol: Subprotocol) -> Head {
    Head {
        subprotocol,
        priority: 0,
        origin: 0,
        channel: 0,
        subnet: 0,
    }
}

fn any(random: &mut Random) -> Subprotocol {
    const KNOWN: [Subprotocol; 7] = [
        Subprotocol::Heartbeat,
        Subprotocol::PathChallenge,
        Subprotocol::PathResponse,
        Subprotocol::WindowGrant,
        Subprotocol::StreamAckRanges,
        Subprotocol::StreamNack,
        Subprotocol::StreamReset,
    ];
    match random.pick(&KNOWN) {
        Some(known) if random.chance(800) => *known,
        _ => Subprotocol::from(random.next() as u16),
    }
}

/// A message that is well-formed and untrue.
fn lie(random: &mut Random) -> (Subprotocol, Bytes) {
    let stream_id = random.within(0..6);
    let number = |random: &mut Random| match random.index(3) {
        0 => u64::MAX - random.within(0..3),
        1 => random.within(0..2000),
        _ => random.next(),
    };
    let (subprotocol, encoded) = match random.index(5) {
        0 => {
            let (total_consumed, ack_seq) = (number(random), number(random));
            let grant = WindowGrant {
                stream_id,
                total_consumed,
                ack_seq,
            };
            (Subprotocol::WindowGrant, grant.encode())
        }
        1 => {
            let (start, end) = (number(random), number(random));
            let ranges = StreamAckRanges {
                stream_id,
                ack_seq: number(random),
                ranges: vec![AckRange { start, end }],
            };
            (Subprotocol::StreamAckRanges, ranges.encode())
        }
        2 => (Subprotocol::StreamReset, StreamReset { stream_id }.encode()),
        3 => {
            let heartbeat = Heartbeat {
                sent_at: number(random),
                echo: number(random),
                held: number(random) as u32,
            };
            (Subprotocol::Heartbeat, heartbeat.encode())
        }
        _ => {
            let token = number(random);
            (Subprotocol::PathResponse, PathResponse { token }.encode())
        }
    };
    (subprotocol, encoded.unwrap_or_default().into())
}
