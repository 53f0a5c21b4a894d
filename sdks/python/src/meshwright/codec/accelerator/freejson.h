/* Free JSON: any value, kept as its text. */
#ifndef MESHWRIGHT_FREEJSON_H
#define MESHWRIGHT_FREEJSON_H

#include "json.h"

#define MW_MAX_DEPTH 64
#define MW_LOCAL_KEYS 32
#define MW_FEW_KEYS 8

typedef struct {
  const uint8_t *from;
  size_t size;
} mw_name;

/* Keys of the objects that are being read, those of the innermost last. Canonical spelling makes equal keys equal bytes. */
typedef struct {
  mw_name *names;
  size_t count;
  size_t capacity;
  mw_name local[MW_LOCAL_KEYS];
} mw_names;

MW_SHARED int mw_keep_name(mw_names *names, const mw_token *token) {
  if (names->count == names->capacity) {
    mw_name *grown = PyMem_New(mw_name, 2 * names->capacity);
    if (grown == NULL) return 0;
    memcpy(grown, names->names, names->count * sizeof *grown);
    if (names->names != names->local) PyMem_Free(names->names);
    names->names = grown;
    names->capacity *= 2;
  }
  names->names[names->count++] = (mw_name){token->from, token->size};
  return 1;
}

MW_SHARED int mw_compare_names(const void *left, const void *right) {
  const mw_name *a = left, *b = right;
  return a->size != b->size ? (a->size > b->size) - (a->size < b->size) : memcmp(a->from, b->from, a->size);
}

MW_SHARED int mw_names_differ(mw_name *names, size_t count) {
  if (count <= MW_FEW_KEYS) {
    for (size_t i = 1; i < count; i++)
      for (size_t j = 0; j < i; j++)
        if (mw_compare_names(&names[i], &names[j]) == 0) return 0;
    return 1;
  }
  qsort(names, count, sizeof *names, mw_compare_names);
  for (size_t i = 1; i < count; i++)
    if (mw_compare_names(&names[i - 1], &names[i]) == 0) return 0;
  return 1;
}

MW_INLINE const uint8_t *mw_digits(const uint8_t *at, const uint8_t *end) {
  while (at < end && *at >= '0' && *at <= '9')
    at++;
  return at;
}

/* A number by the grammar of RFC 8259. */
MW_SHARED int mw_skip_number(mw_reader *r) {
  const uint8_t *at = r->at, *end = r->end, *from;
  if (at < end && *at == '-') at++;
  from = at;
  at = mw_digits(at, end);
  if (at == from || (*from == '0' && at - from > 1)) return 0;
  if (at < end && *at == '.') {
    from = ++at;
    if ((at = mw_digits(at, end)) == from) return 0;
  }
  if (at < end && (*at == 'e' || *at == 'E')) {
    at++;
    if (at < end && (*at == '+' || *at == '-')) at++;
    from = at;
    if ((at = mw_digits(at, end)) == from) return 0;
  }
  r->at = at;
  return 1;
}

static int mw_skip_value(mw_reader *r, mw_names *names, int depth) {
  mw_token token;
  if (r->at >= r->end) return 0;
  switch (*r->at) {
  case '"':
    return mw_string(r, &token);
  case 't':
    return mw_literal(r, "true", 4);
  case 'f':
    return mw_literal(r, "false", 5);
  case 'n':
    return mw_literal(r, "null", 4);
  case '{':
  case '[':
    break;
  default:
    return mw_skip_number(r);
  }
  if (depth >= MW_MAX_DEPTH) return 0;
  const int object = *r->at == '{';
  const size_t first = names->count;
  for (int more, start = 1; (more = mw_more(r, object ? '{' : '[', object ? '}' : ']', start)) != 0;
       start = 0) {
    if (more < 0) return 0;
    if (object && !(mw_string(r, &token) && mw_keep_name(names, &token) && mw_mark(r, ':'))) return 0;
    if (!mw_skip_value(r, names, depth + 1)) return 0;
  }
  if (!mw_names_differ(names->names + first, names->count - first)) return 0;
  names->count = first;
  return 1;
}

/* Passes one value that lies `depth` levels deep. */
MW_SHARED int mw_skip_free(mw_reader *r, int depth) {
  mw_names names = {.count = 0, .capacity = MW_LOCAL_KEYS};
  names.names = names.local;
  const int passed = mw_skip_value(r, &names, depth);
  if (names.names != names.local) PyMem_Free(names.names);
  return passed;
}

static PyTypeObject *mw_json_text_type;

MW_SHARED PyObject *mw_json_free(mw_reader *r, int depth) {
  const uint8_t *from = r->at;
  if (mw_json_text_type == NULL || !mw_skip_free(r, depth)) return NULL;
  PyObject *text = mw_text(from, (size_t)(r->at - from));
  if (text == NULL) return NULL;
  PyObject *value = PyObject_CallOneArg((PyObject *)mw_json_text_type, text);
  Py_DECREF(text);
  return value;
}

MW_SHARED int mw_write_free(mw_writer *w, PyObject *value, int depth) {
  Py_ssize_t size;
  if (value == NULL || (Py_TYPE(value) != mw_json_text_type && !PyUnicode_CheckExact(value))) return 0;
  const char *text = mw_utf8_of(value, &size);
  if (text == NULL) return 0;
  mw_reader r = {(const uint8_t *)text, (const uint8_t *)text + size};
  return mw_skip_free(&r, depth) && r.at == r.end && mw_raw(w, text, (size_t)size);
}

#endif
