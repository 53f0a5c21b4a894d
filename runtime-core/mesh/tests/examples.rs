//! What `examples/mesh/README.md` tells, in processes of their own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use meshwright_mesh::create_key;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// Far longer than anything takes on a loaded machine; a test that needs it all has failed.
const PATIENCE: Duration = Duration::from_secs(60);

struct Example {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Example {
    fn start(folder: &Path, name: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = Command::new(binary(name));
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("MESHWRIGHT_NODE_") {
                command.env_remove(name);
            }
        }
        let mut process = command
            .current_dir(folder)
            .env("MESHWRIGHT_NODE_PSK_FILE", "mesh.psk")
            .env("MESHWRIGHT_NODE_LISTEN", "127.0.0.1:0")
            .env("MESHWRIGHT_NODE_HEARTBEAT", "50ms")
            .envs(variables.iter().copied())
            .args(arguments)
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect(
                "`cargo test` without --test builds the examples, as does `cargo build --examples`",
            );
        let out = process.stdout.take().expect("it is piped");
        Self {
            process,
            lines: BufReader::new(out).lines(),
        }
    }

    async fn until(&mut self, wanted: impl Fn(&str) -> bool) -> String {
        let found = async {
            loop {
                let line = self.lines.next_line().await.expect("text");
                let line = line.expect("it has not ended");
                if wanted(&line) {
                    return line;
                }
            }
        };
        tokio::time::timeout(PATIENCE, found)
            .await
            .expect("it says so in time")
    }

    async fn ticket(&mut self) -> String {
        self.until(|line| line.starts_with("mw1")).await
    }

    /// `kill -9`
    async fn kill(&mut self) {
        self.process.kill().await.expect("it runs");
    }
}

/// Cargo builds examples before it runs tests, beside them.
fn binary(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a test has a path");
    let deps = test.parent().expect("it is in a folder");
    let profile = deps.parent().expect("which is in another");
    profile.join("examples").join(name)
}

fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    create_key(&folder.path().join("mesh.psk")).expect("a key");
    folder
}

#[test]
fn the_readme_tells_of_every_example_and_of_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/mesh");
    let readme = std::fs::read_to_string(folder.join("README.md")).expect("a README");
    let told: BTreeSet<String> = readme
        .split("--example ")
        .skip(1)
        .filter_map(|rest| rest.split_whitespace().next())
        .map(str::to_owned)
        .collect();
    let files = std::fs::read_dir(folder).expect("a folder");
    let there: BTreeSet<String> = files
        .filter_map(|file| {
            let name = file.expect("a file").file_name().into_string().ok()?;
            Some(name.strip_suffix(".rs")?.to_owned())
        })
        .collect();
    assert_eq!(told, there);
}

#[tokio::test]
async fn publish_and_subscribe() {
    let folder = folder();
    let mut publish = Example::start(folder.path(), "publish", &[], &[]);
    let ticket = publish.ticket().await;
    let mut subscribe = Example::start(folder.path(), "subscribe", &[&ticket], &[]);
    subscribe.until(|line| line.ends_with("°C")).await;
}

#[tokio::test]
async fn go_through_a_relay() {
    let folder = folder();
    let mut relay = Example::start(folder.path(), "relay", &[], &[]);
    let relay = relay.ticket().await;
    let mut publish = Example::start(folder.path(), "publish", &[&relay], &[]);
    let ticket = publish.ticket().await;
    let arguments = ["--via", &relay, &ticket];
    let mut subscribe = Example::start(folder.path(), "subscribe", &arguments, &[]);
    subscribe.until(|line| line.contains("through")).await;
    subscribe.until(|line| line.ends_with("°C")).await;
}

#[tokio::test]
async fn lose_a_neighbour_and_carry_on() {
    let folder = folder();
    let fixed = ("MESHWRIGHT_NODE_IDENTITY_FILE", "lost.key");
    let mut lost = Example::start(folder.path(), "publish", &[], &[fixed]);
    let mut stays = Example::start(folder.path(), "publish", &[], &[]);
    let (one, other) = (lost.ticket().await, stays.ticket().await);
    let mut subscribe = Example::start(folder.path(), "subscribe", &[&one, &other], &[]);
    for _ in 0..2 {
        subscribe.until(|line| line.contains("is there")).await;
    }
    lost.kill().await;
    let failed = subscribe.until(|line| line.ends_with("is Failed")).await;
    let short = failed.split(' ').next().expect("a name").to_owned();
    subscribe
        .until(|line| line.ends_with("°C") && !line.contains(&short))
        .await;

    let ticket: meshwright_mesh::Ticket = one.parse().expect("a ticket");
    let address = ticket.addresses()[0].to_string();
    let again = [fixed, ("MESHWRIGHT_NODE_LISTEN", address.as_str())];
    let mut back = Example::start(folder.path(), "publish", &[], &again);
    assert_eq!(back.ticket().await, one);
    subscribe.until(|line| line.ends_with("is back")).await;
    subscribe
        .until(|line| line.ends_with("°C") && line.contains(&short))
        .await;
}
