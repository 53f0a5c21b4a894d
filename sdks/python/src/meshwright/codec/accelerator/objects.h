/*
 * What the accelerator knows of Python's side: where the fields of a class stand, and numbers in both directions.
 *
 * Everywhere in the accelerator, NULL (or 0 from a function that returns int) without a Python exception means "not taken": whatever
 * is unusual is left to the pure Python codec, which alone decides about refusals.
 */
#ifndef MESHWRIGHT_OBJECTS_H
#define MESHWRIGHT_OBJECTS_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>
#include <structmember.h>
#if PY_VERSION_HEX < 0x030B0000
#include <longintrepr.h>
#endif

#if defined(PYPY_VERSION) || defined(Py_GIL_DISABLED)
#error                                                                                                       \
    "the accelerator reads fields where they stand, which only CPython with its lock allows; the package works without it"
#endif

#if defined(__GNUC__)
#define MW_INLINE static inline __attribute__((always_inline, unused))
#define MW_SHARED static __attribute__((noinline, unused))
#define MW_UNLIKELY(test) __builtin_expect(!!(test), 0)
#else
#define MW_INLINE static inline
#define MW_SHARED static
#define MW_UNLIKELY(test) (test)
#endif

/* A class with slots: a structure, bit fields, or a case of a union. */
typedef struct {
  const char *name; /* in its module, perhaps with dots */
  const char *const *fields;
  Py_ssize_t *offsets; /* of the fields, in bytes from the object */
  int count;
  PyTypeObject *type; /* NULL until its module has been bound */
} mw_class;

/* An enum; `objects` are its members, in the spec's order. */
typedef struct {
  const char *name;
  const char *const *members;
  PyObject **objects;
  int count;
  PyTypeObject *type;
} mw_enum;

#define MW_CACHED_SETS 256

/* Flags; `make` is the Python function that gives the set of known bits. */
typedef struct {
  const char *name;
  const char *maker;
  PyTypeObject *type;
  PyObject *make;
  PyObject *sets[MW_CACHED_SETS];
} mw_flags;

/* An object without fields, which the caller fills; collected like any other if that fails. */
MW_INLINE PyObject *mw_make(const mw_class *class) {
  return class->type == NULL ? NULL : class->type->tp_alloc(class->type, 0);
}

/* The same for a class whose fields hold nothing but numbers, texts and the like: it can be in no cycle, so the collector need not look at it. */
MW_INLINE PyObject *mw_make_plain(const mw_class *class) {
  PyObject *value = mw_make(class);
  if (value != NULL && PyType_IS_GC(class->type)) PyObject_GC_UnTrack(value);
  return value;
}

/* Takes over `part`; false if it is NULL. */
MW_INLINE int mw_put(PyObject *value, Py_ssize_t offset, PyObject *part) {
  *(PyObject **)((char *)value + offset) = part;
  return part != NULL;
}

/* A case of a union; takes over its content. */
MW_SHARED PyObject *mw_case(const mw_class *class, PyObject *content) {
  PyObject *value = content == NULL ? NULL : mw_make(class);
  if (value == NULL) return Py_XDECREF(content), NULL;
  mw_put(value, class->offsets[0], content);
  return value;
}

/* The same for content that is plain. */
MW_SHARED PyObject *mw_plain_case(const mw_class *class, PyObject *content) {
  PyObject *value = mw_case(class, content);
  if (value != NULL && PyType_IS_GC(class->type)) PyObject_GC_UnTrack(value);
  return value;
}

/* Takes over `item`. */
MW_INLINE int mw_append(PyObject *list, PyObject *item) {
  if (item == NULL) return 0;
  const int appended = PyList_Append(list, item) == 0;
  Py_DECREF(item);
  return appended;
}

/* A borrowed reference, or NULL for an attribute that was deleted. */
MW_INLINE PyObject *mw_part(PyObject *value, Py_ssize_t offset) {
  return *(PyObject **)((char *)value + offset);
}

MW_INLINE PyObject *mw_new_ref(PyObject *value) {
  Py_XINCREF(value);
  return value;
}

MW_INLINE PyObject *mw_from_signed(int64_t number) {
  if (number >= LONG_MIN && number <= LONG_MAX) return PyLong_FromLong((long)number);
  return PyLong_FromLongLong(number);
}

MW_INLINE PyObject *mw_from_unsigned(uint64_t number) {
  if (number <= LONG_MAX) return PyLong_FromLong((long)number);
  return PyLong_FromUnsignedLongLong(number);
}

MW_INLINE PyObject *mw_signed_within(int64_t number, int64_t low, int64_t high) {
  return number < low || number > high ? NULL : mw_from_signed(number);
}

MW_INLINE PyObject *mw_unsigned_within(uint64_t number, uint64_t low, uint64_t high) {
  return number < low || number > high ? NULL : mw_from_unsigned(number);
}

MW_SHARED int mw_long_unsigned(PyObject *value, uint64_t *number) {
  *number = PyLong_AsUnsignedLongLong(value);
  if (*number != (uint64_t)-1 || !PyErr_Occurred()) return 1;
  PyErr_Clear();
  return 0;
}

/* The number of an int, or of a member of an int's subclass; false if it is negative or too large. */
MW_INLINE int mw_any_unsigned(PyObject *value, uint64_t *number) {
#if PY_VERSION_HEX >= 0x030C0000
  if (PyUnstable_Long_IsCompact((PyLongObject *)value)) {
    const Py_ssize_t compact = PyUnstable_Long_CompactValue((PyLongObject *)value);
    *number = (uint64_t)compact;
    return compact >= 0;
  }
#else
  const Py_ssize_t size = Py_SIZE(value);
  const digit *digits = ((PyLongObject *)value)->ob_digit;
  if (size == 1) return *number = digits[0], 1;
  if (size == 2) return *number = (uint64_t)digits[1] << PyLong_SHIFT | digits[0], 1;
  if (size == 0) return *number = 0, 1;
#endif
  return mw_long_unsigned(value, number);
}

MW_INLINE int mw_any_signed(PyObject *value, int64_t *number) {
  int overflow;
  *number = PyLong_AsLongLongAndOverflow(value, &overflow);
  return overflow == 0;
}

/* An int and nothing else, within bounds. */
MW_INLINE int mw_unsigned(PyObject *value, uint64_t low, uint64_t high, uint64_t *number) {
  return value != NULL && PyLong_CheckExact(value) && mw_any_unsigned(value, number) && *number >= low &&
         *number <= high;
}

MW_INLINE int mw_signed(PyObject *value, int64_t low, int64_t high, int64_t *number) {
  return value != NULL && PyLong_CheckExact(value) && mw_any_signed(value, number) && *number >= low &&
         *number <= high;
}

MW_INLINE PyObject *mw_from_bool(unsigned number) {
  return number > 1 ? NULL : mw_new_ref(number ? Py_True : Py_False);
}

MW_INLINE int mw_bool(PyObject *value, uint8_t *number) {
  *number = value == Py_True;
  return value == Py_True || value == Py_False;
}

/* The set of bits that all have names. */
MW_SHARED PyObject *mw_flag_set(mw_flags *flags, uint64_t bits) {
  if (flags->make == NULL) return NULL;
  if (bits < MW_CACHED_SETS && flags->sets[bits] != NULL) return mw_new_ref(flags->sets[bits]);
  PyObject *number = mw_from_unsigned(bits);
  if (number == NULL) return NULL;
  PyObject *set = PyObject_CallOneArg(flags->make, number);
  Py_DECREF(number);
  if (set != NULL && bits < MW_CACHED_SETS) flags->sets[bits] = mw_new_ref(set);
  return set;
}

MW_INLINE int mw_flag_bits(const mw_flags *flags, PyObject *value, uint64_t mask, uint64_t *bits) {
  return value != NULL && Py_TYPE(value) == flags->type && mw_any_unsigned(value, bits) &&
         (*bits & ~mask) == 0;
}

#endif
