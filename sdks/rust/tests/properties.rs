//! Properties of every message's codec: values survive, garbage is refused cleanly, and there is one byte string a value.
//!
//! `MESHWRIGHT_SEED` sets the seed, a number; without it the seed is always the same.

mod harness;
mod mutation;

use harness::{Message, entropy, run};
use proptest::prelude::*;

/// Values and inputs that are made up of each message, of which many are alike.
const VALUES: u32 = 96;
const INPUTS: u32 = 384;
/// Not all that is made up can be written.
const LEAST_WRITTEN: u32 = 12;

#[test]
fn a_value_survives() {
    for message in harness::messages() {
        let mut written = 0;
        run(message.name, VALUES, &entropy(), |bytes| {
            written += u32::from((message.round_trip)(&bytes)?);
            Ok(())
        });
        assert!(
            written >= LEAST_WRITTEN,
            "{}: only {written} values could be written",
            message.name
        );
    }
}

#[test]
fn what_is_accepted_is_canonical() {
    for message in harness::messages() {
        let seeds = seeds_of(message);
        assert!(
            !seeds.is_empty(),
            "{}: there is no valid input to start from",
            message.name
        );
        let strategy = mutation::mutated(seeds);
        run(message.name, INPUTS, &strategy, |input| {
            check(message, &input)
        });
    }
}

/// Valid inputs: those of the conformance vectors, and encodings of arbitrary values.
fn seeds_of(message: &Message) -> Vec<Vec<u8>> {
    let mut seeds = harness::valid_vectors(message.name);
    seeds
        .extend((0..16u8).filter_map(|fill| (message.encoding)(&vec![fill.wrapping_mul(37); 256])));
    seeds
}

fn check(message: &Message, input: &[u8]) -> Result<(), TestCaseError> {
    match (message.again)(input) {
        Ok(again) => prop_assert_eq!(again, input, "another encoding was accepted"),
        Err(error) => {
            prop_assert!(
                error.offset() <= input.len(),
                "the offset lies behind the input: {}",
                error
            );
            prop_assert!(
                error
                    .message()
                    .starts_with(harness::last_name(message.name)),
                "{}",
                error
            );
        }
    }
    Ok(())
}
