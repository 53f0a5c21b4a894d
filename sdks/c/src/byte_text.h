/** Bytes as hex and as base64 (RFC 4648 §4, padded). */
#ifndef MESHWRIGHT_BYTE_TEXT_H
#define MESHWRIGHT_BYTE_TEXT_H

#include <meshwright/view.h>

typedef enum mw_byte_text {
  MW_BYTE_TEXT_CANONICAL,
  /** Valid, but an encoder writes it otherwise. */
  MW_BYTE_TEXT_OTHER,
  MW_BYTE_TEXT_MALFORMED
} mw_byte_text_t;

/** Half the text's size. */
mw_byte_text_t mw_decode_hex(mw_text_t text, uint8_t *out);
size_t mw_base64_decoded_size(mw_text_t text);
mw_byte_text_t mw_decode_base64(mw_text_t text, uint8_t *out);

/** Two characters a byte. */
void mw_encode_hex(const uint8_t *bytes, size_t size, char *out);
/** Four characters for each three bytes begun. */
void mw_encode_base64(const uint8_t *bytes, size_t size, char *out);

#endif
