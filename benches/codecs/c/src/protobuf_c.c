/** protobuf-c, protobuf in C itself. It does not look whether text is UTF-8. */
#include <bench.pb-c.h>

#include <stdlib.h>
#include <string.h>

#include "libraries.h"
#include "measure.h"

static const ProtobufCMessageDescriptor *const descriptors[] = {
    &codec_bench__packet_header__descriptor, &codec_bench__machine_report__descriptor,
    &codec_bench__order__descriptor,         &codec_bench__profile__descriptor,
    &codec_bench__sample_array__descriptor,  &codec_bench__drawing__descriptor,
    &codec_bench__invoice__descriptor,       &codec_bench__inventory__descriptor,
};

static const ProtobufCMessageDescriptor *find(const char *message) {
  for (size_t i = 0; i < sizeof descriptors / sizeof descriptors[0]; i++)
    if (strcmp(descriptors[i]->short_name, message) == 0) return descriptors[i];
  return NULL;
}

static timing_t timing(const char *message, const char *operation, size_t bytes) {
  return (timing_t){
      .library = "protobuf-c", .version = PROTOBUF_C_VERSION, .message = message, .operation = operation, .bytes = bytes};
}

void time_protobuf_c(const char *message, mw_bytes_t bytes) {
  const ProtobufCMessageDescriptor *const descriptor = find(message);
  require(descriptor != NULL, "protobuf-c", message, "is no known message");
  ProtobufCMessage *const value = protobuf_c_message_unpack(descriptor, NULL, bytes.size, bytes.data);
  require(value != NULL, "protobuf-c", message, "cannot be decoded");
  const size_t size = protobuf_c_message_get_packed_size(value);
  uint8_t *const reused = malloc(size);
  require(protobuf_c_message_pack(value, reused) == bytes.size && memcmp(reused, bytes.data, size) == 0,
          "protobuf-c", message, "is not given back");
  MEASURE(timing(message, "encode", size), {
    CONSUME(value);
    uint8_t *const output = malloc(protobuf_c_message_get_packed_size(value));
    CONSUME(protobuf_c_message_pack(value, output));
    CONSUME(output);
    free(output);
  });
  MEASURE(timing(message, "encode_reused", size), {
    CONSUME(value);
    CONSUME(protobuf_c_message_pack(value, reused));
  });
  MEASURE(timing(message, "decode", size), {
    ProtobufCMessage *const decoded = protobuf_c_message_unpack(descriptor, NULL, bytes.size, bytes.data);
    CONSUME(decoded);
    protobuf_c_message_free_unpacked(decoded, NULL);
  });
  free(reused);
  protobuf_c_message_free_unpacked(value, NULL);
}
