/**
 * Writes a message front to back into a buffer. Every function answers false after recording a refusal, or that memory is out; the caller
 * adds the path.
 */
#ifndef MESHWRIGHT_WRITER_H
#define MESHWRIGHT_WRITER_H

#include <meshwright/arena.h>
#include <meshwright/buffer.h>

#include "failure.h"
#include "pattern.h"
#include "wire.h"

typedef struct mw_writer {
  uint8_t *at;
  uint8_t *end;
  mw_buffer_t *buffer;
  /** Made when a map or free JSON asks for it: `mw_scratch`. */
  mw_arena_t scratch;
  bool has_scratch;
  unsigned depth;
  mw_failure_t failure;
} mw_writer_t;

/** Memory that lasts until the message is written. */
mw_arena_t *mw_scratch(mw_writer_t *w);

static inline void mw_encode_begin(mw_writer_t *w, mw_buffer_t *buffer, mw_codec_error_t *error) {
  uint8_t *const data = buffer->data;
  w->buffer = buffer;
  w->at = data != NULL ? data + buffer->size : NULL;
  w->end = data != NULL ? data + buffer->capacity : NULL;
  w->has_scratch = false;
  w->depth = 0;
  w->failure.status = MW_OK;
  w->failure.error = error;
  w->failure.path_at = 0;
}

/** Appends to the buffer what was accepted, up to `max` bytes. `type` is for messages. */
mw_status_t mw_encode_end(mw_writer_t *w, bool accepted, size_t max, const char *type);

MW_COLD MW_PRINTF(3, 4) void mw_note_value(mw_writer_t *w, mw_codec_error_kind_t kind, const char *format,
                                           ...);

/** Refuses the value being written: (writer, kind, format, …). False, like those below. */
#define mw_refuse_value(w, kind, ...) (mw_note_value(w, kind, __VA_ARGS__), false)

static inline bool mw_refuse_value_range(mw_writer_t *w) {
  return mw_refuse_value(w, MW_CODEC_OUT_OF_RANGE, "is outside the bounds of its type");
}

/** A boxed value that must be there is a null pointer. */
static inline bool mw_refuse_missing(mw_writer_t *w) {
  return mw_refuse_value(w, MW_CODEC_MISSING_FIELD, "is a null pointer, but is required");
}

/** A field of a run of fixed size, with its name. */
MW_COLD void mw_note_value_field(mw_writer_t *w, mw_codec_error_kind_t kind, const char *field,
                                 const char *detail);

static inline bool mw_refuse_value_field(mw_writer_t *w, mw_codec_error_kind_t kind, const char *field,
                                         const char *detail) {
  mw_note_value_field(w, kind, field, detail);
  return false;
}

bool mw_make_space(mw_writer_t *w, size_t size);
/** The same if it can be had. */
void mw_make_space_ahead(mw_writer_t *w, size_t size);

/** Makes sure of `size` bytes at `w->at`. */
static inline bool mw_reserve(mw_writer_t *w, size_t size) {
  return MW_LIKELY((size_t)(w->end - w->at) >= size) || mw_make_space(w, size);
}

/** Makes room ahead for `count` elements of at least `least` bytes each; where there is none, their own writing will say so. */
static inline void mw_expect(mw_writer_t *w, size_t count, size_t least) {
  if (count > SIZE_MAX / least || (size_t)(w->end - w->at) >= count * least) return;
  mw_make_space_ahead(w, count * least);
}

/** Bytes written so far; positions outlive a buffer that moves. */
static inline size_t mw_position(const mw_writer_t *w) {
  return (size_t)(w->at - w->buffer->data);
}

static inline bool mw_enter_value(mw_writer_t *w) {
  if (MW_LIKELY(w->depth < MW_MAX_DEPTH)) {
    w->depth++;
    return true;
  }
  return mw_refuse_value(w, MW_CODEC_TOO_DEEP, "is nested deeper than %d levels", MW_MAX_DEPTH);
}

static inline void mw_leave_value(mw_writer_t *w) {
  w->depth--;
}

#define MW_DEFINE_WRITE_INT(form, type, size)                                                                \
  static inline bool mw_write_##form(mw_writer_t *w, type value) {                                           \
    if (!mw_reserve(w, size)) return false;                                                                  \
    mw_store_##form(w->at, value);                                                                           \
    w->at += size;                                                                                           \
    return true;                                                                                             \
  }                                                                                                          \
  static inline bool mw_write_##form##_within(mw_writer_t *w, type min, type max, type value) {              \
    if (value < min || value > max) return mw_refuse_value_range(w);                                         \
    return mw_write_##form(w, value);                                                                        \
  }

MW_DEFINE_WRITE_INT(u8, uint8_t, 1)
MW_DEFINE_WRITE_INT(u16le, uint16_t, 2)
MW_DEFINE_WRITE_INT(u32le, uint32_t, 4)
MW_DEFINE_WRITE_INT(u64le, uint64_t, 8)
MW_DEFINE_WRITE_INT(u16be, uint16_t, 2)
MW_DEFINE_WRITE_INT(u32be, uint32_t, 4)
MW_DEFINE_WRITE_INT(u64be, uint64_t, 8)
MW_DEFINE_WRITE_INT(i8, int8_t, 1)
MW_DEFINE_WRITE_INT(i16le, int16_t, 2)
MW_DEFINE_WRITE_INT(i32le, int32_t, 4)
MW_DEFINE_WRITE_INT(i64le, int64_t, 8)
MW_DEFINE_WRITE_INT(i16be, int16_t, 2)
MW_DEFINE_WRITE_INT(i32be, int32_t, 4)
MW_DEFINE_WRITE_INT(i64be, int64_t, 8)

static inline size_t mw_varint_size(uint64_t value) {
  size_t size = 1;
  for (; value >= 0x80; value >>= 7)
    size++;
  return size;
}

/** At most MW_VARINT_MAX_SIZE bytes at `at`; answers where they end. */
static inline uint8_t *mw_store_varint(uint8_t *at, uint64_t value) {
  for (; value >= 0x80; value >>= 7)
    *at++ = (uint8_t)(value | 0x80);
  *at++ = (uint8_t)value;
  return at;
}

/** A varint where there may be too little room for the longest. */
bool mw_write_tight_varint(mw_writer_t *w, uint64_t value);

static inline bool mw_write_varint(mw_writer_t *w, uint64_t value) {
  if (!MW_LIKELY((size_t)(w->end - w->at) >= MW_VARINT_MAX_SIZE)) return mw_write_tight_varint(w, value);
  w->at = mw_store_varint(w->at, value);
  return true;
}

static inline uint64_t mw_zigzag(int64_t value) {
  return (uint64_t)value << 1 ^ (value < 0 ? UINT64_MAX : 0);
}

#define MW_DEFINE_WRITE_VARINT(int_name, type, encode)                                                       \
  static inline bool mw_write_varint_##int_name(mw_writer_t *w, type value) {                                \
    return mw_write_varint(w, encode(value));                                                                \
  }                                                                                                          \
  static inline bool mw_write_varint_##int_name##_within(mw_writer_t *w, type min, type max, type value) {   \
    if (value < min || value > max) return mw_refuse_value_range(w);                                         \
    return mw_write_varint(w, encode(value));                                                                \
  }

MW_DEFINE_WRITE_VARINT(u16, uint16_t, )
MW_DEFINE_WRITE_VARINT(u32, uint32_t, )
MW_DEFINE_WRITE_VARINT(u64, uint64_t, )
MW_DEFINE_WRITE_VARINT(i16, int16_t, mw_zigzag)
MW_DEFINE_WRITE_VARINT(i32, int32_t, mw_zigzag)
MW_DEFINE_WRITE_VARINT(i64, int64_t, mw_zigzag)

#define MW_DEFINE_WRITE_FLOAT(form, bits_form, name, type, bits_type)                                        \
  static inline bool mw_write_##form(mw_writer_t *w, type value) {                                           \
    return mw_write_##bits_form(w, mw_##name##_bits(value));                                                 \
  }                                                                                                          \
  static inline bool mw_write_##form##_within(mw_writer_t *w, type min, type max, type value) {              \
    if (!(value >= min && value <= max)) return mw_refuse_value_range(w);                                    \
    return mw_write_##form(w, value);                                                                        \
  }

MW_DEFINE_WRITE_FLOAT(f32le, u32le, f32, float, uint32_t)
MW_DEFINE_WRITE_FLOAT(f64le, u64le, f64, double, uint64_t)
MW_DEFINE_WRITE_FLOAT(f32be, u32be, f32, float, uint32_t)
MW_DEFINE_WRITE_FLOAT(f64be, u64be, f64, double, uint64_t)

static inline bool mw_write_bool(mw_writer_t *w, bool value) {
  return mw_write_u8(w, value ? 1 : 0);
}

/** Bytes as they are, without a prefix. */
static inline bool mw_write_raw(mw_writer_t *w, const void *bytes, size_t size) {
  if (size == 0) return true;
  if (!mw_reserve(w, size)) return false;
  memcpy(w->at, bytes, size);
  w->at += size;
  return true;
}

static inline bool mw_write_zeros(mw_writer_t *w, size_t size) {
  if (!mw_reserve(w, size)) return false;
  memset(w->at, 0, size);
  w->at += size;
  return true;
}

bool mw_check_size(mw_writer_t *w, uint64_t size, uint64_t min, uint64_t max, const char *unit);

/** Writes a number of bytes or elements; nothing for `MW_PREFIX_REST`. It must fit the prefix. */
bool mw_write_prefix(mw_writer_t *w, mw_prefix_t prefix, uint64_t number);

/** Checks a count and writes it. */
static inline bool mw_write_count(mw_writer_t *w, mw_prefix_t prefix, uint64_t min, uint64_t max,
                                  size_t count) {
  return mw_check_size(w, count, min, max, "elements") && mw_write_prefix(w, prefix, count);
}

bool mw_write_bytes(mw_writer_t *w, mw_prefix_t prefix, uint64_t min, uint64_t max, mw_bytes_t value);
bool mw_write_text(mw_writer_t *w, mw_prefix_t prefix, uint64_t min, uint64_t max, mw_text_t value);
bool mw_write_matching_text(mw_writer_t *w, mw_prefix_t prefix, uint64_t min, uint64_t max,
                            const mw_pattern_t *pattern, mw_text_t value);
/** The checks of text, in any encoding: size, UTF-8, and the pattern if there is one. */
bool mw_check_text(mw_writer_t *w, uint64_t min, uint64_t max, const mw_pattern_t *pattern, mw_text_t value);

bool mw_write_duration(mw_writer_t *w, mw_duration_t value);
bool mw_write_socket_address(mw_writer_t *w, const mw_socket_address_t *value);

/** Where a window's content begins; its size is put before it at the end. */
typedef struct mw_written_window {
  size_t content;
  mw_prefix_t prefix;
} mw_written_window_t;

bool mw_begin_window(mw_writer_t *w, mw_prefix_t prefix, mw_written_window_t *window);
bool mw_end_window(mw_writer_t *w, const mw_written_window_t *window, uint64_t min, uint64_t max);

#endif
