/** How encoders and decoders say no. */
#ifndef MESHWRIGHT_ERROR_H
#define MESHWRIGHT_ERROR_H

#include <stddef.h>
#include <stdint.h>

#include <meshwright/export.h>

MW_BEGIN_DECLS

/** What an encoder or decoder answers. */
typedef enum mw_status {
  MW_OK = 0,
  /** The input or the value breaks a rule of its type; the error says which, where and why. */
  MW_REFUSED = 1,
  /** The arena's or buffer's bound is met, or its allocator has no more. The input may be valid. */
  MW_NO_MEMORY = 2
} mw_status_t;

/** Which rule was broken; the same in every language. */
typedef enum mw_codec_error_kind {
  /** The kind of an error that is not a refusal: out of memory. */
  MW_CODEC_NO_REFUSAL = 0,
  MW_CODEC_TRUNCATED,
  MW_CODEC_TRAILING_BYTES,
  MW_CODEC_BAD_CONSTANT,
  MW_CODEC_OUT_OF_RANGE,
  MW_CODEC_INVALID_UTF8,
  MW_CODEC_UNKNOWN_VARIANT,
  MW_CODEC_UNKNOWN_FLAG,
  MW_CODEC_NON_CANONICAL,
  MW_CODEC_DUPLICATE_KEY,
  MW_CODEC_TOO_LONG,
  MW_CODEC_TOO_DEEP,
  MW_CODEC_MALFORMED,
  MW_CODEC_MISSING_FIELD,
  MW_CODEC_UNKNOWN_FIELD
} mw_codec_error_kind_t;

/**
 * Room for a path. A path is made of field names and positions only, so each spec has a longest one; generated code asserts at
 * compile time that it fits. The library and its users must agree on the number.
 */
#ifndef MW_CODEC_PATH_CAPACITY
#define MW_CODEC_PATH_CAPACITY 4096
#endif

#define MW_CODEC_MESSAGE_CAPACITY 256

/** The offset of an encoder's error: it has none. */
#define MW_NO_OFFSET SIZE_MAX

/** Written only on failure; needs no initialisation and owns nothing. */
typedef struct mw_codec_error {
  mw_codec_error_kind_t kind;
  /** Of the first byte of the value at fault, from byte 0 of the input. */
  size_t offset;
  /** Such as `headers[2].name`, terminated; "" at the root. */
  char path[MW_CODEC_PATH_CAPACITY];
  /** For people, terminated: `WindowGrant.ackSeq needs 8 bytes, 7 are left`. Cut short if it is very long. */
  char message[MW_CODEC_MESSAGE_CAPACITY];
} mw_codec_error_t;

/** The kind as specs and other languages spell it, such as `trailing_bytes`; never NULL. */
MW_API const char *mw_codec_error_kind_name(mw_codec_error_kind_t kind);

MW_END_DECLS

#endif
