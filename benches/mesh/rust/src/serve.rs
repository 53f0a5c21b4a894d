//! The side that is started: receives, and says what it counted when its input ends.

use std::time::Duration;

use anyhow::Result;
use hdrhistogram::Histogram;
use serde::{Deserialize, Serialize};
use tokio::io::AsyncReadExt;

use crate::link::{Link, System};
use crate::process::{now, own_cpu};
use crate::stamp::age;
use crate::{Plan, Work};

/// What the receiving side saw.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Seen {
    pub bytes: u64,
    /// Nanoseconds from the first to the last.
    pub elapsed: u64,
    pub cpu: Duration,
    pub ages: Option<Percentiles>,
}

/// Nanoseconds.
#[derive(Debug, Serialize, Deserialize)]
pub struct Percentiles {
    pub p50: u64,
    pub p99: u64,
    pub p999: u64,
    pub count: u64,
}

impl Percentiles {
    pub fn of(histogram: &Histogram<u64>) -> Self {
        Self {
            p50: histogram.value_at_quantile(0.5),
            p99: histogram.value_at_quantile(0.99),
            p999: histogram.value_at_quantile(0.999),
            count: histogram.len(),
        }
    }
}

pub async fn serve<S: System>(plan: &Plan) -> Result<()> {
    let (address, accepted) = S::listen(plan).await?;
    println!("{address}");
    let mut link = accepted.await?;
    let before = own_cpu()?;
    let mut seen = Seen::default();
    let mut ages = Histogram::new(3)?;
    let mut first = None;
    let mut last = 0;
    let mut end = tokio::io::stdin();
    let mut byte = [0];
    loop {
        let message = tokio::select! {
            biased;
            message = link.receive() => message?,
            _ = end.read(&mut byte) => break,
        };
        match plan.work {
            Work::RoundTrip => {
                link.send(message).await?;
                link.flush().await?;
            }
            Work::OneWay => ages.record(age(&message)?)?,
            Work::Flood => {
                last = now();
                match first {
                    // It took its time before the first came.
                    None => first = Some(last),
                    Some(_) => seen.bytes += message.len() as u64,
                }
            }
        }
    }
    seen.elapsed = last - first.unwrap_or(last);
    seen.cpu = own_cpu()? - before;
    seen.ages = (plan.work == Work::OneWay).then(|| Percentiles::of(&ages));
    println!("{}", serde_json::to_string(&seen)?);
    Ok(())
}
