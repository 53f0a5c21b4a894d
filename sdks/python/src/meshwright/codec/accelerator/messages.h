/* Whole messages, and how the accelerator takes the place of the pure functions of a module that has been loaded. */
#ifndef MESHWRIGHT_MESSAGES_H
#define MESHWRIGHT_MESSAGES_H

#include "values.h"

/* A root message. `pure_…` are the functions that the accelerated ones stand before, and ask when they do not take something. */
typedef struct {
  const char *name;
  const char *const *encoders; /* the classes that have `encode`: the message's, or the cases' */
  int encoder_count;
  PyMethodDef decode;
  PyMethodDef encode;
  PyObject *pure_decode;
  PyObject *pure_encode;
} mw_root;

/* What one module of the package holds; the lists end with NULL. */
typedef struct {
  const char *name;
  mw_class *const *classes;
  mw_enum *const *enums;
  mw_flags *const *flags;
  mw_root *const *roots;
} mw_module;

#define MW_DECODE_METHOD(function)                                                                           \
  {                                                                                                          \
    "decode", (PyCFunction)(void (*)(void))function, METH_FASTCALL | METH_KEYWORDS,                          \
        "decode($type, data)\n--\n\nReads a whole message. Raises ``DecodeError`` with kind, offset and "    \
        "path."                                                                                              \
  }
#define MW_ENCODE_METHOD(function)                                                                           \
  {                                                                                                          \
    "encode", function, METH_NOARGS,                                                                         \
        "encode($self)\n--\n\nThe message's one byte string. Raises ``EncodeError``, or ``TypeError`` for "  \
        "a value of the wrong type."                                                                         \
  }

static int mw_paused;

/* Input as bytes that nobody else can change: a new reference, or NULL. */
MW_INLINE PyObject *mw_input(PyObject *data, uint64_t max_size, mw_reader *r) {
  if (MW_UNLIKELY(!PyBytes_CheckExact(data))) {
    if (!PyByteArray_CheckExact(data) && !PyMemoryView_Check(data)) return NULL;
    if ((data = PyBytes_FromObject(data)) == NULL) return PyErr_Clear(), NULL;
  } else
    Py_INCREF(data);
  r->at = (const uint8_t *)PyBytes_AS_STRING(data);
  r->end = r->at + PyBytes_GET_SIZE(data);
  if (mw_left(r) <= max_size) return data;
  Py_DECREF(data);
  return NULL;
}

/* A value that took all of the input, or NULL. */
MW_INLINE PyObject *mw_decoded(PyObject *value, mw_reader *r, PyObject *input) {
  if (value != NULL && r->at != r->end) Py_CLEAR(value);
  Py_DECREF(input);
  return value;
}

MW_INLINE PyObject *mw_encoded(mw_writer *w, int written, uint64_t max_size) {
  const size_t size = (size_t)(w->at - w->start);
  if (written && size <= max_size) {
    if (w->bytes == NULL) return mw_octets(w->start, size);
    if (_PyBytes_Resize(&w->bytes, (Py_ssize_t)size) == 0) return w->bytes;
  }
  Py_XDECREF(w->bytes);
  return NULL;
}

/* An attribute of a module; names may have dots. A new reference. */
MW_SHARED PyObject *mw_find(PyObject *names, const char *name) {
  PyObject *path = PyUnicode_FromString(name), *parts = NULL, *found = NULL;
  if (path != NULL) parts = PyObject_CallMethod(path, "split", "s", ".");
  Py_XDECREF(path);
  if (parts == NULL) return NULL;
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE(parts); i++) {
    PyObject *part = PyList_GET_ITEM(parts, i), *next = i == 0
                                                            ? mw_new_ref(PyDict_GetItemWithError(names, part))
                                                            : PyObject_GetAttr(found, part);
    Py_XDECREF(found);
    if ((found = next) == NULL) break;
  }
  Py_DECREF(parts);
  if (found == NULL && !PyErr_Occurred()) PyErr_Format(PyExc_LookupError, "the package has no %s", name);
  return found;
}

MW_SHARED PyTypeObject *mw_find_type(PyObject *names, const char *name) {
  PyObject *found = mw_find(names, name);
  if (found != NULL && PyType_Check(found)) return (PyTypeObject *)found;
  if (found != NULL) PyErr_Format(PyExc_TypeError, "%s is not a class", name);
  Py_XDECREF(found);
  return NULL;
}

/* Looks where the slots of a class stand. */
MW_SHARED int mw_bind_class(mw_class *class, PyTypeObject *type) {
  if (type == NULL) return 0;
  for (int i = 0; i < class->count; i++) {
    PyObject *descriptor = PyObject_GetAttrString((PyObject *)type, class->fields[i]);
    const PyMemberDef *member = descriptor != NULL && Py_TYPE(descriptor) == &PyMemberDescr_Type
                                    ? ((PyMemberDescrObject *)descriptor)->d_member
                                    : NULL;
    const int slot = member != NULL && member->type == T_OBJECT_EX;
    if (slot) class->offsets[i] = member->offset;
    Py_XDECREF(descriptor);
    if (!slot)
      return Py_DECREF(type),
             PyErr_Occurred() ||
                 PyErr_Format(PyExc_TypeError, "%s.%s is not a slot", class->name, class->fields[i]),
             0;
  }
  class->type = type;
  return 1;
}

MW_SHARED int mw_bind_enum(mw_enum *set, PyTypeObject *type) {
  if (type == NULL) return 0;
  for (int i = 0; i < set->count; i++) {
    if ((set->objects[i] = PyObject_GetAttrString((PyObject *)type, set->members[i])) == NULL)
      return Py_DECREF(type), 0;
  }
  set->type = type;
  return 1;
}

MW_SHARED int mw_bind_flags(mw_flags *flags, PyObject *names) {
  for (int bits = 0; bits < MW_CACHED_SETS; bits++)
    Py_CLEAR(flags->sets[bits]);
  return (flags->type = mw_find_type(names, flags->name)) != NULL &&
         (flags->make = mw_find(names, flags->maker)) != NULL;
}

MW_SHARED int mw_bind_root(mw_root *root, PyObject *names) {
  PyTypeObject *type = mw_find_type(names, root->name);
  if (type == NULL) return 0;
  root->pure_decode = PyObject_GetAttrString((PyObject *)type, "decode");
  PyObject *function = PyCFunction_New(&root->decode, (PyObject *)type),
           *decode = function == NULL ? NULL : PyStaticMethod_New(function);
  int bound = root->pure_decode != NULL && decode != NULL &&
              PyObject_SetAttrString((PyObject *)type, "decode", decode) == 0;
  Py_XDECREF(function);
  Py_XDECREF(decode);
  Py_DECREF(type);
  for (int i = 0; bound && i < root->encoder_count; i++) {
    PyTypeObject *encoder = mw_find_type(names, root->encoders[i]);
    if (encoder == NULL) return 0;
    /* All cases of a union have the same one. */
    if (i == 0) root->pure_encode = PyObject_GetAttrString((PyObject *)encoder, "encode");
    PyObject *encode = PyDescr_NewMethod(encoder, &root->encode);
    bound = root->pure_encode != NULL && encode != NULL &&
            PyObject_SetAttrString((PyObject *)encoder, "encode", encode) == 0;
    Py_XDECREF(encode);
    Py_DECREF(encoder);
  }
  return bound;
}

MW_SHARED int mw_bind_module(const mw_module *module, PyObject *names) {
  for (mw_class *const *at = module->classes; *at != NULL; at++)
    if (!mw_bind_class(*at, mw_find_type(names, (*at)->name))) return 0;
  for (mw_enum *const *at = module->enums; *at != NULL; at++)
    if (!mw_bind_enum(*at, mw_find_type(names, (*at)->name))) return 0;
  for (mw_flags *const *at = module->flags; *at != NULL; at++)
    if (!mw_bind_flags(*at, names)) return 0;
  for (mw_root *const *at = module->roots; *at != NULL; at++)
    if (!mw_bind_root(*at, names)) return 0;
  return 1;
}

/* bind(module, names): puts the accelerated functions into the classes of a module of the package. */
MW_SHARED PyObject *mw_bind(const mw_module *const *modules, PyObject *arguments) {
  const char *name;
  PyObject *names;
  if (!PyArg_ParseTuple(arguments, "sO!", &name, &PyDict_Type, &names)) return NULL;
  for (; *modules != NULL; modules++) {
    if (strcmp((*modules)->name, name) != 0) continue;
    if (!mw_bind_module(*modules, names)) return NULL;
    Py_RETURN_NONE;
  }
  return PyErr_Format(PyExc_LookupError, "the accelerator has no module %s", name);
}

/* pause(on): whether everything is left to the pure functions. */
MW_SHARED PyObject *mw_pause(PyObject *on) {
  const int paused = PyObject_IsTrue(on);
  if (paused < 0) return NULL;
  mw_paused = paused;
  Py_RETURN_NONE;
}

/* What is kept here are objects of one interpreter, which is the first that asks. */
static int mw_started;

/* The name of the package that holds the runtime: beside the extension. A new reference. */
MW_SHARED PyObject *mw_runtime(PyObject *module, const char *part) {
  PyObject *name = PyModule_GetNameObject(module),
           *parts = name == NULL ? NULL : PyObject_CallMethod(name, "rpartition", "s", ".");
  PyObject *path =
      parts == NULL ? NULL : PyUnicode_FromFormat("%U.codec.%s", PyTuple_GET_ITEM(parts, 0), part);
  PyObject *found = path == NULL ? NULL : PyImport_Import(path);
  Py_XDECREF(path);
  Py_XDECREF(parts);
  Py_XDECREF(name);
  return found;
}

MW_SHARED int mw_bind_values(PyObject *module) {
  PyObject *values = mw_runtime(module, "values"), *addresses = mw_runtime(module, "addresses");
  const int bound = values != NULL && addresses != NULL &&
                    mw_bind_class(&mw_duration, mw_find_type(PyModule_GetDict(values), mw_duration.name)) &&
                    mw_bind_class(&mw_address, mw_find_type(PyModule_GetDict(addresses), mw_address.name)) &&
                    (mw_json_text_type = mw_find_type(PyModule_GetDict(values), "JsonText")) != NULL;
  Py_XDECREF(values);
  Py_XDECREF(addresses);
  return bound;
}

/* Runs when the extension is loaded; `source` says what it was made from. */
MW_SHARED int mw_start(PyObject *module, const char *source) {
  if (mw_started)
    return PyErr_SetString(PyExc_ImportError, "the accelerator serves one interpreter of a process"), -1;
  mw_started = 1;
  return mw_bind_values(module) ? PyModule_AddStringConstant(module, "SOURCE", source) : -1;
}

#endif
