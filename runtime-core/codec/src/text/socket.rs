//! Socket addresses as text.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use crate::error::{DecodeError, ErrorKind};

/// An address and a port in their one spelling: `1.2.3.4:80`, `[2001:db8::1]:80`.
///
/// # Errors
/// `malformed`; `non_canonical` for another spelling.
pub fn parse_socket_address(text: &str) -> Result<SocketAddr, DecodeError> {
    match parse(text) {
        Some((address, true)) => Ok(address),
        Some((address, false)) => Err(other_spelling(address, 0)),
        None => Err(no_address(0)),
    }
}

#[cold]
pub(crate) fn no_address(at: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::Malformed,
        at,
        format_args!("is not an address and a port"),
    )
}

#[cold]
pub(crate) fn other_spelling(address: SocketAddr, at: usize) -> DecodeError {
    DecodeError::new(
        ErrorKind::NonCanonical,
        at,
        format_args!("is spelt {address}"),
    )
}

/// The address, and whether it is spelt in its one way (RFC 5952 for IPv6). None: no address with a port in any spelling.
///
/// The standard library parses fewer spellings: it takes leading zeros for an error.
pub(crate) fn parse(text: &str) -> Option<(SocketAddr, bool)> {
    let (ip, port) = text.rsplit_once(':')?;
    let ip = match ip.strip_prefix('[') {
        Some(v6) => IpAddr::V6(parse_v6(v6.strip_suffix(']')?)?),
        None => IpAddr::V4(parse_v4(ip)?),
    };
    let address = SocketAddr::new(ip, parse_port(port)?);
    Some((address, address.to_string() == text))
}

fn parse_port(text: &str) -> Option<u16> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// Four numbers of one to three digits.
fn parse_v4(text: &str) -> Option<Ipv4Addr> {
    let mut octets = [0; 4];
    let mut parts = text.split('.');
    for octet in &mut octets {
        let part = parts.next().filter(|part| part.len() <= 3)?;
        *octet = u8::try_from(parse_port(part)?).ok()?;
    }
    parts.next().is_none().then(|| Ipv4Addr::from(octets))
}

/// Eight groups, of which one `::` stands for one or more that are zero, and an IPv4 address for the last two.
fn parse_v6(text: &str) -> Option<Ipv6Addr> {
    let (head, tail) = match text.split_once("::") {
        Some((head, tail)) => (groups(head, false)?, Some(groups(tail, true)?)),
        None => (groups(text, true)?, None),
    };
    let given = head.len() + tail.as_ref().map_or(0, Vec::len);
    if tail.is_some() && given > 7 || tail.is_none() && given != 8 {
        return None;
    }
    let mut all = head;
    all.resize(8 - tail.as_ref().map_or(0, Vec::len), 0);
    all.extend(tail.unwrap_or_default());
    <[u16; 8]>::try_from(all).ok().map(Ipv6Addr::from)
}

fn groups(text: &str, last: bool) -> Option<Vec<u16>> {
    let mut groups = Vec::new();
    if text.is_empty() {
        return Some(groups);
    }
    let mut parts = text.split(':').peekable();
    while let Some(part) = parts.next() {
        if last && parts.peek().is_none() && part.contains('.') {
            let [a, b, c, d] = parse_v4(part)?.octets();
            groups.extend([u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d])]);
        } else {
            let hex =
                (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit());
            groups.push(hex.then(|| u16::from_str_radix(part, 16).ok())??);
        }
        if groups.len() > 8 {
            return None;
        }
    }
    Some(groups)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn knows_the_one_spelling() {
        for text in [
            "1.2.3.4:80",
            "[2001:db8::1]:443",
            "[::]:0",
            "[::ffff:1.2.3.4]:1",
            "[1:0:0:2::3]:65535",
            "[1:0:2:3:4:5:6:7]:9",
            "[::102:304]:1",
        ] {
            assert_eq!(
                parse(text).map(|(_, canonical)| canonical),
                Some(true),
                "{text}"
            );
        }
        for text in [
            "[2001:DB8::1]:443",
            "[0::]:0",
            "[1::2:0:0:0:3]:1",
            "[::ffff:102:304]:1",
            "[::1.2.3.4]:1",
            "[1:2:3:4:5:6:7::]:1",
            "01.2.3.4:80",
            "1.2.3.4:080",
        ] {
            assert_eq!(
                parse(text).map(|(_, canonical)| canonical),
                Some(false),
                "{text}"
            );
        }
        for text in [
            "",
            "1.2.3.4",
            "1.2.3.4:65536",
            "1.2.3:80",
            "1.2.3.4.5:80",
            "0001.2.3.4:80",
            "::1:80",
            "[fe80::1%1]:80",
            "[::1]",
            "[1:2:3:4:5:6:7:8::]:1",
            "[1::2::3]:1",
            "[12345::]:1",
            "[:1::]:1",
            "[1.2.3.4::]:1",
            " 1.2.3.4:80",
            "1.2.3.4:+80",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
