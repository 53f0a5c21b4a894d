#include "json_writer.h"

#include <meshwright/float_text.h>
#include <meshwright/socket_address.h>

#include "byte_text.h"
#include "json_scan.h"

enum { MAX_DIGITS = 20 };

static bool write_digits(mw_writer_t *w, bool negative, uint64_t magnitude) {
  uint8_t digits[MAX_DIGITS];
  size_t at = MAX_DIGITS;
  do {
    digits[--at] = (uint8_t)('0' + magnitude % 10);
    magnitude /= 10;
  } while (magnitude != 0);
  return (!negative || mw_write_u8(w, '-')) && mw_write_raw(w, digits + at, MAX_DIGITS - at);
}

bool mw_json_write_unsigned(mw_writer_t *w, uint64_t min, uint64_t max, uint64_t value) {
  if (value < min || value > max) return mw_refuse_value_range(w);
  return write_digits(w, false, value);
}

bool mw_json_write_signed(mw_writer_t *w, int64_t min, int64_t max, int64_t value) {
  if (value < min || value > max) return mw_refuse_value_range(w);
  return write_digits(w, value < 0, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

bool mw_json_write_unsigned_key(mw_writer_t *w, uint64_t min, uint64_t max, uint64_t value) {
  return mw_write_u8(w, '"') && mw_json_write_unsigned(w, min, max, value) && mw_write_u8(w, '"');
}

bool mw_json_write_signed_key(mw_writer_t *w, int64_t min, int64_t max, int64_t value) {
  return mw_write_u8(w, '"') && mw_json_write_signed(w, min, max, value) && mw_write_u8(w, '"');
}

static bool refuse_not_finite(mw_writer_t *w) {
  return mw_refuse_value(w, MW_CODEC_OUT_OF_RANGE, "is not finite, which JSON cannot say");
}

bool mw_json_write_f32(mw_writer_t *w, float value) {
  char text[MW_FLOAT_TEXT_CAPACITY];
  if (value - value != 0) return refuse_not_finite(w);
  return mw_write_raw(w, text, mw_format_f32(value, text));
}

bool mw_json_write_f64(mw_writer_t *w, double value) {
  char text[MW_FLOAT_TEXT_CAPACITY];
  if (value - value != 0) return refuse_not_finite(w);
  return mw_write_raw(w, text, mw_format_f64(value, text));
}

bool mw_json_write_f32_within(mw_writer_t *w, float min, float max, float value) {
  if (value < min || value > max) return mw_refuse_value_range(w);
  return mw_json_write_f32(w, value);
}

bool mw_json_write_f64_within(mw_writer_t *w, double min, double max, double value) {
  if (value < min || value > max) return mw_refuse_value_range(w);
  return mw_json_write_f64(w, value);
}

bool mw_json_write_bool(mw_writer_t *w, bool value) {
  return value ? mw_json_write_literal(w, "true") : mw_json_write_literal(w, "false");
}

/** What stands for a character that cannot stand for itself. */
static bool write_escape(mw_writer_t *w, uint8_t character) {
  static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt", digits[] = "0123456789abcdef";
  const char *found = character != 0 ? strchr(plain, character) : NULL;
  if (found != NULL) return mw_write_u8(w, '\\') && mw_write_u8(w, (uint8_t)letters[found - plain]);
  return mw_json_write_literal(w, "\\u00") && mw_write_u8(w, (uint8_t)digits[character >> 4]) &&
         mw_write_u8(w, (uint8_t)digits[character & 15]);
}

static bool write_string(mw_writer_t *w, mw_text_t text) {
  const uint8_t *at = text.size != 0 ? (const uint8_t *)text.data : (const uint8_t *)"";
  const uint8_t *const end = at + text.size;
  if (!mw_write_u8(w, '"')) return false;
  for (;;) {
    const uint8_t *const plain = at;
    at = mw_json_skip_plain(at, end);
    if (!mw_write_raw(w, plain, (size_t)(at - plain))) return false;
    if (at == end) return mw_write_u8(w, '"');
    if (!write_escape(w, *at++)) return false;
  }
}

bool mw_json_write_text(mw_writer_t *w, uint64_t min, uint64_t max, const mw_pattern_t *pattern,
                        mw_text_t value) {
  return mw_check_text(w, min, max, pattern, value) && write_string(w, value);
}

bool mw_json_write_hex(mw_writer_t *w, uint64_t min, uint64_t max, mw_bytes_t value) {
  const size_t size = value.size * 2;
  if (!mw_check_size(w, value.size, min, max, "bytes") || !mw_reserve(w, size + 2)) return false;
  *w->at++ = '"';
  mw_encode_hex(value.data, value.size, (char *)w->at);
  w->at += size;
  *w->at++ = '"';
  return true;
}

bool mw_json_write_base64(mw_writer_t *w, uint64_t min, uint64_t max, mw_bytes_t value) {
  const size_t size = (value.size + 2) / 3 * 4;
  if (!mw_check_size(w, value.size, min, max, "bytes") || !mw_reserve(w, size + 2)) return false;
  *w->at++ = '"';
  mw_encode_base64(value.data, value.size, (char *)w->at);
  w->at += size;
  *w->at++ = '"';
  return true;
}

bool mw_json_write_ints(mw_writer_t *w, uint64_t min, uint64_t max, mw_bytes_t value) {
  if (!mw_check_size(w, value.size, min, max, "bytes") || !mw_write_u8(w, '[')) return false;
  for (size_t i = 0; i < value.size; i++)
    if (!mw_json_separate(w, i) || !write_digits(w, false, value.data[i])) return false;
  return mw_write_u8(w, ']');
}

bool mw_json_write_duration(mw_writer_t *w, mw_duration_t value) {
  return mw_json_write_literal(w, "{\"secs\":") && write_digits(w, false, value.secs) &&
         mw_json_write_literal(w, ",\"nanos\":") &&
         (mw_json_write_unsigned(w, 0, MW_MAX_NANOS, value.nanos) || mw_in_field(&w->failure, "nanos")) &&
         mw_write_u8(w, '}');
}

bool mw_json_write_socket_address(mw_writer_t *w, const mw_socket_address_t *value) {
  char text[MW_SOCKET_ADDRESS_TEXT_CAPACITY];
  const size_t size = mw_format_socket_address(value, text);
  return mw_write_u8(w, '"') && mw_write_raw(w, text, size) && mw_write_u8(w, '"');
}

bool mw_json_write_flags(mw_writer_t *w, const mw_json_name_t *names, const uint8_t *bits, size_t count,
                         uint64_t value) {
  size_t written = 0;
  if (!mw_write_u8(w, '[')) return false;
  for (size_t i = 0; i < count; i++) {
    if ((value >> bits[i] & 1) == 0) continue;
    if (!mw_json_separate(w, written++) || !mw_json_write_name(w, names[i])) return false;
  }
  return mw_write_u8(w, ']');
}

/** A reader over JSON text that is to be written as it is. */
static void read_own(mw_writer_t *w, const void *text, size_t size, mw_reader_t *r) {
  memset(r, 0, sizeof *r);
  r->start = r->at = size != 0 ? (const uint8_t *)text : (const uint8_t *)"";
  r->end = r->start + size;
  r->arena = mw_scratch(w);
  r->depth = w->depth;
  r->standalone = true;
  r->failure.error = w->failure.error;
}

/** Takes over what a reader of own text has found. */
static bool take_over(mw_writer_t *w, const mw_reader_t *r) {
  w->failure = r->failure;
  if (w->failure.error != NULL) w->failure.error->offset = MW_NO_OFFSET;
  return false;
}

bool mw_json_write_value(mw_writer_t *w, mw_text_t value) {
  mw_reader_t r;
  mw_text_t read;
  read_own(w, value.data, value.size, &r);
  if (!mw_json_begin(&r) || !mw_json_read_value(&r, &read)) return take_over(w, &r);
  if (r.at != r.end) return mw_refuse_value(w, MW_CODEC_TRAILING_BYTES, "is more than one JSON value");
  return mw_write_raw(w, value.data, value.size);
}

bool mw_json_write_unknown(mw_writer_t *w, const mw_json_member_key_t *keys, size_t count,
                           const mw_json_member_key_t *tag, mw_bytes_t members, bool first) {
  if (members.size == 0) return true;
  mw_reader_t r;
  read_own(w, members.data, members.size, &r);
  if (!mw_json_begin(&r) || !mw_json_check_unknown(&r, keys, count, tag)) return take_over(w, &r);
  return (first || mw_write_u8(w, ',')) && mw_write_raw(w, members.data, members.size);
}
