//! One socket for IPv4 and IPv6.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};

use bytes::Bytes;
use meshwright_mesh::{Mesh, MeshConfig, Place, Ticket};

use crate::common::{config, soon};

async fn listening(ip: impl Into<std::net::IpAddr>) -> Mesh {
    let config = MeshConfig {
        listen: (ip, 0).into(),
        ..config()
    };
    Mesh::open(config).await.expect("a node opens")
}

#[tokio::test]
async fn a_node_for_both_families_is_reached_by_both() {
    if let Err(error) = UdpSocket::bind((Ipv6Addr::LOCALHOST, 0)) {
        eprintln!("not tested: this machine has no IPv6: {error}");
        return;
    }
    let both = listening(Ipv6Addr::UNSPECIFIED).await;
    let mut events = both.events();
    let port = both.ticket().addresses()[0].port();
    for ip in [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()] {
        let at = SocketAddr::new(ip, port);
        let ticket = Ticket::new(both.id(), both.ticket().mesh_id(), vec![at]).expect("a ticket");
        let other = listening(ip).await;
        let peer = soon(other.connect(&ticket)).await.expect("they connect");
        assert_eq!(peer.place, Place::Direct(at));
        soon(other.send_reliably(&both.id(), 1, Bytes::from_static(b"there")))
            .await
            .expect("it is sent");
        let event = soon(events.next()).await.expect("the node is open");
        assert_eq!((event.peer, &*event.payload), (other.id(), &b"there"[..]));
        // IPv4 is IPv4 to the program, whatever the socket makes of it.
        let back = both
            .peers()
            .into_iter()
            .find(|peer| peer.identity == other.id())
            .expect("it is there");
        assert_eq!(back.place, Place::Direct(other.ticket().addresses()[0]));
        let mut answers = other.events();
        soon(both.send_reliably(&other.id(), 1, Bytes::from_static(b"back")))
            .await
            .expect("it is sent");
        let answer = soon(answers.next()).await.expect("the node is open");
        assert_eq!(answer.payload, "back");
    }
}

#[tokio::test]
async fn nodes_of_different_families_meet_through_one_of_both() {
    if let Err(error) = UdpSocket::bind((Ipv6Addr::LOCALHOST, 0)) {
        eprintln!("not tested: this machine has no IPv6: {error}");
        return;
    }
    let both = listening(Ipv6Addr::UNSPECIFIED).await;
    let port = both.ticket().addresses()[0].port();
    let mut ends = vec![];
    for ip in [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()] {
        let at = SocketAddr::new(ip, port);
        let ticket = Ticket::new(both.id(), both.ticket().mesh_id(), vec![at]).expect("a ticket");
        let end = listening(ip).await;
        soon(end.connect(&ticket)).await.expect("they connect");
        ends.push(end);
    }
    let [four, six] = &ends[..] else {
        unreachable!("there are two")
    };
    let known = async {
        while four.route(&six.id()).is_none() {
            tokio::task::yield_now().await;
        }
    };
    soon(known).await;
    let peer = soon(four.connect_via(&both.id(), &six.id()))
        .await
        .expect("they connect");
    assert_eq!(peer.identity, six.id());
}
