//! A member that forges: tells of others what they did not say, or said long ago; withdraws whom it likes; sends what others sealed from elsewhere, and
//! changes what is relayed.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use meshwright_transport::{Endpoint, EndpointConfig, Psk, Psks, SecretIdentity, node_id};
use meshwright_wire::wire::identity::{EntityId, Signature};
use meshwright_wire::wire::packet::{RoutingHeader, Subprotocol};
use meshwright_wire::wire::pingwave::{NodeHealth, Pingwave, PingwaveBody};
use meshwright_wire::wire::routing::{PingwaveRequest, RouteWithdrawal};

use super::member::{head, now};
use super::{Actor, Scene};
use crate::frame::Frame;
use crate::network::{Network, Owner};
use crate::plan::Plan;
use crate::random::Random;
use crate::verifier::Memory;
use crate::world::PSK;

/// Nodes whose neighbour it becomes, at most.
const VICTIMS: usize = 4;
/// Datagrams of others that wait to be sent on.
const MEMORY: usize = 32;

pub struct Forger {
    random: Random,
    address: SocketAddr,
    /// An address of its own that no peer of it knows.
    elsewhere: SocketAddr,
    seed: [u8; 32],
    identity: SecretIdentity,
    endpoint: Option<Endpoint>,
    victims: Vec<usize>,
    verifier: Arc<Memory>,
    sequence: u64,
    /// Openings that came with a cookie, and relayed datagrams: whence, whither, and what.
    overheard: VecDeque<(SocketAddr, SocketAddr, Vec<u8>)>,
}

impl Forger {
    pub fn new(plan: &Plan, me: usize, network: &mut Network, verifier: Arc<Memory>) -> Self {
        let mut random = Random::new(plan.seed, "forger", 0);
        let seed = random.bytes();
        let victims = (0..VICTIMS).map(|_| random.index(plan.nodes)).collect();
        Self {
            address: network.new_address(Owner::Hostile(me)),
            elsewhere: network.new_address(Owner::Hostile(me)),
            seed,
            identity: SecretIdentity::from_seed(&seed),
            endpoint: None,
            victims,
            verifier,
            sequence: 0,
            overheard: VecDeque::new(),
            random,
        }
    }

    fn join(&mut self, scene: &mut Scene<'_>) {
        scene.atlas.admit(self.identity.id());
        let mut config = EndpointConfig::new(Psks::new(Psk::new(PSK.0, PSK.1), vec![]));
        config.verifier = self.verifier.clone();
        let identity = SecretIdentity::from_seed(&self.seed);
        let endpoint = Endpoint::new(identity, config, self.random.bytes(), now(scene.at));
        self.endpoint = Some(endpoint);
    }

    /// Keeps a session with all of its victims.
    fn dial(&mut self, scene: &Scene<'_>) {
        let Some(endpoint) = &mut self.endpoint else {
            return;
        };
        for victim in &self.victims {
            let (id, at) = (scene.atlas.id(*victim), scene.atlas.address(*victim));
            if endpoint.peer(&id).is_none() {
                // Who is full is no victim.
                let _ = endpoint.connect(id, at, now(scene.at));
            }
        }
    }

    fn forge(&mut self, scene: &mut Scene<'_>) {
        let (Some(endpoint), Some(victim)) =
            (&mut self.endpoint, self.random.pick(&self.victims).copied())
        else {
            return;
        };
        let random = &mut self.random;
        let anybody = random.index(scene.atlas.len());
        let (subprotocol, forged) = match random.index(7) {
            // Of another, unsigned by it.
            0 | 1 => {
                let body = body(scene.atlas.id(anybody), random);
                let signature = self.identity.sign(&body.encode().unwrap_or_default());
                (Subprotocol::Pingwave, wave(body, signature, 1))
            }
            // What another said, as if it were next to us.
            2 => {
                let said = self.verifier.signed(random.next() as usize);
                let wave = said.and_then(|(message, signature)| {
                    let body = PingwaveBody::decode(&message).ok()?;
                    wave(body, signature, 1)
                });
                (Subprotocol::Pingwave, wave)
            }
            // Our own, in ever greater numbers, and from farther away than we are.
            3 => {
                self.sequence += 1 << random.index(40);
                let mut own = body(self.identity.id(), random);
                own.sequence = self.sequence;
                let hops = random.index(2) as u8;
                (
                    Subprotocol::Pingwave,
                    genuine(own, &self.identity, hops, &self.verifier),
                )
            }
            // Of somebody who is not there, but has keys like everybody, so that it may be told.
            4 => {
                let nobody = SecretIdentity::from_seed(&random.bytes());
                scene.atlas.admit(nobody.id());
                let wave = genuine(body(nobody.id(), random), &nobody, 1, &self.verifier);
                (Subprotocol::Pingwave, wave)
            }
            5 => {
                let request = PingwaveRequest {
                    destination: node_id(&scene.atlas.id(anybody)),
                    sequence: random.next(),
                };
                (Subprotocol::PingwaveRequest, request.encode().ok())
            }
            _ => {
                let withdrawal = RouteWithdrawal {
                    destination: node_id(&scene.atlas.id(anybody)),
                    seq: random.next(),
                };
                (Subprotocol::RouteWithdrawal, withdrawal.encode().ok())
            }
        };
        if let Some(forged) = forged {
            let (victim, stream) = (scene.atlas.id(victim), u64::from(subprotocol.number()));
            // What the endpoint itself does not take is not sent.
            let _ = endpoint.send(&victim, stream, head(subprotocol), &Bytes::from(forged));
        }
    }

    /// An opening with its sender's cookie, from here; a relayed datagram that may go farther, or has something else inside, from where it came.
    fn pass_on(&mut self, scene: &mut Scene<'_>) {
        let Some((from, to, datagram)) = self.overheard.pop_front() else {
            return;
        };
        match Frame::of(&datagram) {
            Some(Frame::Relayed(header, inner)) => {
                scene.send(from, to, self.changed(header, inner.to_vec()));
            }
            _ => scene.send(self.elsewhere, to, datagram),
        }
    }

    /// With all the hops that there can be, as if from somebody else, or around something else.
    fn changed(&mut self, mut header: RoutingHeader, mut inner: Vec<u8>) -> Vec<u8> {
        match self.random.index(3) {
            0 => header.ttl = u8::MAX - header.hops,
            1 => header.source = self.random.next(),
            _ => {
                let at = self.random.index(inner.len());
                inner[at] ^= 1;
            }
        }
        let head = header.encode().expect("it can be written");
        [head, inner].concat()
    }

    fn drain(&mut self, scene: &mut Scene<'_>) {
        if let Some(endpoint) = &mut self.endpoint {
            endpoint.flush(now(scene.at));
        }
        while let Some(transmit) = self.endpoint.as_mut().and_then(Endpoint::poll_transmit) {
            scene.send_as_peer(self.address, transmit.to, transmit.datagram);
        }
    }
}

impl Actor for Forger {
    fn act(&mut self, scene: &mut Scene<'_>) -> Duration {
        if self.endpoint.is_none() {
            self.join(scene);
        }
        self.dial(scene);
        for _ in 0..self.random.index(24) {
            self.forge(scene);
        }
        for _ in 0..self.random.index(8) {
            self.pass_on(scene);
        }
        if let Some(endpoint) = &mut self.endpoint {
            endpoint.tick(now(scene.at));
            while endpoint.poll_event(now(scene.at)).is_some() {}
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
        if let Some(endpoint) = self.endpoint.as_mut().filter(|_| to == self.address) {
            endpoint.receive(from, &mut datagram.to_vec(), now(scene.at));
        }
        self.drain(scene);
    }

    fn overhears(
        &mut self,
        from: SocketAddr,
        to: SocketAddr,
        datagram: &[u8],
        _at: Duration,
    ) -> bool {
        if self.overheard.len() < MEMORY && is_of_use(datagram) {
            self.overheard.push_back((from, to, datagram.to_vec()));
        }
        false
    }
}

/// An opening with a cookie, whose second mac is not zero, or something that is relayed.
fn is_of_use(datagram: &[u8]) -> bool {
    match Frame::of(datagram) {
        Some(Frame::Opening(opening)) => opening.mac2.0.iter().any(|byte| *byte != 0),
        Some(Frame::Relayed(_, inner)) => !inner.is_empty(),
        _ => false,
    }
}

/// Says of `origin` what no honest node says of itself.
fn body(origin: EntityId, random: &mut Random) -> PingwaveBody {
    PingwaveBody {
        origin,
        boot_id: random.next(),
        sequence: u64::MAX / 2,
        sent_at: u64::MAX / 2,
        capability_hash: 0xf0f0,
        capability_version: 0,
        subnet: 0,
        hop_limit: 15,
        load: 255,
        health: NodeHealth::Healthy,
        gpus: 0,
        model_slots: 0,
        memory_tier: 0,
        tools: 0,
    }
}

/// As its origin signs it.
fn genuine(
    body: PingwaveBody,
    origin: &SecretIdentity,
    hops: u8,
    verifier: &Memory,
) -> Option<Vec<u8>> {
    let signature = verifier.sign(origin, &body.encode().ok()?);
    wave(body, signature, hops)
}

/// As if its origin were `hops` neighbours away, and all of them quick.
fn wave(body: PingwaveBody, signature: Signature, hops: u8) -> Option<Vec<u8>> {
    let wave = Pingwave {
        ttl: body.hop_limit.saturating_sub(hops),
        hops,
        path_rtt_us: 0,
        body,
        signature,
    };
    wave.encode().ok()
}
