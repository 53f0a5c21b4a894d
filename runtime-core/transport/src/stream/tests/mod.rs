//! Streams over a link that loses, doubles and reorders from a seed.

mod endings;
mod index;
mod link;

use super::reassembly::LARGEST_UNRELIABLE;
use super::*;
use crate::crypto::random::Random;
use link::{Link, events, head, seconds};

#[test]
fn whatever_the_link_does_every_event_arrives_once_and_in_order() {
    for seed in 0..40 {
        let mut link = Link::new(seed);
        (link.loss, link.doubled, link.jitter) = [
            (0, 0, 0),
            (13, 0, 0),
            (0, 60, 30),
            (26, 26, 60),
            (77, 20, 5),
        ][seed as usize % 5]
            .into_tuple();
        let mut random = Random::new([seed as u8; 32]);
        let streams = [3, 4, 5];
        let sent = streams.map(|_| events(&mut random, 60));
        let mut next = [0; 3];
        for _ in 0..4_000 {
            for (index, stream) in streams.into_iter().enumerate() {
                while let Some(event) = sent[index].get(next[index]) {
                    if link.ends[0].send(stream, head(), event.clone()) == Err(StreamError::Blocked)
                    {
                        break;
                    }
                    next[index] += 1;
                    if next[index] == sent[index].len() {
                        link.ends[0].finish(stream).expect("it is there");
                    }
                }
            }
            link.run_for(Duration::from_millis(100));
            if link.inboxes[0]
                .iter()
                .filter(|one| matches!(one, Delivery::Drained(_)))
                .count()
                == 3
            {
                break;
            }
        }
        for (index, stream) in streams.into_iter().enumerate() {
            let got = link.events(1, stream);
            assert_eq!(got.len(), sent[index].len(), "seed {seed}, stream {stream}");
            assert!(
                got.iter().zip(&sent[index]).all(|(got, sent)| got == sent),
                "seed {seed}, stream {stream}"
            );
            assert_eq!(
                link.inboxes[1]
                    .iter()
                    .filter(|one| **one == Delivery::Finished(stream))
                    .count(),
                1,
                "seed {seed}"
            );
            assert_eq!(
                link.ends[0].send(stream, head(), Bytes::new()),
                Err(StreamError::Ended)
            );
        }
        link.run_for(seconds(60));
        assert_eq!(
            (
                link.ends[0].next_timeout(link.now),
                link.ends[1].next_timeout(link.now)
            ),
            (None, None),
            "seed {seed}: nothing is left to do"
        );
        assert_eq!(
            (link.ends[0].sending.len(), link.ends[1].receiving.len()),
            (0, 0)
        );
    }
}

trait IntoTuple {
    fn into_tuple(self) -> (u8, u8, Duration);
}

impl IntoTuple for (u8, u8, u64) {
    fn into_tuple(self) -> (u8, u8, Duration) {
        (self.0, self.1, Duration::from_millis(self.2))
    }
}

#[test]
fn a_program_that_does_not_read_stops_its_sender_and_nothing_is_lost() {
    let mut link = Link::with(
        1,
        StreamConfig {
            window: 20_000,
            send_buffer: 30_000,
            ..StreamConfig::default()
        },
    );
    link.eager = false;
    link.loss = 20;
    let (mut sent, mut blocked) = (0_u32, false);
    while !blocked {
        match link.ends[0].send(
            9,
            head(),
            Bytes::copy_from_slice(&[&sent.to_le_bytes()[..], &[0; 500]].concat()),
        ) {
            Ok(()) => sent += 1,
            Err(error) => blocked = error == StreamError::Blocked,
        }
        link.run_for(Duration::from_millis(20));
    }
    link.run_for(seconds(5));
    let held: usize = link.events(1, 9).iter().map(Vec::len).sum();
    assert!(
        (10_000..20_000).contains(&held),
        "{held} bytes are held for a program that does not read"
    );
    let bytes = link.sent_bytes;
    link.run_for(seconds(10));
    assert!(
        link.sent_bytes - bytes < 20_000,
        "only probes go while nobody reads"
    );
    for _ in 0..400 {
        let unread: Vec<(u64, Charge)> = link.inboxes[1]
            .iter()
            .filter_map(|one| {
                if let Delivery::Events { header, charge, .. } = one {
                    Some((header.stream_id, *charge))
                } else {
                    None
                }
            })
            .collect();
        let fresh = unread.len();
        let read = link.inboxes[1]
            .iter()
            .filter(|one| **one == Delivery::Writable(0))
            .count();
        for (stream, charge) in unread.into_iter().skip(read) {
            link.ends[1].consumed(stream, charge, link.now);
        }
        link.inboxes[1].extend((read..fresh).map(|_| Delivery::Writable(0)));
        link.run_for(Duration::from_millis(100));
    }
    assert_eq!(link.events(1, 9).len(), sent as usize);
    assert!(link.inboxes[0].contains(&Delivery::Writable(9)));
}

#[test]
fn one_large_event_goes_past_the_window() {
    let mut link = Link::with(
        1,
        StreamConfig {
            window: 50_000,
            ..StreamConfig::default()
        },
    );
    link.loss = 5;
    let large = Bytes::from(vec![7; 3_000_000]);
    link.ends[0]
        .send(1, head(), large.clone())
        .expect("nothing waits");
    link.run_for(seconds(60));
    assert_eq!(link.events(1, 1), vec![large.to_vec()]);
    assert_eq!(
        link.ends[0].send(1, head(), vec![0; LARGEST_RELIABLE + 1].into()),
        Err(StreamError::TooLarge(LARGEST_RELIABLE))
    );
}

/// Of an unreliable event on stream 8.
fn packets_of(end: &mut Streams, event: &Bytes) -> Vec<Packet> {
    if end.is_small(event.len()) {
        let full = end.gather(8, head(), event, Vec::new);
        assert!(full.is_none(), "nothing gathered");
        let alone = end.take_gathered().map(|packet| Packet {
            header: packet.header,
            payload: Bytes::from(packet.payload).into(),
        });
        alone.into_iter().collect()
    } else {
        end.pieces(8, head(), event).expect("it is small enough")
    }
}

#[test]
fn unreliable_events_arrive_or_do_not_but_never_in_part() {
    let mut link = Link::new(3);
    (link.loss, link.doubled, link.jitter) = (10, 40, Duration::from_millis(50));
    let mut random = Random::new([5; 32]);
    let sent: Vec<Bytes> = events(&mut random, 400)
        .into_iter()
        .filter(|event| event.len() <= LARGEST_UNRELIABLE)
        .collect();
    for event in &sent {
        for packet in packets_of(&mut link.ends[0], event) {
            link.launch(1, packet);
        }
        link.run_for(Duration::from_millis(30));
    }
    link.run_for(seconds(10));
    let got = link.events(1, 8);
    assert!(
        got.len() > sent.len() * 3 / 4
            && got.iter().all(|event| sent.iter().any(|one| one == event))
    );
    assert!(link.incomplete > 0);
    assert_eq!(link.ends[1].next_timeout(link.now), None);
    assert_eq!(
        link.ends[0]
            .pieces(8, head(), &vec![0; LARGEST_UNRELIABLE + 1].into())
            .err(),
        Some(StreamError::TooLarge(LARGEST_UNRELIABLE))
    );
}

/// On a link of one speed, the sender finds it: close to all of it is used.
#[test]
fn a_long_transfer_uses_the_link() {
    let mut link = Link::with(
        1,
        StreamConfig {
            window: 8 << 20,
            send_buffer: 16 << 20,
            ..StreamConfig::default()
        },
    );
    let large = Bytes::from(vec![1; 10 << 20]);
    link.ends[0].send(1, head(), large).expect("nothing waits");
    let mut took = 0;
    while link.events(1, 1).is_empty() {
        link.run_for(Duration::from_millis(100));
        took += 1;
        assert!(
            took < 100,
            "10 MiB at 40 ms take less than 10 s without losses"
        );
    }
    let overhead = link.sent_bytes as f64 / (10 << 20) as f64;
    assert!(overhead < 1.15, "{overhead}");
}

#[test]
fn rubbish_is_refused_and_harms_nothing() {
    let mut link = Link::new(1);
    let mut random = Random::new([9; 32]);
    for round in 0..20_000_u64 {
        let bytes: [u8; 24] = random.bytes();
        let mut payload = vec![0; usize::from(bytes[0]) % 60];
        random.fill(&mut payload);
        if round % 3 == 0 && payload.len() >= 8 {
            payload[..8].copy_from_slice(&[bytes[1] % 3, 0, 2, 0, bytes[2] % 64, 0, 0, 0]);
        }
        let flags = [
            PacketFlag::NONE,
            PacketFlag::RELIABLE,
            PacketFlag::FRAGMENT,
            PacketFlag::RELIABLE | PacketFlag::FRAGMENT,
            PacketFlag::RELIABLE | PacketFlag::FIN,
        ][usize::from(bytes[3] % 5)];
        let header = PacketHeader {
            flags,
            sequence: u64::from(bytes[4] % 8),
            event_count: u16::from(bytes[5] % 3),
            ..blank(Subprotocol::Events, u64::from(bytes[6]))
        };
        let _ = link.ends[1].receive(&header, payload.into(), link.now);
        let grant = WindowGrant {
            stream_id: u64::from(bytes[7]),
            total_consumed: u64::from_le_bytes(bytes[8..16].try_into().expect("8")),
            ack_seq: u64::from_le_bytes(bytes[16..24].try_into().expect("8")),
        };
        link.ends[0].granted(&grant, link.now);
        link.ends[1].reset(u64::from(bytes[6]) % 16);
        link.now += Duration::from_micros(100);
    }
    assert!(link.ends[1].receiving.len() <= StreamConfig::default().max_streams);
}
