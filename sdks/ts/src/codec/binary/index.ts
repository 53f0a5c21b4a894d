/** What generated code of the binary encodings calls. */
export * from "./compact.js";
export * from "./fixed.js";
export * from "./message.js";
export * from "./prefix.js";
export * from "./reader.js";
export * from "./values.js";
export * from "./varint.js";
export * from "./write-compact.js";
export * from "./write-fixed.js";
export * from "./write-values.js";
export * from "./write-varint.js";
export * from "./writer.js";
