//! The side that opens.

use meshwright_wire::wire::handshake::{
    HandshakeCookie, HandshakeFeature, HandshakeInit, HandshakeInitPayload, HandshakeResponse,
    HandshakeResponsePayload,
};
use meshwright_wire::wire::identity::EntityId;
use snow::HandshakeState;
use zeroize::Zeroizing;

use super::{Handshake, HandshakeError, Psk, Timestamp, builder, cookie, macs};
use crate::crypto::identity::{SecretIdentity, agreement_key};
use crate::crypto::random::Random;

/// An opening that waits for its answer.
pub(crate) struct Opening {
    noise: HandshakeState,
    us: EntityId,
    peer: EntityId,
    local_id: u64,
    frame: Vec<u8>,
}

/// What a node says of itself when it opens.
pub(crate) struct Introduction {
    pub boot_id: u64,
    pub features: HandshakeFeature,
    pub timestamp: Timestamp,
}

impl Opening {
    /// `random`: for this handshake alone.
    pub(crate) fn new(
        us: &SecretIdentity,
        peer: EntityId,
        psk: &Psk,
        local_id: u64,
        said: &Introduction,
        random: Random,
    ) -> Result<Self, HandshakeError> {
        let remote = agreement_key(&peer).map_err(|_| HandshakeError::WeakKey)?;
        if peer == us.id() {
            return Err(HandshakeError::Reflected);
        }
        let secret = us.agreement_secret();
        let built = builder(random)
            .local_private_key(&*secret)
            .and_then(|one| one.remote_public_key(&remote))
            .and_then(|one| one.psk(2, psk.key()))
            .and_then(snow::Builder::build_initiator);
        let mut noise = built.expect("all that the pattern needs is there");
        let payload = HandshakeInitPayload {
            identity: us.id(),
            timestamp: said.timestamp.0,
            psk_id: psk.id(),
            boot_id: said.boot_id,
            features: said.features,
            sender_id: local_id,
        };
        let payload = payload.encode().expect("every payload can be written");
        let mut message = [0; 168];
        noise
            .write_message(&payload, &mut message)
            .map_err(|_| HandshakeError::WeakKey)?;
        let frame = HandshakeInit {
            sender_id: local_id,
            ephemeral: part(&message, 0),
            sealed_static: part(&message, 32),
            sealed_payload: part(&message, 80),
            mac1: macs::UNSEALED,
            mac2: macs::UNSEALED,
        };
        let mut frame = frame.encode().expect("every frame can be written");
        macs::seal(&mut frame, &peer, None);
        Ok(Self {
            noise,
            us: us.id(),
            peer,
            local_id,
            frame,
        })
    }

    pub(crate) fn local_id(&self) -> u64 {
        self.local_id
    }

    pub(crate) fn peer(&self) -> EntityId {
        self.peer
    }

    /// The frame to send.
    pub(crate) fn frame(&self) -> &[u8] {
        &self.frame
    }

    /// The peer wants to see a cookie first: the frame carries it from now on.
    pub(crate) fn take_cookie(&mut self, frame: &HandshakeCookie) -> Result<(), HandshakeError> {
        let end = self.frame.len() - macs::MAC;
        let mac1 = part(&self.frame, end - macs::MAC);
        let cookie = cookie::open(frame, &self.peer, &mac1)?;
        macs::seal(&mut self.frame, &self.peer, Some(&cookie));
        Ok(())
    }

    /// Reads the answer. A forged one leaves the opening as it was; only a genuine one whose ids were changed on the way ends it.
    pub(crate) fn finish(&mut self, frame: &[u8]) -> Result<Handshake, HandshakeError> {
        let answer = HandshakeResponse::decode(frame).map_err(|_| HandshakeError::Malformed)?;
        if !macs::mac1_is_right(frame, &self.us) {
            return Err(HandshakeError::Forged);
        }
        if answer.receiver_id != self.local_id {
            return Err(HandshakeError::IdMismatch);
        }
        let mut message = [0; 80];
        message[..32].copy_from_slice(&answer.ephemeral);
        message[32..].copy_from_slice(&answer.sealed_payload);
        let mut payload = [0; HandshakeResponsePayload::SIZE];
        let read = self
            .noise
            .read_message(&message, &mut payload)
            .map_err(|_| HandshakeError::Forged)?;
        let payload = HandshakeResponsePayload::decode(&payload[..read])
            .map_err(|_| HandshakeError::Malformed)?;
        if (payload.sender_id, payload.receiver_id) != (answer.sender_id, self.local_id) {
            return Err(HandshakeError::IdMismatch);
        }
        let (sending, receiving) = self.noise.dangerously_get_raw_split();
        Ok(Handshake {
            remote: self.peer,
            remote_boot_id: payload.boot_id,
            features: payload.features,
            local_id: self.local_id,
            remote_id: answer.sender_id,
            sending: Zeroizing::new(sending),
            receiving: Zeroizing::new(receiving),
        })
    }
}

/// `N` bytes from `at` on.
fn part<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    bytes[at..at + N].try_into().expect("as many as asked for")
}
