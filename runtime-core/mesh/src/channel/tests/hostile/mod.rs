//! A node's channels among hostile peers. `fuzz/fuzz_targets/channels.rs` plays the same scripts for longer.

mod bounds;
mod cast;
mod failing;
mod messages;
mod own;
mod peer;
mod script;
mod world;

use proptest::prelude::*;

/// Bytes of a script that has some 100 steps.
const LENGTH: usize = 2500;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_peers_say_breaks_no_promise(script in prop::collection::vec(any::<u8>(), LENGTH)) {
        script::play(&script, bounds::look);
    }
}

/// That the scripts above get as far as they are to.
#[test]
fn much_happens_in_scripts() {
    let mut random = super::net::Net::new(0, 1);
    let mut script = || (0..LENGTH).map(|_| random.draw() as u8).collect::<Vec<_>>();
    let mut all = [0; 6];
    for _ in 0..30 {
        let seen = script::play(&script(), bounds::look);
        let of_these = [
            seen.received,
            seen.sent,
            seen.accepted,
            seen.refused,
            seen.told,
            seen.raised,
        ];
        all.iter_mut()
            .zip(of_these)
            .for_each(|(sum, more)| *sum += more);
    }
    assert!(all.iter().all(|seen| *seen >= 10), "{all:?}");
}
