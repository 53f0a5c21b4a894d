//! Nodes in processes of their own: keys, tickets, neighbours, and what is said of mistakes.

use crate::common::{Running, mesh, mw, run, soon};
use meshwright_mesh::{Ticket, identity_text};

const PSK: [&str; 2] = ["--psk-file", "mesh.psk"];

fn with<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [arguments, &PSK].concat()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn identity(ticket: &str) -> String {
    let ticket: Ticket = ticket.parse().expect("a ticket");
    identity_text(&ticket.identity())
}

#[tokio::test]
async fn two_processes_form_a_mesh_and_notice_when_one_is_gone() {
    let folder = mesh().await;
    let folder = folder.path();
    let mut a = Running::start(mw(folder, &with(&["node", "--identity", "a.key"])));
    let ticket = a.ticket().await;
    let mut b = Running::start(mw(folder, &with(&["node", "--connect", &ticket])));
    a.until(|line| line.starts_with("joined")).await;
    b.until(|line| line.starts_with("joined")).await;

    let listed = run(folder, &with(&["peers", "--json", "--connect", &ticket])).await;
    assert!(listed.status.success(), "{listed:?}");
    let peer: serde_json::Value = serde_json::from_slice(&listed.stdout).expect("one object");
    assert_eq!(peer["liveness"], "healthy");

    // Without a goodbye.
    soon(b.process.kill()).await.expect("it runs");
    a.until(|line| line.starts_with("suspected")).await;
}

#[tokio::test]
async fn a_killed_neighbour_comes_back() {
    let folder = mesh().await;
    let folder = folder.path();
    let config = folder.join("quick.toml");
    std::fs::write(config, "heartbeat = \"50ms\"\n").expect("a file");
    let node = |more: &[&'static str]| {
        let quick = ["node", "--config", "quick.toml", "--identity", "hub.key"];
        mw(folder, &with(&[&quick, more].concat()))
    };
    let mut hub = Running::start(node(&[]));
    let ticket = hub.ticket().await;
    let mut a = Running::start(mw(
        folder,
        &with(&["node", "--config", "quick.toml", "--connect", &ticket]),
    ));
    a.until(|line| line.starts_with("joined")).await;
    soon(hub.process.kill()).await.expect("it runs");
    a.until(|line| line.starts_with("failed")).await;
    let explained = run(folder, &["ticket", "--json", &ticket]).await;
    let object: serde_json::Value = serde_json::from_slice(&explained.stdout).expect("an object");
    let address = object["addresses"][0].as_str().expect("an address");
    let mut again = node(&[]);
    again.env("MESHWRIGHT_NODE_LISTEN", address);
    let mut again = Running::start(again);
    a.until(|line| line.starts_with("restarted")).await;
    again.until(|line| line.starts_with("joined")).await;
}

#[tokio::test]
async fn the_way_to_a_far_node_is_told() {
    let folder = mesh().await;
    let folder = folder.path();
    let mut relay = Running::start(mw(folder, &with(&["node"])));
    let ticket = relay.ticket().await;
    let mut far = Running::start(mw(folder, &with(&["node", "--connect", &ticket])));
    let far_ticket = far.ticket().await;
    let told = run(
        folder,
        &with(&[
            "trace",
            &far_ticket,
            "--json",
            "--wait",
            "50s",
            "--connect",
            &ticket,
        ]),
    )
    .await;
    assert!(told.status.success(), "{told:?}");
    let hops: Vec<serde_json::Value> = text(&told.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object"))
        .collect();
    assert_eq!(hops.len(), 2);
    for (index, ticket) in [ticket, far_ticket].iter().enumerate() {
        assert_eq!(hops[index]["hop"], index + 1);
        assert_eq!(hops[index]["node"], identity(ticket));
        assert!(hops[index]["round_trip_us"].as_u64() > Some(0), "{hops:?}");
    }
}

#[tokio::test]
async fn a_trace_that_does_not_arrive_says_how_far_it_came() {
    let folder = mesh().await;
    let folder = folder.path();
    // They find out late that a neighbour is gone.
    std::fs::write(folder.join("slow.toml"), "heartbeat = \"20s\"\n").expect("a file");
    let mut relay = Running::start(mw(folder, &with(&["node", "--config", "slow.toml"])));
    let ticket = relay.ticket().await;
    let mut far = Running::start(mw(folder, &with(&["node", "--connect", &ticket])));
    let far_ticket = far.ticket().await;
    relay.until(|line| line.starts_with("reachable")).await;
    // Without a goodbye.
    soon(far.process.kill()).await.expect("it runs");
    let arguments = ["trace", &far_ticket, "--wait", "50s", "--connect", &ticket];
    let told = run(folder, &with(&arguments)).await;
    assert_eq!(told.status.code(), Some(1), "{told:?}");
    let said = text(&told.stdout);
    let hops: Vec<&str> = said.lines().collect();
    assert!(hops[0].contains(&identity(&ticket)), "{said}");
    assert_eq!(hops[1..], [" 2  * no answer within 3s"]);
    let failure = text(&told.stderr);
    assert!(failure.contains("hop 2 does not answer"), "{failure}");
}

#[cfg(unix)]
#[tokio::test]
async fn an_interrupt_says_goodbye() {
    let folder = mesh().await;
    let mut a = Running::start(mw(folder.path(), &with(&["node"])));
    let ticket = a.ticket().await;
    let mut b = Running::start(mw(folder.path(), &with(&["node", "--connect", &ticket])));
    a.until(|line| line.starts_with("joined")).await;
    let id = b.process.id().expect("it runs").to_string();
    let interrupt = tokio::process::Command::new("kill")
        .args(["-INT", &id])
        .status();
    assert!(soon(interrupt).await.expect("kill is there").success());
    a.until(|line| line.starts_with("left") && line.ends_with("shutdown"))
        .await;
    assert!(soon(b.process.wait()).await.expect("it ends").success());
}

#[tokio::test]
async fn a_ticket_can_be_printed_ahead_and_explained() {
    let folder = mesh().await;
    let own = run(
        folder.path(),
        &[
            "ticket",
            "--listen",
            "127.0.0.1:4000",
            "--identity",
            "a.key",
        ],
    )
    .await;
    assert!(own.status.success(), "{own:?}");
    let ticket = text(&own.stdout).trim().to_owned();
    let explained = run(folder.path(), &["ticket", "--json", &ticket]).await;
    let object: serde_json::Value = serde_json::from_slice(&explained.stdout).expect("an object");
    assert_eq!(object["addresses"][0], "127.0.0.1:4000");
    assert_eq!(object["mesh"], 1);
    let again = run(
        folder.path(),
        &[
            "ticket",
            "--listen",
            "127.0.0.1:4000",
            "--identity",
            "a.key",
        ],
    )
    .await;
    assert_eq!(text(&again.stdout).trim(), ticket);
}

#[tokio::test]
async fn no_secret_is_logged_or_written() {
    let folder = mesh().await;
    let folder = folder.path();
    let mut hub = Running::start(mw(folder, &with(&["node"])));
    let ticket = hub.ticket().await;
    let loud = run(
        folder,
        &with(&[
            "peers",
            "--log",
            "trace",
            "--identity",
            "a.key",
            "--connect",
            &ticket,
        ]),
    )
    .await;
    assert!(loud.status.success(), "{loud:?}");
    let said = [text(&loud.stdout), text(&loud.stderr)].concat();
    assert!(said.contains("peer joined"), "{said}");
    for file in ["mesh.psk", "a.key"] {
        let key = std::fs::read_to_string(folder.join(file)).expect("a key");
        assert_eq!(key.trim().len(), 64);
        assert!(!said.contains(key.trim()), "{file} was shown");
    }
}

#[tokio::test]
async fn mistakes_end_with_a_code_and_say_what_to_do() {
    let folder = mesh().await;
    for (arguments, code, expected) in [
        (vec!["node"], 2, "no pre-shared key"),
        (
            vec!["ticket", "mw1qqqq"],
            2,
            "a character of the ticket is wrong",
        ),
        (vec!["ticket", "hello"], 2, "a ticket begins with mw1"),
        (vec!["ticket"], 2, "--identity FILE"),
        (vec!["psk", "mesh.psk"], 1, "mesh.psk: "),
        (vec!["node", "--config", "none.toml"], 2, "none.toml"),
        (vec!["node", "--psk-file", "none.psk"], 2, "none.psk"),
        (vec!["no-such-command"], 2, "unrecognized"),
    ] {
        let ended = run(folder.path(), &arguments).await;
        assert_eq!(ended.status.code(), Some(code), "{arguments:?}: {ended:?}");
        let said = text(&ended.stderr);
        assert!(said.contains(expected), "{arguments:?}: {said}");
    }
    let ended = run(folder.path(), &["node", "--json"]).await;
    let object: serde_json::Value = serde_json::from_slice(&ended.stderr).expect("one object");
    assert_eq!(object["error"], "usage");
}

#[tokio::test]
async fn nobody_answering_is_said_with_what_to_look_at() {
    let folder = mesh().await;
    let ticket = text(
        &run(
            folder.path(),
            &["ticket", "--listen", "127.0.0.1:9", "--identity", "a.key"],
        )
        .await
        .stdout,
    );
    let mut command = mw(folder.path(), &with(&["peers", "--connect", ticket.trim()]));
    command.env("MESHWRIGHT_NODE_CONNECT_TIMEOUT", "50ms");
    let ended = soon(command.output()).await.expect("mw can be run");
    assert_eq!(ended.status.code(), Some(1));
    assert!(text(&ended.stderr).contains("nobody answered"), "{ended:?}");
}
