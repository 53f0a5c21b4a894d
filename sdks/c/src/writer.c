#include "writer.h"

#include "buffer_room.h"
#include "utf8.h"

mw_arena_t *mw_scratch(mw_writer_t *w) {
  if (!w->has_scratch) mw_arena_init(&w->scratch, w->buffer->allocator, 0);
  w->has_scratch = true;
  return &w->scratch;
}

mw_status_t mw_encode_end(mw_writer_t *w, bool accepted, size_t max, const char *type) {
  if (w->has_scratch) mw_arena_free(&w->scratch);
  const size_t size = w->at != NULL ? mw_position(w) - w->buffer->size : 0;
  if (accepted && size > max) {
    accepted = mw_refuse_value(w, MW_CODEC_TOO_LONG, "has %zu bytes, at most %zu are allowed", size, max);
  }
  if (!accepted) return mw_fail_finish(&w->failure, type);
  w->buffer->size += size;
  return MW_OK;
}

void mw_note_value(mw_writer_t *w, mw_codec_error_kind_t kind, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  mw_note_refusal(&w->failure, kind, MW_NO_OFFSET, format, arguments);
  va_end(arguments);
}

void mw_note_value_field(mw_writer_t *w, mw_codec_error_kind_t kind, const char *field, const char *detail) {
  mw_note_value(w, kind, "%s", detail);
  mw_note_field(&w->failure, field);
}

static bool make_space(mw_writer_t *w, size_t size) {
  const size_t used = w->at != NULL ? mw_position(w) : 0;
  if (!mw_buffer_reserve(w->buffer, used, size)) return false;
  w->at = w->buffer->data + used;
  w->end = w->buffer->data + w->buffer->capacity;
  return true;
}

bool mw_make_space(mw_writer_t *w, size_t size) {
  return make_space(w, size) || mw_fail_memory(&w->failure);
}

void mw_make_space_ahead(mw_writer_t *w, size_t size) {
  (void)make_space(w, size);
}

bool mw_write_tight_varint(mw_writer_t *w, uint64_t value) {
  if (!mw_reserve(w, mw_varint_size(value))) return false;
  w->at = mw_store_varint(w->at, value);
  return true;
}

bool mw_check_size(mw_writer_t *w, uint64_t size, uint64_t min, uint64_t max, const char *unit) {
  if (MW_LIKELY(size >= min && size <= max)) return true;
  const bool above = size > max;
  return mw_refuse_value(w, above ? MW_CODEC_TOO_LONG : MW_CODEC_OUT_OF_RANGE,
                         "has %llu %s, at %s %llu are allowed", (unsigned long long)size, unit,
                         above ? "most" : "least", (unsigned long long)(above ? max : min));
}

/** Stores a prefix where there is room for the longest; answers where it ends. */
static inline uint8_t *store_prefix(uint8_t *at, mw_prefix_t prefix, uint64_t number) {
  switch (prefix) {
  case MW_PREFIX_REST:
    return at;
  case MW_PREFIX_U8:
    *at = (uint8_t)number;
    return at + 1;
  case MW_PREFIX_U16LE:
    mw_store_u16le(at, (uint16_t)number);
    return at + 2;
  case MW_PREFIX_U32LE:
    mw_store_u32le(at, (uint32_t)number);
    return at + 4;
  case MW_PREFIX_U64LE:
    mw_store_u64le(at, number);
    return at + 8;
  case MW_PREFIX_U16BE:
    mw_store_u16be(at, (uint16_t)number);
    return at + 2;
  case MW_PREFIX_U32BE:
    mw_store_u32be(at, (uint32_t)number);
    return at + 4;
  case MW_PREFIX_U64BE:
    mw_store_u64be(at, number);
    return at + 8;
  case MW_PREFIX_VARINT_U16:
  case MW_PREFIX_VARINT_U32:
  case MW_PREFIX_VARINT_U64:
    break;
  }
  return mw_store_varint(at, number);
}

bool mw_write_prefix(mw_writer_t *w, mw_prefix_t prefix, uint64_t number) {
  uint8_t room[MW_VARINT_MAX_SIZE];
  if (MW_LIKELY((size_t)(w->end - w->at) >= sizeof room)) {
    w->at = store_prefix(w->at, prefix, number);
    return true;
  }
  return mw_write_raw(w, room, (size_t)(store_prefix(room, prefix, number) - room));
}

/** A checked value behind its prefix. */
static inline bool write_sized(mw_writer_t *w, mw_prefix_t prefix, const void *data, size_t size) {
  const size_t left = (size_t)(w->end - w->at);
  if (left < MW_VARINT_MAX_SIZE || left - MW_VARINT_MAX_SIZE < size)
    return mw_write_prefix(w, prefix, size) && mw_write_raw(w, data, size);
  uint8_t *const at = store_prefix(w->at, prefix, size);
  if (size != 0) memcpy(at, data, size);
  w->at = at + size;
  return true;
}

bool mw_write_bytes(mw_writer_t *w, mw_prefix_t prefix, uint64_t min, uint64_t max, mw_bytes_t value) {
  return mw_check_size(w, value.size, min, max, "bytes") && write_sized(w, prefix, value.data, value.size);
}

bool mw_check_text(mw_writer_t *w, uint64_t min, uint64_t max, const mw_pattern_t *pattern, mw_text_t value) {
  if (!mw_check_size(w, value.size, min, max, "bytes")) return false;
  const size_t valid = mw_utf8_valid_prefix((const uint8_t *)value.data, value.size);
  if (valid != value.size)
    return mw_refuse_value(w, MW_CODEC_INVALID_UTF8, "is not UTF-8 from its byte %zu on", valid);
  if (pattern == NULL || mw_pattern_matches(pattern, value.data, value.size)) return true;
  return mw_refuse_value(w, MW_CODEC_OUT_OF_RANGE, "does not match %s", pattern->source);
}

bool mw_write_text(mw_writer_t *w, mw_prefix_t prefix, uint64_t min, uint64_t max, mw_text_t value) {
  const size_t size = value.size;
  /* Names and the like, checked while they are copied. */
  if (size <= MW_SHORT_TEXT_SIZE && size >= min && size <= max &&
      (size_t)(w->end - w->at) >= MW_VARINT_MAX_SIZE + MW_SHORT_TEXT_SIZE) {
    uint8_t *const at = store_prefix(w->at, prefix, size);
    if (MW_LIKELY(mw_copy_short_ascii(at, value.data, size))) {
      w->at = at + size;
      return true;
    }
  }
  return mw_write_matching_text(w, prefix, min, max, NULL, value);
}

bool mw_write_matching_text(mw_writer_t *w, mw_prefix_t prefix, uint64_t min, uint64_t max,
                            const mw_pattern_t *pattern, mw_text_t value) {
  return mw_check_text(w, min, max, pattern, value) && write_sized(w, prefix, value.data, value.size);
}

bool mw_write_duration(mw_writer_t *w, mw_duration_t value) {
  if (!mw_write_varint(w, value.secs)) return false;
  return mw_write_varint_u32_within(w, 0, MW_MAX_NANOS, value.nanos) || mw_in_field(&w->failure, "nanos");
}

bool mw_write_socket_address(mw_writer_t *w, const mw_socket_address_t *value) {
  return mw_write_u8(w, value->is_v6 ? 1 : 0) && mw_write_raw(w, value->octets, value->is_v6 ? 16 : 4) &&
         mw_write_varint(w, value->port);
}

static size_t prefix_size(mw_prefix_t prefix) {
  switch (prefix) {
  case MW_PREFIX_U8:
    return 1;
  case MW_PREFIX_U16LE:
  case MW_PREFIX_U16BE:
    return 2;
  case MW_PREFIX_U32LE:
  case MW_PREFIX_U32BE:
    return 4;
  case MW_PREFIX_U64LE:
  case MW_PREFIX_U64BE:
    return 8;
  case MW_PREFIX_REST:
    return 0;
  case MW_PREFIX_VARINT_U16:
  case MW_PREFIX_VARINT_U32:
  case MW_PREFIX_VARINT_U64:
    break;
  }
  /* Most contents are below 128 bytes; a longer one is moved up when its size is known. */
  return 1;
}

static bool is_varint(mw_prefix_t prefix) {
  return prefix >= MW_PREFIX_VARINT_U16;
}

bool mw_begin_window(mw_writer_t *w, mw_prefix_t prefix, mw_written_window_t *window) {
  const size_t size = prefix_size(prefix);
  if (!mw_reserve(w, size)) return false;
  w->at += size;
  window->content = w->at != NULL ? mw_position(w) : 0;
  window->prefix = prefix;
  return true;
}

bool mw_end_window(mw_writer_t *w, const mw_written_window_t *window, uint64_t min, uint64_t max) {
  const size_t size = (w->at != NULL ? mw_position(w) : 0) - window->content;
  if (!mw_check_size(w, size, min, max, "bytes")) return false;
  if (window->prefix == MW_PREFIX_REST) return true;
  if (is_varint(window->prefix)) {
    const size_t more = mw_varint_size(size) - 1;
    if (more != 0) {
      if (!mw_reserve(w, more)) return false;
      uint8_t *content = w->buffer->data + window->content;
      memmove(content + more, content, size);
      w->at += more;
    }
    mw_store_varint(w->buffer->data + window->content - 1, size);
    return true;
  }
  uint8_t *const end = w->at;
  w->at = w->buffer->data + window->content - prefix_size(window->prefix);
  const bool written = mw_write_prefix(w, window->prefix, size);
  w->at = end;
  return written;
}
