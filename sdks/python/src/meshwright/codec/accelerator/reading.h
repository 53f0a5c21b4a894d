/* Reading bytes: each function gives a new reference, or NULL; positions move only forward, and never past the window's edge. */
#ifndef MESHWRIGHT_READING_H
#define MESHWRIGHT_READING_H

#include "objects.h"
#include "patterns.h"

typedef struct {
  const uint8_t *at;
  const uint8_t *end;
} mw_reader;

/* How a size stands before its value. */
typedef enum {
  MW_U8,
  MW_U16LE,
  MW_U16BE,
  MW_U32LE,
  MW_U32BE,
  MW_U64LE,
  MW_U64BE,
  MW_VARINT16,
  MW_VARINT32,
  MW_VARINT64,
  MW_REST
} mw_prefix;

#define MW_VARINT_BYTES 10

MW_INLINE size_t mw_left(const mw_reader *r) {
  return (size_t)(r->end - r->at);
}

/* `size` bytes that have been passed, or NULL. */
MW_INLINE const uint8_t *mw_take(mw_reader *r, size_t size) {
  const uint8_t *from = r->at;
  if (MW_UNLIKELY(mw_left(r) < size)) return NULL;
  r->at += size;
  return from;
}

MW_INLINE uint64_t mw_load_le(const uint8_t *from, int size) {
  uint64_t number = 0;
  for (int i = 0; i < size; i++)
    number |= (uint64_t)from[i] << (8 * i);
  return number;
}

MW_INLINE uint64_t mw_load_be(const uint8_t *from, int size) {
  uint64_t number = 0;
  for (int i = 0; i < size; i++)
    number = number << 8 | from[i];
  return number;
}

MW_INLINE uint8_t mw_load_u8(const uint8_t *from) {
  return from[0];
}
MW_INLINE uint16_t mw_load_u16le(const uint8_t *from) {
  return (uint16_t)mw_load_le(from, 2);
}
MW_INLINE uint16_t mw_load_u16be(const uint8_t *from) {
  return (uint16_t)mw_load_be(from, 2);
}
MW_INLINE uint32_t mw_load_u32le(const uint8_t *from) {
  return (uint32_t)mw_load_le(from, 4);
}
MW_INLINE uint32_t mw_load_u32be(const uint8_t *from) {
  return (uint32_t)mw_load_be(from, 4);
}
MW_INLINE uint64_t mw_load_u64le(const uint8_t *from) {
  return mw_load_le(from, 8);
}
MW_INLINE uint64_t mw_load_u64be(const uint8_t *from) {
  return mw_load_be(from, 8);
}

MW_INLINE int mw_all_zero(const uint8_t *from, size_t size) {
  uint8_t any = 0;
  for (size_t i = 0; i < size; i++)
    any |= from[i];
  return any == 0;
}

MW_SHARED int mw_long_varint(mw_reader *r, uint64_t *number) {
  uint64_t found = 0;
  for (int i = 0; i < MW_VARINT_BYTES && r->at + i < r->end; i++) {
    const uint8_t byte = r->at[i];
    /* The tenth byte has room for one bit. */
    if (i == MW_VARINT_BYTES - 1 && byte > 1) return 0;
    found |= (uint64_t)(byte & 0x7f) << (7 * i);
    if (byte >= 0x80) continue;
    if (byte == 0 && i > 0) return 0;
    r->at += i + 1;
    *number = found;
    return 1;
  }
  return 0;
}

MW_INLINE int mw_varint(mw_reader *r, uint64_t high, uint64_t *number) {
  if (r->at < r->end && *r->at < 0x80) {
    *number = *r->at++;
    return *number <= high;
  }
  return mw_long_varint(r, number) && *number <= high;
}

MW_INLINE int mw_zigzag(mw_reader *r, int64_t low, int64_t high, int64_t *number) {
  uint64_t raw;
  if (!mw_varint(r, UINT64_MAX, &raw)) return 0;
  *number = (int64_t)(raw >> 1 ^ (0 - (raw & 1)));
  return *number >= low && *number <= high;
}

MW_INLINE PyObject *mw_read_varint(mw_reader *r, uint64_t low, uint64_t high) {
  uint64_t number;
  return mw_varint(r, high, &number) && number >= low ? mw_from_unsigned(number) : NULL;
}

MW_INLINE PyObject *mw_read_zigzag(mw_reader *r, int64_t low, int64_t high) {
  int64_t number;
  return mw_zigzag(r, low, high, &number) ? mw_from_signed(number) : NULL;
}

MW_INLINE int mw_read_number(mw_reader *r, mw_prefix prefix, uint64_t *number) {
  const uint8_t *from;
  switch (prefix) {
  case MW_U8:
    return (from = mw_take(r, 1)) != NULL && (*number = *from, 1);
  case MW_U16LE:
    return (from = mw_take(r, 2)) != NULL && (*number = mw_load_u16le(from), 1);
  case MW_U16BE:
    return (from = mw_take(r, 2)) != NULL && (*number = mw_load_u16be(from), 1);
  case MW_U32LE:
    return (from = mw_take(r, 4)) != NULL && (*number = mw_load_u32le(from), 1);
  case MW_U32BE:
    return (from = mw_take(r, 4)) != NULL && (*number = mw_load_u32be(from), 1);
  case MW_U64LE:
    return (from = mw_take(r, 8)) != NULL && (*number = mw_load_u64le(from), 1);
  case MW_U64BE:
    return (from = mw_take(r, 8)) != NULL && (*number = mw_load_u64be(from), 1);
  case MW_VARINT16:
    return mw_varint(r, UINT16_MAX, number);
  case MW_VARINT32:
    return mw_varint(r, UINT32_MAX, number);
  case MW_VARINT64:
    return mw_varint(r, UINT64_MAX, number);
  case MW_REST:
    return *number = mw_left(r), 1;
  }
  return 0;
}

/* A length or count of things of at least `unit` bytes, all of which can still be there. */
MW_INLINE int mw_read_size(mw_reader *r, mw_prefix prefix, uint64_t low, uint64_t high, size_t unit,
                           size_t *size) {
  uint64_t number;
  if (!mw_read_number(r, prefix, &number) || number < low || number > high || number > mw_left(r) / unit)
    return 0;
  *size = (size_t)number;
  return 1;
}

/* UTF-8 by the letter of RFC 3629. */
MW_INLINE PyObject *mw_text(const uint8_t *from, size_t size) {
  PyObject *text = PyUnicode_DecodeUTF8((const char *)from, (Py_ssize_t)size, NULL);
  if (text == NULL && PyErr_ExceptionMatches(PyExc_UnicodeDecodeError)) PyErr_Clear();
  return text;
}

MW_INLINE PyObject *mw_octets(const uint8_t *from, size_t size) {
  return PyBytes_FromStringAndSize((const char *)from, (Py_ssize_t)size);
}

MW_INLINE PyObject *mw_read_text(mw_reader *r, mw_prefix prefix, uint64_t low, uint64_t high,
                                 const mw_pattern *pattern) {
  size_t size;
  if (!mw_read_size(r, prefix, low, high, 1, &size)) return NULL;
  if (pattern != NULL && !mw_matches(pattern, r->at, size)) return NULL;
  r->at += size;
  return mw_text(r->at - size, size);
}

MW_INLINE PyObject *mw_read_octets(mw_reader *r, mw_prefix prefix, uint64_t low, uint64_t high) {
  size_t size;
  if (!mw_read_size(r, prefix, low, high, 1, &size)) return NULL;
  r->at += size;
  return mw_octets(r->at - size, size);
}

/* Behind the edge of the window of the next value; NULL if that does not fit. */
MW_INLINE const uint8_t *mw_window(mw_reader *r, mw_prefix prefix, uint64_t low, uint64_t high) {
  size_t size;
  return mw_read_size(r, prefix, low, high, 1, &size) ? r->at + size : NULL;
}

/* Takes over `value`, which must have taken all of its window. */
MW_INLINE PyObject *mw_filled(mw_reader *r, PyObject *value) {
  if (value == NULL || r->at == r->end) return value;
  Py_DECREF(value);
  return NULL;
}

MW_INLINE PyObject *mw_float_32(uint32_t bits, double low, double high, int bounded) {
  float number;
  if ((bits & 0x7fffffff) > 0x7f800000 && bits != 0x7fc00000) return NULL;
  memcpy(&number, &bits, sizeof number);
  return bounded && !(number >= low && number <= high) ? NULL : PyFloat_FromDouble((double)number);
}

MW_INLINE PyObject *mw_float_64(uint64_t bits, double low, double high, int bounded) {
  double number;
  if ((bits & 0x7fffffffffffffff) > 0x7ff0000000000000 && bits != 0x7ff8000000000000) return NULL;
  memcpy(&number, &bits, sizeof number);
  return bounded && !(number >= low && number <= high) ? NULL : PyFloat_FromDouble(number);
}

/* An entry whose key follows the one before; takes over key and value. `before` is borrowed from the dict. */
MW_SHARED int mw_entry(PyObject *entries, PyObject **before, PyObject *key, PyObject *value) {
  int ok = key != NULL && value != NULL;
  if (ok && *before != NULL) {
    ok = PyUnicode_CheckExact(key) && PyUnicode_CheckExact(*before)
             ? PyUnicode_Compare(key, *before) > 0
             : PyObject_RichCompareBool(key, *before, Py_GT) > 0;
  }
  if (ok) ok = PyDict_SetItem(entries, key, value) == 0;
  if (ok) *before = key;
  Py_XDECREF(key);
  Py_XDECREF(value);
  return ok;
}

#endif
