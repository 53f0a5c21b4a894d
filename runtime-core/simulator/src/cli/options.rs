//! What may be said on the command line.

use std::ops::RangeInclusive;

use lexopt::prelude::*;
use meshwright_simulator::runner::Batch;
use meshwright_simulator::{Fault, Faults};

pub const HELP: &str = "\
meshwright-simulator: worlds of nodes that run from a seed

  (nothing)            the set that the tests run: 490 small worlds and 10 of 1,000 nodes
  --seeds N            that many seeds instead
  --from S             beginning with this one (1)
  --nodes LEAST-MOST   of so many nodes (2-20); one number: exactly so many
  --without FAULTS     without those, separated by commas
  --first              until the first failure, whose faults are not looked into
  --seed S             one world only
  --trace              with everything that happens in it

Faults: loss, duplication, reordering, delay, bottleneck, partitions, crashes, clocks, moves, closes, slowreaders, smalltables, stranger, eavesdropper,
member, forger, crowds.";

/// Seeds of the set that the tests run.
const SMALL: std::ops::Range<u64> = 1..491;
const LARGE: std::ops::Range<u64> = 491..501;
const SMALL_NODES: RangeInclusive<usize> = 2..=20;
const LARGE_NODES: RangeInclusive<usize> = 1000..=1000;

#[derive(Debug, Default)]
pub struct Options {
    pub seed: Option<u64>,
    pub trace: bool,
    pub first: bool,
    pub without: Faults,
    seeds: Option<u64>,
    from: Option<u64>,
    nodes: Option<RangeInclusive<usize>>,
}

impl Options {
    /// None: help is wanted.
    pub fn parse() -> Result<Option<Self>, lexopt::Error> {
        let mut options = Self::default();
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("seed") => options.seed = Some(parser.value()?.parse()?),
                Long("seeds") => options.seeds = Some(parser.value()?.parse()?),
                Long("from") => options.from = Some(parser.value()?.parse()?),
                Long("nodes") => options.nodes = Some(parser.value()?.parse_with(nodes)?),
                Long("without") => options.without = parser.value()?.parse_with(faults)?,
                Long("first") => options.first = true,
                Long("trace") => options.trace = true,
                Long("help") | Short('h') => return Ok(None),
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(Some(options))
    }

    /// As many as this seed has in the set that the tests run, if nothing else was said.
    pub fn nodes_of(&self, seed: u64) -> RangeInclusive<usize> {
        self.nodes.clone().unwrap_or(if LARGE.contains(&seed) {
            LARGE_NODES
        } else {
            SMALL_NODES
        })
    }

    pub fn batches(&self) -> Vec<Batch> {
        if (self.seeds, self.from, &self.nodes) == (None, None, &None) {
            // The large ones first, so that no core is idle at the end.
            let of = |seeds, nodes| Batch { seeds, nodes };
            return vec![of(LARGE, LARGE_NODES), of(SMALL, SMALL_NODES)];
        }
        let from = self.from.unwrap_or(1);
        vec![Batch {
            seeds: from..from + self.seeds.unwrap_or(490),
            nodes: self.nodes.clone().unwrap_or(SMALL_NODES),
        }]
    }
}

fn nodes(text: &str) -> Result<RangeInclusive<usize>, String> {
    let number = |text: &str| {
        text.parse::<usize>()
            .ok()
            .filter(|number| *number >= 2)
            .ok_or_else(|| {
                format!("{text:?} is not a number of nodes, of which there are two at least")
            })
    };
    match text.split_once('-') {
        Some((least, most)) => Ok(number(least)?..=number(most)?),
        None => number(text).map(|nodes| nodes..=nodes),
    }
}

fn faults(text: &str) -> Result<Faults, String> {
    text.split(',').try_fold(Faults::default(), |faults, name| {
        let fault = Fault::named(name.trim()).ok_or_else(|| format!("{name:?} is no fault"))?;
        Ok(faults.with(fault))
    })
}
