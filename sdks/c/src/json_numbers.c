#include "json_reader.h"

#include <meshwright/float_text.h>

#include "float_digits.h"

bool mw_json_read_number(mw_reader_t *r, const uint8_t **token, size_t *size) {
  uint8_t first;
  if (!mw_json_peek(r, &first)) return false;
  if (first != '-' && (first < '0' || first > '9')) return mw_json_refuse_token(r);
  *token = r->at;
  r->at = mw_json_number_end(r->at, r->end);
  if (r->at == r->end && !r->standalone)
    return mw_refuse(r, MW_CODEC_TRUNCATED, *token, "is a number that may not be at its end");
  *size = (size_t)(r->at - *token);
  return true;
}

/** The magnitude of `0|-?[1-9][0-9]*`; UINT64_MAX with `*overflow` if it is larger. */
static bool parse_integer(mw_reader_t *r, const uint8_t *start, const uint8_t *token, size_t size,
                          bool *negative, uint64_t *magnitude, bool *overflow) {
  *negative = size > 0 && token[0] == '-';
  const uint8_t *const digits = token + *negative;
  const size_t count = size - *negative;
  *magnitude = 0;
  *overflow = false;
  for (size_t i = 0; i < count; i++) {
    const unsigned digit = (unsigned)digits[i] - '0';
    if (digit > 9) return mw_refuse(r, MW_CODEC_MALFORMED, start, "is not an integer");
    *overflow |= *magnitude > (UINT64_MAX - digit) / 10;
    *magnitude = *magnitude * 10 + digit;
  }
  if (count == 0) return mw_refuse(r, MW_CODEC_MALFORMED, start, "is not an integer");
  const bool plain = digits[0] != '0' || (count == 1 && !*negative);
  return plain ||
         mw_refuse(r, MW_CODEC_NON_CANONICAL, start, "is an integer with leading zeros, or minus zero");
}

static bool parse_unsigned(mw_reader_t *r, const uint8_t *start, const uint8_t *token, size_t size,
                           uint64_t min, uint64_t max, uint64_t *out) {
  bool negative, overflow;
  if (!parse_integer(r, start, token, size, &negative, out, &overflow)) return false;
  return (!negative && !overflow && *out >= min && *out <= max) || mw_refuse_range(r, start);
}

static bool parse_signed(mw_reader_t *r, const uint8_t *start, const uint8_t *token, size_t size, int64_t min,
                         int64_t max, int64_t *out) {
  bool negative, overflow;
  uint64_t magnitude;
  if (!parse_integer(r, start, token, size, &negative, &magnitude, &overflow)) return false;
  const uint64_t greatest = (uint64_t)INT64_MAX + negative;
  if (overflow || magnitude > greatest) return mw_refuse_range(r, start);
  *out = negative ? (int64_t)(0 - magnitude) : (int64_t)magnitude;
  return (*out >= min && *out <= max) || mw_refuse_range(r, start);
}

bool mw_json_read_unsigned(mw_reader_t *r, uint64_t min, uint64_t max, uint64_t *out) {
  const uint8_t *token;
  size_t size;
  return mw_json_read_number(r, &token, &size) && parse_unsigned(r, token, token, size, min, max, out);
}

bool mw_json_read_signed(mw_reader_t *r, int64_t min, int64_t max, int64_t *out) {
  const uint8_t *token;
  size_t size;
  return mw_json_read_number(r, &token, &size) && parse_signed(r, token, token, size, min, max, out);
}

static bool refuse_constant(mw_reader_t *r, const uint8_t *at) {
  return mw_refuse(r, MW_CODEC_BAD_CONSTANT, at, "must be the constant of its type");
}

bool mw_json_read_unsigned_constant(mw_reader_t *r, uint64_t min, uint64_t max, uint64_t expected) {
  const uint8_t *const start = r->at;
  uint64_t value;
  return mw_json_read_unsigned(r, min, max, &value) && (value == expected || refuse_constant(r, start));
}

bool mw_json_read_signed_constant(mw_reader_t *r, int64_t min, int64_t max, int64_t expected) {
  const uint8_t *const start = r->at;
  int64_t value;
  return mw_json_read_signed(r, min, max, &value) && (value == expected || refuse_constant(r, start));
}

bool mw_json_read_unsigned_key(mw_reader_t *r, uint64_t min, uint64_t max, size_t index, uint64_t *out) {
  const uint8_t *token;
  size_t size;
  if (!mw_json_read_token(r, &token, &size)) return false;
  return parse_unsigned(r, token, token + 1, size - 2, min, max, out) || mw_in_key(&r->failure, index);
}

bool mw_json_read_signed_key(mw_reader_t *r, int64_t min, int64_t max, size_t index, int64_t *out) {
  const uint8_t *token;
  size_t size;
  if (!mw_json_read_token(r, &token, &size)) return false;
  return parse_signed(r, token, token + 1, size - 2, min, max, out) || mw_in_key(&r->failure, index);
}

/** Digits, one point among them, and perhaps an exponent: what may stand where a float does. */
static bool is_number_shape(const uint8_t *token, size_t size) {
  size_t at = 1;
  while (at < size && token[at] >= '0' && token[at] <= '9')
    at++;
  /* Leading zeros are a fault of spelling, and from the last digit on (or a minus without any) the grammar is JSON's. */
  return mw_is_json_number((const char *)token + at - 1, size - at + 1);
}

/** A number token that is well-formed. */
static bool read_float_token(mw_reader_t *r, const char **token, size_t *size) {
  const uint8_t *start;
  if (!mw_json_read_number(r, &start, size)) return false;
  *token = (const char *)start;
  return is_number_shape(start, *size) ||
         mw_refuse(r, MW_CODEC_MALFORMED, start, "is not a number as JSON writes them");
}

/** Decimals of so many digits are told apart by the floats, so each is the shortest spelling of its own. */
enum { F32_SURE_DIGITS = 6, F64_SURE_DIGITS = 15 };

/** Tells canonical spellings of a few digits by their looks; what it does not know may be canonical too. */
static bool looks_canonical(const char *token, size_t size, size_t sure_digits) {
  const char *const whole = token + (token[0] == '-');
  const char *const end = token + size;
  const char *const point = (const char *)memchr(whole, '.', (size_t)(end - whole));
  if (point == NULL || (size_t)(end - whole) > sure_digits + 1) return false;
  for (const char *at = point + 1; at != end; at++)
    if (*at < '0' || *at > '9') return false;
  /* From 1 on: no zero before it, and none at its end but the one that must be there. */
  return whole[0] != '0' && (end[-1] != '0' || end - point == 2);
}

/** The value is known; was it spelt as an encoder would? */
static bool check_spelling(mw_reader_t *r, const char *token, size_t size, const char *canonical,
                           size_t canonical_size) {
  if (size == canonical_size && memcmp(token, canonical, size) == 0) return true;
  return mw_refuse(r, MW_CODEC_NON_CANONICAL, (const uint8_t *)token, "must be written %s", canonical);
}

static bool refuse_overflow(mw_reader_t *r, const char *token) {
  return mw_refuse(r, MW_CODEC_OUT_OF_RANGE, (const uint8_t *)token, "is too large a number");
}

bool mw_json_read_f64(mw_reader_t *r, double *out) {
  const char *token;
  size_t size;
  if (!read_float_token(r, &token, &size)) return false;
  *out = mw_nearest_f64(token, size);
  if (*out - *out != 0) return refuse_overflow(r, token);
  if (looks_canonical(token, size, F64_SURE_DIGITS)) return true;
  char canonical[MW_FLOAT_TEXT_CAPACITY];
  return check_spelling(r, token, size, canonical, mw_format_f64(*out, canonical));
}

bool mw_json_read_f32(mw_reader_t *r, float *out) {
  const char *token;
  size_t size;
  if (!read_float_token(r, &token, &size)) return false;
  *out = mw_nearest_f32(token, size);
  if (*out - *out != 0) return refuse_overflow(r, token);
  if (looks_canonical(token, size, F32_SURE_DIGITS)) return true;
  char canonical[MW_FLOAT_TEXT_CAPACITY];
  return check_spelling(r, token, size, canonical, mw_format_f32(*out, canonical));
}

bool mw_json_read_f32_within(mw_reader_t *r, float min, float max, float *out) {
  const uint8_t *const start = r->at;
  return mw_json_read_f32(r, out) && ((*out >= min && *out <= max) || mw_refuse_range(r, start));
}

bool mw_json_read_f64_within(mw_reader_t *r, double min, double max, double *out) {
  const uint8_t *const start = r->at;
  return mw_json_read_f64(r, out) && ((*out >= min && *out <= max) || mw_refuse_range(r, start));
}
