/** Writes canonical JSON into a writer. */
#ifndef MESHWRIGHT_JSON_WRITER_H
#define MESHWRIGHT_JSON_WRITER_H

#include "json_object.h"
#include "writer.h"

/** What is written as it stands: a literal's characters without its terminator. */
#define mw_json_write_literal(w, literal) mw_write_raw(w, literal, sizeof(literal) - 1)

bool mw_json_write_unsigned(mw_writer_t *w, uint64_t min, uint64_t max, uint64_t value);
bool mw_json_write_signed(mw_writer_t *w, int64_t min, int64_t max, int64_t value);
bool mw_json_write_f32(mw_writer_t *w, float value);
bool mw_json_write_f64(mw_writer_t *w, double value);
bool mw_json_write_f32_within(mw_writer_t *w, float min, float max, float value);
bool mw_json_write_f64_within(mw_writer_t *w, double min, double max, double value);
bool mw_json_write_bool(mw_writer_t *w, bool value);
/** `pattern` may be NULL. */
bool mw_json_write_text(mw_writer_t *w, uint64_t min, uint64_t max, const mw_pattern_t *pattern,
                        mw_text_t value);
bool mw_json_write_hex(mw_writer_t *w, uint64_t min, uint64_t max, mw_bytes_t value);
bool mw_json_write_base64(mw_writer_t *w, uint64_t min, uint64_t max, mw_bytes_t value);
bool mw_json_write_ints(mw_writer_t *w, uint64_t min, uint64_t max, mw_bytes_t value);
/** Free JSON: refused as a decoder would. */
bool mw_json_write_value(mw_writer_t *w, mw_text_t value);
bool mw_json_write_duration(mw_writer_t *w, mw_duration_t value);
bool mw_json_write_socket_address(mw_writer_t *w, const mw_socket_address_t *value);
bool mw_json_write_flags(mw_writer_t *w, const mw_json_name_t *names, const uint8_t *bits, size_t count,
                         uint64_t value);

static inline bool mw_json_write_name(mw_writer_t *w, mw_json_name_t name) {
  return mw_write_raw(w, name.token, name.size);
}

/** A comma, unless it is the first time; for elements and for maps. */
static inline bool mw_json_separate(mw_writer_t *w, size_t index) {
  return index == 0 || mw_write_u8(w, ',');
}

/** A member's key with its colon, as a literal, and the comma before it unless it is the first member. */
#define mw_json_write_member(w, literal, first) mw_json_write_key(w, literal, sizeof(literal) - 1, first)

static inline bool mw_json_write_key(mw_writer_t *w, const char *key, size_t size, bool *first) {
  const bool separated = *first || mw_write_u8(w, ',');
  *first = false;
  return separated && mw_write_raw(w, key, size);
}

#define MW_DEFINE_JSON_WRITE_FIXED(form)                                                                     \
  static inline bool mw_json_write_fixed_##form(mw_writer_t *w, const uint8_t *bytes, size_t size) {         \
    const mw_bytes_t value = {bytes, size};                                                                  \
    return mw_json_write_##form(w, 0, UINT64_MAX, value);                                                    \
  }

MW_DEFINE_JSON_WRITE_FIXED(hex)
MW_DEFINE_JSON_WRITE_FIXED(base64)
MW_DEFINE_JSON_WRITE_FIXED(ints)

/** An integer as a map's key. */
bool mw_json_write_unsigned_key(mw_writer_t *w, uint64_t min, uint64_t max, uint64_t value);
bool mw_json_write_signed_key(mw_writer_t *w, int64_t min, int64_t max, int64_t value);

/** Members that an open object keeps; checked as a decoder would, `keys` being the names that its type has, `tag` (or NULL) what stands beside them. */
bool mw_json_write_unknown(mw_writer_t *w, const mw_json_member_key_t *keys, size_t count,
                           const mw_json_member_key_t *tag, mw_bytes_t members, bool first);

#endif
