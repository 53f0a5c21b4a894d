#include "byte_text.h"

#include "hex.h"

static bool is_upper_case(char c) {
  return c >= 'A' && c <= 'Z';
}

static int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

mw_byte_text_t mw_decode_hex(mw_text_t text, uint8_t *out) {
  bool canonical = true;
  if (text.size % 2 != 0) return MW_BYTE_TEXT_MALFORMED;
  for (size_t i = 0; i < text.size; i += 2) {
    const int high = mw_hex_value(text.data[i]), low = mw_hex_value(text.data[i + 1]);
    if (high < 0 || low < 0) return MW_BYTE_TEXT_MALFORMED;
    canonical &= !is_upper_case(text.data[i]) && !is_upper_case(text.data[i + 1]);
    *out++ = (uint8_t)(high << 4 | low);
  }
  return canonical ? MW_BYTE_TEXT_CANONICAL : MW_BYTE_TEXT_OTHER;
}

static size_t padding_of(mw_text_t text) {
  if (text.size == 0 || text.data[text.size - 1] != '=') return 0;
  return text.data[text.size - 2] == '=' ? 2 : 1;
}

size_t mw_base64_decoded_size(mw_text_t text) {
  return text.size / 4 * 3 - (text.size % 4 == 0 ? padding_of(text) : 0);
}

mw_byte_text_t mw_decode_base64(mw_text_t text, uint8_t *out) {
  if (text.size % 4 != 0) return MW_BYTE_TEXT_MALFORMED;
  const size_t digits = text.size - padding_of(text);
  uint32_t bits = 0;
  unsigned count = 0;
  for (size_t i = 0; i < digits; i++) {
    const int digit = base64_digit(text.data[i]);
    if (digit < 0) return MW_BYTE_TEXT_MALFORMED;
    bits = bits << 6 | (uint32_t)digit;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    *out++ = (uint8_t)(bits >> count);
  }
  const bool spare_are_zero = (bits & ((UINT32_C(1) << count) - 1)) == 0;
  return spare_are_zero ? MW_BYTE_TEXT_CANONICAL : MW_BYTE_TEXT_OTHER;
}

void mw_encode_hex(const uint8_t *bytes, size_t size, char *out) {
  static const char digits[] = "0123456789abcdef";
  for (size_t i = 0; i < size; i++) {
    *out++ = digits[bytes[i] >> 4];
    *out++ = digits[bytes[i] & 15];
  }
}

void mw_encode_base64(const uint8_t *bytes, size_t size, char *out) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (size_t i = 0; i < size; i += 3) {
    const size_t left = size - i;
    const uint32_t bits = (uint32_t)bytes[i] << 16 | (left > 1 ? (uint32_t)bytes[i + 1] << 8 : 0) |
                          (left > 2 ? bytes[i + 2] : 0);
    *out++ = digits[bits >> 18];
    *out++ = digits[bits >> 12 & 63];
    *out++ = left > 1 ? digits[bits >> 6 & 63] : '=';
    *out++ = left > 2 ? digits[bits & 63] : '=';
  }
}
