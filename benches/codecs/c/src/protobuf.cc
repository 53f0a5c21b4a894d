/** The official library, which has no C of its own: C++, its values on the heap and, as its users do for speed, in an arena. */
#include "protobuf_values.h"

#include <google/protobuf/arena.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

#include "libraries.h"
#include "measure.h"

namespace {

constexpr const char *VERSION = "3.21.12";

timing_t timing(const char *library, const char *message, const char *operation, size_t bytes) {
  timing_t timing = {};
  timing.library = library;
  timing.version = VERSION;
  timing.message = message;
  timing.operation = operation;
  timing.bytes = bytes;
  return timing;
}

template <class Message> void check(const char *library, const char *name, const Message &given, const Message &back) {
  require(google::protobuf::util::MessageDifferencer::Equals(given, back), library, name, "is not given back");
}

template <class Message> void time_heap(const char *name, const Message &value, const std::string &input) {
  MEASURE(timing("protobuf", name, "encode", input.size()), {
    CONSUME(&value);
    const std::string output = value.SerializeAsString();
    CONSUME(output.data());
  });
  std::string reused;
  MEASURE(timing("protobuf", name, "encode_reused", input.size()), {
    CONSUME(&value);
    value.SerializeToString(&reused);
    CONSUME(reused.data());
  });
  MEASURE(timing("protobuf", name, "decode", input.size()), {
    Message message;
    CONSUME(message.ParseFromString(input));
    CONSUME(&message);
  });
}

template <class Message> void time_arena(const char *name, const std::string &input) {
  MEASURE(timing("protobuf-arena", name, "decode", input.size()), {
    google::protobuf::Arena arena;
    auto *message = google::protobuf::Arena::CreateMessage<Message>(&arena);
    CONSUME(message->ParseFromString(input));
    CONSUME(message);
  });
}

template <class Message> void time_message(const char *name, const Message &value) {
  const std::string input = value.SerializeAsString();
  Message back;
  require(back.ParseFromString(input), "protobuf", name, "cannot be decoded");
  check("protobuf", name, value, back);
  time_heap(name, value, input);
  time_arena<Message>(name, input);
  time_protobuf_c(name, mw_bytes_t{reinterpret_cast<const uint8_t *>(input.data()), input.size()});
}

/** The library's own JSON, for the message that is JSON. */
void time_json(const char *name, const codec_bench::Invoice &value) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  std::string input;
  codec_bench::Invoice back;
  require(google::protobuf::util::MessageToJsonString(value, &input, options).ok() &&
              google::protobuf::util::JsonStringToMessage(input, &back).ok(),
          "protobuf-json", name, "has no JSON");
  check("protobuf-json", name, value, back);
  MEASURE(timing("protobuf-json", name, "encode", input.size()), {
    std::string output;
    CONSUME(google::protobuf::util::MessageToJsonString(value, &output, options).ok());
    CONSUME(output.data());
  });
  MEASURE(timing("protobuf-json", name, "decode", input.size()), {
    codec_bench::Invoice message;
    CONSUME(google::protobuf::util::JsonStringToMessage(input, &message).ok());
    CONSUME(&message);
  });
}

} // namespace

void time_protobuf(const content_t *content) {
  time_message("PacketHeader", to_protobuf(content->packet_header));
  time_message("MachineReport", to_protobuf(content->machine_report));
  time_message("Order", to_protobuf(content->order));
  time_message("Profile", to_protobuf(content->profile));
  time_message("SampleArray", to_protobuf(content->sample_array));
  time_message("Drawing", to_protobuf(content->drawing));
  time_message("Invoice", to_protobuf(content->invoice));
  time_message("Inventory", to_protobuf(content->inventory));
  time_json("Invoice", to_protobuf(content->invoice));
}
