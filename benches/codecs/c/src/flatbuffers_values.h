/** The content in FlatBuffers: `build` writes it, `same` reads all of it and compares. */
#ifndef FLATBUFFERS_VALUES_H
#define FLATBUFFERS_VALUES_H

#include <bench_generated.h>

#include "content.h"

#define DECLARE(message, type)                                                                               \
  flatbuffers::Offset<flat::message> build(flatbuffers::FlatBufferBuilder &builder,                          \
                                           const codec_bench_##type##_t &from);                              \
  bool same(const flat::message &message, const codec_bench_##type##_t &value);

DECLARE(PacketHeader, packet_header)
DECLARE(MachineReport, machine_report)
DECLARE(Order, order)
DECLARE(Profile, profile)
DECLARE(SampleArray, sample_array)
DECLARE(Drawing, drawing)
DECLARE(Inventory, inventory)

#undef DECLARE

#endif
