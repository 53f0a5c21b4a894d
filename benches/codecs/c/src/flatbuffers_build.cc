#include "flatbuffers_values.h"

#include "fields.h"

using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;

static Offset<flatbuffers::String> text(FlatBufferBuilder &builder, mw_text_t from) {
  return builder.CreateString(from.data, from.size);
}

/** The vector of what `build` makes of each element. */
template <class Table, class Value> static auto vector(FlatBufferBuilder &builder, const Value *items, size_t count) {
  std::vector<Offset<Table>> built;
  built.reserve(count);
  for (size_t i = 0; i < count; i++)
    built.push_back(build(builder, items[i]));
  return builder.CreateVector(built);
}

#define ADD(field) to.add_##field(from.field);

static Offset<flat::Item> build(FlatBufferBuilder &builder, const codec_bench_item_t &from) {
  const auto sku = text(builder, from.sku);
  flat::ItemBuilder to(builder);
  to.add_sku(sku);
  ITEM_NUMBERS(ADD)
  if (from.has_discount) to.add_discount(from.discount);
  return to.Finish();
}

static Offset<flat::Parcel> build(FlatBufferBuilder &builder, const codec_bench_parcel_t &from) {
  const auto items = vector<flat::Item>(builder, from.items.items, from.items.count);
  flat::ParcelBuilder to(builder);
  PARCEL_NUMBERS(ADD)
  to.add_items(items);
  return to.Finish();
}

static Offset<flat::Shipment> build(FlatBufferBuilder &builder, const codec_bench_shipment_t &from) {
  const auto carrier = text(builder, from.carrier);
  const auto parcels = vector<flat::Parcel>(builder, from.parcels.items, from.parcels.count);
  flat::ShipmentBuilder to(builder);
  to.add_carrier(carrier);
  SHIPMENT_NUMBERS(ADD)
  to.add_parcels(parcels);
  return to.Finish();
}

static Offset<void> command_content(FlatBufferBuilder &builder, const codec_bench_command_t &value, flat::AnyCommand *tag) {
  switch (value.tag) {
  case CODEC_BENCH_COMMAND_CASE_MOVE: {
    *tag = flat::AnyCommand_Move;
    const auto &from = value.u.move;
    flat::MoveBuilder to(builder);
    MOVE_FIELDS(ADD)
    return to.Finish().Union();
  }
  case CODEC_BENCH_COMMAND_CASE_LINE: {
    *tag = flat::AnyCommand_Line;
    const auto &from = value.u.line;
    flat::LineBuilder to(builder);
    MOVE_FIELDS(ADD)
    return to.Finish().Union();
  }
  case CODEC_BENCH_COMMAND_CASE_CURVE: {
    *tag = flat::AnyCommand_Curve;
    const auto &from = value.u.curve;
    flat::CurveBuilder to(builder);
    CURVE_FIELDS(ADD)
    return to.Finish().Union();
  }
  case CODEC_BENCH_COMMAND_CASE_COLOUR: {
    *tag = flat::AnyCommand_Colour;
    const auto &from = value.u.colour;
    flat::ColourBuilder to(builder);
    COLOUR_FIELDS(ADD)
    return to.Finish().Union();
  }
  case CODEC_BENCH_COMMAND_CASE_LABEL:
    *tag = flat::AnyCommand_Label;
    return flat::CreateLabel(builder, text(builder, value.u.label.text), value.u.label.size).Union();
  case CODEC_BENCH_COMMAND_CASE_LAYER:
    break;
  }
  *tag = flat::AnyCommand_Layer;
  const auto &from = value.u.layer;
  flat::LayerBuilder to(builder);
  LAYER_FIELDS(ADD)
  return to.Finish().Union();
}

static Offset<flat::Command> build(FlatBufferBuilder &builder, const codec_bench_command_t &from) {
  flat::AnyCommand tag;
  const auto content = command_content(builder, from, &tag);
  return flat::CreateCommand(builder, tag, content);
}

static Offset<flat::StockEntry> build(FlatBufferBuilder &builder, const codec_bench_text_stock_entry_t &entry) {
  const auto name = text(builder, entry.key);
  const auto &from = entry.value;
  flat::StockEntryBuilder to(builder);
  to.add_name(name);
  STOCK_FIELDS(ADD)
  return to.Finish();
}

Offset<flat::PacketHeader> build(FlatBufferBuilder &builder, const codec_bench_packet_header_t &from) {
  flat::PacketHeaderBuilder to(builder);
  PACKET_HEADER_FIELDS(ADD)
  return to.Finish();
}

Offset<flat::MachineReport> build(FlatBufferBuilder &builder, const codec_bench_machine_report_t &from) {
#define VECTOR(field) const auto field = builder.CreateVector(from.field, sizeof from.field);
  MACHINE_REPORT_BYTES(VECTOR)
  flat::MachineReportBuilder to(builder);
#define ADD_BUILT(field) to.add_##field(field);
  MACHINE_REPORT_BYTES(ADD_BUILT)
  MACHINE_REPORT_NUMBERS(ADD)
  return to.Finish();
}

Offset<flat::Order> build(FlatBufferBuilder &builder, const codec_bench_order_t &from) {
  const auto customer = text(builder, from.customer);
  const auto shipments = vector<flat::Shipment>(builder, from.shipments.items, from.shipments.count);
  return flat::CreateOrder(builder, from.id, customer, static_cast<flat::OrderStatus>(from.status), shipments);
}

Offset<flat::Profile> build(FlatBufferBuilder &builder, const codec_bench_profile_t &from) {
#define TEXT(field) const auto field = text(builder, from.field);
  PROFILE_TEXTS(TEXT)
  flat::ProfileBuilder to(builder);
  PROFILE_TEXTS(ADD_BUILT)
  return to.Finish();
}

Offset<flat::SampleArray> build(FlatBufferBuilder &builder, const codec_bench_sample_array_t &from) {
  const auto samples = builder.CreateVectorOfStructs<flat::Sample>(from.samples.count, [&](size_t i, flat::Sample *to) {
    const auto &sample = from.samples.items[i];
    *to = flat::Sample(sample.at, sample.value, sample.channel, sample.quality);
  });
  return flat::CreateSampleArray(builder, from.sensor, samples);
}

Offset<flat::Drawing> build(FlatBufferBuilder &builder, const codec_bench_drawing_t &from) {
  return flat::CreateDrawing(builder, vector<flat::Command>(builder, from.commands.items, from.commands.count));
}

Offset<flat::Inventory> build(FlatBufferBuilder &builder, const codec_bench_inventory_t &from) {
  return flat::CreateInventory(builder, vector<flat::StockEntry>(builder, from.stock.entries, from.stock.count));
}
