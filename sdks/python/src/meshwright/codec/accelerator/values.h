/* Durations and socket addresses, whose classes belong to the runtime. */
#ifndef MESHWRIGHT_VALUES_H
#define MESHWRIGHT_VALUES_H

#include "freejson.h"

#define MW_MAX_NANOS 999999999
#define MW_V4_SIZE 4
#define MW_V6_SIZE 16
/* The longest text: eight groups in brackets, a colon, a port. */
#define MW_ADDRESS_TEXT 48

static const char *const mw_duration_fields[] = {"secs", "nanos"};
static Py_ssize_t mw_duration_at[2];
static mw_class mw_duration = {"Duration", mw_duration_fields, mw_duration_at, 2, NULL};

static const char *const mw_address_fields[] = {"octets", "port"};
static Py_ssize_t mw_address_at[2];
static mw_class mw_address = {"SocketAddress", mw_address_fields, mw_address_at, 2, NULL};

MW_SHARED PyObject *mw_new_duration(uint64_t secs, uint64_t nanos) {
  PyObject *value = mw_make_plain(&mw_duration);
  if (value == NULL) return NULL;
  if (mw_put(value, mw_duration_at[0], mw_from_unsigned(secs)) &&
      mw_put(value, mw_duration_at[1], mw_from_unsigned(nanos)))
    return value;
  Py_DECREF(value);
  return NULL;
}

MW_SHARED int mw_duration_parts(PyObject *value, uint64_t *secs, uint64_t *nanos) {
  return value != NULL && Py_TYPE(value) == mw_duration.type &&
         mw_unsigned(mw_part(value, mw_duration_at[0]), 0, UINT64_MAX, secs) &&
         mw_unsigned(mw_part(value, mw_duration_at[1]), 0, MW_MAX_NANOS, nanos);
}

MW_SHARED PyObject *mw_read_duration(mw_reader *r) {
  uint64_t secs, nanos;
  return mw_varint(r, UINT64_MAX, &secs) && mw_varint(r, MW_MAX_NANOS, &nanos) ? mw_new_duration(secs, nanos)
                                                                               : NULL;
}

MW_SHARED int mw_write_duration(mw_writer *w, PyObject *value) {
  uint64_t secs, nanos;
  return mw_duration_parts(value, &secs, &nanos) && mw_write_varint(w, secs) && mw_write_varint(w, nanos);
}

MW_SHARED PyObject *mw_json_duration(mw_reader *r) {
  uint64_t secs, nanos;
  if (!mw_literal(r, "{\"secs\":", 8) || !mw_json_magnitude(r, &secs) || !mw_literal(r, ",\"nanos\":", 9) ||
      !mw_json_magnitude(r, &nanos))
    return NULL;
  return nanos <= MW_MAX_NANOS && mw_mark(r, '}') ? mw_new_duration(secs, nanos) : NULL;
}

MW_SHARED int mw_write_json_duration(mw_writer *w, PyObject *value) {
  uint64_t secs, nanos;
  return mw_duration_parts(value, &secs, &nanos) && mw_raw(w, "{\"secs\":", 8) &&
         mw_write_digits(w, secs, 0) && mw_raw(w, ",\"nanos\":", 9) && mw_write_digits(w, nanos, 0) &&
         mw_raw(w, "}", 1);
}

MW_SHARED PyObject *mw_read_address(mw_reader *r) {
  uint64_t tag, port;
  if (!mw_varint(r, 1, &tag)) return NULL;
  const size_t size = tag == 0 ? MW_V4_SIZE : MW_V6_SIZE;
  const uint8_t *octets = mw_take(r, size);
  if (octets == NULL || !mw_varint(r, UINT16_MAX, &port)) return NULL;
  PyObject *value = mw_make_plain(&mw_address);
  if (value == NULL) return NULL;
  if (mw_put(value, mw_address_at[0], mw_octets(octets, size)) &&
      mw_put(value, mw_address_at[1], mw_from_unsigned(port)))
    return value;
  Py_DECREF(value);
  return NULL;
}

/* The octets of an address, and how many they are; 0 if something about it is unusual. */
MW_SHARED size_t mw_address_parts(PyObject *value, const uint8_t **octets, uint64_t *port) {
  if (value == NULL || Py_TYPE(value) != mw_address.type ||
      !mw_unsigned(mw_part(value, mw_address_at[1]), 0, UINT16_MAX, port))
    return 0;
  PyObject *held = mw_part(value, mw_address_at[0]);
  if (!mw_is_octets(held, MW_V4_SIZE, MW_V4_SIZE) && !mw_is_octets(held, MW_V6_SIZE, MW_V6_SIZE)) return 0;
  *octets = (const uint8_t *)PyBytes_AS_STRING(held);
  return (size_t)PyBytes_GET_SIZE(held);
}

MW_SHARED int mw_write_address(mw_writer *w, PyObject *value) {
  const uint8_t *octets;
  uint64_t port;
  const size_t size = mw_address_parts(value, &octets, &port);
  return size != 0 && mw_write_varint(w, size == MW_V6_SIZE) && mw_raw(w, octets, size) &&
         mw_write_varint(w, port);
}

/* The Python class parses, and says how the address must be spelt. */
MW_SHARED PyObject *mw_json_address(mw_reader *r) {
  mw_token token;
  if (mw_address.type == NULL || !mw_plain_string(r, &token)) return NULL;
  PyObject *text = mw_text(token.from, token.size), *spelt = NULL;
  if (text == NULL) return NULL;
  PyObject *value = PyObject_CallMethod((PyObject *)mw_address.type, "parse", "O", text);
  if (value != NULL)
    spelt = PyObject_Str(value);
  else if (PyErr_ExceptionMatches(PyExc_ValueError))
    PyErr_Clear();
  if (spelt == NULL || PyUnicode_Compare(spelt, text) != 0) Py_CLEAR(value);
  Py_XDECREF(spelt);
  Py_DECREF(text);
  return value;
}

/* RFC 5952 for eight groups: the longest run of two or more zeros shortened, the first of equals. */
MW_SHARED int mw_v6_text(const uint8_t *octets, char *text) {
  int best = 8, best_stop = 8, size = 0;
  if (mw_all_zero(octets, 10) && octets[10] == 0xff && octets[11] == 0xff)
    return sprintf(text, "::ffff:%d.%d.%d.%d", octets[12], octets[13], octets[14], octets[15]);
  for (int start = 0; start < 8; start++) {
    int stop = start;
    while (stop < 8 && mw_load_u16be(octets + 2 * stop) == 0)
      stop++;
    if (stop - start >= 2 && stop - start > best_stop - best) best = start, best_stop = stop;
  }
  for (int group = 0; group < 8; group++) {
    if (group == best) {
      size += sprintf(text + size, "::");
      group = best_stop - 1;
    } else
      size += sprintf(text + size, size > 0 && text[size - 1] != ':' ? ":%x" : "%x",
                      mw_load_u16be(octets + 2 * group));
  }
  return size;
}

MW_SHARED int mw_write_json_address(mw_writer *w, PyObject *value) {
  const uint8_t *octets;
  uint64_t port;
  char ip[MW_ADDRESS_TEXT], text[MW_ADDRESS_TEXT + 16];
  const size_t size = mw_address_parts(value, &octets, &port);
  if (size == 0) return 0;
  if (size == MW_V4_SIZE)
    return mw_raw(
        w, text,
        (size_t)sprintf(text, "\"%d.%d.%d.%d:%d\"", octets[0], octets[1], octets[2], octets[3], (int)port));
  ip[mw_v6_text(octets, ip)] = '\0';
  return mw_raw(w, text, (size_t)sprintf(text, "\"[%s]:%d\"", ip, (int)port));
}

#endif
