//! What both protobuf libraries make of bench.proto, and the content as prost's values.

/// The official library's types.
pub mod official {
    include!(concat!(env!("OUT_DIR"), "/protobuf_generated/generated.rs"));
}

/// prost's types.
pub mod prost {
    include!(concat!(env!("OUT_DIR"), "/codec_bench.rs"));
}

use self::prost as pb;
use crate::plain::{self, all, copy};

impl From<plain::PacketHeader> for pb::PacketHeader {
    fn from(from: plain::PacketHeader) -> Self {
        copy!(from {
            flags,
            subprotocol,
            priority,
            session_id,
            counter,
            stream_id,
            sequence,
            origin,
            channel,
            subnet,
            payload_length,
            event_count,
        })
    }
}

impl From<plain::MachineReport> for pb::MachineReport {
    fn from(from: plain::MachineReport) -> Self {
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

impl From<plain::Order<'_>> for pb::Order {
    fn from(from: plain::Order<'_>) -> Self {
        copy!(from {
            id, customer,
        }, status: from.status as i32, shipments: all(from.shipments))
    }
}

impl From<plain::Shipment<'_>> for pb::Shipment {
    fn from(from: plain::Shipment<'_>) -> Self {
        copy!(from { carrier, tracking, departed_at }, parcels: all(from.parcels))
    }
}

impl From<plain::Parcel<'_>> for pb::Parcel {
    fn from(from: plain::Parcel<'_>) -> Self {
        copy!(from { code, weight, fragile }, items: all(from.items))
    }
}

impl From<plain::Item<'_>> for pb::Item {
    fn from(from: plain::Item<'_>) -> Self {
        copy!(from {
            sku,
            quantity,
            price,
            discount
        })
    }
}

impl From<plain::Profile<'_>> for pb::Profile {
    fn from(from: plain::Profile<'_>) -> Self {
        copy!(from {
            id,
            login,
            name,
            native_name,
            email,
            phone,
            street,
            city,
            region,
            country,
            language,
            time_zone,
            homepage,
            avatar,
            company,
            title,
            motto,
            status,
            biography,
            notes,
        })
    }
}

impl From<plain::SampleArray> for pb::SampleArray {
    fn from(from: plain::SampleArray) -> Self {
        copy!(from { sensor }, samples: all(from.samples))
    }
}

impl From<plain::Sample> for pb::Sample {
    fn from(from: plain::Sample) -> Self {
        copy!(from {
            at,
            value,
            channel,
            quality
        })
    }
}

impl From<plain::Drawing<'_>> for pb::Drawing {
    fn from(from: plain::Drawing<'_>) -> Self {
        copy!(from {  }, commands: all(from.commands))
    }
}

impl From<plain::Command<'_>> for pb::Command {
    fn from(from: plain::Command<'_>) -> Self {
        use pb::command::Command;
        let command = match from {
            plain::Command::Move(from) => Command::Move(from.into()),
            plain::Command::Line(from) => Command::Line(from.into()),
            plain::Command::Curve(from) => Command::Curve(from.into()),
            plain::Command::Colour(from) => Command::Colour(from.into()),
            plain::Command::Label(from) => Command::Label(from.into()),
            plain::Command::Layer(from) => Command::Layer(from.into()),
        };
        Self {
            command: Some(command),
        }
    }
}

impl From<plain::Move> for pb::command::Move {
    fn from(from: plain::Move) -> Self {
        copy!(from { x, y })
    }
}

impl From<plain::Line> for pb::command::Line {
    fn from(from: plain::Line) -> Self {
        copy!(from { x, y })
    }
}

impl From<plain::Curve> for pb::command::Curve {
    fn from(from: plain::Curve) -> Self {
        copy!(from {
            x1,
            y1,
            x2,
            y2,
            x,
            y
        })
    }
}

impl From<plain::Colour> for pb::command::Colour {
    fn from(from: plain::Colour) -> Self {
        copy!(from {
            red,
            green,
            blue,
            alpha
        })
    }
}

impl From<plain::Label<'_>> for pb::command::Label {
    fn from(from: plain::Label<'_>) -> Self {
        copy!(from { text, size })
    }
}

impl From<plain::Layer> for pb::command::Layer {
    fn from(from: plain::Layer) -> Self {
        copy!(from { id, visible })
    }
}

impl From<plain::Inventory<'_>> for pb::Inventory {
    fn from(from: plain::Inventory<'_>) -> Self {
        let stock = from.stock.into_iter();
        Self {
            stock: stock
                .map(|(name, stock)| (name.into(), stock.into()))
                .collect(),
        }
    }
}

impl From<plain::Stock> for pb::Stock {
    fn from(from: plain::Stock) -> Self {
        copy!(from {
            count,
            price,
            shelf,
            weight
        })
    }
}

impl From<plain::Invoice<'_>> for pb::Invoice {
    fn from(from: plain::Invoice<'_>) -> Self {
        copy!(from {
            id, number, issued, currency, paid, total,
        }, seller: Some(from.seller.into()), buyer: Some(from.buyer.into()), lines: all(from.lines), notes: all(from.notes))
    }
}

impl From<plain::Party<'_>> for pb::Party {
    fn from(from: plain::Party<'_>) -> Self {
        copy!(from {
            name, street, city, country,
        }, tax_id: from.tax_id.map(String::from), location: Some(from.location.into()))
    }
}

impl From<plain::Location> for pb::Location {
    fn from(from: plain::Location) -> Self {
        copy!(from {
            latitude,
            longitude
        })
    }
}

impl From<plain::InvoiceLine<'_>> for pb::InvoiceLine {
    fn from(from: plain::InvoiceLine<'_>) -> Self {
        copy!(from {
            position, sku, description, quantity, unit_price, adjustment,
        }, tax: from.tax as i32, tags: all(from.tags))
    }
}
