//! Programs that start again, subscribers that come and go, and losses, all at once.

use std::collections::BTreeMap;

use super::super::*;
use super::net::*;

struct Live {
    node: u8,
    pattern: &'static str,
    in_group: bool,
    subscription: Subscription,
    got: Vec<(EntityId, u32)>,
}

impl Live {
    fn collect(&mut self) {
        while let Some(item) = self.subscription.try_next() {
            if let Item::Event(event) = item {
                self.got.push((event.publisher, number(&event.data)));
            }
        }
    }

    /// Numbers rise with time, so those of one publisher must rise as well, which also means that none comes twice.
    fn check_order(&self, seed: u64) {
        let mut latest: BTreeMap<EntityId, u32> = BTreeMap::new();
        for (publisher, number) in &self.got {
            let before = latest.insert(*publisher, *number);
            assert!(before < Some(*number), "seed {seed}: {:?}", self.got);
        }
    }
}

fn options(in_group: bool) -> SubscribeOptions {
    SubscribeOptions {
        reliable: true,
        group: in_group.then(|| "g".into()),
        ..SubscribeOptions::default()
    }
}

#[test]
fn nothing_comes_twice_or_out_of_order_and_in_the_end_all_is_well() {
    for seed in 1..=6 {
        let mut net = Net::new(3, seed);
        let mut live: Vec<Live> = vec![];
        let mut next = 0;
        net.loss = 10;
        for step in 0..80 {
            let node = (net.draw() % 3 + 1) as u8;
            match net.draw() % 12 {
                0..3 => {
                    let pattern = ["a", "*", "a/b"][net.draw() as usize % 3];
                    let in_group = net.draw().is_multiple_of(2);
                    live.push(Live {
                        node,
                        pattern,
                        in_group,
                        subscription: net.subscribe(node, pattern, options(in_group)),
                        got: vec![],
                    });
                }
                3 if !live.is_empty() => {
                    let at = net.draw() as usize % live.len();
                    let gone = live.swap_remove(at);
                    gone.check_order(seed);
                }
                4 if step % 3 == 0 => {
                    live.retain(|live| live.node != node);
                    net.start(node, 100 + step, ChannelLimits::default());
                }
                _ => {
                    let channel = ["a", "a/b", "b"][net.draw() as usize % 3];
                    net.publish(node, channel, next..next + 1);
                    next += 1;
                }
            }
            let pause = net.draw() % 200;
            net.run(pause);
            live.iter_mut().for_each(Live::collect);
        }
        net.loss = 0;
        net.run(40_000);
        live.iter_mut().for_each(Live::collect);
        live.iter().for_each(|live| live.check_order(seed));

        let first = next;
        for node in 1..=3 {
            net.publish(node, "a", next..next + 1);
            next += 1;
        }
        net.run(3000);
        live.iter_mut().for_each(Live::collect);
        let wants = |live: &&Live| live.pattern != "a/b";
        let new = |live: &Live| {
            live.got
                .iter()
                .filter(|(_, number)| *number >= first)
                .count()
        };
        for live in live.iter().filter(wants).filter(|live| !live.in_group) {
            assert_eq!(
                new(live),
                3,
                "seed {seed}, {} at {}",
                live.pattern,
                live.node
            );
        }
        let members = || live.iter().filter(wants).filter(|live| live.in_group);
        if members().count() > 0 {
            assert_eq!(members().map(new).sum::<usize>(), 3, "seed {seed}");
        }
    }
}
