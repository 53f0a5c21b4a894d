/** MW2xxx: the spec can be read, but would make bytes or JSON that are ambiguous, impossible, or not canonical. */
export const CHECK_CODES = {
  // Sizes and windows
  MW2001: {
    title: "no length given",
    why: "In Packed and Layout nothing says where a variable-size value ends unless the spec does.",
  },
  MW2002: {
    title: "not at the end of its window",
    why: "A value that ends where its window ends would swallow whatever follows it.",
  },
  MW2003: {
    title: "required field after an optional one",
    why: "In Layout, and in open structures in Compact, an optional is there if bytes are left, so only other optionals can follow it.",
  },
  MW2004: {
    title: "optional that may take no bytes",
    why: "Where an optional is there if bytes are left, an absent one and an empty one would be the same bytes.",
  },
  MW2005: {
    title: "element that may take no bytes",
    why: "A count of such elements would promise any number of values for no input, and a list to the end of a window would never end.",
  },
  MW2006: {
    title: "variable size in Packed",
    why: "In a Packed message everything stands at a fixed offset.",
  },
  MW2007: {
    title: "Packed has another size",
    why: "The size is stated so that a change of the layout cannot go unnoticed.",
  },
  MW2008: {
    title: "content does not fit its length",
    why: "If even the smallest content is longer than its length can say, no value can be written.",
  },
  MW2009: {
    title: "MaxSize below the least size",
    why: "No value of the message could be written.",
  },
  MW2010: {
    title: "type always contains itself",
    why: "Without an optional, a list that may be empty, or a union case without it on the way around, no finite value exists.",
  },
  MW2011: {
    title: "size out of range",
    why: "Something of no bytes carries nothing, and languages keep what has a fixed size on the stack, so it has at most 65,535 elements.",
  },
  MW2012: {
    title: "map to the end of its window",
    why: "A map says how many entries it has, so that its memory can be judged before it is taken.",
  },
  MW2013: {
    title: "types nested too deep",
    why: "Decoders call each other as deep as types stand in each other, 64 times around a ring, and no language's call stack is endless: a message holds at most 400 structures and unions within each other.",
  },
  // Encodings
  MW2101: {
    title: "no form in this encoding",
    why: "Some words exist in some encodings only: free JSON in Json, durations without a unit and socket addresses in Compact and Json.",
  },
  MW2102: {
    title: "message of another encoding",
    why: "A message with an encoding of its own keeps it wherever it stands, and Embedded says so.",
  },
  MW2103: {
    title: "embedded type without an encoding",
    why: "A type without an encoding takes its container's, so there is nothing to embed.",
  },
  MW2104: {
    title: "binary message in Json",
    why: "JSON text cannot hold the bytes of another encoding as they are.",
  },
  MW2105: {
    title: "OmitEmpty outside Json",
    why: "Only a JSON member can be left out; in binary encodings the word would say nothing.",
  },
  MW2106: {
    title: "type cannot be a map key",
    why: "Keys are sorted and compared in five languages, so they are integers, enums, text or bytes.",
  },
  MW2107: {
    title: "key has no JSON form",
    why: "Keys of a JSON object are text: a text itself, an integer's digits, or an enum's name.",
  },
  MW2108: {
    title: "OmitEmpty without a legal empty value",
    why: "What is left out must come back as the one empty value, so the type has one and its bounds allow it.",
  },
  MW2109: {
    title: "Be where there is no byte order",
    why: "Varints and JSON have no byte order, and floats in Compact are little-endian, so the word would say nothing.",
  },
  // Values
  MW2201: {
    title: "constant is not a value of its type",
    why: "A constant that its type cannot hold could never be written.",
  },
  MW2202: {
    title: "bounds without a value between them",
    why: "Every value would be refused.",
  },
  MW2203: {
    title: "bounds beyond what can be written",
    why: "A bound that the type or the length prefix cannot reach says something that is not so.",
  },
  MW2204: {
    title: "bound is not exact in f32",
    why: "Languages would round the bound in different ways, and accept different values.",
  },
  MW2205: {
    title: "pattern cannot be compiled",
    why: "Patterns become tables that five languages share, so they keep to a small regular dialect.",
  },
  MW2206: {
    title: "pattern and Limit exclude each other",
    why: "No text could pass both.",
  },
  MW2207: {
    title: "absent in two ways",
    why: "Two ways to say nothing cannot be told apart in the value or on the wire.",
  },
  MW2208: {
    title: "constant or reserved bytes inside something",
    why: "They are not part of the value, so nothing could be listed, left out, or null.",
  },
  // Choices
  MW2301: {
    title: "number given twice",
    why: "A reader could not tell the two apart.",
  },
  MW2302: {
    title: "number beyond its integer type",
    why: "It could never be written.",
  },
  MW2303: {
    title: "retired number or name in use",
    why: "An older reader would take the new meaning for the old one.",
  },
  MW2304: {
    title: "JSON name given twice",
    why: "A reader of the JSON could not tell the two apart.",
  },
  MW2305: {
    title: "tag is also a member",
    why: "An internal tag stands among the members of the case, so no member can have its name.",
  },
  MW2306: {
    title: "internal case is not a structure",
    why: "An internal tag stands among the members of an object, so the case must have members of its own or none.",
  },
  MW2307: {
    title: "bits do not fill their integer",
    why: "Every bit has a meaning or is reserved, so that no bit is left to chance.",
  },
  MW2308: {
    title: "content does not fit its bits",
    why: "Some of its values could never be written.",
  },
  MW2309: {
    title: "nothing to choose from",
    why: "Without a member or case there is no value.",
  },
  MW2310: {
    title: "tag and content have one name",
    why: "A JSON object cannot hold two members of one name.",
  },
  // Names
  MW2401: {
    title: "name cannot be carried into every language",
    why: "Names become identifiers in five languages and parts of error paths, so they are ASCII letters, digits and underscores.",
  },
  MW2402: {
    title: "module name cannot be carried into every language",
    why: "Modules become files and namespaces in five languages.",
  },
  MW2403: {
    title: "JSON name needs escapes",
    why: "Names in JSON stand as they are, so that a reader can compare them byte by byte.",
  },
  MW2404: {
    title: "nothing in the spec",
    why: "An empty result is more often a wrong folder than a wish.",
  },
  MW2405: {
    title: "field given twice",
    why: "A structure that extends others has their fields as well, so none of them can be written again.",
  },
  // Protobuf
  MW2501: {
    title: "field without a number",
    why: "Protobuf writes numbers in place of names, and a number keeps its meaning for as long as the message lives, so the spec says each.",
  },
  MW2502: {
    title: "number that protobuf does not have",
    why: "Fields and cases are numbered from 1 to 2^29 - 1; protobuf keeps 19,000 to 19,999 for itself.",
  },
  MW2503: {
    title: "no form in proto3",
    why: "A .proto file can say less than a spec; what it cannot say is refused, so that it says what the spec does.",
  },
  MW2504: {
    title: "field number outside Proto",
    why: "Other encodings write no field numbers, so the word would say nothing.",
  },
  MW2505: {
    title: "name given twice in protobuf",
    why: "A .proto file has snake_case, its JSON camelCase, and all enums of a file share one scope; protoc refuses what is the same there.",
  },
  MW2506: {
    title: "embedded Proto message",
    why: "Protobuf messages are read by protobuf's own libraries; codecs of other encodings could not read one inside.",
  },
  MW2507: {
    title: "modules that need each other",
    why: "Each module becomes a .proto file that imports those it needs, and protoc refuses imports in a ring.",
  },
  MW2508: {
    title: "service name that is no full name",
    why: "A name with dots is the one that protobuf calls the service by: a package, which the whole file shares, and the service.",
  },
} as const;
