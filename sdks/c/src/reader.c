#include "reader.h"

#include "utf8.h"

mw_status_t mw_read_refused(mw_reader_t *r, bool accepted, const char *type) {
  if (accepted) mw_note_surplus(r);
  return mw_fail_finish(&r->failure, type);
}

void mw_note_input(mw_reader_t *r, mw_codec_error_kind_t kind, const uint8_t *at, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  mw_note_refusal(&r->failure, kind, (size_t)(at - r->start), format, arguments);
  va_end(arguments);
}

void mw_note_field_fault(mw_reader_t *r, mw_codec_error_kind_t kind, const uint8_t *at, const char *field,
                         const char *detail) {
  mw_note_input(r, kind, at, "%s", detail);
  mw_note_field(&r->failure, field);
}

void mw_note_short(mw_reader_t *r, const uint8_t *at, size_t size) {
  mw_note_input(r, MW_CODEC_TRUNCATED, at, "needs %zu bytes, %zu are left", size, (size_t)(r->end - at));
}

void mw_note_range(mw_reader_t *r, const uint8_t *at) {
  mw_note_input(r, MW_CODEC_OUT_OF_RANGE, at, "is outside the bounds of its type");
}

void mw_note_size(mw_reader_t *r, const uint8_t *at, uint64_t size, uint64_t min, uint64_t max,
                  const char *unit) {
  const bool above = size > max;
  mw_note_input(r, above ? MW_CODEC_TOO_LONG : MW_CODEC_OUT_OF_RANGE, at,
                "has %llu %s, at %s %llu are allowed", (unsigned long long)size, unit,
                above ? "most" : "least", (unsigned long long)(above ? max : min));
}

void mw_note_surplus(mw_reader_t *r) {
  mw_note_input(r, MW_CODEC_TRAILING_BYTES, r->at, "is followed by %zu bytes too many", mw_left(r));
}

void mw_note_order(mw_reader_t *r, const uint8_t *at, int order) {
  if (order == 0)
    mw_note_input(r, MW_CODEC_DUPLICATE_KEY, at, "is the key before it again");
  else
    mw_note_input(r, MW_CODEC_NON_CANONICAL, at, "must stand before the key before it");
}

bool mw_read_long_varint(mw_reader_t *r, uint64_t max, uint64_t *out) {
  const uint8_t *const start = r->at;
  size_t size = 0;
  uint64_t value = 0;
  for (;;) {
    if (size == mw_left(r)) return mw_refuse(r, MW_CODEC_TRUNCATED, start, "is a varint that does not end");
    const uint8_t byte = start[size];
    /* The tenth byte holds the last bit of 64; whatever is above it, or goes on, is too large. */
    if (size == MW_VARINT_MAX_SIZE - 1 && byte > 1) {
      return mw_refuse(r, MW_CODEC_OUT_OF_RANGE, start, "is a varint of more than 64 bits");
    }
    value |= (uint64_t)(byte & 0x7f) << (7 * size);
    size++;
    if (byte < 0x80) break;
  }
  if (start[size - 1] == 0)
    return mw_refuse(r, MW_CODEC_NON_CANONICAL, start, "is a varint longer than it needs to be");
  if (value > max) return mw_refuse(r, MW_CODEC_OUT_OF_RANGE, start, "is beyond its integer type");
  r->at += size;
  *out = value;
  return true;
}

#define READ_FIXED_PREFIX(form, type)                                                                        \
  do {                                                                                                       \
    type number;                                                                                             \
    if (!mw_read_##form(r, &number)) return false;                                                           \
    *out = number;                                                                                           \
    return true;                                                                                             \
  } while (0)

bool mw_read_prefix(mw_reader_t *r, mw_prefix_t prefix, uint64_t *out) {
  switch (prefix) {
  case MW_PREFIX_REST:
    *out = mw_left(r);
    return true;
  case MW_PREFIX_U8:
    READ_FIXED_PREFIX(u8, uint8_t);
  case MW_PREFIX_U16LE:
    READ_FIXED_PREFIX(u16le, uint16_t);
  case MW_PREFIX_U32LE:
    READ_FIXED_PREFIX(u32le, uint32_t);
  case MW_PREFIX_U64LE:
    return mw_read_u64le(r, out);
  case MW_PREFIX_U16BE:
    READ_FIXED_PREFIX(u16be, uint16_t);
  case MW_PREFIX_U32BE:
    READ_FIXED_PREFIX(u32be, uint32_t);
  case MW_PREFIX_U64BE:
    return mw_read_u64be(r, out);
  case MW_PREFIX_VARINT_U16:
    return mw_read_varint(r, UINT16_MAX, out);
  case MW_PREFIX_VARINT_U32:
    return mw_read_varint(r, UINT32_MAX, out);
  case MW_PREFIX_VARINT_U64:
    break;
  }
  return mw_read_varint(r, UINT64_MAX, out);
}

bool mw_read_count(mw_reader_t *r, mw_prefix_t prefix, uint64_t min, uint64_t max, size_t least,
                   size_t *out) {
  const uint8_t *const start = r->at;
  uint64_t count;
  if (!mw_read_prefix(r, prefix, &count)) return false;
  if (count > max || count < min) return mw_refuse_size(r, start, count, min, max, "elements");
  if (count > mw_left(r) / least) {
    return mw_refuse(r, MW_CODEC_TRUNCATED, start,
                     "says %llu elements of at least %zu bytes, %zu bytes are left",
                     (unsigned long long)count, least, mw_left(r));
  }
  *out = (size_t)count;
  return true;
}

bool mw_read_text(mw_reader_t *r, mw_prefix_t prefix, uint64_t min, uint64_t max, mw_text_t *out) {
  const uint8_t *start;
  if (!mw_read_size(r, prefix, min, max, &start, &out->size)) return false;
  const size_t valid = mw_utf8_valid_prefix(r->at, out->size);
  if (valid != out->size)
    return mw_refuse(r, MW_CODEC_INVALID_UTF8, start, "is not UTF-8 from its byte %zu on", valid);
  out->data = (const char *)r->at;
  r->at += out->size;
  return true;
}

bool mw_read_matching_text(mw_reader_t *r, mw_prefix_t prefix, uint64_t min, uint64_t max,
                           const mw_pattern_t *pattern, mw_text_t *out) {
  const uint8_t *const start = r->at;
  if (!mw_read_text(r, prefix, min, max, out)) return false;
  if (mw_pattern_matches(pattern, out->data, out->size)) return true;
  return mw_refuse(r, MW_CODEC_OUT_OF_RANGE, start, "does not match %s", pattern->source);
}

bool mw_read_duration(mw_reader_t *r, mw_duration_t *out) {
  if (!mw_read_varint_u64(r, &out->secs)) return mw_in_field(&r->failure, "secs");
  if (!mw_read_varint_u32_within(r, 0, MW_MAX_NANOS, &out->nanos)) return mw_in_field(&r->failure, "nanos");
  return true;
}

bool mw_read_socket_address(mw_reader_t *r, mw_socket_address_t *out) {
  const uint8_t *const start = r->at;
  uint32_t tag;
  memset(out, 0, sizeof *out);
  if (!mw_read_varint_u32(r, &tag)) return false;
  if (tag > 1)
    return mw_refuse(r, MW_CODEC_UNKNOWN_VARIANT, start, "has the address tag %u, must be 0 or 1",
                     (unsigned)tag);
  out->is_v6 = tag == 1;
  const size_t size = out->is_v6 ? 16 : 4;
  if (mw_left(r) < size) return mw_refuse_short(r, start, 1 + size);
  memcpy(out->octets, r->at, size);
  r->at += size;
  if (mw_read_varint_u16(r, &out->port)) return true;
  /* Tag, octets and port are one value. */
  if (r->failure.error != NULL) r->failure.error->offset = (size_t)(start - r->start);
  return false;
}

void *mw_new(mw_reader_t *r, size_t size) {
  void *memory = mw_arena_array(r->arena, 1, size);
  if (memory == NULL) mw_fail_memory(&r->failure);
  return memory;
}

bool mw_new_array(mw_reader_t *r, size_t count, size_t size, void **items) {
  *items = mw_arena_array(r->arena, count, size);
  return count == 0 || *items != NULL || mw_fail_memory(&r->failure);
}

int mw_compare_bytes(const void *a, size_t a_size, const void *b, size_t b_size) {
  const size_t common = a_size < b_size ? a_size : b_size;
  if (common >= sizeof(uint64_t)) {
    const uint64_t left = mw_load_u64be((const uint8_t *)a), right = mw_load_u64be((const uint8_t *)b);
    if (left != right) return left < right ? -1 : 1;
  }
  const int order = common != 0 ? memcmp(a, b, common) : 0;
  return order != 0 ? order : (a_size > b_size) - (a_size < b_size);
}
