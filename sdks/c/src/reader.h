/**
 * Reads a message front to back. Every function answers false after recording a refusal, at the place where canonical order finds it;
 * the caller adds the path. What is read is unchecked only where the caller has made sure of the bytes.
 */
#ifndef MESHWRIGHT_READER_H
#define MESHWRIGHT_READER_H

#include <meshwright/arena.h>
#include <meshwright/view.h>

#include "arena_scope.h"
#include "failure.h"
#include "pattern.h"
#include "wire.h"

typedef struct mw_reader {
  const uint8_t *at;
  /** The edge of the innermost window. */
  const uint8_t *end;
  /** Byte 0 of the message. */
  const uint8_t *start;
  mw_arena_t *arena;
  unsigned depth;
  /** JSON text of one value by itself: a number may run to its end. */
  bool standalone;
  mw_failure_t failure;
} mw_reader_t;

/** A root decoder's frame: what to put back when it fails. */
typedef struct mw_decoding {
  mw_reader_t reader;
  mw_arena_mark_t mark;
  /** For a caller without an arena: one that has nothing. */
  mw_arena_t none;
} mw_decoding_t;

/** For a message that takes no memory. */
static inline void mw_read_begin(mw_reader_t *r, const uint8_t *data, size_t size, mw_codec_error_t *error) {
  r->start = size != 0 ? data : (const uint8_t *)"";
  r->at = r->start;
  r->end = r->start + size;
  r->arena = NULL;
  r->depth = 0;
  r->standalone = false;
  r->failure.status = MW_OK;
  r->failure.error = error;
  r->failure.path_at = 0;
}

/** The status of a message that was not `accepted`, or is followed by more. */
MW_COLD mw_status_t mw_read_refused(mw_reader_t *r, bool accepted, const char *type);

/** Checks that nothing is left. `type` is for messages. */
static inline mw_status_t mw_read_end(mw_reader_t *r, bool accepted, const char *type) {
  return MW_LIKELY(accepted && r->at == r->end) ? MW_OK : mw_read_refused(r, accepted, type);
}

/** Bounds the arena by `factor` bytes for a byte of input and `allowance` besides, if it has no bound of its own. */
static inline void mw_decode_begin(mw_decoding_t *decoding, const uint8_t *data, size_t size,
                                   mw_arena_t *arena, size_t factor, size_t allowance,
                                   mw_codec_error_t *error) {
  mw_reader_t *const r = &decoding->reader;
  mw_read_begin(r, data, size, error);
  if (arena == NULL) {
    arena = &decoding->none;
    mw_arena_init_fixed(arena, NULL, 0);
  }
  r->arena = arena;
  decoding->mark = mw_arena_mark(arena);
  const size_t room = SIZE_MAX - allowance;
  mw_arena_allow(arena, allowance + (size > room / factor ? room : size * factor));
}

/** Checks that nothing is left, and undoes on failure. */
static inline mw_status_t mw_decode_end(mw_decoding_t *decoding, bool accepted, const char *type) {
  mw_reader_t *const r = &decoding->reader;
  const mw_status_t status = mw_read_end(r, accepted, type);
  if (!MW_LIKELY(status == MW_OK)) mw_arena_rewind(r->arena, decoding->mark);
  mw_arena_allow(r->arena, SIZE_MAX);
  return status;
}

MW_COLD MW_PRINTF(4, 5) void mw_note_input(mw_reader_t *r, mw_codec_error_kind_t kind, const uint8_t *at,
                                           const char *format, ...);
MW_COLD void mw_note_short(mw_reader_t *r, const uint8_t *at, size_t size);
MW_COLD void mw_note_range(mw_reader_t *r, const uint8_t *at);
MW_COLD void mw_note_size(mw_reader_t *r, const uint8_t *at, uint64_t size, uint64_t min, uint64_t max,
                          const char *unit);
MW_COLD void mw_note_surplus(mw_reader_t *r);
MW_COLD void mw_note_order(mw_reader_t *r, const uint8_t *at, int order);

/** Refuses the value at `at`: (reader, kind, at, format, …). False, like those below. */
#define mw_refuse(r, kind, ...) (mw_note_input(r, kind, __VA_ARGS__), false)

/** `truncated`: the value at `at` needs `size` bytes and its window has fewer. */
static inline bool mw_refuse_short(mw_reader_t *r, const uint8_t *at, size_t size) {
  mw_note_short(r, at, size);
  return false;
}

static inline bool mw_refuse_range(mw_reader_t *r, const uint8_t *at) {
  mw_note_range(r, at);
  return false;
}

/** A size or count outside its bounds. */
static inline bool mw_refuse_size(mw_reader_t *r, const uint8_t *at, uint64_t size, uint64_t min,
                                  uint64_t max, const char *unit) {
  mw_note_size(r, at, size, min, max, unit);
  return false;
}

/** Bytes are left in the window behind its content. */
static inline bool mw_refuse_surplus(mw_reader_t *r) {
  mw_note_surplus(r);
  return false;
}

/** A map's key is not after the one before it; `order` compares this one with the one before. */
static inline bool mw_refuse_order(mw_reader_t *r, const uint8_t *at, int order) {
  mw_note_order(r, at, order);
  return false;
}

/* The same for a field of a run of fixed size, with its name. */
MW_COLD void mw_note_field_fault(mw_reader_t *r, mw_codec_error_kind_t kind, const uint8_t *at,
                                 const char *field, const char *detail);

static inline bool mw_refuse_field(mw_reader_t *r, mw_codec_error_kind_t kind, const uint8_t *at,
                                   const char *field, const char *detail) {
  mw_note_field_fault(r, kind, at, field, detail);
  return false;
}

static inline bool mw_refuse_short_field(mw_reader_t *r, const uint8_t *at, size_t size, const char *field) {
  mw_note_short(r, at, size);
  return mw_in_field(&r->failure, field);
}

static inline size_t mw_left(const mw_reader_t *r) {
  return (size_t)(r->end - r->at);
}

/** Whole-message bound, before anything else. */
static inline bool mw_check_max_size(mw_reader_t *r, size_t max) {
  if (MW_LIKELY(mw_left(r) <= max)) return true;
  return mw_refuse(r, MW_CODEC_TOO_LONG, r->at, "has %zu bytes, at most %zu are allowed", mw_left(r), max);
}

/** Enters a type that contains itself; pairs with `mw_leave`. */
static inline bool mw_enter(mw_reader_t *r) {
  if (MW_LIKELY(r->depth < MW_MAX_DEPTH)) {
    r->depth++;
    return true;
  }
  return mw_refuse(r, MW_CODEC_TOO_DEEP, r->at, "is nested deeper than %d levels", MW_MAX_DEPTH);
}

static inline void mw_leave(mw_reader_t *r) {
  r->depth--;
}

#define MW_DEFINE_READ_INT(form, type, size)                                                                 \
  static inline bool mw_read_##form(mw_reader_t *r, type *out) {                                             \
    if (mw_left(r) < size) return mw_refuse_short(r, r->at, size);                                           \
    *out = mw_load_##form(r->at);                                                                            \
    r->at += size;                                                                                           \
    return true;                                                                                             \
  }                                                                                                          \
  static inline bool mw_read_##form##_within(mw_reader_t *r, type min, type max, type *out) {                \
    const uint8_t *const at = r->at;                                                                         \
    if (!mw_read_##form(r, out)) return false;                                                               \
    return MW_LIKELY(*out >= min && *out <= max) || mw_refuse_range(r, at);                                  \
  }

MW_DEFINE_READ_INT(u8, uint8_t, 1)
MW_DEFINE_READ_INT(u16le, uint16_t, 2)
MW_DEFINE_READ_INT(u32le, uint32_t, 4)
MW_DEFINE_READ_INT(u64le, uint64_t, 8)
MW_DEFINE_READ_INT(u16be, uint16_t, 2)
MW_DEFINE_READ_INT(u32be, uint32_t, 4)
MW_DEFINE_READ_INT(u64be, uint64_t, 8)
MW_DEFINE_READ_INT(i8, int8_t, 1)
MW_DEFINE_READ_INT(i16le, int16_t, 2)
MW_DEFINE_READ_INT(i32le, int32_t, 4)
MW_DEFINE_READ_INT(i64le, int64_t, 8)
MW_DEFINE_READ_INT(i16be, int16_t, 2)
MW_DEFINE_READ_INT(i32be, int32_t, 4)
MW_DEFINE_READ_INT(i64be, int64_t, 8)

/** LEB128 of more than one byte, or what ends before that. */
bool mw_read_long_varint(mw_reader_t *r, uint64_t max, uint64_t *out);

/** An unsigned varint of a type whose greatest value is `max` (at least 127). */
static inline bool mw_read_varint(mw_reader_t *r, uint64_t max, uint64_t *out) {
  if (MW_LIKELY(r->at < r->end && *r->at < 0x80)) {
    *out = *r->at++;
    return true;
  }
  return mw_read_long_varint(r, max, out);
}

static inline int64_t mw_unzigzag(uint64_t value) {
  return (int64_t)(value >> 1) ^ -(int64_t)(value & 1);
}

#define MW_DEFINE_READ_VARINT(int_name, type, raw_max, decode)                                               \
  static inline bool mw_read_varint_##int_name(mw_reader_t *r, type *out) {                                  \
    uint64_t raw;                                                                                            \
    if (!mw_read_varint(r, raw_max, &raw)) return false;                                                     \
    *out = (type)decode(raw);                                                                                \
    return true;                                                                                             \
  }                                                                                                          \
  static inline bool mw_read_varint_##int_name##_within(mw_reader_t *r, type min, type max, type *out) {     \
    const uint8_t *const at = r->at;                                                                         \
    if (!mw_read_varint_##int_name(r, out)) return false;                                                    \
    return MW_LIKELY(*out >= min && *out <= max) || mw_refuse_range(r, at);                                  \
  }

MW_DEFINE_READ_VARINT(u16, uint16_t, UINT16_MAX, )
MW_DEFINE_READ_VARINT(u32, uint32_t, UINT32_MAX, )
MW_DEFINE_READ_VARINT(u64, uint64_t, UINT64_MAX, )
MW_DEFINE_READ_VARINT(i16, int16_t, UINT16_MAX, mw_unzigzag)
MW_DEFINE_READ_VARINT(i32, int32_t, UINT32_MAX, mw_unzigzag)
MW_DEFINE_READ_VARINT(i64, int64_t, UINT64_MAX, mw_unzigzag)

/** An integer that is always the same; `raw` is it after zigzag. */
static inline bool mw_read_varint_constant(mw_reader_t *r, uint64_t max, uint64_t raw) {
  const uint8_t *const at = r->at;
  uint64_t value;
  if (!mw_read_varint(r, max, &value)) return false;
  return value == raw || mw_refuse(r, MW_CODEC_BAD_CONSTANT, at, "must be the constant of its type");
}

#define MW_DEFINE_READ_FLOAT(form, bits_form, name, type, bits_type, size)                                   \
  static inline bool mw_read_##form(mw_reader_t *r, type *out) {                                             \
    if (mw_left(r) < size) return mw_refuse_short(r, r->at, size);                                           \
    const bits_type bits = mw_load_##bits_form(r->at);                                                       \
    if (mw_##name##_is_stray(bits))                                                                          \
      return mw_refuse(r, MW_CODEC_NON_CANONICAL, r->at, "is another NaN than the canonical one");           \
    *out = mw_##name##_of_bits(bits);                                                                        \
    r->at += size;                                                                                           \
    return true;                                                                                             \
  }                                                                                                          \
  static inline bool mw_read_##form##_within(mw_reader_t *r, type min, type max, type *out) {                \
    const uint8_t *const at = r->at;                                                                         \
    if (!mw_read_##form(r, out)) return false;                                                               \
    return MW_LIKELY(*out >= min && *out <= max) || mw_refuse_range(r, at);                                  \
  }

MW_DEFINE_READ_FLOAT(f32le, u32le, f32, float, uint32_t, 4)
MW_DEFINE_READ_FLOAT(f64le, u64le, f64, double, uint64_t, 8)
MW_DEFINE_READ_FLOAT(f32be, u32be, f32, float, uint32_t, 4)
MW_DEFINE_READ_FLOAT(f64be, u64be, f64, double, uint64_t, 8)

/** A bool, or the byte that says whether an optional value follows. */
static inline bool mw_read_bool(mw_reader_t *r, bool *out) {
  if (mw_left(r) < 1) return mw_refuse_short(r, r->at, 1);
  if (*r->at > 1)
    return mw_refuse(r, MW_CODEC_NON_CANONICAL, r->at, "is %u, must be 0 or 1", (unsigned)*r->at);
  *out = *r->at++ != 0;
  return true;
}

/** `size` bytes as they are. */
static inline bool mw_read_fixed_bytes(mw_reader_t *r, size_t size, uint8_t *out) {
  if (mw_left(r) < size) return mw_refuse_short(r, r->at, size);
  memcpy(out, r->at, size);
  r->at += size;
  return true;
}

/** Bytes that are always the same. */
static inline bool mw_read_constant(mw_reader_t *r, const char *expected, size_t size) {
  if (mw_left(r) < size) return mw_refuse_short(r, r->at, size);
  if (memcmp(r->at, expected, size) != 0)
    return mw_refuse(r, MW_CODEC_BAD_CONSTANT, r->at, "must be the constant of its type");
  r->at += size;
  return true;
}

static inline bool mw_read_reserved(mw_reader_t *r, size_t size) {
  if (mw_left(r) < size) return mw_refuse_short(r, r->at, size);
  if (!mw_all_zero(r->at, size))
    return mw_refuse(r, MW_CODEC_NON_CANONICAL, r->at, "is reserved and must be zero");
  r->at += size;
  return true;
}

bool mw_read_prefix(mw_reader_t *r, mw_prefix_t prefix, uint64_t *out);

/** The byte length of a value whose bytes follow; `start` is where the value, its prefix included, begins. */
static inline bool mw_read_size(mw_reader_t *r, mw_prefix_t prefix, uint64_t min, uint64_t max,
                                const uint8_t **start, size_t *out) {
  uint64_t size;
  *start = r->at;
  if (prefix == MW_PREFIX_U8 && MW_LIKELY(r->at < r->end)) {
    size = *r->at++;
  } else if (!mw_read_prefix(r, prefix, &size)) {
    return false;
  }
  if (size > max || size < min) return mw_refuse_size(r, *start, size, min, max, "bytes");
  if (size > mw_left(r))
    return mw_refuse(r, MW_CODEC_TRUNCATED, *start, "says %llu bytes, %zu are left", (unsigned long long)size,
                     mw_left(r));
  *out = (size_t)size;
  return true;
}

/** The count of elements that take at least `least` bytes each. */
bool mw_read_count(mw_reader_t *r, mw_prefix_t prefix, uint64_t min, uint64_t max, size_t least, size_t *out);

static inline bool mw_read_bytes(mw_reader_t *r, mw_prefix_t prefix, uint64_t min, uint64_t max,
                                 mw_bytes_t *out) {
  const uint8_t *start;
  if (!mw_read_size(r, prefix, min, max, &start, &out->size)) return false;
  out->data = r->at;
  r->at += out->size;
  return true;
}

bool mw_read_text(mw_reader_t *r, mw_prefix_t prefix, uint64_t min, uint64_t max, mw_text_t *out);
bool mw_read_matching_text(mw_reader_t *r, mw_prefix_t prefix, uint64_t min, uint64_t max,
                           const mw_pattern_t *pattern, mw_text_t *out);

bool mw_read_duration(mw_reader_t *r, mw_duration_t *out);
bool mw_read_socket_address(mw_reader_t *r, mw_socket_address_t *out);

/** What stands around a window, to go back to. */
typedef struct mw_window {
  const uint8_t *outer_end;
} mw_window_t;

static inline bool mw_open_window(mw_reader_t *r, mw_prefix_t prefix, uint64_t min, uint64_t max,
                                  mw_window_t *window) {
  const uint8_t *start;
  size_t size;
  if (!mw_read_size(r, prefix, min, max, &start, &size)) return false;
  window->outer_end = r->end;
  r->end = r->at + size;
  return true;
}

static inline bool mw_close_window(mw_reader_t *r, const mw_window_t *window) {
  if (r->at != r->end) return mw_refuse_surplus(r);
  r->end = window->outer_end;
  return true;
}

/** What an older generation of an open type does not know: the rest of the window. */
static inline void mw_read_unknown(mw_reader_t *r, mw_bytes_t *out) {
  out->data = r->at;
  out->size = mw_left(r);
  r->at = r->end;
}

/** Room for one boxed value; NULL after recording that memory is out. */
void *mw_new(mw_reader_t *r, size_t size);

/** Room for `count` elements; false when memory is out. `*items` is NULL for none. */
bool mw_new_array(mw_reader_t *r, size_t count, size_t size, void **items);

/** A list whose count is not known beforehand: makes room for one more element. */
static inline bool mw_make_room(mw_reader_t *r, void **items, size_t count, size_t *capacity, size_t size) {
  if (count < *capacity) return true;
  return mw_arena_grow(r->arena, items, count, capacity, size) || mw_fail_memory(&r->failure);
}

/** Bytewise: below 0, 0 or above 0. */
int mw_compare_bytes(const void *a, size_t a_size, const void *b, size_t b_size);

#endif
