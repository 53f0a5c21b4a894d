//! What a file or the environment may set: every field is optional, and none is unknown.

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::{ConfigError, IdentitySource, MeshConfig};
use crate::channel::SubnetId;
use crate::key_file::read_key;
use crate::ticket::Ticket;

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Layer {
    listen: Option<SocketAddr>,
    advertise: Option<Vec<SocketAddr>>,
    identity_file: Option<PathBuf>,
    mesh_id: Option<u32>,
    psk_file: Option<PathBuf>,
    previous_psks: Option<Vec<PreviousPsk>>,
    neighbours: Option<Vec<Parsed<Ticket>>>,
    connect_timeout: Option<Parsed<Span>>,
    close_timeout: Option<Parsed<Span>>,
    heartbeat: Option<Parsed<Span>>,
    suspect_after: Option<u32>,
    fail_after: Option<u32>,
    ring: Option<usize>,
    max_peers: Option<usize>,
    stream_window: Option<u64>,
    stream_send_buffer: Option<usize>,
    subnet: Option<[u8; 4]>,
    relays: Option<bool>,
    seek_publishers: Option<bool>,
    socket_buffer: Option<usize>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct PreviousPsk {
    mesh_id: u32,
    file: PathBuf,
}

impl Layer {
    /// Puts what is set over `config`. `folder`: what relative paths are relative to.
    pub(super) fn over(
        self,
        mut config: MeshConfig,
        folder: &Path,
    ) -> Result<MeshConfig, ConfigError> {
        let set = |into: &mut Duration, span: Option<Parsed<Span>>| {
            span.into_iter().for_each(|span| *into = span.0.0);
        };
        set(&mut config.connect_timeout, self.connect_timeout);
        set(&mut config.close_timeout, self.close_timeout);
        set(&mut config.liveness.heartbeat, self.heartbeat);
        put(&mut config.listen, self.listen);
        put(&mut config.advertise, self.advertise);
        put(&mut config.mesh_id, self.mesh_id);
        put(&mut config.liveness.suspect_after, self.suspect_after);
        put(&mut config.liveness.fail_after, self.fail_after);
        put(&mut config.ring, self.ring);
        put(&mut config.max_peers, self.max_peers);
        put(&mut config.streams.window, self.stream_window);
        put(&mut config.streams.send_buffer, self.stream_send_buffer);
        put(
            &mut config.subnet,
            self.subnet
                .map(|levels| SubnetId(u32::from_be_bytes(levels))),
        );
        put(&mut config.relays, self.relays);
        put(&mut config.seek_publishers, self.seek_publishers);
        put(&mut config.socket_buffer, self.socket_buffer);
        if let Some(file) = self.identity_file {
            config.identity = IdentitySource::File(folder.join(file));
        }
        if let Some(file) = self.psk_file {
            config.psk = Some(read_key(&folder.join(file))?);
        }
        if let Some(previous) = self.previous_psks {
            config.previous_psks = previous
                .into_iter()
                .map(|psk| Ok((psk.mesh_id, read_key(&folder.join(psk.file))?)))
                .collect::<Result<_, ConfigError>>()?;
        }
        if let Some(neighbours) = self.neighbours {
            config.neighbours = neighbours.into_iter().map(|ticket| ticket.0).collect();
        }
        Ok(config)
    }
}

fn put<T>(into: &mut T, value: Option<T>) {
    value.into_iter().for_each(|value| *into = value);
}

/// A value that is written as text.
#[derive(Debug)]
struct Parsed<T>(T);

impl<'de, T> Deserialize<'de> for Parsed<T>
where
    T: FromStr<Err: fmt::Display>,
{
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Text<T>(std::marker::PhantomData<T>);
        impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Text<T> {
            type Value = T;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
                text.parse().map_err(E::custom)
            }
        }
        from.deserialize_str(Text(std::marker::PhantomData))
            .map(Self)
    }
}

/// A duration such as "30s" or "1min 30s".
#[derive(Debug)]
struct Span(Duration);

impl FromStr for Span {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        humantime::parse_duration(text)
            .map(Self)
            .map_err(|error| format!("{error}; a duration is written as in \"30s\" or \"500ms\""))
    }
}
