#include "neutral.h"

#include <math.h>
#include <meshwright/float_text.h>
#include <meshwright/socket_address.h>

bool peer_take_bool(peer_request_t *in, const mw_json_node_t *node, bool *out) {
  *out = node->type == MW_JSON_TRUE;
  return *out || node->type == MW_JSON_FALSE || peer_refuse_request(in, "a bool is needed");
}

/** A whole number of any size, as digits; wide ones stand in strings. */
static bool integer_text(peer_request_t *in, const mw_json_node_t *node, unsigned bits, mw_text_t *digits,
                         bool *negative) {
  const mw_json_type_t expected = bits > 32 ? MW_JSON_STRING : MW_JSON_NUMBER;
  if (node->type != expected)
    return peer_refuse_request(in,
                               bits > 32 ? "an integer as decimal text is needed" : "an integer is needed");
  *digits = node->text;
  *negative = digits->size > 0 && digits->data[0] == '-';
  digits->data += *negative;
  digits->size -= *negative;
  for (size_t i = 0; i < digits->size; i++)
    if (digits->data[i] < '0' || digits->data[i] > '9')
      return peer_refuse_request(in, "an integer is needed");
  return digits->size > 0 || peer_refuse_request(in, "an integer is needed");
}

static bool take_magnitude(peer_request_t *in, const mw_json_node_t *node, unsigned bits, bool *negative,
                           uint64_t *magnitude) {
  mw_text_t digits;
  if (!integer_text(in, node, bits, &digits, negative)) return false;
  *magnitude = 0;
  for (size_t i = 0; i < digits.size; i++) {
    const uint64_t digit = (uint64_t)(digits.data[i] - '0');
    if (*magnitude > (UINT64_MAX - digit) / 10)
      return peer_refuse(in, MW_CODEC_OUT_OF_RANGE, "does not fit its type");
    *magnitude = *magnitude * 10 + digit;
  }
  return true;
}

static bool take_unsigned(peer_request_t *in, const mw_json_node_t *node, unsigned bits, uint64_t *out) {
  bool negative;
  if (!take_magnitude(in, node, bits, &negative, out)) return false;
  const bool fits = (!negative || *out == 0) && *out <= UINT64_MAX >> (64 - bits);
  return fits || peer_refuse(in, MW_CODEC_OUT_OF_RANGE, "does not fit its type");
}

static bool take_signed(peer_request_t *in, const mw_json_node_t *node, unsigned bits, int64_t *out) {
  bool negative;
  uint64_t magnitude;
  if (!take_magnitude(in, node, bits, &negative, &magnitude)) return false;
  if (magnitude > (UINT64_MAX >> (65 - bits)) + negative)
    return peer_refuse(in, MW_CODEC_OUT_OF_RANGE, "does not fit its type");
  *out = negative ? (int64_t)(0 - magnitude) : (int64_t)magnitude;
  return true;
}

#define DEFINE_TAKE(name, type, wide, wide_type, bits)                                                       \
  bool peer_take_##name(peer_request_t *in, const mw_json_node_t *node, type *out) {                         \
    wide_type value;                                                                                         \
    if (!take_##wide(in, node, bits, &value)) return false;                                                  \
    *out = (type)value;                                                                                      \
    return true;                                                                                             \
  }

DEFINE_TAKE(u8, uint8_t, unsigned, uint64_t, 8)
DEFINE_TAKE(u16, uint16_t, unsigned, uint64_t, 16)
DEFINE_TAKE(u32, uint32_t, unsigned, uint64_t, 32)
DEFINE_TAKE(u64, uint64_t, unsigned, uint64_t, 64)
DEFINE_TAKE(i8, int8_t, signed, int64_t, 8)
DEFINE_TAKE(i16, int16_t, signed, int64_t, 16)
DEFINE_TAKE(i32, int32_t, signed, int64_t, 32)
DEFINE_TAKE(i64, int64_t, signed, int64_t, 64)

static bool refuse_constant(peer_request_t *in) {
  return peer_refuse(in, MW_CODEC_BAD_CONSTANT, "must be the constant of its type");
}

bool peer_take_unsigned_constant(peer_request_t *in, const mw_json_node_t *node, unsigned bits,
                                 uint64_t expected) {
  bool negative;
  uint64_t magnitude;
  if (!take_magnitude(in, node, bits, &negative, &magnitude)) return false;
  return (magnitude == expected && !negative) || refuse_constant(in);
}

bool peer_take_signed_constant(peer_request_t *in, const mw_json_node_t *node, unsigned bits,
                               int64_t expected) {
  bool negative;
  uint64_t magnitude;
  if (!take_magnitude(in, node, bits, &negative, &magnitude)) return false;
  return (negative ? 0 - magnitude : magnitude) == (uint64_t)expected || refuse_constant(in);
}

/** NaN and the infinities, which are no JSON numbers. */
static bool find_special(mw_text_t text, double *out) {
  if (mw_text_equal(text, mw_text_of("NaN")))
    *out = (double)NAN;
  else if (mw_text_equal(text, mw_text_of("Infinity")))
    *out = (double)INFINITY;
  else if (mw_text_equal(text, mw_text_of("-Infinity")))
    *out = -(double)INFINITY;
  else
    return false;
  return true;
}

bool peer_take_f64(peer_request_t *in, const mw_json_node_t *node, double *out) {
  if (node->type != MW_JSON_STRING) return peer_refuse_request(in, "a float as text is needed");
  if (find_special(node->text, out)) return true;
  if (!mw_parse_f64(node->text.data, node->text.size, out))
    return peer_refuse_request(in, "a float as text is needed");
  return isfinite(*out) || peer_refuse(in, MW_CODEC_OUT_OF_RANGE, "does not fit its type");
}

bool peer_take_f32(peer_request_t *in, const mw_json_node_t *node, float *out) {
  double special;
  if (node->type != MW_JSON_STRING) return peer_refuse_request(in, "a float as text is needed");
  if (find_special(node->text, &special)) {
    *out = (float)special;
    return true;
  }
  if (!mw_parse_f32(node->text.data, node->text.size, out))
    return peer_refuse_request(in, "a float as text is needed");
  return isfinite(*out) || peer_refuse(in, MW_CODEC_OUT_OF_RANGE, "does not fit its type");
}

/** Half a surrogate pair, which the JSON reader lets through as three bytes that UTF-8 does not have. */
static bool has_lone_surrogate(mw_text_t text) {
  for (size_t i = 0; i + 1 < text.size; i++)
    if ((uint8_t)text.data[i] == 0xed && (uint8_t)text.data[i + 1] >= 0xa0) return true;
  return false;
}

bool peer_take_text(peer_request_t *in, const mw_json_node_t *node, mw_text_t *out) {
  if (node->type != MW_JSON_STRING) return peer_refuse_request(in, "text is needed");
  if (has_lone_surrogate(node->text))
    return peer_refuse(in, MW_CODEC_INVALID_UTF8, "has half a surrogate pair");
  *out = node->text;
  return true;
}

static int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool peer_take_bytes(peer_request_t *in, const mw_json_node_t *node, mw_bytes_t *out) {
  if (node->type != MW_JSON_STRING || node->text.size % 2 != 0)
    return peer_refuse_request(in, "bytes as hex are needed");
  uint8_t *const bytes = (uint8_t *)peer_allocate(in, node->text.size / 2, 1);
  if (bytes == NULL) return false;
  for (size_t i = 0; i < node->text.size; i += 2) {
    const int high = hex_digit(node->text.data[i]), low = hex_digit(node->text.data[i + 1]);
    if (high < 0 || low < 0) return peer_refuse_request(in, "bytes as hex in lower case are needed");
    bytes[i / 2] = (uint8_t)(high << 4 | low);
  }
  out->data = bytes;
  out->size = node->text.size / 2;
  return true;
}

/** What has a fixed size is refused as an encoder of a language with lists of any size would. */
static bool check_size(peer_request_t *in, size_t actual, size_t expected) {
  if (actual == expected) return true;
  return peer_refuse(in, actual < expected ? MW_CODEC_OUT_OF_RANGE : MW_CODEC_TOO_LONG,
                     "has another size than its type");
}

bool peer_take_fixed_bytes(peer_request_t *in, const mw_json_node_t *node, size_t size, uint8_t *out) {
  mw_bytes_t bytes;
  if (!peer_take_bytes(in, node, &bytes) || !check_size(in, bytes.size, size)) return false;
  memcpy(out, bytes.data, size);
  return true;
}

bool peer_take_constant(peer_request_t *in, const mw_json_node_t *node, bool text, const char *expected,
                        size_t size) {
  mw_bytes_t bytes = {(const uint8_t *)node->text.data, node->text.size};
  if (node->type != MW_JSON_STRING) return peer_refuse_request(in, "a constant as text is needed");
  if (!text && !peer_take_bytes(in, node, &bytes)) return false;
  return (bytes.size == size && memcmp(bytes.data, expected, size) == 0) || refuse_constant(in);
}

bool peer_take_zeros(peer_request_t *in, const mw_json_node_t *node, size_t size) {
  mw_bytes_t bytes;
  if (!peer_take_bytes(in, node, &bytes) || !check_size(in, bytes.size, size)) return false;
  for (size_t i = 0; i < size; i++)
    if (bytes.data[i] != 0) return peer_refuse(in, MW_CODEC_NON_CANONICAL, "is reserved and must be zero");
  return true;
}

bool peer_take_duration(peer_request_t *in, const mw_json_node_t *node, mw_duration_t *out) {
  static const char *const fields[] = {"secs", "nanos"};
  if (!peer_open_object(in, node, fields, 2)) return false;
  const mw_json_node_t *const secs = peer_member(in, node, "secs"), *const nanos =
                                                                        peer_member(in, node, "nanos");
  if (secs == NULL || nanos == NULL) return peer_refuse_missing(in);
  if (!peer_take_u64(in, secs, &out->secs)) return peer_in_field(in, "secs");
  return peer_take_u32(in, nanos, &out->nanos) || peer_in_field(in, "nanos");
}

bool peer_take_socket_address(peer_request_t *in, const mw_json_node_t *node, mw_socket_address_t *out) {
  mw_text_t text;
  if (!peer_take_text(in, node, &text)) return false;
  if (!mw_parse_socket_address(text.data, text.size, out))
    return peer_refuse(in, MW_CODEC_MALFORMED, "is not a socket address");
  char canonical[MW_SOCKET_ADDRESS_TEXT_CAPACITY];
  const size_t size = mw_format_socket_address(out, canonical);
  const bool same = size == text.size && memcmp(canonical, text.data, size) == 0;
  return same || peer_refuse(in, MW_CODEC_NON_CANONICAL, "is not how this address is written");
}

bool peer_take_unknown_bytes(peer_request_t *in, const mw_json_node_t *node, mw_bytes_t *out) {
  return node == NULL || peer_take_bytes(in, node, out);
}

bool peer_take_unknown_members(peer_request_t *in, const mw_json_node_t *node, mw_bytes_t *out) {
  if (node == NULL) return true;
  if (node->type != MW_JSON_STRING) return peer_refuse_request(in, "members as text are needed");
  out->data = (const uint8_t *)node->text.data;
  out->size = node->text.size;
  return true;
}
