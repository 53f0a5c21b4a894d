#include "protobuf_values.h"

#include "fields.h"

namespace pb = codec_bench;

namespace {

std::string text(mw_text_t from) {
  return std::string(from.data, from.size);
}

/** Calls `each` with each element. */
template <class List, class Each> void for_each(const List &list, Each each) {
  for (size_t i = 0; i < list.count; i++)
    each(list.items[i]);
}

void fill(pb::Item *to, const codec_bench_item_t &from) {
  to->set_sku(text(from.sku));
#define SET(field) to->set_##field(from.field);
  ITEM_NUMBERS(SET)
  if (from.has_discount) to->set_discount(from.discount);
}

void fill(pb::Parcel *to, const codec_bench_parcel_t &from) {
  PARCEL_NUMBERS(SET)
  for_each(from.items, [to](const auto &item) { fill(to->add_items(), item); });
}

void fill(pb::Shipment *to, const codec_bench_shipment_t &from) {
  to->set_carrier(text(from.carrier));
  SHIPMENT_NUMBERS(SET)
  for_each(from.parcels, [to](const auto &parcel) { fill(to->add_parcels(), parcel); });
}

void fill(pb::Command *command, const codec_bench_command_t &value) {
  switch (value.tag) {
  case CODEC_BENCH_COMMAND_CASE_MOVE: {
    const auto &from = value.u.move;
    auto *to = command->mutable_move();
    MOVE_FIELDS(SET)
    break;
  }
  case CODEC_BENCH_COMMAND_CASE_LINE: {
    const auto &from = value.u.line;
    auto *to = command->mutable_line();
    MOVE_FIELDS(SET)
    break;
  }
  case CODEC_BENCH_COMMAND_CASE_CURVE: {
    const auto &from = value.u.curve;
    auto *to = command->mutable_curve();
    CURVE_FIELDS(SET)
    break;
  }
  case CODEC_BENCH_COMMAND_CASE_COLOUR: {
    const auto &from = value.u.colour;
    auto *to = command->mutable_colour();
    COLOUR_FIELDS(SET)
    break;
  }
  case CODEC_BENCH_COMMAND_CASE_LABEL:
    command->mutable_label()->set_text(text(value.u.label.text));
    command->mutable_label()->set_size(value.u.label.size);
    break;
  case CODEC_BENCH_COMMAND_CASE_LAYER: {
    const auto &from = value.u.layer;
    auto *to = command->mutable_layer();
    LAYER_FIELDS(SET)
    break;
  }
  }
}

void fill(pb::Party *to, const codec_bench_party_t &from) {
#define SET_TEXT(field) to->set_##field(text(from.field));
  PARTY_TEXTS(SET_TEXT)
  if (from.has_tax_id) to->set_tax_id(text(from.tax_id));
  to->mutable_location()->set_latitude(from.location.latitude);
  to->mutable_location()->set_longitude(from.location.longitude);
}

void fill(pb::InvoiceLine *to, const codec_bench_invoice_line_t &from) {
  INVOICE_LINE_NUMBERS(SET)
  to->set_sku(text(from.sku));
  to->set_description(text(from.description));
  to->set_tax(static_cast<pb::Tax>(from.tax));
  for_each(from.tags, [to](mw_text_t tag) { to->add_tags(text(tag)); });
}

} // namespace

pb::PacketHeader to_protobuf(const codec_bench_packet_header_t &from) {
  pb::PacketHeader message, *to = &message;
  PACKET_HEADER_FIELDS(SET)
  return message;
}

pb::MachineReport to_protobuf(const codec_bench_machine_report_t &from) {
  pb::MachineReport message, *to = &message;
#define SET_BYTES(field) to->set_##field(from.field, sizeof from.field);
  MACHINE_REPORT_BYTES(SET_BYTES)
  MACHINE_REPORT_NUMBERS(SET)
  return message;
}

pb::Order to_protobuf(const codec_bench_order_t &from) {
  pb::Order message;
  message.set_id(from.id);
  message.set_customer(text(from.customer));
  message.set_status(static_cast<pb::OrderStatus>(from.status));
  for_each(from.shipments, [&](const auto &shipment) { fill(message.add_shipments(), shipment); });
  return message;
}

pb::Profile to_protobuf(const codec_bench_profile_t &from) {
  pb::Profile message, *to = &message;
  PROFILE_TEXTS(SET_TEXT)
  return message;
}

pb::SampleArray to_protobuf(const codec_bench_sample_array_t &value) {
  pb::SampleArray message;
  message.set_sensor(value.sensor);
  for_each(value.samples, [&](const auto &from) {
    auto *to = message.add_samples();
    SAMPLE_FIELDS(SET)
  });
  return message;
}

pb::Drawing to_protobuf(const codec_bench_drawing_t &from) {
  pb::Drawing message;
  for_each(from.commands, [&](const auto &command) { fill(message.add_commands(), command); });
  return message;
}

pb::Invoice to_protobuf(const codec_bench_invoice_t &from) {
  pb::Invoice message, *to = &message;
  INVOICE_TEXTS(SET_TEXT)
  to->set_id(from.id);
  to->set_paid(from.paid);
  to->set_total(from.total);
  fill(to->mutable_seller(), from.seller);
  fill(to->mutable_buyer(), from.buyer);
  for_each(from.lines, [to](const auto &line) { fill(to->add_lines(), line); });
  for_each(from.notes, [to](mw_text_t note) { to->add_notes(text(note)); });
  return message;
}

pb::Inventory to_protobuf(const codec_bench_inventory_t &value) {
  pb::Inventory message;
  for (size_t i = 0; i < value.stock.count; i++) {
    const auto &entry = value.stock.entries[i];
    const auto &from = entry.value;
    auto *to = &(*message.mutable_stock())[text(entry.key)];
    STOCK_FIELDS(SET)
  }
  return message;
}
