#ifndef MESHWRIGHT_UTF8_H
#define MESHWRIGHT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/** How many bytes at the start are well-formed UTF-8 (RFC 3629): `size` if all are. */
size_t mw_utf8_valid_prefix(const uint8_t *bytes, size_t size);

/** The longest text that counts as short. */
#define MW_SHORT_TEXT_SIZE 16

/** Copies a short text, in one or two words that may overlap, and says whether it is all ASCII. Needs room for `size` bytes only. */
static inline bool mw_copy_short_ascii(uint8_t *to, const char *from, size_t size) {
  uint64_t bits = 0;
  if (size >= sizeof(uint64_t)) {
    uint64_t first, last;
    memcpy(&first, from, sizeof first);
    memcpy(&last, from + size - sizeof last, sizeof last);
    memcpy(to, &first, sizeof first);
    memcpy(to + size - sizeof last, &last, sizeof last);
    bits = first | last;
  } else if (size >= sizeof(uint32_t)) {
    uint32_t first, last;
    memcpy(&first, from, sizeof first);
    memcpy(&last, from + size - sizeof last, sizeof last);
    memcpy(to, &first, sizeof first);
    memcpy(to + size - sizeof last, &last, sizeof last);
    bits = first | last;
  } else {
    for (size_t i = 0; i < size; i++) {
      to[i] = (uint8_t)from[i];
      bits |= to[i];
    }
  }
  return (bits & UINT64_C(0x8080808080808080)) == 0;
}

#endif
