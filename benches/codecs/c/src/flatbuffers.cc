/** FlatBuffers, which reads values where they lie. Decoding is its check of the bytes, and then a comparison that reads every field. */
#include "flatbuffers_values.h"

#include "libraries.h"
#include "measure.h"

namespace {

timing_t timing(const char *message, const char *operation, size_t bytes) {
  timing_t timing = {};
  timing.library = "flatbuffers";
  timing.version = FLATBUFFERS_STRING(FLATBUFFERS_VERSION_MAJOR) "." FLATBUFFERS_STRING(
      FLATBUFFERS_VERSION_MINOR) "." FLATBUFFERS_STRING(FLATBUFFERS_VERSION_REVISION);
  timing.message = message;
  timing.operation = operation;
  timing.bytes = bytes;
  return timing;
}

template <class Message, class Value> bool decode(const uint8_t *data, size_t size, const Value &value) {
  flatbuffers::Verifier verifier(data, size);
  return verifier.VerifyBuffer<Message>() && same(*flatbuffers::GetRoot<Message>(data), value);
}

template <class Message, class Value> void time_message(const char *name, const Value &value) {
  flatbuffers::FlatBufferBuilder reused;
  reused.Finish(build(reused, value));
  const std::vector<uint8_t> input(reused.GetBufferPointer(), reused.GetBufferPointer() + reused.GetSize());
  require(decode<Message>(input.data(), input.size(), value), "flatbuffers", name, "is not given back");
  MEASURE(timing(name, "encode", input.size()), {
    CONSUME(&value);
    flatbuffers::FlatBufferBuilder builder;
    builder.Finish(build(builder, value));
    CONSUME(builder.GetBufferPointer());
  });
  MEASURE(timing(name, "encode_reused", input.size()), {
    CONSUME(&value);
    reused.Clear();
    reused.Finish(build(reused, value));
    CONSUME(reused.GetBufferPointer());
  });
  MEASURE(timing(name, "decode", input.size()), {
    CONSUME(input.data());
    CONSUME(decode<Message>(input.data(), input.size(), value));
  });
}

} // namespace

void time_flatbuffers(const content_t *content) {
  time_message<flat::PacketHeader>("PacketHeader", content->packet_header);
  time_message<flat::MachineReport>("MachineReport", content->machine_report);
  time_message<flat::Order>("Order", content->order);
  time_message<flat::Profile>("Profile", content->profile);
  time_message<flat::SampleArray>("SampleArray", content->sample_array);
  time_message<flat::Drawing>("Drawing", content->drawing);
  time_message<flat::Inventory>("Inventory", content->inventory);
}
