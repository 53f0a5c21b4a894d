//! Handshakes that succeed, and all the ways in which one must not.

use std::net::SocketAddr;
use std::time::Duration;

use meshwright_wire::wire::handshake::{
    HandshakeCookie, HandshakeFeature, HandshakeInit, HandshakeResponse,
};
use meshwright_wire::wire::identity::EntityId;

use super::initiator::Introduction;
use super::*;
use crate::crypto::identity::SecretIdentity;

struct Side {
    identity: SecretIdentity,
    psks: Psks,
    random: Random,
    boot_id: u64,
}

impl Side {
    fn new(number: u8) -> Self {
        Self {
            identity: SecretIdentity::from_seed(&[number; 32]),
            psks: Psks::new(Psk::new(7, [9; 32]), vec![]),
            random: Random::new([number; 32]),
            boot_id: u64::from(number),
        }
    }

    fn open(&mut self, peer: EntityId) -> Opening {
        let said = Introduction {
            boot_id: self.boot_id,
            features: HandshakeFeature::ALL,
            timestamp: Timestamp::at(Duration::from_secs(100)),
        };
        let (id, random) = (self.random.id(), self.random.fork());
        Opening::new(&self.identity, peer, self.psks.current(), id, &said, random)
            .expect("peers have sound keys")
    }

    fn read(&mut self, frame: &[u8]) -> Result<Received, HandshakeError> {
        let random = self.random.fork();
        let read = HandshakeInit::decode(frame).map_err(|_| HandshakeError::Malformed)?;
        if !mac1_is_right(frame, &self.identity.id()) {
            return Err(HandshakeError::Forged);
        }
        Received::read(&self.identity, &self.psks, &read, random)
    }

    fn answer(
        &mut self,
        frame: &[u8],
        features: HandshakeFeature,
    ) -> Result<(Vec<u8>, Handshake), HandshakeError> {
        let received = self.read(frame)?;
        received.answer(self.random.id(), self.boot_id, features)
    }
}

#[test]
fn both_sides_agree() {
    let (mut a, mut b) = (Side::new(1), Side::new(2));
    let mut opening = a.open(b.identity.id());
    let (frame, theirs) = b
        .answer(opening.frame(), HandshakeFeature::RELAY)
        .expect("a genuine opening");
    let ours = opening.finish(&frame).expect("a genuine answer");
    assert_eq!(ours.sending, theirs.receiving);
    assert_eq!(ours.receiving, theirs.sending);
    assert_ne!(ours.sending, ours.receiving);
    assert_eq!(
        (ours.remote, theirs.remote),
        (b.identity.id(), a.identity.id())
    );
    assert_eq!((ours.remote_boot_id, theirs.remote_boot_id), (2, 1));
    assert_eq!(
        (ours.local_id, ours.remote_id),
        (theirs.remote_id, theirs.local_id)
    );
    assert_eq!(
        (ours.features, theirs.features),
        (HandshakeFeature::RELAY, HandshakeFeature::RELAY)
    );
}

#[test]
fn the_same_seed_replays_and_another_does_not() {
    let (mut a, mut again, mut other) = (Side::new(1), Side::new(1), Side::new(1));
    other.random = Random::new([77; 32]);
    let peer = Side::new(2).identity.id();
    assert_eq!(a.open(peer).frame(), again.open(peer).frame());
    assert_ne!(a.open(peer).frame(), other.open(peer).frame());
}

#[test]
fn another_psk_is_no_membership() {
    let (mut a, mut b) = (Side::new(1), Side::new(2));
    b.psks = Psks::new(Psk::new(7, [8; 32]), vec![]);
    let mut opening = a.open(b.identity.id());
    let (frame, _) = b
        .answer(opening.frame(), HandshakeFeature::NONE)
        .expect("the key is mixed in with the answer");
    assert_eq!(opening.finish(&frame).err(), Some(HandshakeError::Forged));
    b.psks = Psks::new(Psk::new(8, [9; 32]), vec![]);
    assert_eq!(
        b.read(opening.frame()).err(),
        Some(HandshakeError::UnknownPsk)
    );
    b.psks = Psks::new(Psk::new(8, [8; 32]), vec![Psk::new(7, [9; 32])]);
    let (frame, _) = b
        .answer(opening.frame(), HandshakeFeature::NONE)
        .expect("the former key is still taken");
    assert!(opening.finish(&frame).is_ok());
}

#[test]
fn a_forged_answer_does_not_end_an_opening() {
    let (mut a, mut b) = (Side::new(1), Side::new(2));
    let mut opening = a.open(b.identity.id());
    let (frame, _) = b
        .answer(opening.frame(), HandshakeFeature::NONE)
        .expect("a genuine opening");
    // An answer that says something else outside than inside is refused for good.
    let sender_of = |frame: &[u8]| HandshakeResponse::decode(frame).map(|one| one.sender_id);
    for byte in 0..frame.len() {
        let mut forged = frame.clone();
        forged[byte] ^= 1;
        if sender_of(&forged).is_ok_and(|sender| sender_of(&frame) != Ok(sender)) {
            continue;
        }
        // The second mac is for cookies, which answers do not carry.
        if byte < frame.len() - macs::MAC {
            assert!(opening.finish(&forged).is_err(), "byte {byte}");
        }
        // Whoever knows the opener can make the first mac anew.
        macs::seal(&mut forged, &a.identity.id(), None);
        if byte < frame.len() - 2 * macs::MAC {
            assert!(opening.finish(&forged).is_err(), "byte {byte}");
        }
    }
    for length in 0..frame.len() {
        assert_eq!(
            opening.finish(&frame[..length]).err(),
            Some(HandshakeError::Malformed)
        );
    }
    assert!(opening.finish(&frame).is_ok());
}

/// Only who holds back the genuine answer can change its outer id, so that nothing is lost by ending there.
#[test]
fn an_answer_with_another_id_outside_is_refused() {
    let (mut a, mut b) = (Side::new(1), Side::new(2));
    let mut opening = a.open(b.identity.id());
    let (mut frame, _) = b
        .answer(opening.frame(), HandshakeFeature::NONE)
        .expect("a genuine opening");
    frame[8] ^= 1;
    macs::seal(&mut frame, &a.identity.id(), None);
    assert_eq!(
        opening.finish(&frame).err(),
        Some(HandshakeError::IdMismatch)
    );
}

#[test]
fn a_changed_opening_is_refused() {
    let (mut a, mut b) = (Side::new(1), Side::new(2));
    let opening = a.open(b.identity.id());
    let frame = opening.frame();
    for byte in 0..frame.len() - 2 * macs::MAC {
        let mut forged = frame.to_vec();
        forged[byte] ^= 0x80;
        assert!(b.read(&forged).is_err(), "byte {byte}");
        macs::seal(&mut forged, &b.identity.id(), None);
        assert!(b.read(&forged).is_err(), "byte {byte}, sealed anew");
    }
    for length in 0..frame.len() {
        assert_eq!(
            b.read(&frame[..length]).err(),
            Some(HandshakeError::Malformed)
        );
    }
}

#[test]
fn frames_for_others_and_from_ourselves_are_refused() {
    let (mut a, b, mut c) = (Side::new(1), Side::new(2), Side::new(3));
    let mut opening = a.open(b.identity.id());
    assert_eq!(c.read(opening.frame()).err(), Some(HandshakeError::Forged));
    assert_eq!(
        a.read(opening.frame()).err(),
        Some(HandshakeError::Forged),
        "reflected"
    );
    let mut forged = opening.frame().to_vec();
    macs::seal(&mut forged, &a.identity.id(), None);
    assert_eq!(
        a.read(&forged).err(),
        Some(HandshakeError::Forged),
        "reflected, its mac made anew"
    );
    let (frame, _) = c
        .answer(a.open(c.identity.id()).frame(), HandshakeFeature::NONE)
        .expect("a genuine opening");
    assert_eq!(
        opening.finish(&frame).err(),
        Some(HandshakeError::IdMismatch),
        "the answer to another opening"
    );
    let itself = a.identity.id();
    let said = Introduction {
        boot_id: 1,
        features: HandshakeFeature::NONE,
        timestamp: Timestamp([0; 12]),
    };
    assert_eq!(
        Opening::new(
            &a.identity,
            itself,
            a.psks.current(),
            5,
            &said,
            Random::new([0; 32])
        )
        .err(),
        Some(HandshakeError::Reflected)
    );
}

/// Seals the identity of `c` under the key of `a`.
#[test]
fn another_identity_than_that_of_the_key_is_refused() {
    let (a, mut b, c) = (Side::new(1), Side::new(2), Side::new(3));
    let secret = a.identity.agreement_secret();
    let remote = crate::crypto::identity::agreement_key(&b.identity.id()).expect("a sound key");
    for (identity, expected) in [
        (c.identity.id(), HandshakeError::IdentityMismatch),
        (EntityId([0; 32]), HandshakeError::WeakKey),
    ] {
        let built = builder(Random::new([5; 32]))
            .local_private_key(&*secret)
            .and_then(|one| one.remote_public_key(&remote))
            .and_then(snow::Builder::build_initiator);
        let mut noise = built.expect("all is there");
        let payload = meshwright_wire::wire::handshake::HandshakeInitPayload {
            identity,
            timestamp: [0; 12],
            psk_id: 7,
            boot_id: 1,
            features: HandshakeFeature::NONE,
            sender_id: 5,
        };
        let mut message = [0; 168];
        noise
            .write_message(&payload.encode().expect("it can be written"), &mut message)
            .expect("a sound key");
        let frame = HandshakeInit {
            sender_id: 5,
            ephemeral: message[..32].try_into().expect("32"),
            sealed_static: message[32..80].try_into().expect("48"),
            sealed_payload: message[80..].try_into().expect("88"),
            mac1: macs::UNSEALED,
            mac2: macs::UNSEALED,
        };
        let mut frame = frame.encode().expect("it can be written");
        macs::seal(&mut frame, &b.identity.id(), None);
        assert_eq!(b.read(&frame).err(), Some(expected));
    }
}

#[test]
fn weak_ephemerals_are_refused() {
    let (mut a, mut b) = (Side::new(1), Side::new(2));
    let opening = a.open(b.identity.id());
    let order_eight = [
        0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4,
        0x6a, 0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49,
        0xb8, 0x00,
    ];
    let beyond_prime = {
        let mut key = [0xff; 32];
        key[31] = 0x7f;
        key
    };
    for weak in [
        [0; 32],
        {
            let mut one = [0; 32];
            one[0] = 1;
            one
        },
        order_eight,
        beyond_prime,
        [0xff; 32],
    ] {
        let mut forged = HandshakeInit {
            ephemeral: weak,
            ..HandshakeInit::decode(opening.frame()).expect("a genuine opening")
        }
        .encode()
        .expect("it can be written");
        macs::seal(&mut forged, &b.identity.id(), None);
        assert_eq!(b.read(&forged).err(), Some(HandshakeError::Forged));
    }
    let said = Introduction {
        boot_id: 1,
        features: HandshakeFeature::NONE,
        timestamp: Timestamp([0; 12]),
    };
    assert_eq!(
        Opening::new(
            &a.identity,
            EntityId([0; 32]),
            a.psks.current(),
            5,
            &said,
            Random::new([0; 32])
        )
        .err(),
        Some(HandshakeError::WeakKey)
    );
}

#[test]
fn a_cookie_is_good_for_its_source_and_time() {
    let (mut a, mut b) = (Side::new(1), Side::new(2));
    let node = b.identity.id();
    let mut opening = a.open(node);
    let [one, other]: [SocketAddr; 2] =
        ["192.0.2.1:7", "192.0.2.1:8"].map(|text| text.parse().expect("an address"));
    let here = Source::Direct(one);
    let mut jar = CookieJar::new(Duration::ZERO, &mut b.random);
    assert!(!jar.admits(opening.frame(), &here));
    let mac1: [u8; 16] = opening.frame()[192..208].try_into().expect("16");
    let challenge = jar.challenge(&node, opening.local_id(), &mac1, &here, &mut b.random);
    let challenge = HandshakeCookie::decode(&challenge.encode().expect("it can be written"))
        .expect("it can be read");
    let mut forged = challenge.clone();
    forged.sealed_cookie[3] ^= 1;
    assert_eq!(
        opening.take_cookie(&forged).err(),
        Some(HandshakeError::Forged)
    );
    assert_eq!(
        a.open(node).take_cookie(&challenge).err(),
        Some(HandshakeError::Forged),
        "made for another opening"
    );
    opening
        .take_cookie(&challenge)
        .expect("a genuine challenge");
    assert!(jar.admits(opening.frame(), &here));
    assert!(!jar.admits(opening.frame(), &Source::Direct(other)));
    assert!(
        b.read(opening.frame()).is_ok(),
        "the first mac is still right"
    );
    jar.refresh(CookieJar::LIFETIME, &mut b.random);
    assert!(
        jar.admits(opening.frame(), &here),
        "in the second half of its time"
    );
    jar.refresh(2 * CookieJar::LIFETIME, &mut b.random);
    assert!(!jar.admits(opening.frame(), &here), "too old");
}

/// The vector of the cacophony project for the pattern, with the primitives of this crate.
#[test]
fn the_pattern_is_the_published_one() {
    let hex = |text: &str| -> Vec<u8> {
        (0..text.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&text[at..at + 2], 16).expect("hex"))
            .collect()
    };
    let prologue = hex("4a6f686e2047616c74");
    let psk: [u8; 32] = *b"This is my Austrian perspective!";
    let build = |secret: &str, ephemeral: &str, remote: Option<&str>| {
        let (secret, ephemeral, remote) = (hex(secret), hex(ephemeral), remote.map(hex));
        let builder = snow::Builder::with_resolver(
            PATTERN.parse().expect("known"),
            Box::new(Primitives::new(Random::new([0; 32]))),
        );
        let builder = builder
            .prologue(&prologue)
            .and_then(|one| one.local_private_key(&secret))
            .and_then(|one| one.psk(2, &psk))
            .expect("given once")
            .fixed_ephemeral_key_for_testing_only(&ephemeral);
        match &remote {
            Some(remote) => builder
                .remote_public_key(remote)
                .and_then(snow::Builder::build_initiator)
                .expect("complete"),
            None => builder.build_responder().expect("complete"),
        }
    };
    let mut initiator = build(
        "e61ef9919cde45dd5f82166404bd08e38bceb5dfdfded0a34c8df7ed542214d1",
        "893e28b9dc6ca8d611ab664754b8ceb7bac5117349a4439a6b0569da977c464a",
        Some("31e0303fd6418d2f8c0e78b91f22e8caed0fbe48656dcf4767e4834f701b8f62"),
    );
    let mut responder = build(
        "4a3acbfdb163dec651dfa3194dece676d437029c62a408b4c5ea9114246e4893",
        "bbdb4cdbd309f1a1f2e1456967fe288cadd6f712d65dc7b7793d5e63da6b375b",
        None,
    );
    let messages = [
        (
            "4c756477696720766f6e204d69736573",
            "ca35def5ae56cec33dc2036731ab14896bc4c75dbb07a61f879f8e3afa4c7944001e21de9f98ddd8e2ad57527207feb56253c9c94a9e496782ecfcb2a75fbcaf1b52948cc48daefe660c62119ab5000980c84831215f2441eba616548e832985464cf17e51ee93109008399a21f7e13f",
        ),
        (
            "4d757272617920526f746862617264",
            "95ebc60d2b1fa672c1f46a8aa265ef51bfe38e7ccb39ec5be34069f144808843cb765f2caef0751b8f007572dab0322217755c0632f365717edbf34d33e87a",
        ),
    ];
    for (turn, (payload, expected)) in messages.into_iter().enumerate() {
        let (writer, reader) = if turn == 0 {
            (&mut initiator, &mut responder)
        } else {
            (&mut responder, &mut initiator)
        };
        let mut message = [0; 256];
        let written = writer
            .write_message(&hex(payload), &mut message)
            .expect("it can be written");
        assert_eq!(message[..written], hex(expected));
        let mut read = [0; 256];
        let length = reader
            .read_message(&message[..written], &mut read)
            .expect("it can be read");
        assert_eq!(read[..length], hex(payload));
    }
    assert_eq!(
        initiator.get_handshake_hash(),
        hex("f5191b875290abcd41347ac3622d9679688a7e980229cb937ef748336cfde0e5")
    );
    // The first two messages after the handshake show what the split gave.
    let (mut sending, receiving) = initiator.dangerously_get_raw_split();
    assert_eq!(responder.dangerously_get_raw_split(), (sending, receiving));
    let mut text = hex("462e20412e20486179656b");
    let tag = crate::crypto::aead::AeadKey::new(&sending).seal(0, &[], &mut text);
    assert_eq!(
        [text, tag.to_vec()].concat(),
        hex("8153ca9833bc3c1b91a7e66e5f4d4f5b59bf9e64c2f20d15f0bba7")
    );
    sending.fill(0);
}
