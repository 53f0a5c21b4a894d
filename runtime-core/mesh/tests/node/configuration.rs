//! The three layers of a configuration, and what it says of mistakes.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::time::Duration;

use meshwright_mesh::{
    ConfigError, IdentitySource, KeyFileError, Mesh, MeshConfig, OpenError, create_key, read_key,
    read_or_create_key,
};

const DIGITS: &str = "a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5";

fn written(text: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("node.toml");
    fs::write(&path, text).expect("a file");
    (folder, path)
}

fn variables(pairs: &[(&str, &str)]) -> Vec<(OsString, OsString)> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| (name.into(), value.into()))
        .collect()
}

#[test]
fn each_layer_goes_over_the_one_before() {
    let (folder, path) = written(
        "listen = \"127.0.0.1:4000\"\nring = 5\nconnect_timeout = \"3s\"\nidentity_file = \"node.key\"\n",
    );
    let config = MeshConfig {
        ring: 4,
        max_peers: 9,
        ..MeshConfig::default()
    }
    .with_file(&path)
    .expect("it is read")
    .with_variables(variables(&[
        ("MESHWRIGHT_NODE_RING", "6"),
        ("MESHWRIGHT_NODE_LISTEN", "127.0.0.1:5000"),
        ("MESHWRIGHT_NODE_ADVERTISE", "[\"192.0.2.1:5000\"]"),
        ("MESHWRIGHT_NODE_PSK", DIGITS),
        ("OTHER", "value"),
    ]))
    .expect("it is read");
    assert_eq!(config.max_peers, 9);
    assert_eq!(config.ring, 6);
    assert_eq!(config.listen, ([127, 0, 0, 1], 5000).into());
    assert_eq!(config.advertise, [([192, 0, 2, 1], 5000).into()]);
    assert_eq!(config.connect_timeout, Duration::from_secs(3));
    assert_eq!(
        config.identity,
        IdentitySource::File(folder.path().join("node.key"))
    );
    assert!(!format!("{config:?}").contains("a5a5"));
}

#[test]
fn mistakes_are_named_with_their_place() {
    for (text, expected) in [
        ("\nlisten = \"nowhere\"", "line 2"),
        ("lisen = \"127.0.0.1:1\"", "unknown field `lisen`"),
        ("connect_timeout = \"soon\"", "\"30s\""),
        ("neighbours = [\"mw2\"]", "a ticket begins with mw1"),
        ("ring = -1", "line 1"),
        ("ring =", "line 1"),
    ] {
        let (_folder, path) = written(text);
        let error = MeshConfig::default()
            .with_file(&path)
            .expect_err(text)
            .to_string();
        assert!(error.contains(expected), "{error}");
        assert!(error.contains("node.toml"), "{error}");
    }
    for (name, value, expected) in [
        ("MESHWRIGHT_NODE_RIGN", "1", "unknown field `rign`"),
        ("MESHWRIGHT_NODE_PSK", "a5", "64 hexadecimal digits"),
        (
            "MESHWRIGHT_NODE_MAX_PEERS",
            "many",
            "MESHWRIGHT_NODE_MAX_PEERS",
        ),
    ] {
        let error = MeshConfig::default()
            .with_variables(variables(&[(name, value)]))
            .expect_err(name)
            .to_string();
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn a_key_in_the_wrong_place_is_not_repeated() {
    let (_folder, path) = written(&format!("psk = \"{DIGITS}\""));
    let error = MeshConfig::default()
        .with_file(&path)
        .expect_err("no such key");
    assert!(!error.to_string().contains("a5a5"), "{error}");
}

#[test]
fn every_key_is_described() {
    let (_folder, path) = written("no_such_key = 1");
    let error = MeshConfig::default()
        .with_file(&path)
        .expect_err("no such key")
        .to_string();
    // "unknown field `no_such_key`, expected one of `listen`, …"
    let known: Vec<&str> = error.split('`').skip(3).step_by(2).collect();
    assert!(known.len() > 10, "{error}");
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/node.md");
    let docs = fs::read_to_string(docs).expect("a file");
    for key in known {
        let cell = docs
            .lines()
            .filter(|line| line.starts_with('|'))
            .any(|line| {
                line.split('|')
                    .nth(1)
                    .is_some_and(|cell| cell.contains(&format!("`{key}`")))
            });
        assert!(cell, "docs/node.md does not describe `{key}`");
    }
}

#[tokio::test]
async fn what_makes_no_node_is_refused() {
    let open = async |config| {
        Mesh::open(config)
            .await
            .err()
            .expect("it does not open")
            .to_string()
    };
    let error = open(MeshConfig::default()).await;
    assert!(error.contains("no pre-shared key"), "{error}");
    let error = open(MeshConfig {
        ring: 0,
        ..MeshConfig::default()
    })
    .await;
    assert!(error.contains("`ring` must be at least 1"), "{error}");
}

#[tokio::test]
async fn an_address_in_use_is_named() {
    let taken = std::net::UdpSocket::bind("127.0.0.1:0").expect("a socket");
    let listen = taken.local_addr().expect("an address");
    let psk = meshwright_mesh::Secret::random().expect("random bytes");
    let opened = Mesh::open(MeshConfig {
        listen,
        psk: Some(psk),
        ..MeshConfig::default()
    })
    .await;
    assert!(matches!(opened, Err(OpenError::Listen { address, .. }) if address == listen));
}

#[test]
fn a_key_is_made_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("node.key");
    let made = read_or_create_key(&path).expect("a key");
    assert_eq!(read_or_create_key(&path).expect("a key"), made);
    assert!(matches!(create_key(&path), Err(KeyFileError::Io { .. })));
    assert_eq!(read_key(&path).expect("a key"), made);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[cfg(unix)]
#[test]
fn a_key_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("node.key");
    create_key(&path).expect("a key");
    let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("it is ours");
    assert!(matches!(
        read_key(&path),
        Err(KeyFileError::ReadableByOthers { .. })
    ));
}

#[test]
fn a_file_that_holds_no_key_is_refused_without_showing_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("node.key");
    let missing = MeshConfig::default().with_variables(variables(&[(
        "MESHWRIGHT_NODE_PSK_FILE",
        "/nowhere/mesh.psk",
    )]));
    assert!(matches!(
        missing,
        Err(ConfigError::Key(KeyFileError::Io { .. }))
    ));
    fs::write(&path, "hunter2").expect("a file");
    #[cfg(unix)]
    fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600))
        .expect("it is ours");
    let error = read_key(&path).expect_err("no key").to_string();
    assert!(error.contains("64 hexadecimal digits"), "{error}");
    assert!(!error.contains("hunter2"));
}
