//! One UDP socket, with what the system can do for many datagrams at once.

use std::io::{self, IoSliceMut};
use std::net::{IpAddr, SocketAddr, UdpSocket as StdSocket};

use quinn_udp::{RecvMeta, Transmit, UdpSocketState};
use socket2::{Domain, Protocol, Type};
use tokio::io::Interest;

pub(crate) struct Socket {
    io: tokio::net::UdpSocket,
    state: UdpSocketState,
    local: SocketAddr,
}

impl Socket {
    /// Binds `listen`; `[::]` takes IPv4 as well. `buffer`: bytes for each direction that the system is asked to keep.
    pub(crate) fn bind(listen: SocketAddr, buffer: usize) -> io::Result<Self> {
        let socket = socket2::Socket::new(
            Domain::for_address(listen),
            Type::DGRAM,
            Some(Protocol::UDP),
        )?;
        if listen.is_ipv6() {
            socket.set_only_v6(!listen.ip().is_unspecified())?;
        }
        // The system cuts these to what it allows, and says nothing.
        socket.set_recv_buffer_size(buffer)?;
        socket.set_send_buffer_size(buffer)?;
        socket.bind(&listen.into())?;
        let socket = StdSocket::from(socket);
        let state = UdpSocketState::new((&socket).into())?;
        let local = socket.local_addr()?;
        let io = tokio::net::UdpSocket::from_std(socket)?;
        Ok(Self { io, state, local })
    }

    pub(crate) fn local(&self) -> SocketAddr {
        self.local
    }

    /// Datagrams to one address that can go in one call.
    pub(crate) fn max_segments(&self) -> usize {
        self.state.max_gso_segments()
    }

    /// Sends `contents`: one datagram, or several of `segment` bytes of which the last may be shorter.
    pub(crate) fn try_send(
        &self,
        to: SocketAddr,
        segment: usize,
        contents: &[u8],
    ) -> io::Result<()> {
        let transmit = |contents, segment_size| Transmit {
            destination: self.as_sent(to),
            ecn: None,
            contents,
            segment_size,
            src_ip: None,
        };
        let send = |transmit: &Transmit<'_>| {
            self.io.try_io(Interest::WRITABLE, || {
                self.state.try_send((&self.io).into(), transmit)
            })
        };
        if contents.len() <= segment {
            return send(&transmit(contents, None));
        }
        match send(&transmit(contents, Some(segment))) {
            // The driver of the interface cannot segment after all, which `state` has noticed.
            Err(error) if error.kind() != io::ErrorKind::WouldBlock && self.max_segments() == 1 => {
                contents
                    .chunks(segment)
                    .try_for_each(|one| send(&transmit(one, None)))
            }
            sent => sent,
        }
    }

    /// Takes what has come: into each of `buffers` one or more datagrams of one sender, as `meta` tells.
    pub(crate) fn try_receive(
        &self,
        buffers: &mut [IoSliceMut<'_>],
        meta: &mut [RecvMeta],
    ) -> io::Result<usize> {
        self.io.try_io(Interest::READABLE, || {
            self.state.recv((&self.io).into(), buffers, meta)
        })
    }

    pub(crate) async fn readable(&self) -> io::Result<()> {
        self.io.readable().await
    }

    pub(crate) async fn writable(&self) -> io::Result<()> {
        self.io.writable().await
    }

    /// A socket for both families wants IPv4 addresses mapped into IPv6.
    fn as_sent(&self, to: SocketAddr) -> SocketAddr {
        match to.ip() {
            IpAddr::V4(ip) if self.local.is_ipv6() => {
                SocketAddr::new(ip.to_ipv6_mapped().into(), to.port())
            }
            _ => to,
        }
    }
}

/// An address as the rest of the node knows it: IPv4 is IPv4, whichever socket it came through.
pub(crate) fn as_received(from: SocketAddr) -> SocketAddr {
    SocketAddr::new(from.ip().to_canonical(), from.port())
}
