/* How the generated functions behave towards their caller; what bytes they make is in the vectors. */
#include <meshwright/messages.h>

#include <stdlib.h>

#include "check.h"

static void test_fixed_size(void) {
  const mw_packet_header_t header = {.session_id = 7, .flags = MW_PACKET_FLAG_FIN};
  uint8_t memory[MW_PACKET_HEADER_SIZE];
  mw_buffer_t buffer;
  mw_codec_error_t error;
  mw_buffer_init_fixed(&buffer, memory, sizeof memory);
  CHECK(mw_packet_header_encode(&header, &buffer, &error) == MW_OK && buffer.size == sizeof memory);
  /* No room for a second one. */
  CHECK(mw_packet_header_encode(&header, &buffer, &error) == MW_NO_MEMORY && buffer.size == sizeof memory);
  CHECK(error.kind == MW_CODEC_NO_REFUSAL);
  mw_packet_header_t decoded;
  CHECK(mw_packet_header_decode(memory, sizeof memory, NULL, &decoded, NULL) == MW_OK);
  CHECK(decoded.session_id == 7 && decoded.flags == MW_PACKET_FLAG_FIN);
}

/* What the spec fixes has a name, and is what encoders write. */
static void test_constants(void) {
  const mw_punch_keep_alive_t alive = {.sender = 7, .punch_id = 9};
  uint8_t memory[MW_PUNCH_KEEP_ALIVE_SIZE];
  mw_buffer_t buffer;
  mw_buffer_init_fixed(&buffer, memory, sizeof memory);
  CHECK(mw_punch_keep_alive_encode(&alive, &buffer, NULL) == MW_OK);
  CHECK((memory[0] | memory[1] << 8) == MW_PUNCH_KEEP_ALIVE_MAGIC);
  CHECK(MW_HANDSHAKE_INIT_MAGIC == 0x4857 && MW_HANDSHAKE_INIT_TYPE == 1);
  CHECK_TEXT(MW_MANIFEST_MAGIC, "REDM");
}

static void test_truncation(void) {
  static const uint8_t zeros[MW_PACKET_HEADER_SIZE] = {0x4d, 0x57, 1};
  mw_packet_header_t header;
  mw_codec_error_t error;
  CHECK(mw_packet_header_decode(zeros, 20, NULL, &header, &error) == MW_REFUSED);
  CHECK(error.kind == MW_CODEC_TRUNCATED && error.offset == 16);
  CHECK_TEXT(error.path, "counter");
  CHECK_TEXT(error.message, "PacketHeader.counter needs 8 bytes, 4 are left");
  CHECK(mw_packet_header_decode(NULL, 0, NULL, &header, &error) == MW_REFUSED &&
        error.kind == MW_CODEC_TRUNCATED);
}

static void test_refused_value(void) {
  const mw_packet_header_t header = {.flags = 0x80};
  mw_buffer_t buffer;
  mw_codec_error_t error;
  mw_buffer_init(&buffer, NULL);
  CHECK(mw_buffer_append(&buffer, "kept", 4));
  CHECK(mw_packet_header_encode(&header, &buffer, &error) == MW_REFUSED);
  CHECK(error.kind == MW_CODEC_UNKNOWN_FLAG && error.offset == MW_NO_OFFSET);
  CHECK_TEXT(error.path, "flags");
  CHECK(buffer.size == 4 && memcmp(buffer.data, "kept", 4) == 0);
  mw_buffer_free(&buffer);
}

static mw_rpc_request_t make_request(const mw_rpc_header_t *headers, size_t count) {
  const mw_rpc_request_t request = {.service = mw_text_of("echo"), .headers = {headers, count}};
  return request;
}

static void test_lists_and_bounds(void) {
  const mw_rpc_header_t headers[] = {{.name = mw_text_of("a")}, {.name = mw_text_of("")}};
  mw_rpc_request_t request = make_request(headers, 1);
  mw_buffer_t buffer;
  mw_codec_error_t error;
  mw_buffer_init(&buffer, NULL);
  CHECK(mw_rpc_request_encode(&request, &buffer, &error) == MW_OK);

  uint64_t memory[64];
  mw_arena_t arena;
  mw_rpc_request_t decoded;
  mw_arena_init_fixed(&arena, memory, sizeof memory);
  CHECK(mw_rpc_request_decode(buffer.data, buffer.size, &arena, &decoded, &error) == MW_OK);
  CHECK(decoded.headers.count == 1 && mw_text_equal(decoded.headers.items[0].name, headers[0].name));
  /* Text is a view of the input. */
  CHECK((const uint8_t *)decoded.service.data == buffer.data + 1);
  /* Too little memory is not a refusal, and gives back what was taken. */
  mw_arena_init_fixed(&arena, memory, 8);
  CHECK(mw_rpc_request_decode(buffer.data, buffer.size, &arena, &decoded, &error) == MW_NO_MEMORY &&
        arena.used == 0);
  CHECK(mw_rpc_request_decode(buffer.data, buffer.size, NULL, &decoded, &error) == MW_NO_MEMORY);

  request = make_request(headers, 2);
  CHECK(mw_rpc_request_encode(&request, &buffer, &error) == MW_REFUSED &&
        error.kind == MW_CODEC_OUT_OF_RANGE);
  CHECK_TEXT(error.path, "headers[1].name");
  mw_buffer_free(&buffer);
}

int main(void) {
  test_fixed_size();
  test_constants();
  test_truncation();
  test_refused_value();
  test_lists_and_bounds();
  return CHECK_RESULT();
}
