//! The table of routes by itself.

use std::time::Duration;

use meshwright_wire::wire::identity::{EntityId, Signature};
use meshwright_wire::wire::pingwave::{NodeHealth, Pingwave, PingwaveBody};

use super::{Change, Heard, RouteTable, RoutingConfig, Wave};

const ORIGIN: u64 = 99;
const SECOND: Duration = Duration::from_secs(1);

fn table() -> RouteTable {
    RouteTable::new(RoutingConfig::default())
}

/// Of the node `ORIGIN`, that took `rtt` milliseconds until now.
fn wave(sequence: u64, rtt: u32) -> Pingwave {
    Pingwave {
        ttl: 12,
        hops: 2,
        path_rtt_us: rtt * 1000,
        body: PingwaveBody {
            origin: EntityId([7; 32]),
            boot_id: 1,
            sequence,
            sent_at: 1000,
            capability_hash: 0,
            capability_version: 0,
            subnet: 0,
            hop_limit: 15,
            load: 0,
            health: NodeHealth::Healthy,
            gpus: 0,
            model_slots: 0,
            memory_tier: 0,
            tools: 0,
        },
        signature: Signature([sequence as u8; 64]),
    }
}

fn hear(
    table: &mut RouteTable,
    via: u64,
    wave: &Pingwave,
    now: Duration,
) -> (Heard, Option<Change>) {
    hear_of(table, ORIGIN, via, wave, now)
}

fn hear_of(
    table: &mut RouteTable,
    origin: u64,
    via: u64,
    wave: &Pingwave,
    now: Duration,
) -> (Heard, Option<Change>) {
    let round_trip = Duration::from_millis(10);
    let heard = Wave {
        wave,
        via,
        round_trip,
    };
    table.hear(origin, &heard, now, || true)
}

fn via(table: &RouteTable) -> Option<u64> {
    table.known(ORIGIN).map(|known| known.via)
}

#[test]
fn the_nearest_way_is_used_and_a_little_nearer_one_is_not_worth_a_change() {
    let mut table = table();
    hear(&mut table, 1, &wave(1, 90), SECOND);
    assert_eq!(via(&table), Some(1));
    let (heard, change) = hear(&mut table, 2, &wave(1, 80), SECOND);
    assert_eq!((heard, change), (Heard::Way, None));
    let (_, change) = hear(&mut table, 3, &wave(1, 60), SECOND);
    assert_eq!(
        change,
        Some(Change {
            destination: ORIGIN,
            before: Some(1),
            after: Some(3)
        })
    );
    let known = table.known(ORIGIN).expect("it is reachable");
    assert_eq!((known.hops, known.round_trip.as_millis()), (3, 70));
}

/// Found by the simulator, seed 3121: three nodes in a circle took a fourth for near, since each had heard so of another, until it was gone.
#[test]
fn a_way_that_became_longer_is_not_left_for_what_may_come_round_to_us() {
    let mut table = table();
    hear(&mut table, 1, &wave(1, 20), SECOND);
    // Neighbour 2 may have been told by us.
    hear(&mut table, 2, &wave(2, 60), 5 * SECOND);
    let (_, change) = hear(&mut table, 1, &wave(2, 300), 5 * SECOND);
    assert_eq!((via(&table), change), (Some(1), None));
    // Nobody counts on us for less any more.
    hear(&mut table, 1, &wave(3, 300), 10 * SECOND);
    hear(&mut table, 2, &wave(3, 60), 10 * SECOND);
    assert_eq!(via(&table), Some(2));
}

/// Found by the simulator, seed 10237: what had become longer was told with a new number as if it were as near as before, so that who had told it turned back.
#[test]
fn a_new_number_is_told_with_the_way_that_brought_it() {
    let mut table = table();
    let told = |table: &RouteTable| {
        let wave = table.wave_for(ORIGIN, 9)?;
        Some((wave.body.sequence, wave.path_rtt_us / 1000))
    };
    hear(&mut table, 1, &wave(1, 20), SECOND);
    assert_eq!(told(&table), Some((1, 30)));
    // However far it has come by that way, it goes on.
    let far = Pingwave {
        ttl: 0,
        hops: 14,
        ..wave(2, 400)
    };
    hear(&mut table, 3, &far, 5 * SECOND);
    assert_eq!(told(&table), Some((2, 410)));
    hear(&mut table, 2, &wave(2, 300), 5 * SECOND);
    assert_eq!((via(&table), told(&table)), (Some(1), Some((2, 310))));
    hear(&mut table, 1, &wave(2, 20), 5 * SECOND);
    assert_eq!(told(&table), Some((2, 30)));
    hear(&mut table, 2, &wave(3, 18), 9 * SECOND);
    assert_eq!((via(&table), told(&table)), (Some(1), Some((3, 30))));
    table.withdrawn(2, ORIGIN, 1, 9 * SECOND);
    assert_eq!((via(&table), told(&table)), (Some(1), None));
}

/// Found by the simulator, seed 1175: the way in use was lost while others had brought a newer number, with which neighbours had been told of those.
#[test]
fn what_leads_away_goes_before_a_detour() {
    let mut table = table();
    hear(&mut table, 1, &wave(1, 20), SECOND);
    hear(&mut table, 2, &wave(2, 190), 5 * SECOND);
    // Way 2 is nearer, but has the old number: it may come round.
    hear(&mut table, 4, &wave(3, 195), 9 * SECOND);
    assert_eq!(via(&table), Some(4));
    assert!(!table.is_detour(ORIGIN));
}

#[test]
fn only_what_is_newer_is_news() {
    let mut table = table();
    let news = |announces| Heard::News { announces };
    assert_eq!(hear(&mut table, 1, &wave(5, 9), SECOND).0, news(true));
    assert_eq!(hear(&mut table, 1, &wave(4, 9), SECOND).0, Heard::Stale);
    assert_eq!(hear(&mut table, 2, &wave(5, 9), SECOND).0, Heard::Way);
    assert_eq!(hear(&mut table, 1, &wave(6, 9), SECOND).0, news(false));
    let mut restarted = wave(1, 9);
    (restarted.body.boot_id, restarted.body.sent_at) = (2, 2000);
    restarted.body.load = 9;
    assert_eq!(hear(&mut table, 1, &restarted, SECOND).0, news(true));
    assert_eq!(hear(&mut table, 1, &wave(7, 9), SECOND).0, Heard::Stale);
    let mut changed = restarted.clone();
    changed.body.load = 10;
    assert_eq!(hear(&mut table, 1, &changed, SECOND).0, Heard::Stale);
}

#[test]
fn what_contradicts_itself_or_another_is_refused() {
    let mut table = table();
    let mut far = wave(1, 9);
    far.ttl = 14;
    assert_eq!(hear(&mut table, 1, &far, SECOND).0, Heard::Malformed);
    let heard = Wave {
        wave: &wave(1, 9),
        via: 1,
        round_trip: SECOND,
    };
    assert_eq!(
        table.hear(ORIGIN, &heard, SECOND, || false),
        (Heard::Unsigned, None)
    );
    assert_eq!(via(&table), None);
    hear(&mut table, 1, &wave(1, 9), SECOND);
    let mut other = wave(2, 9);
    other.body.origin = EntityId([8; 32]);
    assert_eq!(hear(&mut table, 1, &other, SECOND).0, Heard::Collision);
}

#[test]
fn a_withdrawn_way_comes_back_with_news_only_and_the_newest_withdrawal_counts() {
    let mut table = table();
    hear(&mut table, 1, &wave(1, 10), SECOND);
    hear(&mut table, 2, &wave(1, 50), SECOND);
    assert!(table.withdrawn(1, ORIGIN, 5, SECOND).is_some());
    assert_eq!(via(&table), Some(2));
    hear(&mut table, 1, &wave(1, 10), SECOND);
    assert_eq!(via(&table), Some(2), "the same pingwave");
    hear(&mut table, 1, &wave(2, 10), SECOND);
    hear(&mut table, 2, &wave(2, 50), SECOND);
    assert_eq!(via(&table), Some(1));
    assert_eq!(table.withdrawn(1, ORIGIN, 4, SECOND), None, "an old one");
    assert_eq!(via(&table), Some(1));
    table.withdrawn(1, ORIGIN, 6, SECOND);
    table.withdrawn(2, ORIGIN, 1, SECOND);
    assert_eq!((via(&table), table.first_hop(ORIGIN)), (None, None));
}

#[test]
fn neighbours_and_silence_take_their_ways_with_them() {
    let mut table = table();
    hear(&mut table, 1, &wave(1, 10), SECOND);
    hear(&mut table, 2, &wave(1, 50), 9 * SECOND);
    assert_eq!(table.lose_neighbour(1, 9 * SECOND).len(), 1);
    assert_eq!(via(&table), Some(2));
    assert_eq!(table.expire(23 * SECOND), vec![]);
    let gone = Change {
        destination: ORIGIN,
        before: Some(2),
        after: None,
    };
    assert_eq!(table.expire(24 * SECOND), vec![gone]);
    assert_eq!(hear(&mut table, 3, &wave(1, 9), 25 * SECOND).0, Heard::Way);
    table.lose_neighbour(3, 25 * SECOND);
    let old = wave(0, 9);
    assert_eq!(hear(&mut table, 3, &old, 26 * SECOND).0, Heard::Stale);
    table.expire(86 * SECOND);
    assert!(table.body(ORIGIN).is_none(), "it is forgotten in the end");
}

/// Neighbour 2 was nearer than we were when neighbour 1 led there, so that it cannot count on us; neighbour 3 was not.
#[test]
fn a_way_that_may_come_round_is_used_and_told_to_nobody() {
    let mut table = table();
    for (via, rtt) in [(1, 10), (2, 15), (3, 50)] {
        hear(&mut table, via, &wave(1, rtt), SECOND);
    }
    table.lose_neighbour(1, SECOND);
    assert_eq!((via(&table), table.is_detour(ORIGIN)), (Some(2), false));
    assert!(table.wave_for(ORIGIN, 4).is_some());
    table.lose_neighbour(2, SECOND);
    assert_eq!((via(&table), table.is_detour(ORIGIN)), (Some(3), true));
    assert_eq!(table.wave_for(ORIGIN, 4), None);
    hear(&mut table, 4, &wave(2, 90), 2 * SECOND);
    assert_eq!(via(&table), Some(4), "the detour may come round to us");
    assert!(table.wave_for(ORIGIN, 5).is_some());
    hear(&mut table, 3, &wave(2, 50), 2 * SECOND);
    assert_eq!((via(&table), table.is_detour(ORIGIN)), (Some(3), false));
}

#[test]
fn what_a_neighbour_says_of_the_same_number_again_is_a_detour() {
    let mut table = table();
    hear(&mut table, 1, &wave(1, 10), SECOND);
    table.lose_neighbour(1, SECOND);
    hear(&mut table, 2, &wave(1, 20), SECOND);
    assert_eq!((via(&table), table.is_detour(ORIGIN)), (Some(2), true));
    table.lose_neighbour(2, SECOND);
    hear(&mut table, 3, &wave(1, 19), SECOND);
    assert_eq!((via(&table), table.is_detour(ORIGIN)), (Some(3), false));
}

#[test]
fn what_vanished_in_one_way_goes_by_another_but_neighbours_are_told_of_the_best_one() {
    let mut table = table();
    hear(&mut table, 1, &wave(1, 10), SECOND);
    hear(&mut table, 2, &wave(1, 50), SECOND);
    let mut go = |via: Option<u64>, at: u32| {
        if let Some(via) = via {
            table.doubt(via, ORIGIN, at * SECOND);
        }
        table.expire(at * SECOND);
        for via in [1, 2] {
            hear(&mut table, via, &wave(at.into(), 10), at * SECOND);
        }
        let told = table.wave_for(ORIGIN, 9).map(|told| told.path_rtt_us);
        assert_eq!(told, Some(20_000));
        (table.first_hop(ORIGIN), table.turned_at(ORIGIN))
    };
    assert_eq!(go(Some(1), 2), (Some(2), Some(2 * SECOND)));
    assert_eq!(go(None, 3), (Some(2), Some(2 * SECOND)), "whatever 1 says");
    assert_eq!(
        go(Some(2), 4),
        (Some(1), Some(4 * SECOND)),
        "each in its turn"
    );
    for at in 5..63 {
        assert_eq!(go(None, at), (Some(1), Some(4 * SECOND)));
    }
    assert_eq!(go(Some(1), 63).0, Some(2));
    for at in 64..123 {
        assert_eq!(go(None, at).0, Some(2));
    }
    assert_eq!(go(None, 123).0, Some(1), "no doubt lasts");
    table.doubt(1, ORIGIN, 65 * SECOND);
    table.lose_neighbour(2, 65 * SECOND);
    assert_eq!(table.first_hop(ORIGIN), Some(1), "better than none");
}

#[test]
fn withdrawals_are_damped_but_each_number_has_its_own() {
    let mut table = table();
    hear(&mut table, 1, &wave(1, 10), SECOND);
    table.lose_neighbour(1, SECOND);
    assert!(table.may_withdraw(ORIGIN, SECOND));
    assert!(!table.may_withdraw(ORIGIN, SECOND + SECOND / 2));
    assert!(table.may_withdraw(ORIGIN, 2 * SECOND));
    hear(&mut table, 1, &wave(2, 10), 2 * SECOND);
    assert!(table.may_withdraw(ORIGIN, 2 * SECOND), "of another number");
    assert!(!table.may_withdraw(12_345, 2 * SECOND), "never known");
}

#[test]
fn there_is_an_end_to_destinations_and_to_the_ways_of_one_neighbour() {
    let mut table = RouteTable::new(RoutingConfig {
        max_destinations: 4,
        max_per_neighbour: 2,
        ..RoutingConfig::default()
    });
    let of = |table: &mut RouteTable, origin, via| {
        hear_of(table, origin, via, &wave(1, 9), SECOND).0 == Heard::Full
    };
    assert!(!of(&mut table, 10, 1) && !of(&mut table, 11, 1));
    assert!(of(&mut table, 12, 1), "two of one neighbour");
    assert!(!of(&mut table, 12, 2) && !of(&mut table, 13, 2));
    assert!(of(&mut table, 14, 3), "four of all");
    assert_eq!(table.lose_neighbour(2, SECOND).len(), 2);
    assert!(!of(&mut table, 14, 3), "what is lost makes room");
    assert_eq!(table.reachable().collect::<Vec<_>>(), [10, 11, 14]);
    assert!(of(&mut table, 15, 1) && !of(&mut table, 15, 3));
}

#[test]
fn the_last_number_that_there_is_breaks_nothing() {
    let mut table = table();
    let mut last = wave(u64::MAX, u32::MAX / 1000);
    (last.body.hop_limit, last.hops, last.ttl) = (255, 255, 0);
    hear(&mut table, 1, &last, SECOND);
    hear(&mut table, 2, &last, SECOND);
    assert_eq!(via(&table), Some(1));
    assert_eq!(hear(&mut table, 1, &wave(7, 9), SECOND).0, Heard::Stale);
}

#[test]
fn four_ways_are_kept_the_best_ones() {
    let mut table = table();
    for (via, rtt) in [(1, 60), (2, 50), (3, 40), (4, 30), (5, 20), (6, 70)] {
        hear(&mut table, via, &wave(1, rtt), SECOND);
    }
    let mut order = vec![];
    while let Some(via) = via(&table) {
        order.push(via);
        table.lose_neighbour(via, SECOND);
    }
    assert_eq!(order, [5, 4, 3, 2]);
}

/// Found by the simulator, seed 9838: the first word of a new number came by a fifth way, and nobody was told of it.
#[test]
fn the_only_way_with_the_newest_number_is_kept() {
    let mut table = table();
    for (via, rtt) in [(1, 10), (2, 20), (3, 30), (4, 40)] {
        hear(&mut table, via, &wave(1, rtt), SECOND);
    }
    hear(&mut table, 5, &wave(2, 90), 5 * SECOND);
    let told = |table: &RouteTable| Some(table.wave_for(ORIGIN, 9)?.body.sequence);
    assert_eq!((via(&table), told(&table)), (Some(1), Some(2)));
    hear(&mut table, 6, &wave(2, 80), 5 * SECOND);
    table.lose_neighbour(6, 5 * SECOND);
    assert_eq!(
        told(&table),
        None,
        "the better one took the place of the other"
    );
    hear(&mut table, 1, &wave(2, 10), 5 * SECOND);
    assert_eq!(told(&table), Some(2));
}

#[test]
fn a_neighbour_is_not_told_what_it_told() {
    let mut table = table();
    hear(&mut table, 1, &wave(1, 10), SECOND);
    assert_eq!(table.wave_for(ORIGIN, 1), None);
    let told = table.wave_for(ORIGIN, 2).expect("another one is");
    assert_eq!((told.ttl, told.hops, told.path_rtt_us), (11, 3, 20_000));
    let mut last = wave(2, 10);
    last.ttl = 0;
    hear(&mut table, 1, &last, SECOND);
    assert_eq!(table.wave_for(ORIGIN, 2), None, "as far as it may go");
}
