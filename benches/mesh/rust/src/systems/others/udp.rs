//! Plain UDP with sendmmsg and recvmmsg: what the system can do at most when it neither encrypts nor repeats anything.

use std::collections::VecDeque;
use std::future::Future;
use std::io::{IoSlice, IoSliceMut};
use std::net::{Ipv4Addr, SocketAddr, UdpSocket};
use std::os::fd::AsRawFd;

use anyhow::{Context, Result, bail};
use bytes::{Bytes, BytesMut};
use nix::sys::socket::{MsgFlags, MultiHeaders, SockaddrStorage, recvmmsg, sendmmsg};
use tokio::io::Interest;
use tokio::net;

use crate::link::{Link, System};
use crate::{Plan, Work};

pub struct Udp;

/// Payload of a datagram on Ethernet.
const DATAGRAM: usize = 1_472;
/// Datagrams in one call.
const BATCH: usize = 64;

pub struct UdpLink {
    socket: net::UdpSocket,
    waiting: Vec<Bytes>,
    received: VecDeque<Bytes>,
    buffers: Vec<[u8; DATAGRAM]>,
    headers: MultiHeaders<SockaddrStorage>,
    /// Bytes of a message, if pieces are to be put together: in floods, where some are lost, bytes are counted.
    whole: Option<usize>,
}

impl System for Udp {
    type Link = UdpLink;

    async fn listen(
        plan: &Plan,
    ) -> Result<(String, impl Future<Output = Result<UdpLink>> + use<>)> {
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = socket.local_addr()?.to_string();
        let whole = whole(plan);
        Ok((address, async move {
            let mut hello = [0];
            let (_, from) = socket.recv_from(&mut hello)?;
            socket.send_to(&hello, from)?;
            UdpLink::new(socket, from, whole)
        }))
    }

    async fn dial(address: &str, plan: &Plan) -> Result<UdpLink> {
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0))?;
        let to = address.parse()?;
        socket.send_to(&[0], to)?;
        socket.recv_from(&mut [0])?;
        UdpLink::new(socket, to, whole(plan))
    }
}

fn whole(plan: &Plan) -> Option<usize> {
    (plan.work != Work::Flood).then_some(plan.size)
}

impl UdpLink {
    fn new(socket: UdpSocket, peer: SocketAddr, whole: Option<usize>) -> Result<Self> {
        socket.connect(peer)?;
        socket.set_nonblocking(true)?;
        Ok(Self {
            socket: net::UdpSocket::from_std(socket)?,
            waiting: Vec::with_capacity(BATCH),
            received: VecDeque::new(),
            buffers: vec![[0; DATAGRAM]; BATCH],
            headers: MultiHeaders::preallocate(BATCH, None),
            whole,
        })
    }

    async fn receive_batch(&mut self) -> Result<()> {
        let Self {
            socket,
            buffers,
            headers,
            received,
            ..
        } = self;
        let file = socket.as_raw_fd();
        socket
            .async_io(Interest::READABLE, || {
                let mut slices: Vec<_> = buffers
                    .iter_mut()
                    .map(|buffer| [IoSliceMut::new(buffer)])
                    .collect();
                let lengths: Vec<usize> = recvmmsg(
                    file,
                    headers,
                    slices.iter_mut(),
                    MsgFlags::MSG_DONTWAIT,
                    None,
                )?
                .map(|message| message.bytes)
                .collect();
                received.extend(
                    lengths
                        .iter()
                        .zip(buffers.iter())
                        .map(|(length, buffer)| Bytes::copy_from_slice(&buffer[..*length])),
                );
                Ok(())
            })
            .await?;
        Ok(())
    }

    async fn piece(&mut self) -> Result<Bytes> {
        loop {
            if let Some(piece) = self.received.pop_front() {
                return Ok(piece);
            }
            self.receive_batch().await?;
        }
    }
}

impl Link for UdpLink {
    async fn send(&mut self, mut message: Bytes) -> Result<()> {
        while !message.is_empty() {
            self.waiting
                .push(message.split_to(message.len().min(DATAGRAM)));
            if self.waiting.len() == BATCH {
                self.flush().await?;
            }
        }
        Ok(())
    }

    async fn flush(&mut self) -> Result<()> {
        let Self {
            socket,
            waiting,
            headers,
            ..
        } = self;
        let file = socket.as_raw_fd();
        while !waiting.is_empty() {
            let sent = socket
                .async_io(Interest::WRITABLE, || {
                    let slices: Vec<_> =
                        waiting.iter().map(|piece| [IoSlice::new(piece)]).collect();
                    let to: Vec<Option<SockaddrStorage>> = vec![None; slices.len()];
                    Ok(sendmmsg(file, headers, &slices, &to, [], MsgFlags::MSG_DONTWAIT)?.count())
                })
                .await
                .context("sendmmsg")?;
            waiting.drain(..sent);
        }
        Ok(())
    }

    async fn receive(&mut self) -> Result<Bytes> {
        let first = self.piece().await?;
        let Some(whole) = self.whole.filter(|whole| *whole > DATAGRAM) else {
            return Ok(first);
        };
        let mut message = BytesMut::from(first);
        while message.len() < whole {
            message.extend_from_slice(&self.piece().await?);
        }
        if message.len() != whole {
            bail!("a piece was lost");
        }
        Ok(message.freeze())
    }
}
