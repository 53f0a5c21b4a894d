//! What hostile peers may tell a node's channels: it keeps its promises, and its tables their bounds. The crate's own tests play the same scripts.

#![no_main]

#[path = "../../src/channel/tests/hostile/cast.rs"]
mod cast;
#[path = "../../src/channel/tests/hostile/failing.rs"]
mod failing;
#[path = "../../src/channel/tests/hostile/messages.rs"]
mod messages;
#[path = "../../src/channel/tests/hostile/own.rs"]
mod own;
#[path = "../../src/channel/tests/hostile/peer.rs"]
mod peer;
#[path = "../../src/channel/tests/hostile/script.rs"]
mod script;
#[path = "../../src/channel/tests/hostile/world.rs"]
mod world;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    script::play(input, |_| {});
});
