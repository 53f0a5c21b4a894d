//! What people paste, type and write into files: tickets, identities, keys, names of channels, configurations.

#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use meshwright_mesh::channel::{Name, Pattern, Prefix};
use meshwright_mesh::{
    ENVIRONMENT_PREFIX, MeshConfig, Secret, Ticket, identity_text, parse_identity,
};
use meshwright_wire::wire::ticket::Ticket as Layout;

/// One file a process. It is left to the system to sweep up.
static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    let name = format!("meshwright-fuzz-{}.toml", std::process::id());
    std::env::temp_dir().join(name)
});

/// Keys of a configuration that hold no paths: what a fuzzer wrote there would be opened.
const KEYS: &[&str] = &[
    "listen",
    "advertise",
    "mesh_id",
    "psk",
    "neighbours",
    "connect_timeout",
    "close_timeout",
    "heartbeat",
    "suspect_after",
    "ring",
    "stream_window",
    "subnet",
    "relays",
];

fuzz_target!(|input: &[u8]| {
    ticket_of(input);
    let Some((which, rest)) = input.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(rest) else {
        return;
    };
    match which % 4 {
        0 => ticket(text),
        1 => identities(text),
        2 => names(text),
        _ => configuration(usize::from(which / 4), text),
    }
});

/// The bytes in a ticket, whose checksum no fuzzer would guess.
fn ticket_of(bytes: &[u8]) {
    if let Ok(layout) = Layout::decode(bytes) {
        let made = Ticket::new(layout.identity, layout.mesh_id, layout.addresses);
        ticket(&made.expect("it was read").to_string());
    }
}

fn ticket(text: &str) {
    if let Ok(ticket) = text.parse::<Ticket>() {
        let again = ticket.to_string();
        assert!(again.eq_ignore_ascii_case(text.trim()), "{again}");
        assert_eq!(again.parse(), Ok(ticket));
    }
}

fn identities(text: &str) {
    if let Ok(identity) = parse_identity(text) {
        let again = identity_text(&identity);
        assert!(again.eq_ignore_ascii_case(text.trim()));
        assert_eq!(parse_identity(&again), Ok(identity));
    }
    let is_key = Secret::from_hex(text).is_ok();
    assert_eq!(
        is_key,
        text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
    );
}

fn names(text: &str) {
    let prefix = Prefix::new(text);
    // Every name is a prefix as well, and only the empty prefix is no name.
    assert_eq!(prefix.is_ok(), text.is_empty() || Name::new(text).is_ok());
    if let Ok(name) = Name::new(text) {
        assert_eq!(name.as_str(), text);
        let patterns = [
            Pattern::name(text),
            Pattern::prefix(text),
            Pattern::prefix(""),
        ];
        for pattern in patterns {
            assert!(pattern.expect("a pattern").matches(&name));
        }
    }
}

/// A variable, or a whole file.
fn configuration(which: usize, text: &str) {
    if let Some(key) = KEYS.get(which) {
        let name = format!("{ENVIRONMENT_PREFIX}{}", key.to_uppercase());
        let variables = [(name.into(), text.into())];
        let _ = MeshConfig::default().with_variables(variables);
    } else if !text.contains("file") {
        fs::write(&*FILE, text).expect("a folder for temporary files");
        let _ = MeshConfig::default().with_file(&*FILE);
    }
}
