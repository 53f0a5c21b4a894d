/* Writing bytes: each function says whether the value could be written as it is. */
#ifndef MESHWRIGHT_WRITING_H
#define MESHWRIGHT_WRITING_H

#include "reading.h"

#define MW_LOCAL_BYTES 4096

/* Short messages are put together in `local`, others in a bytes object that grows. */
typedef struct {
  uint8_t *start;
  uint8_t *at;
  uint8_t *end;
  PyObject *bytes;
  uint8_t local[MW_LOCAL_BYTES];
} mw_writer;

MW_INLINE void mw_begin(mw_writer *w) {
  w->bytes = NULL;
  w->start = w->at = w->local;
  w->end = w->local + MW_LOCAL_BYTES;
}

MW_SHARED int mw_grow(mw_writer *w, size_t size) {
  const size_t used = (size_t)(w->at - w->start);
  if (size > PY_SSIZE_T_MAX / 4 || used > PY_SSIZE_T_MAX / 4) return 0;
  const Py_ssize_t capacity = (Py_ssize_t)(2 * used > used + size ? 2 * used : used + size);
  if (w->bytes == NULL) {
    if ((w->bytes = PyBytes_FromStringAndSize(NULL, capacity)) == NULL) return 0;
    memcpy(PyBytes_AS_STRING(w->bytes), w->start, used);
  } else if (_PyBytes_Resize(&w->bytes, capacity) < 0)
    return 0;
  w->start = (uint8_t *)PyBytes_AS_STRING(w->bytes);
  w->at = w->start + used;
  w->end = w->start + capacity;
  return 1;
}

/* Place for `size` bytes, until the next one is asked for. */
MW_INLINE uint8_t *mw_room(mw_writer *w, size_t size) {
  if (MW_UNLIKELY((size_t)(w->end - w->at) < size) && !mw_grow(w, size)) return NULL;
  w->at += size;
  return w->at - size;
}

MW_INLINE int mw_raw(mw_writer *w, const void *bytes, size_t size) {
  uint8_t *to = mw_room(w, size);
  if (to == NULL) return 0;
  memcpy(to, bytes, size);
  return 1;
}

MW_INLINE int mw_store_le(uint8_t *to, uint64_t number, int size) {
  for (int i = 0; i < size; i++)
    to[i] = (uint8_t)(number >> (8 * i));
  return 1;
}

MW_INLINE int mw_store_be(uint8_t *to, uint64_t number, int size) {
  for (int i = 0; i < size; i++)
    to[i] = (uint8_t)(number >> (8 * (size - 1 - i)));
  return 1;
}

MW_INLINE int mw_store_u8(uint8_t *to, uint64_t number) {
  return mw_store_le(to, number, 1);
}
MW_INLINE int mw_store_u16le(uint8_t *to, uint64_t number) {
  return mw_store_le(to, number, 2);
}
MW_INLINE int mw_store_u16be(uint8_t *to, uint64_t number) {
  return mw_store_be(to, number, 2);
}
MW_INLINE int mw_store_u32le(uint8_t *to, uint64_t number) {
  return mw_store_le(to, number, 4);
}
MW_INLINE int mw_store_u32be(uint8_t *to, uint64_t number) {
  return mw_store_be(to, number, 4);
}
MW_INLINE int mw_store_u64le(uint8_t *to, uint64_t number) {
  return mw_store_le(to, number, 8);
}
MW_INLINE int mw_store_u64be(uint8_t *to, uint64_t number) {
  return mw_store_be(to, number, 8);
}

MW_INLINE int mw_write_varint(mw_writer *w, uint64_t number) {
  if (MW_UNLIKELY(w->end - w->at < MW_VARINT_BYTES) && !mw_grow(w, MW_VARINT_BYTES)) return 0;
  for (; number >= 0x80; number >>= 7)
    *w->at++ = (uint8_t)(number | 0x80);
  *w->at++ = (uint8_t)number;
  return 1;
}

MW_INLINE int mw_write_zigzag(mw_writer *w, int64_t number) {
  return mw_write_varint(w, (uint64_t)number << 1 ^ (number < 0 ? UINT64_MAX : 0));
}

/* A size that its prefix can say. */
MW_INLINE int mw_write_size(mw_writer *w, mw_prefix prefix, uint64_t size) {
  uint8_t *to;
  switch (prefix) {
  case MW_U8:
    return (to = mw_room(w, 1)) != NULL && mw_store_u8(to, size);
  case MW_U16LE:
    return (to = mw_room(w, 2)) != NULL && mw_store_u16le(to, size);
  case MW_U16BE:
    return (to = mw_room(w, 2)) != NULL && mw_store_u16be(to, size);
  case MW_U32LE:
    return (to = mw_room(w, 4)) != NULL && mw_store_u32le(to, size);
  case MW_U32BE:
    return (to = mw_room(w, 4)) != NULL && mw_store_u32be(to, size);
  case MW_U64LE:
    return (to = mw_room(w, 8)) != NULL && mw_store_u64le(to, size);
  case MW_U64BE:
    return (to = mw_room(w, 8)) != NULL && mw_store_u64be(to, size);
  case MW_VARINT16:
  case MW_VARINT32:
  case MW_VARINT64:
    return mw_write_varint(w, size);
  case MW_REST:
    return 1;
  }
  return 0;
}

/* The UTF-8 of a str of any kind; ASCII is kept as that already. */
MW_INLINE const char *mw_utf8_of(PyObject *value, Py_ssize_t *size) {
  if (PyUnicode_IS_COMPACT_ASCII(value)) {
    *size = PyUnicode_GET_LENGTH(value);
    return PyUnicode_DATA(value);
  }
  const char *text = PyUnicode_AsUTF8AndSize(value, size);
  if (text == NULL && PyErr_ExceptionMatches(PyExc_UnicodeEncodeError)) PyErr_Clear();
  return text;
}

/* The UTF-8 of a str and nothing else, within bounds and of a pattern. */
MW_INLINE const char *mw_utf8(PyObject *value, uint64_t low, uint64_t high, const mw_pattern *pattern,
                              Py_ssize_t *size) {
  if (value == NULL || !PyUnicode_CheckExact(value)) return NULL;
  const char *text = mw_utf8_of(value, size);
  if (text == NULL || (uint64_t)*size < low || (uint64_t)*size > high) return NULL;
  return pattern != NULL && !mw_matches(pattern, (const uint8_t *)text, (size_t)*size) ? NULL : text;
}

MW_INLINE int mw_write_text(mw_writer *w, mw_prefix prefix, PyObject *value, uint64_t low, uint64_t high,
                            const mw_pattern *pattern) {
  Py_ssize_t size;
  const char *text = mw_utf8(value, low, high, pattern, &size);
  return text != NULL && mw_write_size(w, prefix, (uint64_t)size) && mw_raw(w, text, (size_t)size);
}

MW_INLINE int mw_is_octets(PyObject *value, uint64_t low, uint64_t high) {
  return value != NULL && PyBytes_CheckExact(value) && (uint64_t)PyBytes_GET_SIZE(value) >= low &&
         (uint64_t)PyBytes_GET_SIZE(value) <= high;
}

MW_INLINE int mw_write_octets(mw_writer *w, mw_prefix prefix, PyObject *value, uint64_t low, uint64_t high) {
  if (!mw_is_octets(value, low, high)) return 0;
  const size_t size = (size_t)PyBytes_GET_SIZE(value);
  return mw_write_size(w, prefix, size) && mw_raw(w, PyBytes_AS_STRING(value), size);
}

MW_INLINE int mw_store_octets(uint8_t *to, PyObject *value, size_t size) {
  if (!mw_is_octets(value, size, size)) return 0;
  memcpy(to, PyBytes_AS_STRING(value), size);
  return 1;
}

MW_INLINE int mw_store_zeros(uint8_t *to, size_t size) {
  return memset(to, 0, size) != NULL;
}
MW_INLINE int mw_store_bytes(uint8_t *to, const char *bytes, size_t size) {
  return memcpy(to, bytes, size) != NULL;
}

MW_INLINE int mw_is_list(PyObject *value, uint64_t low, uint64_t high) {
  return value != NULL && PyList_CheckExact(value) && (uint64_t)PyList_GET_SIZE(value) >= low &&
         (uint64_t)PyList_GET_SIZE(value) <= high;
}

/* A float and nothing else; within its bounds both as it is and rounded. */
MW_INLINE int mw_double(PyObject *value, double low, double high, int bounded, double *number) {
  if (value == NULL || !PyFloat_CheckExact(value)) return 0;
  *number = PyFloat_AS_DOUBLE(value);
  return !bounded || (*number >= low && *number <= high);
}

MW_INLINE int mw_single(PyObject *value, double low, double high, int bounded, float *number) {
  double wide;
  if (!mw_double(value, low, high, bounded, &wide)) return 0;
  *number = (float)wide;
  return (!Py_IS_INFINITY(*number) || Py_IS_INFINITY(wide)) &&
         (!bounded || (*number >= low && *number <= high));
}

MW_INLINE int mw_float_bits_32(PyObject *value, double low, double high, int bounded, uint32_t *bits) {
  float number;
  if (!mw_single(value, low, high, bounded, &number)) return 0;
  if (number != number) return *bits = 0x7fc00000, 1;
  return memcpy(bits, &number, sizeof number) != NULL;
}

MW_INLINE int mw_float_bits_64(PyObject *value, double low, double high, int bounded, uint64_t *bits) {
  double number;
  if (!mw_double(value, low, high, bounded, &number)) return 0;
  if (number != number) return *bits = 0x7ff8000000000000, 1;
  return memcpy(bits, &number, sizeof number) != NULL;
}

/* Where a window's prefix begins; its size is put in when it is known. */
MW_INLINE size_t mw_open_window(mw_writer *w, mw_prefix prefix) {
  const size_t mark = (size_t)(w->at - w->start);
  return mw_write_size(w, prefix, 0) ? mark : SIZE_MAX;
}

MW_SHARED int mw_close_window(mw_writer *w, mw_prefix prefix, size_t mark, uint64_t low, uint64_t high) {
  static const uint8_t WIDTHS[] = {
      [MW_U8] = 1,    [MW_U16LE] = 2,    [MW_U16BE] = 2,    [MW_U32LE] = 4,    [MW_U32BE] = 4, [MW_U64LE] = 8,
      [MW_U64BE] = 8, [MW_VARINT16] = 1, [MW_VARINT32] = 1, [MW_VARINT64] = 1, [MW_REST] = 0};
  const size_t width = WIDTHS[prefix];
  const size_t size = (size_t)(w->at - w->start) - mark - width;
  if (size < low || size > high) return 0;
  if (prefix >= MW_VARINT16 && prefix != MW_REST) {
    size_t more = 0;
    for (size_t rest = size; rest >= 0x80; rest >>= 7)
      more++;
    if (mw_room(w, more) == NULL) return 0;
    memmove(w->start + mark + width + more, w->start + mark + width, size);
  }
  uint8_t *end = w->at;
  w->at = w->start + mark;
  const int written = mw_write_size(w, prefix, size);
  w->at = end;
  return written;
}

typedef enum { MW_KEY_UNSIGNED, MW_KEY_SIGNED, MW_KEY_TEXT, MW_KEY_OCTETS } mw_key;

/* An entry of a dict, with what its key is compared by. References are borrowed from the dict. */
typedef struct {
  uint64_t number;
  const char *bytes;
  Py_ssize_t size;
  PyObject *key;
  PyObject *value;
} mw_entry_of;

MW_SHARED int mw_compare_entries(const void *left, const void *right) {
  const mw_entry_of *a = left, *b = right;
  if (a->bytes == NULL) return (a->number > b->number) - (a->number < b->number);
  const int order = memcmp(a->bytes, b->bytes, (size_t)(a->size < b->size ? a->size : b->size));
  return order != 0 ? order : (a->size > b->size) - (a->size < b->size);
}

MW_INLINE int mw_load_key(mw_entry_of *entry, mw_key kind) {
  int64_t number;
  Py_ssize_t size;
  entry->bytes = NULL;
  switch (kind) {
  case MW_KEY_UNSIGNED:
    return PyLong_Check(entry->key) && mw_any_unsigned(entry->key, &entry->number);
  case MW_KEY_SIGNED:
    if (!PyLong_Check(entry->key) || !mw_any_signed(entry->key, &number)) return 0;
    entry->number = (uint64_t)number ^ (uint64_t)1 << 63;
    return 1;
  case MW_KEY_TEXT:
    if ((entry->bytes = mw_utf8(entry->key, 0, UINT64_MAX, NULL, &size)) == NULL) return 0;
    entry->size = size;
    return 1;
  case MW_KEY_OCTETS:
    if (!PyBytes_CheckExact(entry->key)) return 0;
    entry->bytes = PyBytes_AS_STRING(entry->key);
    entry->size = PyBytes_GET_SIZE(entry->key);
    return 1;
  }
  return 0;
}

/* The entries of a dict in the order of their keys, for PyMem_Free; NULL if they cannot be put in order. */
MW_SHARED mw_entry_of *mw_entries(PyObject *value, mw_key kind, uint64_t low, uint64_t high, size_t *count) {
  if (value == NULL || !PyDict_CheckExact(value)) return NULL;
  *count = (size_t)PyDict_GET_SIZE(value);
  if (*count < low || *count > high) return NULL;
  mw_entry_of *entries = PyMem_New(mw_entry_of, *count);
  if (entries == NULL) return NULL;
  Py_ssize_t position = 0;
  size_t found = 0;
  int ordered = 1;
  while (found < *count && PyDict_Next(value, &position, &entries[found].key, &entries[found].value)) {
    if (!mw_load_key(&entries[found], kind)) break;
    if (found > 0 && ordered) ordered = mw_compare_entries(&entries[found - 1], &entries[found]) < 0;
    found++;
  }
  if (found == *count && !ordered) {
    qsort(entries, *count, sizeof *entries, mw_compare_entries);
    for (size_t i = 1; i < *count; i++)
      if (mw_compare_entries(&entries[i - 1], &entries[i]) >= 0) found = 0;
  }
  if (found == *count) return entries;
  PyMem_Free(entries);
  return NULL;
}

#endif
