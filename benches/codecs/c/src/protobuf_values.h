/** The content as the official library's values. */
#ifndef PROTOBUF_VALUES_H
#define PROTOBUF_VALUES_H

#include <bench.pb.h>

#include "content.h"

codec_bench::PacketHeader to_protobuf(const codec_bench_packet_header_t &from);
codec_bench::MachineReport to_protobuf(const codec_bench_machine_report_t &from);
codec_bench::Order to_protobuf(const codec_bench_order_t &from);
codec_bench::Profile to_protobuf(const codec_bench_profile_t &from);
codec_bench::SampleArray to_protobuf(const codec_bench_sample_array_t &from);
codec_bench::Drawing to_protobuf(const codec_bench_drawing_t &from);
codec_bench::Invoice to_protobuf(const codec_bench_invoice_t &from);
codec_bench::Inventory to_protobuf(const codec_bench_inventory_t &from);

#endif
