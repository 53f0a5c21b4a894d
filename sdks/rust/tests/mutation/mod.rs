//! Garbage that resembles the real thing: valid inputs with a few changes.

use proptest::prelude::*;
use proptest::sample::{Index, select};

#[derive(Debug, Clone)]
enum Change {
    Set(Index, u8),
    Flip(Index, u8),
    Remove(Index, usize),
    Insert(Index, Vec<u8>),
    Repeat(Index, usize),
    Cut(Index),
}

/// One of the seeds, with up to four changes.
pub fn mutated(seeds: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let changes = prop::collection::vec(change(), 0..5);
    (select(seeds), changes).prop_map(|(seed, changes)| changes.iter().fold(seed, apply))
}

fn change() -> impl Strategy<Value = Change> {
    // Bytes that mean something in one of the encodings come more often than chance has it.
    let byte = prop_oneof![
        any::<u8>(),
        select(b"\x00\x01\x7f\x80\xff\"{}[],:-.09 \\en".to_vec())
    ];
    prop_oneof![
        (any::<Index>(), byte.clone()).prop_map(|(at, byte)| Change::Set(at, byte)),
        (any::<Index>(), 0..8u8).prop_map(|(at, bit)| Change::Flip(at, bit)),
        (any::<Index>(), 1..5usize).prop_map(|(at, count)| Change::Remove(at, count)),
        (any::<Index>(), prop::collection::vec(byte, 1..5))
            .prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        (any::<Index>(), 1..20usize).prop_map(|(at, count)| Change::Repeat(at, count)),
        any::<Index>().prop_map(Change::Cut),
    ]
}

fn apply(mut input: Vec<u8>, change: &Change) -> Vec<u8> {
    if input.is_empty() {
        return input;
    }
    match change {
        Change::Set(at, byte) => *at.get_mut(&mut input) = *byte,
        Change::Flip(at, bit) => *at.get_mut(&mut input) ^= 1 << bit,
        Change::Remove(at, count) => {
            let start = at.index(input.len());
            let end = input.len().min(start + count);
            input.drain(start..end);
        }
        Change::Insert(at, bytes) => {
            let start = at.index(input.len());
            input.splice(start..start, bytes.iter().copied());
        }
        Change::Repeat(at, count) => {
            let start = at.index(input.len());
            let end = input.len().min(start + count);
            let copy = input[start..end].to_vec();
            input.splice(start..start, copy);
        }
        Change::Cut(at) => input.truncate(at.index(input.len())),
    }
    input
}
