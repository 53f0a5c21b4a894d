//! Where others may find this node.

use std::net::{IpAddr, SocketAddr};

/// Addresses for a ticket of a socket that listens on `local`, the likeliest first, never none. Loopback stands there only if there is
/// nothing else, since elsewhere it is another machine.
pub(crate) fn reachable(local: SocketAddr) -> Vec<SocketAddr> {
    if !local.ip().is_unspecified() {
        return vec![local];
    }
    // A machine that does not tell its interfaces can still talk to itself.
    let interfaces = if_addrs::get_if_addrs().unwrap_or_default();
    let ips: Vec<IpAddr> = interfaces
        .iter()
        .map(if_addrs::Interface::ip)
        .filter(|ip| ip.is_ipv4() || local.is_ipv6())
        .collect();
    let mut outside: Vec<IpAddr> = ips
        .iter()
        .copied()
        .filter(|ip| !ip.is_loopback() && !is_link_local(ip))
        .collect();
    // Most networks carry IPv4; within a family the system's order.
    outside.sort_by_key(IpAddr::is_ipv6);
    if outside.is_empty() {
        outside = vec![loopback(local)];
    }
    outside
        .into_iter()
        .map(|ip| SocketAddr::new(ip, local.port()))
        .collect()
}

/// Only means something together with an interface of this machine.
fn is_link_local(ip: &IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_unicast_link_local(),
    }
}

fn loopback(local: SocketAddr) -> IpAddr {
    match local {
        SocketAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
        SocketAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_address_is_the_one() {
        let local: SocketAddr = "192.0.2.1:7777".parse().expect("an address");
        assert_eq!(reachable(local), [local]);
    }

    #[test]
    fn an_open_address_becomes_real_ones() {
        for local in ["0.0.0.0:7777", "[::]:7777"] {
            let found = reachable(local.parse().expect("an address"));
            assert!(!found.is_empty());
            assert!(
                found
                    .iter()
                    .all(|one| !one.ip().is_unspecified() && one.port() == 7777)
            );
        }
    }
}
