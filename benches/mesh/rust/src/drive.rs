//! The side that works: starts the other, sends, and puts together what both saw.

use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use bytes::Bytes;
use hdrhistogram::Histogram;
use serde::Serialize;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};

use crate::link::{Link, System};
use crate::process::{cpu_of, now, own_cpu};
use crate::serve::{Percentiles, Seen};
use crate::stamp::{age, stamped};
use crate::{Plan, Work};

/// One line of the report.
#[derive(Debug, Default, Serialize)]
struct Outcome {
    /// Of a flood: whole messages' worth of bytes that arrived each second.
    messages_per_second: Option<f64>,
    megabytes_per_second: Option<f64>,
    /// Share of what was sent.
    delivered: Option<f64>,
    /// Of both sides and the broker, for each message that arrived, in nanoseconds.
    cpu_per_message: Option<f64>,
    latency: Option<Percentiles>,
}

/// A message that did not come back after so long is lost, and the bench fails: only floods may lose some.
const PATIENCE: Duration = Duration::from_secs(5);

pub async fn drive<S: System>(plan: &Plan) -> Result<()> {
    let mut server = Server::start(plan).await?;
    let mut link = timeout(PATIENCE, S::dial(&server.address, plan)).await??;
    let outcome = match plan.work {
        Work::Flood => flood(plan, &mut link, server).await?,
        Work::RoundTrip => {
            let latency = Some(round_trips(plan, &mut link).await?);
            server.stop().await?;
            Outcome {
                latency,
                ..Outcome::default()
            }
        }
        Work::OneWay => {
            one_way(plan, &mut link).await?;
            let latency = server.stop().await?.ages;
            Outcome {
                latency,
                ..Outcome::default()
            }
        }
    };
    println!("{}", serde_json::to_string(&outcome)?);
    Ok(())
}

async fn flood(plan: &Plan, link: &mut impl Link, mut server: Server) -> Result<Outcome> {
    let message = Bytes::from(vec![0x5a; plan.size]);
    let broker = |plan: &Plan| plan.broker_process.map_or(Ok(Duration::ZERO), cpu_of);
    let (own_before, broker_before) = (own_cpu()?, broker(plan)?);
    let until = now() + (plan.seconds * 1e9) as u64;
    let mut sent = 0_u64;
    while now() < until {
        link.send(message.clone()).await?;
        sent += 1;
    }
    link.flush().await?;
    let own = own_cpu()? - own_before;
    // What is on its way arrives.
    sleep(Duration::from_millis(500)).await;
    let seen = server.stop().await?;
    let messages = seen.bytes as f64 / plan.size as f64;
    let seconds = seen.elapsed as f64 / 1e9;
    let cpu = own + seen.cpu + (broker(plan)? - broker_before);
    Ok(Outcome {
        messages_per_second: Some(messages / seconds),
        megabytes_per_second: Some(seen.bytes as f64 / seconds / 1e6),
        delivered: Some((messages / (sent - 1) as f64).min(1.0)),
        cpu_per_message: Some(cpu.as_nanos() as f64 / messages),
        latency: None,
    })
}

async fn round_trips(plan: &Plan, link: &mut impl Link) -> Result<Percentiles> {
    let start = now();
    let length = (plan.seconds * 1e9) as u64;
    let mut histogram = Histogram::new(3)?;
    while now() < start + length {
        link.send(stamped(plan.size)).await?;
        link.flush().await?;
        let back = timeout(PATIENCE, link.receive())
            .await
            .context("a message did not come back")??;
        ensure!(
            back.len() == plan.size,
            "{} bytes came back of {}",
            back.len(),
            plan.size
        );
        // The first fifth warms up.
        if now() > start + length / 5 {
            histogram.record(age(&back)?)?;
        }
    }
    Ok(Percentiles::of(&histogram))
}

async fn one_way(plan: &Plan, link: &mut impl Link) -> Result<()> {
    let mut ticks = interval(Duration::from_millis(1));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let until = now() + (plan.seconds * 1e9) as u64;
    while now() < until {
        ticks.tick().await;
        link.send(stamped(plan.size)).await?;
        link.flush().await?;
    }
    sleep(Duration::from_millis(200)).await;
    Ok(())
}

/// The other process.
struct Server {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    address: String,
}

impl Server {
    async fn start(plan: &Plan) -> Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg("serve")
            .args(std::env::args().skip(2))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let mut lines = BufReader::new(child.stdout.take().context("its output")?).lines();
        let address = lines
            .next_line()
            .await?
            .with_context(|| format!("{:?} did not start", plan.system))?;
        Ok(Self {
            child,
            lines,
            address,
        })
    }

    async fn stop(&mut self) -> Result<Seen> {
        drop(self.child.stdin.take());
        let line = timeout(PATIENCE, self.lines.next_line()).await??;
        Ok(serde_json::from_str(
            &line.context("the other side said nothing")?,
        )?)
    }
}
