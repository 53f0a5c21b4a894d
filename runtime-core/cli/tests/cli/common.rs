//! `mw` in processes of its own.

use std::path::Path;
use std::process::{Output, Stdio};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// Far longer than anything takes on a loaded machine; a test that needs it all has failed.
const PATIENCE: Duration = Duration::from_secs(60);

pub async fn soon<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, what)
        .await
        .expect("it comes to an end")
}

/// In `folder`, without what the environment says of nodes, on loopback.
pub fn mw(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mw"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("MESHWRIGHT_") {
            command.env_remove(name);
        }
    }
    command
        .current_dir(folder)
        .env("MESHWRIGHT_NODE_LISTEN", "127.0.0.1:0")
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

/// Runs it to its end.
pub async fn run(folder: &Path, arguments: &[&str]) -> Output {
    soon(mw(folder, arguments).output())
        .await
        .expect("mw can be run")
}

/// One that goes on, and what it says.
pub struct Running {
    pub process: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Running {
    pub fn start(mut command: Command) -> Self {
        let mut process = command.spawn().expect("mw can be run");
        let out = process.stdout.take().expect("it is piped");
        Self {
            process,
            lines: BufReader::new(out).lines(),
        }
    }

    pub async fn line(&mut self) -> String {
        let line = soon(self.lines.next_line()).await;
        line.expect("text").expect("it has not ended")
    }

    /// Reads up to a line that `wanted` is true of.
    pub async fn until(&mut self, wanted: impl Fn(&str) -> bool) -> String {
        loop {
            let line = self.line().await;
            if wanted(&line) {
                return line;
            }
        }
    }

    /// The ticket that a node prints first.
    pub async fn ticket(&mut self) -> String {
        let line = self.until(|line| line.starts_with("ticket")).await;
        let ticket = line.split_whitespace().nth(1).expect("a ticket");
        ticket.into()
    }
}

/// A folder with the key of a mesh.
pub async fn mesh() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let made = run(folder.path(), &["psk", "mesh.psk"]).await;
    assert!(made.status.success(), "{made:?}");
    folder
}
