/** Reads canonical JSON from a reader's window, token by token, refusing at the first token that breaks a rule. */
#ifndef MESHWRIGHT_JSON_READER_H
#define MESHWRIGHT_JSON_READER_H

#include "json_scan.h"
#include "reader.h"

/** The whole window must be UTF-8; comes before everything else. */
bool mw_json_begin(mw_reader_t *r);

/** Records that the next token is none that may stand here. */
static inline bool mw_json_refuse_token(mw_reader_t *r) {
  return mw_refuse(r, MW_CODEC_MALFORMED, r->at, "is not what must stand here");
}

/** The same where the input may end, or white space stand. */
MW_COLD void mw_json_note_place(mw_reader_t *r);

static inline bool mw_json_refuse_place(mw_reader_t *r) {
  mw_json_note_place(r);
  return false;
}

/** The character that the next token starts with; at the end and at white space false, and 0. Takes none. */
static inline bool mw_json_peek(mw_reader_t *r, uint8_t *first) {
  *first = 0;
  if (r->at == r->end || mw_json_is_space(*r->at)) return mw_json_refuse_place(r);
  *first = *r->at;
  return true;
}

/** One character of punctuation. */
static inline bool mw_json_expect(mw_reader_t *r, uint8_t punctuation) {
  if (r->at == r->end || *r->at != punctuation) return mw_json_refuse_place(r);
  r->at++;
  return true;
}

/* Values. Bounds are inclusive. */
bool mw_json_read_unsigned(mw_reader_t *r, uint64_t min, uint64_t max, uint64_t *out);
bool mw_json_read_signed(mw_reader_t *r, int64_t min, int64_t max, int64_t *out);
bool mw_json_read_f32(mw_reader_t *r, float *out);
bool mw_json_read_f64(mw_reader_t *r, double *out);
bool mw_json_read_f32_within(mw_reader_t *r, float min, float max, float *out);
bool mw_json_read_f64_within(mw_reader_t *r, double min, double max, double *out);
bool mw_json_read_bool(mw_reader_t *r, bool *out);
/** `null`, or a value that follows. */
bool mw_json_read_present(mw_reader_t *r, bool *present);
/** `pattern` may be NULL. */
bool mw_json_read_text(mw_reader_t *r, uint64_t min, uint64_t max, const mw_pattern_t *pattern,
                       mw_text_t *out);
bool mw_json_read_hex(mw_reader_t *r, uint64_t min, uint64_t max, mw_bytes_t *out);
bool mw_json_read_base64(mw_reader_t *r, uint64_t min, uint64_t max, mw_bytes_t *out);
bool mw_json_read_ints(mw_reader_t *r, uint64_t min, uint64_t max, mw_bytes_t *out);

#define MW_DEFINE_JSON_READ_FIXED(form)                                                                      \
  static inline bool mw_json_read_fixed_##form(mw_reader_t *r, size_t size, uint8_t *out) {                  \
    mw_bytes_t bytes;                                                                                        \
    if (!mw_json_read_##form(r, size, size, &bytes)) return false;                                           \
    memcpy(out, bytes.data, size);                                                                           \
    return true;                                                                                             \
  }

MW_DEFINE_JSON_READ_FIXED(hex)
MW_DEFINE_JSON_READ_FIXED(base64)
MW_DEFINE_JSON_READ_FIXED(ints)

/** Free JSON: keeps its text. */
bool mw_json_read_value(mw_reader_t *r, mw_text_t *out);
bool mw_json_read_duration(mw_reader_t *r, mw_duration_t *out);
bool mw_json_read_socket_address(mw_reader_t *r, mw_socket_address_t *out);
/** A string that is always the same; `token` with its quotes, terminated. The second for one that must be hex. */
bool mw_json_read_constant(mw_reader_t *r, const char *token, size_t size);
bool mw_json_read_constant_hex(mw_reader_t *r, const char *token, size_t size);

#define MW_DEFINE_JSON_READ_INT(int_name, type, wide, wide_type)                                             \
  static inline bool mw_json_read_##int_name(mw_reader_t *r, type min, type max, type *out) {                \
    wide_type value;                                                                                         \
    if (!mw_json_read_##wide(r, min, max, &value)) return false;                                             \
    *out = (type)value;                                                                                      \
    return true;                                                                                             \
  }

MW_DEFINE_JSON_READ_INT(u8, uint8_t, unsigned, uint64_t)
MW_DEFINE_JSON_READ_INT(u16, uint16_t, unsigned, uint64_t)
MW_DEFINE_JSON_READ_INT(u32, uint32_t, unsigned, uint64_t)
MW_DEFINE_JSON_READ_INT(u64, uint64_t, unsigned, uint64_t)
MW_DEFINE_JSON_READ_INT(i8, int8_t, signed, int64_t)
MW_DEFINE_JSON_READ_INT(i16, int16_t, signed, int64_t)
MW_DEFINE_JSON_READ_INT(i32, int32_t, signed, int64_t)
MW_DEFINE_JSON_READ_INT(i64, int64_t, signed, int64_t)

/** An integer that is always the same; the bounds are those of its type. */
bool mw_json_read_unsigned_constant(mw_reader_t *r, uint64_t min, uint64_t max, uint64_t expected);
bool mw_json_read_signed_constant(mw_reader_t *r, int64_t min, int64_t max, int64_t expected);

/** A number token as it stands: the longest run of characters that numbers are made of. */
bool mw_json_read_number(mw_reader_t *r, const uint8_t **token, size_t *size);

/** A string token as it stands, quotes included; canonically spelled. */
bool mw_json_read_token(mw_reader_t *r, const uint8_t **token, size_t *size);

/** A name as a token, quotes included: canonical spelling makes equal names equal tokens. */
typedef struct mw_json_name {
  const char *token;
  size_t size;
} mw_json_name_t;

#define MW_JSON_NO_NAME SIZE_MAX

/** The position of a token among `count` names, or MW_JSON_NO_NAME. */
size_t mw_json_find_name(const mw_json_name_t *names, size_t count, const uint8_t *token, size_t size);

/** An array of names in bit order. `bits` are their numbers. */
bool mw_json_read_flags(mw_reader_t *r, const mw_json_name_t *names, const uint8_t *bits, size_t count,
                        uint64_t *out);

/** The next token is one of the names; otherwise `unknown_variant`. */
bool mw_json_read_name(mw_reader_t *r, const mw_json_name_t *names, size_t count, size_t *out);

/** Elements of a list, or the pairs of a map: `*more` until the closing bracket, which is consumed. */
typedef struct mw_json_sequence {
  const uint8_t *start;
  size_t count;
  uint64_t max;
  uint8_t close;
} mw_json_sequence_t;

bool mw_json_open_list(mw_reader_t *r, uint64_t max, mw_json_sequence_t *sequence);
bool mw_json_open_map(mw_reader_t *r, uint64_t max, mw_json_sequence_t *sequence);
bool mw_json_next(mw_reader_t *r, mw_json_sequence_t *sequence, bool *more);
/** After the last element. */
bool mw_json_close(mw_reader_t *r, const mw_json_sequence_t *sequence, uint64_t min);

/* A map's key, up to its colon. What is wrong with the token carries the path of the map, the rest that of the key at `index`. */
bool mw_json_read_text_key(mw_reader_t *r, uint64_t min, uint64_t max, const mw_pattern_t *pattern,
                           size_t index, mw_text_t *out);
bool mw_json_read_name_key(mw_reader_t *r, const mw_json_name_t *names, size_t count, size_t index,
                           size_t *out);
bool mw_json_read_unsigned_key(mw_reader_t *r, uint64_t min, uint64_t max, size_t index, uint64_t *out);
bool mw_json_read_signed_key(mw_reader_t *r, int64_t min, int64_t max, size_t index, int64_t *out);

#define MW_DEFINE_JSON_READ_KEY(int_name, type, wide, wide_type)                                             \
  static inline bool mw_json_read_##int_name##_key(mw_reader_t *r, type min, type max, size_t index,         \
                                                   type *out) {                                              \
    wide_type value;                                                                                         \
    if (!mw_json_read_##wide##_key(r, min, max, index, &value)) return false;                                \
    *out = (type)value;                                                                                      \
    return true;                                                                                             \
  }

MW_DEFINE_JSON_READ_KEY(u8, uint8_t, unsigned, uint64_t)
MW_DEFINE_JSON_READ_KEY(u16, uint16_t, unsigned, uint64_t)
MW_DEFINE_JSON_READ_KEY(u32, uint32_t, unsigned, uint64_t)
MW_DEFINE_JSON_READ_KEY(u64, uint64_t, unsigned, uint64_t)
MW_DEFINE_JSON_READ_KEY(i8, int8_t, signed, int64_t)
MW_DEFINE_JSON_READ_KEY(i16, int16_t, signed, int64_t)
MW_DEFINE_JSON_READ_KEY(i32, int32_t, signed, int64_t)
MW_DEFINE_JSON_READ_KEY(i64, int64_t, signed, int64_t)

#endif
