//! Many streams, most of them idle: what is known of all at a glance is what a look at each of them says. The link compares the two at every step.

use super::super::*;
use super::link::{Link, head, seconds};
use crate::crypto::random::Random;

const STREAMS: u64 = 120;

/// Takes some of what the second end has not read yet.
fn read(link: &mut Link, count: usize) {
    let count = count.min(link.inboxes[1].len());
    for delivery in link.inboxes[1].drain(..count) {
        if let Delivery::Events { header, charge, .. } = delivery {
            link.ends[1].consumed(header.stream_id, charge, link.now);
        }
    }
}

fn step(link: &mut Link, random: &mut Random) {
    let [kind, stream, high, low] = random.bytes();
    let stream = u64::from(stream) % STREAMS;
    let number = u16::from_be_bytes([high, low]);
    match kind {
        0..150 => {
            let event = vec![7; usize::from(number % 6000)];
            // Many are blocked, and some have ended.
            let _ = link.ends[0].send(stream, head(), event.into());
        }
        150..155 => {
            let _ = link.ends[0].finish(stream);
        }
        155..160 => {
            let sizes = [600, 1_000, 1_400];
            link.ends[0].set_largest_payload(sizes[usize::from(number) % sizes.len()]);
        }
        160..200 => read(link, usize::from(number % 4)),
        200..202 if number < 3_000 => {
            // Long enough to give up.
            (link.loss, link.doubled) = (u8::MAX, 0);
            link.run_for(seconds(90));
            (link.loss, link.doubled) = (3, 20);
        }
        _ => link.run_for(Duration::from_micros(u64::from(number))),
    }
    link.compare();
}

#[test]
fn no_stream_with_something_to_do_is_forgotten() {
    let config = StreamConfig {
        window: 4_000,
        send_buffer: 9_000,
        ..StreamConfig::default()
    };
    let mut gave_up = 0;
    for seed in 0..6 {
        let mut link = Link::with(seed, config);
        (link.eager, link.loss, link.doubled) = (false, 3, 20);
        link.jitter = Duration::from_millis(10);
        let mut random = Random::new([seed as u8; 32]);
        for _ in 0..4_000 {
            step(&mut link, &mut random);
        }
        link.loss = 0;
        for stream in 0..STREAMS {
            let _ = link.ends[0].finish(stream);
        }
        for _ in 0..600 {
            link.run_for(seconds(1));
            read(&mut link, usize::MAX);
        }
        let ended =
            |one: fn(&Delivery) -> bool| link.inboxes[0].iter().filter(|it| one(it)).count();
        let lost = ended(|one| matches!(one, Delivery::GaveUp(_)));
        let drained = ended(|one| matches!(one, Delivery::Drained(_)));
        assert_eq!((drained + lost) as u64, STREAMS, "seed {seed}");
        assert!(
            link.inboxes[0]
                .iter()
                .any(|one| matches!(one, Delivery::Writable(_)))
        );
        assert_eq!(link.ends[0].next_timeout(link.now), None, "seed {seed}");
        let left = link.ends[0].sending.len() + link.ends[0].blocked.len();
        assert_eq!(left, 0, "seed {seed}");
        gave_up += lost;
    }
    assert!(gave_up > 0, "no stream was ever given up");
}

/// Each has its turn, whichever began first.
#[test]
fn streams_with_work_take_turns() {
    let mut streams = Streams::new(StreamConfig::default(), 1_100);
    for stream in [83, 3, 43] {
        for _ in 0..4 {
            let event = Bytes::from_static(&[7; 1_000]);
            assert_eq!(streams.send(stream, head(), event), Ok(()));
        }
    }
    let packets = std::iter::from_fn(|| streams.next_packet(Duration::ZERO));
    let turns: Vec<u64> = packets.map(|packet| packet.header.stream_id).collect();
    assert_eq!(turns, [3, 43, 83, 3, 43, 83, 3, 43, 83, 3]);
}

/// Of a window that has room for a smaller packet only.
#[test]
fn a_path_that_carries_less_lets_go_what_had_no_room() {
    let config = StreamConfig {
        window: 2_100,
        ..StreamConfig::default()
    };
    let mut streams = Streams::new(config, 1_400);
    for length in [1_300, 500] {
        assert_eq!(streams.send(7, head(), vec![7; length].into()), Ok(()));
    }
    let mut lengths = vec![];
    for largest_payload in [1_400, 600, 1_400] {
        streams.set_largest_payload(largest_payload);
        let packets = std::iter::from_fn(|| streams.next_packet(Duration::ZERO));
        lengths.push(
            packets
                .map(|one| one.payload.length())
                .collect::<Vec<usize>>(),
        );
    }
    assert_eq!(lengths, [vec![1_304], vec![504], vec![]]);
}
