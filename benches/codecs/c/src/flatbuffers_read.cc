#include "flatbuffers_values.h"

#include <cstring>

#include "fields.h"

static bool same(const flatbuffers::String *text, mw_text_t value) {
  return text->size() == value.size && std::memcmp(text->data(), value.data, value.size) == 0;
}

/** All elements are the same. */
template <class Vector, class Value> static bool same_elements(const Vector *vector, const Value *items, size_t count) {
  if (vector->size() != count) return false;
  for (size_t i = 0; i < count; i++)
    if (!same(*vector->Get(static_cast<flatbuffers::uoffset_t>(i)), items[i])) return false;
  return true;
}

/* Without branches, so that every field is read. */
#define COMPARE(field) &(message.field() == value.field)

static bool same(const flat::Item &message, const codec_bench_item_t &value) {
  const auto discount = message.discount();
  return (true ITEM_NUMBERS(COMPARE)) && same(message.sku(), value.sku) && discount.has_value() == value.has_discount &&
         (!value.has_discount || *discount == value.discount);
}

static bool same(const flat::Parcel &message, const codec_bench_parcel_t &value) {
  return (true PARCEL_NUMBERS(COMPARE)) && same_elements(message.items(), value.items.items, value.items.count);
}

static bool same(const flat::Shipment &message, const codec_bench_shipment_t &value) {
  return (true SHIPMENT_NUMBERS(COMPARE)) && same(message.carrier(), value.carrier) &&
         same_elements(message.parcels(), value.parcels.items, value.parcels.count);
}

static bool same(const flat::Command &command, const codec_bench_command_t &given) {
  switch (command.command_type()) {
  case flat::AnyCommand_Move: {
    const auto &message = *command.command_as_Move();
    const auto &value = given.u.move;
    return true MOVE_FIELDS(COMPARE);
  }
  case flat::AnyCommand_Line: {
    const auto &message = *command.command_as_Line();
    const auto &value = given.u.line;
    return true MOVE_FIELDS(COMPARE);
  }
  case flat::AnyCommand_Curve: {
    const auto &message = *command.command_as_Curve();
    const auto &value = given.u.curve;
    return true CURVE_FIELDS(COMPARE);
  }
  case flat::AnyCommand_Colour: {
    const auto &message = *command.command_as_Colour();
    const auto &value = given.u.colour;
    return true COLOUR_FIELDS(COMPARE);
  }
  case flat::AnyCommand_Label: {
    const auto &label = *command.command_as_Label();
    return label.size() == given.u.label.size && same(label.text(), given.u.label.text);
  }
  case flat::AnyCommand_Layer: {
    const auto &message = *command.command_as_Layer();
    const auto &value = given.u.layer;
    return true LAYER_FIELDS(COMPARE);
  }
  default:
    return false;
  }
}

static bool same(const flat::StockEntry &message, const codec_bench_text_stock_entry_t &entry) {
  const auto &value = entry.value;
  return (true STOCK_FIELDS(COMPARE)) && same(message.name(), entry.key);
}

static bool same(const flat::Sample &message, const codec_bench_sample_t &value) {
  return true SAMPLE_FIELDS(COMPARE);
}

bool same(const flat::PacketHeader &message, const codec_bench_packet_header_t &value) {
  return true PACKET_HEADER_FIELDS(COMPARE);
}

bool same(const flat::MachineReport &message, const codec_bench_machine_report_t &value) {
#define COMPARE_BYTES(field)                                                                                 \
  &&message.field()->size() == sizeof value.field &&                                                         \
      std::memcmp(message.field()->data(), value.field, sizeof value.field) == 0
  return (true MACHINE_REPORT_NUMBERS(COMPARE)) MACHINE_REPORT_BYTES(COMPARE_BYTES);
}

bool same(const flat::Order &message, const codec_bench_order_t &value) {
  return message.id() == value.id && message.status() == static_cast<flat::OrderStatus>(value.status) &&
         same(message.customer(), value.customer) && same_elements(message.shipments(), value.shipments.items, value.shipments.count);
}

bool same(const flat::Profile &message, const codec_bench_profile_t &value) {
#define COMPARE_TEXT(field) &&same(message.field(), value.field)
  return true PROFILE_TEXTS(COMPARE_TEXT);
}

bool same(const flat::SampleArray &message, const codec_bench_sample_array_t &value) {
  return message.sensor() == value.sensor && same_elements(message.samples(), value.samples.items, value.samples.count);
}

bool same(const flat::Drawing &message, const codec_bench_drawing_t &value) {
  return same_elements(message.commands(), value.commands.items, value.commands.count);
}

bool same(const flat::Inventory &message, const codec_bench_inventory_t &value) {
  return same_elements(message.stock(), value.stock.entries, value.stock.count);
}
