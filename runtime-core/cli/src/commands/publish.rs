//! `mw pub`

use std::time::Duration;

use bytes::Bytes;
use meshwright_mesh::channel::{ChannelConfig, Channels, Name, OnFull, Pattern, PublishError};
use meshwright_mesh::{Mesh, Ticket};
use serde_json::json;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::time::{sleep, timeout};

use crate::arguments::Settings;
use crate::failure::Failure;
use crate::output::Output;
use crate::session::{interrupted, join_or_wait, leave};

/// Between two looks at whether subscribers are there, or have room. People do not notice it, and machines hardly.
const LOOK_AGAIN: Duration = Duration::from_millis(5);

pub async fn run(
    settings: &Settings,
    channel: &Name,
    events: &[String],
    connect: &[Ticket],
    wait: Duration,
    output: &Output,
) -> Result<(), Failure> {
    let mesh = join_or_wait(settings, connect, output).await?;
    // A terminal can wait for a slow subscriber; a dropped line would be missed.
    let fail = ChannelConfig {
        on_full: OnFull::FailProducer,
        ..ChannelConfig::default()
    };
    mesh.configure_channel(&Pattern::Name(channel.clone()), fail);
    let interrupted = interrupted();
    tokio::pin!(interrupted);
    let published = tokio::select! {
        published = publish(&mesh, channel, events, wait) => published,
        pressed = &mut interrupted => pressed.map(|()| None).map_err(Failure::from),
    };
    let closed = leave(&mesh).await;
    if let Some(published) = published? {
        output.say(
            format_args!("published {published} to {}", channel.as_str()),
            &json!({ "published": published, "channel": channel.as_str() }),
        )?;
    }
    closed
}

/// The number of events, all of which subscribers got.
async fn publish(
    mesh: &Mesh,
    channel: &Name,
    events: &[String],
    wait: Duration,
) -> Result<Option<u64>, Failure> {
    let nobody = || {
        Failure::Failed(format!(
            "nobody subscribed to {} within {wait:?}",
            channel.as_str()
        ))
    };
    timeout(wait, subscriber(mesh, channel))
        .await
        .map_err(|_| nobody())?;
    let mut published = 0;
    if events.is_empty() {
        let mut input = BufReader::new(tokio::io::stdin());
        while let Some(line) = line(&mut input).await? {
            offer(mesh, channel, line.into()).await?;
            published += 1;
        }
    }
    for event in events {
        offer(mesh, channel, Bytes::copy_from_slice(event.as_bytes())).await?;
        published += 1;
    }
    Ok(Some(published))
}

async fn subscriber(mesh: &Mesh, channel: &Name) {
    while mesh.subscribers(channel) == 0 {
        sleep(LOOK_AGAIN).await;
    }
}

/// Publishes when there is room. A subscriber that makes none for long is given up by the node.
async fn offer(mesh: &Mesh, channel: &Name, event: Bytes) -> Result<(), Failure> {
    loop {
        match mesh.publish(channel, event.clone()) {
            Err(PublishError::Full) => sleep(LOOK_AGAIN).await,
            other => return other.map_err(|error| Failure::Failed(error.to_string())),
        }
    }
}

/// The next line without its end; none after the last. No more is read than an event may have.
async fn line(input: &mut (impl AsyncBufRead + Unpin)) -> Result<Option<Vec<u8>>, Failure> {
    let mut line = vec![];
    let limit = Channels::LARGEST_EVENT as u64 + 1;
    let read = input.take(limit).read_until(b'\n', &mut line).await?;
    if read == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    }
    Ok(Some(line))
}
