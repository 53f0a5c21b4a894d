//! The side that answers.

use meshwright_wire::wire::handshake::{
    HandshakeFeature, HandshakeInit, HandshakeInitPayload, HandshakeResponse,
    HandshakeResponsePayload,
};
use meshwright_wire::wire::identity::EntityId;
use snow::HandshakeState;
use zeroize::Zeroizing;

use super::{Handshake, HandshakeError, Psks, Timestamp, builder, macs};
use crate::crypto::identity::{SecretIdentity, agreement_key};
use crate::crypto::random::Random;

/// An opening that was read and found genuine, but for its age: whether it is new only its receiver's memory can tell.
pub(crate) struct Received {
    noise: HandshakeState,
    opener: EntityId,
    boot_id: u64,
    features: HandshakeFeature,
    timestamp: Timestamp,
    remote_id: u64,
}

impl Received {
    /// Reads `frame`, of which `mac1` was found right. Costs three agreements, so that flooded nodes want cookies first.
    pub(crate) fn read(
        us: &SecretIdentity,
        psks: &Psks,
        frame: &HandshakeInit,
        random: Random,
    ) -> Result<Self, HandshakeError> {
        let secret = us.agreement_secret();
        let built = builder(random)
            .local_private_key(&*secret)
            .and_then(snow::Builder::build_responder);
        let mut noise = built.expect("all that the pattern needs is there");
        let mut message = [0; 168];
        message[..32].copy_from_slice(&frame.ephemeral);
        message[32..80].copy_from_slice(&frame.sealed_static);
        message[80..].copy_from_slice(&frame.sealed_payload);
        let mut payload = [0; HandshakeInitPayload::SIZE];
        let read = noise
            .read_message(&message, &mut payload)
            .map_err(|_| HandshakeError::Forged)?;
        let payload = HandshakeInitPayload::decode(&payload[..read])
            .map_err(|_| HandshakeError::Malformed)?;
        let agreed = agreement_key(&payload.identity).map_err(|_| HandshakeError::WeakKey)?;
        if noise.get_remote_static() != Some(&agreed) {
            return Err(HandshakeError::IdentityMismatch);
        }
        if payload.sender_id != frame.sender_id {
            return Err(HandshakeError::IdMismatch);
        }
        if payload.identity == us.id() {
            return Err(HandshakeError::Reflected);
        }
        let psk = psks.get(payload.psk_id).ok_or(HandshakeError::UnknownPsk)?;
        noise
            .set_psk(2, psk.key())
            .expect("the pattern has a key there");
        Ok(Self {
            noise,
            opener: payload.identity,
            boot_id: payload.boot_id,
            features: payload.features,
            timestamp: Timestamp(payload.timestamp),
            remote_id: payload.sender_id,
        })
    }

    pub(crate) fn opener(&self) -> EntityId {
        self.opener
    }

    pub(crate) fn timestamp(&self) -> Timestamp {
        self.timestamp
    }

    /// The frame to send, and the keys; they are good once the opener has shown, by a packet, that it has them as well.
    pub(crate) fn answer(
        mut self,
        local_id: u64,
        boot_id: u64,
        features: HandshakeFeature,
    ) -> Result<(Vec<u8>, Handshake), HandshakeError> {
        let features = features & self.features;
        let payload = HandshakeResponsePayload {
            boot_id,
            features,
            sender_id: local_id,
            receiver_id: self.remote_id,
        };
        let mut message = [0; 80];
        let payload = payload.encode().expect("every payload can be written");
        self.noise
            .write_message(&payload, &mut message)
            .map_err(|_| HandshakeError::WeakKey)?;
        let (ephemeral, sealed_payload) = message.split_first_chunk().expect("80 bytes");
        let frame = HandshakeResponse {
            sender_id: local_id,
            receiver_id: self.remote_id,
            ephemeral: *ephemeral,
            sealed_payload: sealed_payload.try_into().expect("48 bytes"),
            mac1: macs::UNSEALED,
            mac2: macs::UNSEALED,
        };
        let mut frame = frame.encode().expect("every frame can be written");
        macs::seal(&mut frame, &self.opener, None);
        let (receiving, sending) = self.noise.dangerously_get_raw_split();
        let keys = Handshake {
            remote: self.opener,
            remote_boot_id: self.boot_id,
            features,
            local_id,
            remote_id: self.remote_id,
            sending: Zeroizing::new(sending),
            receiving: Zeroizing::new(receiving),
        };
        Ok((frame, keys))
    }
}
