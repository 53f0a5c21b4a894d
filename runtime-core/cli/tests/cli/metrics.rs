//! Metrics, in a file and over HTTP.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::common::{Running, mesh, mw, soon};

#[tokio::test]
async fn metrics_are_written_whole() {
    let folder = mesh().await;
    let file = folder.path().join("node.prom");
    let arguments = [
        "node",
        "--psk-file",
        "mesh.psk",
        "--metrics-file",
        "node.prom",
    ];
    let mut node = Running::start(mw(folder.path(), &arguments));
    node.ticket().await;
    let written = async {
        while !file.exists() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    soon(written).await;
    let text = std::fs::read_to_string(&file).expect("a file");
    assert!(
        text.contains("meshwright_peers{liveness=\"healthy\"} 0\n"),
        "{text}"
    );
    assert!(text.ends_with('\n'));
}

/// What a node that serves metrics answers to `request`, until it closes the connection.
async fn ask(address: &str, request: &str) -> String {
    let mut stream = soon(TcpStream::connect(address)).await.expect("it listens");
    // One that is refused early may be closed before all of it is written.
    let _ = stream.write_all(request.as_bytes()).await;
    let mut answer = vec![];
    let _ = soon(stream.read_to_end(&mut answer)).await;
    String::from_utf8(answer).expect("text")
}

/// A node that serves metrics, and where.
async fn serving(folder: &tempfile::TempDir) -> (Running, String) {
    let arguments = ["node", "--psk-file", "mesh.psk", "--metrics", "127.0.0.1:0"];
    let mut node = Running::start(mw(folder.path(), &arguments));
    let line = node.until(|line| line.starts_with("metrics")).await;
    let url = line.split_whitespace().nth(1).expect("an address");
    let address = url.strip_prefix("http://").expect("plain HTTP");
    let address = address.strip_suffix("/metrics").expect("the path");
    (node, address.into())
}

#[tokio::test]
async fn metrics_are_served() {
    let folder = mesh().await;
    let (_node, address) = serving(&folder).await;
    let answer = ask(&address, "GET /metrics HTTP/1.1\r\nHost: node\r\n\r\n").await;
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
    assert!(
        head.contains("content-type: text/plain; version=0.0.4; charset=utf-8"),
        "{head}"
    );
    assert!(
        head.contains(&format!("content-length: {}", body.len())),
        "{head}"
    );
    assert!(
        body.contains("meshwright_peers{liveness=\"healthy\"} 0\n"),
        "{body}"
    );
    assert!(body.ends_with('\n'));
}

#[tokio::test]
async fn other_requests_are_refused() {
    let folder = mesh().await;
    let (_node, address) = serving(&folder).await;
    let long = format!(
        "GET /metrics HTTP/1.1\r\nCookie: {}\r\n\r\n",
        "x".repeat(100_000)
    );
    for (request, status) in [
        ("GET / HTTP/1.1\r\nHost: node\r\n\r\n", "404 Not Found"),
        (
            "POST /metrics HTTP/1.1\r\nHost: node\r\nContent-Length: 0\r\n\r\n",
            "405 Method Not Allowed",
        ),
        ("hello\r\n\r\n", "400 Bad Request"),
        (&long, "431 Request Header Fields Too Large"),
    ] {
        let answer = ask(&address, request).await;
        let first = answer.lines().next().unwrap_or_default();
        // The rest of a request that is too long may make the system forget the answer to it.
        assert!(
            first.ends_with(status) || request.len() > 8192 && answer.is_empty(),
            "{answer}"
        );
    }
}

#[tokio::test]
async fn silent_readers_keep_others_waiting_only_for_a_while() {
    let folder = mesh().await;
    let (_node, address) = serving(&folder).await;
    let mut silent = vec![];
    for _ in 0..20 {
        silent.push(
            soon(TcpStream::connect(&address))
                .await
                .expect("it listens"),
        );
    }
    let answer = ask(&address, "GET /metrics HTTP/1.1\r\nHost: node\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    for mut stream in silent {
        let read = soon(stream.read(&mut [0])).await;
        assert!(matches!(read, Ok(0) | Err(_)), "{read:?}");
    }
}
