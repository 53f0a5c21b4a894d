//! Events from one process to another.

use std::process::Stdio;

use crate::common::{Running, mesh, mw, run, soon};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};

const PSK: [&str; 2] = ["--psk-file", "mesh.psk"];

fn with<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [arguments, &PSK].concat()
}

/// A subscriber, and its ticket, which it writes to standard error.
async fn subscriber(folder: &std::path::Path, arguments: &[&str]) -> (Running, String) {
    let mut subscriber = Running::start(mw(folder, &with(arguments)));
    let said = subscriber.process.stderr.take().expect("it is piped");
    let line = soon(BufReader::new(said).lines().next_line()).await;
    let line = line.expect("text").expect("it has not ended");
    let start = line.find("mw1").expect("a ticket");
    let ticket = line[start..].trim_end_matches(['"', '}']).to_owned();
    (subscriber, ticket)
}

#[tokio::test]
async fn arguments_arrive_as_events() {
    let folder = mesh().await;
    let folder = folder.path();
    let (mut subscriber, ticket) =
        subscriber(folder, &["sub", "weather/ulm", "--count", "2"]).await;
    let published = run(
        folder,
        &with(&[
            "pub",
            "weather/ulm",
            "21.5",
            "22.0",
            "--wait",
            "50s",
            "--connect",
            &ticket,
        ]),
    )
    .await;
    assert!(published.status.success(), "{published:?}");
    assert_eq!(subscriber.line().await, "21.5");
    assert_eq!(subscriber.line().await, "22.0");
    assert!(
        soon(subscriber.process.wait())
            .await
            .expect("it ends")
            .success()
    );
}

#[tokio::test]
async fn lines_arrive_in_order_and_none_is_lost() {
    let folder = mesh().await;
    let folder = folder.path();
    let (mut subscriber, ticket) = subscriber(folder, &["sub", "", "--below", "--json"]).await;
    let mut command = mw(
        folder,
        &with(&[
            "pub",
            "many/lines",
            "--json",
            "--wait",
            "50s",
            "--connect",
            &ticket,
        ]),
    );
    let mut publisher = command
        .stdin(Stdio::piped())
        .spawn()
        .expect("mw can be run");
    let mut input = publisher.stdin.take().expect("it is piped");
    let count = 3_000;
    let writing = async {
        for number in 0..count {
            let line = format!("line {number}\n");
            input.write_all(line.as_bytes()).await.expect("it reads");
        }
        drop(input);
    };
    let reading = async {
        for number in 0..count {
            let line = subscriber.line().await;
            let object: serde_json::Value = serde_json::from_str(&line).expect("an object");
            assert_eq!(object["text"], format!("line {number}"));
            assert_eq!(object["channel"], "many/lines");
        }
    };
    soon(async { tokio::join!(writing, reading) }).await;
    let ended = soon(publisher.wait_with_output()).await.expect("it ends");
    assert!(ended.status.success(), "{ended:?}");
    let object: serde_json::Value = serde_json::from_slice(&ended.stdout).expect("an object");
    assert_eq!(object["published"], count);
}

#[tokio::test]
async fn publishing_to_nobody_is_an_error() {
    let folder = mesh().await;
    let ended = run(
        folder.path(),
        &with(&["pub", "weather/ulm", "21.5", "--wait", "10ms"]),
    )
    .await;
    assert_eq!(ended.status.code(), Some(1));
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(said.contains("nobody subscribed to weather/ulm"), "{said}");
    for name in ["Weather", "a//b", ""] {
        let ended = run(folder.path(), &with(&["sub", name])).await;
        assert_eq!(ended.status.code(), Some(2), "{name}");
    }
}
