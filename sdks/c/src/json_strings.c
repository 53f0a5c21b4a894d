#include "json_reader.h"

#include <meshwright/socket_address.h>

#include "byte_text.h"

/** A string in any spelling that is well-formed. */
static bool read_string(mw_reader_t *r, mw_json_string_t *string) {
  uint8_t first;
  if (!mw_json_peek(r, &first)) return false;
  if (first != '"') return mw_json_refuse_token(r);
  const uint8_t *after;
  switch (mw_json_scan_string(r->at, r->end, true, string, &after)) {
  case MW_JSON_UNFINISHED:
    return mw_refuse(r, MW_CODEC_TRUNCATED, r->at, "is a string that does not end");
  case MW_JSON_MALFORMED:
    return mw_refuse(r, MW_CODEC_MALFORMED, r->at,
                     "is a string with a bad escape or a raw control character");
  case MW_JSON_SOUND:
    break;
  }
  r->at = after;
  return true;
}

/** The opening quote of a string that was read. */
static const uint8_t *quote_of(const mw_json_string_t *string) {
  return string->content - 1;
}

static bool require_canonical(mw_reader_t *r, const mw_json_string_t *string) {
  return !string->non_canonical || mw_refuse(r, MW_CODEC_NON_CANONICAL, quote_of(string),
                                             "is a string with an escape that is not canonical");
}

static bool unescape(mw_reader_t *r, const mw_json_string_t *string, mw_text_t *out) {
  out->size = string->unescaped_size;
  out->data = (const char *)string->content;
  if (!string->escaped) return true;
  char *text = (char *)mw_arena_allocate(r->arena, out->size, 1);
  if (text == NULL) return mw_fail_memory(&r->failure);
  mw_json_unescape(string, text);
  out->data = text;
  return true;
}

bool mw_json_read_token(mw_reader_t *r, const uint8_t **token, size_t *size) {
  mw_json_string_t string;
  if (!read_string(r, &string) || !require_canonical(r, &string)) return false;
  *token = quote_of(&string);
  *size = string.size + 2;
  return true;
}

static bool check_text(mw_reader_t *r, const mw_json_string_t *string, uint64_t min, uint64_t max,
                       const mw_pattern_t *pattern, mw_text_t *out) {
  const size_t size = string->unescaped_size;
  if (size < min || size > max) return mw_refuse_size(r, quote_of(string), size, min, max, "bytes");
  if (!unescape(r, string, out)) return false;
  if (pattern == NULL || mw_pattern_matches(pattern, out->data, out->size)) return true;
  return mw_refuse(r, MW_CODEC_OUT_OF_RANGE, quote_of(string), "does not match %s", pattern->source);
}

bool mw_json_read_text(mw_reader_t *r, uint64_t min, uint64_t max, const mw_pattern_t *pattern,
                       mw_text_t *out) {
  mw_json_string_t string;
  return read_string(r, &string) && require_canonical(r, &string) &&
         check_text(r, &string, min, max, pattern, out);
}

bool mw_json_read_text_key(mw_reader_t *r, uint64_t min, uint64_t max, const mw_pattern_t *pattern,
                           size_t index, mw_text_t *out) {
  mw_json_string_t string;
  if (!read_string(r, &string) || !require_canonical(r, &string)) return false;
  return check_text(r, &string, min, max, pattern, out) || mw_in_key(&r->failure, index);
}

/** The characters of a string that holds bytes, in any spelling: what is malformed in them goes before how they are spelt. */
static bool read_byte_string(mw_reader_t *r, mw_json_string_t *string, mw_text_t *text) {
  return read_string(r, string) && unescape(r, string, text);
}

static bool allocate_bytes(mw_reader_t *r, size_t size, uint8_t **bytes) {
  *bytes = (uint8_t *)mw_arena_allocate(r->arena, size, 1);
  return *bytes != NULL || mw_fail_memory(&r->failure);
}

static bool check_bytes(mw_reader_t *r, const mw_json_string_t *string, mw_byte_text_t text, uint64_t min,
                        uint64_t max, size_t size) {
  const uint8_t *const start = quote_of(string);
  if (text == MW_BYTE_TEXT_MALFORMED) return mw_refuse(r, MW_CODEC_MALFORMED, start, "is not bytes as text");
  if (text == MW_BYTE_TEXT_OTHER || string->escaped)
    return mw_refuse(r, MW_CODEC_NON_CANONICAL, start, "is not how these bytes are written");
  return (size >= min && size <= max) || mw_refuse_size(r, start, size, min, max, "bytes");
}

bool mw_json_read_hex(mw_reader_t *r, uint64_t min, uint64_t max, mw_bytes_t *out) {
  mw_json_string_t string;
  mw_text_t text;
  uint8_t *bytes;
  if (!read_byte_string(r, &string, &text) || !allocate_bytes(r, text.size / 2, &bytes)) return false;
  out->data = bytes;
  out->size = text.size / 2;
  return check_bytes(r, &string, mw_decode_hex(text, bytes), min, max, out->size);
}

bool mw_json_read_base64(mw_reader_t *r, uint64_t min, uint64_t max, mw_bytes_t *out) {
  mw_json_string_t string;
  mw_text_t text;
  uint8_t *bytes;
  if (!read_byte_string(r, &string, &text) || !allocate_bytes(r, text.size / 4 * 3, &bytes)) return false;
  out->data = bytes;
  out->size = mw_base64_decoded_size(text);
  return check_bytes(r, &string, mw_decode_base64(text, bytes), min, max, out->size);
}

bool mw_json_read_ints(mw_reader_t *r, uint64_t min, uint64_t max, mw_bytes_t *out) {
  mw_json_sequence_t sequence;
  void *bytes = NULL;
  size_t capacity = 0;
  if (!mw_json_open_list(r, UINT64_MAX, &sequence)) return false;
  for (bool more;;) {
    if (!mw_json_next(r, &sequence, &more)) return false;
    if (!more) break;
    const size_t index = sequence.count - 1;
    if (!mw_make_room(r, &bytes, index, &capacity, 1)) return false;
    if (!mw_json_read_u8(r, 0, UINT8_MAX, (uint8_t *)bytes + index)) return mw_in_item(&r->failure, index);
  }
  out->data = (const uint8_t *)bytes;
  out->size = sequence.count;
  if (out->size >= min && out->size <= max) return true;
  return mw_refuse_size(r, sequence.start, out->size, min, max, "bytes");
}

bool mw_json_read_constant(mw_reader_t *r, const char *expected, size_t expected_size) {
  const uint8_t *token;
  size_t size;
  if (!mw_json_read_token(r, &token, &size)) return false;
  if (size == expected_size && memcmp(token, expected, size) == 0) return true;
  return mw_refuse(r, MW_CODEC_BAD_CONSTANT, token, "must be %s", expected);
}

bool mw_json_read_constant_hex(mw_reader_t *r, const char *expected, size_t expected_size) {
  const uint8_t *const start = r->at;
  mw_bytes_t bytes;
  if (!mw_json_read_hex(r, 0, UINT64_MAX, &bytes)) return false;
  if ((size_t)(r->at - start) == expected_size && memcmp(start, expected, expected_size) == 0) return true;
  return mw_refuse(r, MW_CODEC_BAD_CONSTANT, start, "must be %s", expected);
}

bool mw_json_read_socket_address(mw_reader_t *r, mw_socket_address_t *out) {
  mw_json_string_t string;
  mw_text_t text;
  if (!read_string(r, &string) || !unescape(r, &string, &text)) return false;
  if (!mw_parse_socket_address(text.data, text.size, out)) {
    return mw_refuse(r, MW_CODEC_MALFORMED, quote_of(&string), "is not a socket address");
  }
  char canonical[MW_SOCKET_ADDRESS_TEXT_CAPACITY];
  const size_t size = mw_format_socket_address(out, canonical);
  if (!string.escaped && size == text.size && memcmp(canonical, text.data, size) == 0) return true;
  return mw_refuse(r, MW_CODEC_NON_CANONICAL, quote_of(&string), "must be written %s", canonical);
}
