/** Names that Python, its built-ins and generated code keep for themselves. */

export const KEYWORDS = [
  "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally",
  "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/** Names that annotations and defaults in class bodies use: a field of that name would hide them. */
export const BUILTIN_TYPES = ["bool", "bytearray", "bytes", "classmethod", "dataclasses", "dict", "float", "int", "list", "memoryview", "str", "typing"];

/** What a message class has besides its fields. */
export const MESSAGE_MEMBERS = ["decode", "encode", "unknown"];

/** What the codecs' bodies use: a local of that name would hide it. */
export const BODY_NAMES = [
  "absent", "at", "bits", "bool", "bytearray", "bytes", "case_at", "complete", "data", "depth", "dict", "end", "enumerate", "error", "first", "float", "int", "len", "list", "math",
  "opening", "out", "range", "start", "str", "struct", "tag", "text", "type", "typing", "value",
];

/** Built-ins and modules that generated modules use: one that stands below them would hide those from the module that it stands below. */
export const MODULE_GLOBALS = [
  "bool", "bytearray", "bytes", "classmethod", "dataclasses", "dict", "enum", "enumerate", "float", "frozenset", "globals", "int", "len", "list", "math", "object", "range",
  "staticmethod", "str", "struct", "super", "tuple", "type",
];

/** What a package has beside the spec's modules: other modules, and names in its `__init__.py`. */
export const PACKAGE_NAMES = ["accelerated", "codec", "generated", "importlib", "typing"];
