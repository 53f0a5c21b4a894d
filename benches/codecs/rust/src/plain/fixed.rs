//! The messages of fixed size. Numbers stand in their full width, as in the spec.

use codec_bench::fixed as mw;
use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct PacketHeader {
    pub flags: u8,
    #[serde(with = "postcard::fixint::le")]
    pub subprotocol: u16,
    pub priority: u8,
    #[serde(with = "postcard::fixint::le")]
    pub session_id: u64,
    #[serde(with = "postcard::fixint::le")]
    pub counter: u64,
    #[serde(with = "postcard::fixint::le")]
    pub stream_id: u64,
    #[serde(with = "postcard::fixint::le")]
    pub sequence: u64,
    #[serde(with = "postcard::fixint::le")]
    pub origin: u64,
    #[serde(with = "postcard::fixint::le")]
    pub channel: u64,
    #[serde(with = "postcard::fixint::le")]
    pub subnet: u32,
    #[serde(with = "postcard::fixint::le")]
    pub payload_length: u16,
    #[serde(with = "postcard::fixint::le")]
    pub event_count: u16,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct MachineReport {
    pub machine: [u8; 32],
    pub image: [u8; 32],
    pub rack: [u8; 32],
    pub signer: [u8; 32],
    pub boot: [u8; 16],
    pub report: [u8; 16],
    #[serde(with = "postcard::fixint::le")]
    pub taken_at: u64,
    #[serde(with = "postcard::fixint::le")]
    pub uptime: u64,
    #[serde(with = "postcard::fixint::le")]
    pub memory_total: u64,
    #[serde(with = "postcard::fixint::le")]
    pub memory_free: u64,
    #[serde(with = "postcard::fixint::le")]
    pub memory_cached: u64,
    #[serde(with = "postcard::fixint::le")]
    pub memory_dirty: u64,
    #[serde(with = "postcard::fixint::le")]
    pub swap_total: u64,
    #[serde(with = "postcard::fixint::le")]
    pub swap_free: u64,
    #[serde(with = "postcard::fixint::le")]
    pub disk_read: u64,
    #[serde(with = "postcard::fixint::le")]
    pub disk_written: u64,
    #[serde(with = "postcard::fixint::le")]
    pub disk_reads: u64,
    #[serde(with = "postcard::fixint::le")]
    pub disk_writes: u64,
    #[serde(with = "postcard::fixint::le")]
    pub net_received: u64,
    #[serde(with = "postcard::fixint::le")]
    pub net_sent: u64,
    #[serde(with = "postcard::fixint::le")]
    pub net_packets_in: u64,
    #[serde(with = "postcard::fixint::le")]
    pub net_packets_out: u64,
    #[serde(with = "postcard::fixint::le")]
    pub interrupts: u64,
    #[serde(with = "postcard::fixint::le")]
    pub context_switches: u64,
    #[serde(with = "postcard::fixint::le")]
    pub clock_offset: i64,
    #[serde(with = "postcard::fixint::le")]
    pub clock_drift: i64,
    pub cpu_user: f64,
    pub cpu_system: f64,
    pub cpu_idle: f64,
    pub cpu_wait: f64,
    pub load1: f64,
    pub load5: f64,
    pub load15: f64,
    pub pressure_cpu: f64,
    pub pressure_memory: f64,
    pub pressure_disk: f64,
    pub latency_mean: f64,
    pub latency_p50: f64,
    pub latency_p90: f64,
    pub latency_p99: f64,
    pub latency_max: f64,
    pub latency_deviation: f64,
    #[serde(with = "postcard::fixint::le")]
    pub processes: u32,
    #[serde(with = "postcard::fixint::le")]
    pub threads: u32,
    #[serde(with = "postcard::fixint::le")]
    pub open_files: u32,
    #[serde(with = "postcard::fixint::le")]
    pub open_sockets: u32,
    #[serde(with = "postcard::fixint::le")]
    pub errors_in: u32,
    #[serde(with = "postcard::fixint::le")]
    pub errors_out: u32,
    #[serde(with = "postcard::fixint::le")]
    pub altitude: i32,
    #[serde(with = "postcard::fixint::le")]
    pub balance: i32,
    pub celsius: f32,
    pub celsius_max: f32,
    pub volts: f32,
    pub amperes: f32,
    #[serde(with = "postcard::fixint::le")]
    pub fan1: u16,
    #[serde(with = "postcard::fixint::le")]
    pub fan2: u16,
    #[serde(with = "postcard::fixint::le")]
    pub fan3: u16,
    #[serde(with = "postcard::fixint::le")]
    pub frequency: u16,
    #[serde(with = "postcard::fixint::le")]
    pub region: u16,
    pub cores: u8,
    pub sockets: u8,
    pub disks: u8,
    pub interfaces: u8,
    pub state: u8,
    pub alarm: u8,
}

impl From<mw::PacketHeader> for PacketHeader {
    fn from(from: mw::PacketHeader) -> Self {
        let flags = from.flags.bits();
        copy!(from {
            subprotocol, priority, session_id, counter, stream_id, sequence, origin, channel,
            subnet, payload_length, event_count,
        }, flags: flags)
    }
}

impl From<mw::MachineReport> for MachineReport {
    fn from(from: mw::MachineReport) -> Self {
        copy!(from {
            machine,
            image,
            rack,
            signer,
            boot,
            report,
            taken_at,
            uptime,
            memory_total,
            memory_free,
            memory_cached,
            memory_dirty,
            swap_total,
            swap_free,
            disk_read,
            disk_written,
            disk_reads,
            disk_writes,
            net_received,
            net_sent,
            net_packets_in,
            net_packets_out,
            interrupts,
            context_switches,
            clock_offset,
            clock_drift,
            cpu_user,
            cpu_system,
            cpu_idle,
            cpu_wait,
            load1,
            load5,
            load15,
            pressure_cpu,
            pressure_memory,
            pressure_disk,
            latency_mean,
            latency_p50,
            latency_p90,
            latency_p99,
            latency_max,
            latency_deviation,
            processes,
            threads,
            open_files,
            open_sockets,
            errors_in,
            errors_out,
            altitude,
            balance,
            celsius,
            celsius_max,
            volts,
            amperes,
            fan1,
            fan2,
            fan3,
            frequency,
            region,
            cores,
            sockets,
            disks,
            interfaces,
            state,
            alarm,
        })
    }
}
