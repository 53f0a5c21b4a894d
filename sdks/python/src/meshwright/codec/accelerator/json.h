/* JSON: punctuation, integers, and bytes as text. Only the canonical spelling is taken. */
#ifndef MESHWRIGHT_JSON_H
#define MESHWRIGHT_JSON_H

#include "floats.h"

/* Passes what is spelt so. */
MW_INLINE int mw_literal(mw_reader *r, const char *text, size_t size) {
  if (mw_left(r) < size || memcmp(r->at, text, size) != 0) return 0;
  r->at += size;
  return 1;
}

MW_INLINE int mw_mark(mw_reader *r, char mark) {
  if (r->at >= r->end || *r->at != (uint8_t)mark) return 0;
  r->at++;
  return 1;
}

/* Passes `text` with a comma before it, or `opening` if it is the first. */
MW_INLINE int mw_next(mw_reader *r, char opening, int *any, const char *text, size_t size) {
  if (mw_left(r) <= size || *r->at != (uint8_t)(*any ? ',' : opening) || memcmp(r->at + 1, text, size) != 0)
    return 0;
  r->at += size + 1;
  return *any = 1;
}

MW_INLINE int mw_close(mw_reader *r, int any) {
  return any ? mw_mark(r, '}') : mw_literal(r, "{}", 2);
}

/* Takes over `value`, which the end of an object must follow. */
MW_INLINE PyObject *mw_closed(mw_reader *r, PyObject *value) {
  if (value == NULL || mw_mark(r, '}')) return value;
  Py_DECREF(value);
  return NULL;
}

MW_INLINE int mw_write_next(mw_writer *w, char opening, int *any, const char *text, size_t size) {
  uint8_t *to = mw_room(w, size + 1);
  if (to == NULL) return 0;
  to[0] = (uint8_t)(*any ? ',' : opening);
  memcpy(to + 1, text, size);
  return *any = 1;
}

MW_INLINE int mw_write_close(mw_writer *w, int any) {
  return any ? mw_raw(w, "}", 1) : mw_raw(w, "{}", 2);
}

/* Whether an element follows, after the bracket that is `opening` or a comma; -1: neither that nor the end. */
MW_INLINE int mw_more(mw_reader *r, char opening, char closing, int first) {
  if (first) return !mw_mark(r, opening) ? -1 : !mw_mark(r, closing);
  return mw_mark(r, ',') ? 1 : mw_mark(r, closing) ? 0 : -1;
}

MW_INLINE int mw_json_magnitude(mw_reader *r, uint64_t *number) {
  const uint8_t *at = r->at, *end = r->end;
  uint64_t found = 0;
  if (at >= end || *at < '0' || *at > '9') return 0;
  if (*at == '0') return *number = 0, r->at++, at + 1 == end || at[1] < '0' || at[1] > '9';
  for (; at < end && *at >= '0' && *at <= '9'; at++) {
    const unsigned digit = (unsigned)(*at - '0');
    if (MW_UNLIKELY(found > (UINT64_MAX - digit) / 10)) return 0;
    found = found * 10 + digit;
  }
  r->at = at;
  *number = found;
  return 1;
}

MW_INLINE PyObject *mw_json_unsigned(mw_reader *r, uint64_t low, uint64_t high) {
  uint64_t number;
  return mw_json_magnitude(r, &number) ? mw_unsigned_within(number, low, high) : NULL;
}

MW_INLINE int mw_json_whole(mw_reader *r, int64_t *number) {
  const int negative = mw_mark(r, '-');
  uint64_t magnitude;
  if (!mw_json_magnitude(r, &magnitude) || (negative && magnitude == 0) ||
      magnitude > (uint64_t)INT64_MAX + (uint64_t)negative)
    return 0;
  *number = negative ? (int64_t)(0 - magnitude) : (int64_t)magnitude;
  return 1;
}

MW_INLINE PyObject *mw_json_signed(mw_reader *r, int64_t low, int64_t high) {
  int64_t number;
  return mw_json_whole(r, &number) ? mw_signed_within(number, low, high) : NULL;
}

MW_INLINE PyObject *mw_json_bool(mw_reader *r) {
  if (mw_literal(r, "true", 4)) return mw_new_ref(Py_True);
  return mw_literal(r, "false", 5) ? mw_new_ref(Py_False) : NULL;
}

MW_INLINE int mw_write_digits(mw_writer *w, uint64_t number, int negative) {
  char digits[21];
  char *at = digits + sizeof digits;
  do
    *--at = (char)('0' + number % 10);
  while ((number /= 10) != 0);
  if (negative) *--at = '-';
  return mw_raw(w, at, (size_t)(digits + sizeof digits - at));
}

MW_INLINE int mw_write_unsigned(mw_writer *w, PyObject *value, uint64_t low, uint64_t high) {
  uint64_t number;
  return mw_unsigned(value, low, high, &number) && mw_write_digits(w, number, 0);
}

MW_INLINE int mw_write_signed(mw_writer *w, PyObject *value, int64_t low, int64_t high) {
  int64_t number;
  return mw_signed(value, low, high, &number) &&
         mw_write_digits(w, number < 0 ? 0 - (uint64_t)number : (uint64_t)number, number < 0);
}

MW_INLINE int mw_write_bool(mw_writer *w, PyObject *value) {
  return value == Py_True ? mw_raw(w, "true", 4) : value == Py_False && mw_raw(w, "false", 5);
}

/* A string without escapes. */
MW_INLINE int mw_plain_string(mw_reader *r, mw_token *token) {
  return mw_string(r, token) && !token->escaped;
}

MW_SHARED PyObject *mw_json_hex(mw_reader *r, uint64_t low, uint64_t high) {
  mw_token token;
  if (!mw_plain_string(r, &token) || token.size % 2 != 0 || token.size / 2 < low || token.size / 2 > high)
    return NULL;
  PyObject *octets = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)(token.size / 2));
  if (octets == NULL) return NULL;
  uint8_t *to = (uint8_t *)PyBytes_AS_STRING(octets);
  for (size_t i = 0; i < token.size; i += 2) {
    const int high_digit = mw_hex_digit(token.from[i]), low_digit = mw_hex_digit(token.from[i + 1]);
    if (high_digit < 0 || low_digit < 0) return Py_DECREF(octets), NULL;
    *to++ = (uint8_t)(high_digit << 4 | low_digit);
  }
  return octets;
}

MW_SHARED int mw_write_hex(mw_writer *w, PyObject *value, uint64_t low, uint64_t high) {
  if (!mw_is_octets(value, low, high)) return 0;
  const size_t size = (size_t)PyBytes_GET_SIZE(value);
  const uint8_t *from = (const uint8_t *)PyBytes_AS_STRING(value);
  uint8_t *to = mw_room(w, 2 * size + 2);
  if (to == NULL) return 0;
  *to++ = '"';
  for (size_t i = 0; i < size; i++) {
    *to++ = (uint8_t) "0123456789abcdef"[from[i] >> 4];
    *to++ = (uint8_t) "0123456789abcdef"[from[i] & 15];
  }
  *to = '"';
  return 1;
}

MW_INLINE int mw_base64_digit(uint8_t letter) {
  if (letter >= 'A' && letter <= 'Z') return letter - 'A';
  if (letter >= 'a' && letter <= 'z') return letter - 'a' + 26;
  if (letter >= '0' && letter <= '9') return letter - '0' + 52;
  return letter == '+' ? 62 : letter == '/' ? 63 : -1;
}

MW_SHARED PyObject *mw_json_base64(mw_reader *r, uint64_t low, uint64_t high) {
  mw_token token;
  if (!mw_plain_string(r, &token) || token.size % 4 != 0) return NULL;
  size_t padding = 0;
  while (padding < 2 && padding < token.size && token.from[token.size - 1 - padding] == '=')
    padding++;
  const size_t size = token.size / 4 * 3 - padding;
  if (size < low || size > high) return NULL;
  PyObject *octets = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)size);
  if (octets == NULL) return NULL;
  uint8_t *to = (uint8_t *)PyBytes_AS_STRING(octets);
  uint32_t bits = 0;
  int held = 0, bad = 0;
  for (size_t i = 0; i < token.size - padding; i++) {
    const int digit = mw_base64_digit(token.from[i]);
    bad |= digit;
    bits = bits << 6 | ((uint32_t)digit & 63);
    if ((held += 6) >= 8) *to++ = (uint8_t)(bits >> (held -= 8));
  }
  /* What is left of the last digit must be zero. */
  if (bad < 0 || (bits & ((1u << held) - 1)) != 0) return Py_DECREF(octets), NULL;
  return octets;
}

MW_SHARED int mw_write_base64(mw_writer *w, PyObject *value, uint64_t low, uint64_t high) {
  static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  if (!mw_is_octets(value, low, high)) return 0;
  const size_t size = (size_t)PyBytes_GET_SIZE(value);
  const uint8_t *from = (const uint8_t *)PyBytes_AS_STRING(value);
  uint8_t *to = mw_room(w, (size + 2) / 3 * 4 + 2);
  if (to == NULL) return 0;
  *to++ = '"';
  for (size_t i = 0; i < size; i += 3) {
    const size_t left = size - i;
    const uint32_t bits =
        (uint32_t)from[i] << 16 | (left > 1 ? (uint32_t)from[i + 1] << 8 : 0) | (left > 2 ? from[i + 2] : 0);
    *to++ = (uint8_t)DIGITS[bits >> 18];
    *to++ = (uint8_t)DIGITS[bits >> 12 & 63];
    *to++ = (uint8_t)(left > 1 ? DIGITS[bits >> 6 & 63] : '=');
    *to++ = (uint8_t)(left > 2 ? DIGITS[bits & 63] : '=');
  }
  *to = '"';
  return 1;
}

/* Bytes as an array of integers: counted first, so that they are put where they belong. */
MW_SHARED PyObject *mw_json_ints(mw_reader *r, uint64_t low, uint64_t high) {
  uint64_t number, count = 0;
  int more;
  mw_reader counted = *r;
  while ((more = mw_more(&counted, '[', ']', count == 0)) > 0) {
    if (!mw_json_magnitude(&counted, &number) || number > UINT8_MAX) return NULL;
    count++;
  }
  if (more < 0 || count < low || count > high) return NULL;
  PyObject *octets = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)count);
  if (octets == NULL) return NULL;
  for (uint64_t i = 0; i < count; i++) {
    r->at++;
    if (!mw_json_magnitude(r, &number)) return Py_DECREF(octets), NULL;
    PyBytes_AS_STRING(octets)[i] = (char)(uint8_t)number;
  }
  r->at = counted.at;
  return octets;
}

MW_SHARED int mw_write_ints(mw_writer *w, PyObject *value, uint64_t low, uint64_t high) {
  if (!mw_is_octets(value, low, high)) return 0;
  const Py_ssize_t size = PyBytes_GET_SIZE(value);
  if (!mw_raw(w, "[", 1)) return 0;
  for (Py_ssize_t i = 0; i < size; i++) {
    if ((i > 0 && !mw_raw(w, ",", 1)) || !mw_write_digits(w, (uint8_t)PyBytes_AS_STRING(value)[i], 0))
      return 0;
  }
  return mw_raw(w, "]", 1);
}

/* A decimal key, in quotes. */
MW_INLINE PyObject *mw_json_unsigned_key(mw_reader *r, uint64_t low, uint64_t high) {
  uint64_t number;
  return mw_mark(r, '"') && mw_json_magnitude(r, &number) && mw_mark(r, '"')
             ? mw_unsigned_within(number, low, high)
             : NULL;
}

MW_INLINE PyObject *mw_json_signed_key(mw_reader *r, int64_t low, int64_t high) {
  int64_t number;
  return mw_mark(r, '"') && mw_json_whole(r, &number) && mw_mark(r, '"') ? mw_signed_within(number, low, high)
                                                                         : NULL;
}

/* Whether a field that is left out when it is empty, zero or false is so; -1 for a value of another type. */
MW_INLINE int mw_is_empty(PyObject *value) {
  if (value == NULL) return -1;
  if (PyUnicode_CheckExact(value)) return PyUnicode_GET_LENGTH(value) == 0;
  if (PyBytes_CheckExact(value)) return PyBytes_GET_SIZE(value) == 0;
  if (PyList_CheckExact(value)) return PyList_GET_SIZE(value) == 0;
  if (PyDict_CheckExact(value)) return PyDict_GET_SIZE(value) == 0;
  if (PyBool_Check(value)) return value == Py_False;
  int64_t number;
  return PyLong_CheckExact(value) ? mw_any_signed(value, &number) && number == 0 : -1;
}

/* Takes over `value`, which may not be empty where it is written. */
MW_INLINE PyObject *mw_non_empty(PyObject *value) {
  if (value == NULL || mw_is_empty(value) == 0) return value;
  Py_DECREF(value);
  return NULL;
}

#endif
