#include "utf8.h"

#include <stdbool.h>
#include <string.h>

/** The length of the well-formed sequence at `at`, or 0. */
static size_t sequence_length(const uint8_t *at, size_t left) {
  const uint8_t lead = at[0];
  if (lead < 0x80) return 1;
  const size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || left < length) return 0;
  /* The second byte alone tells overlong forms, surrogates, and numbers above U+10FFFF. */
  uint8_t least = 0x80, greatest = 0xbf;
  if (lead == 0xe0) least = 0xa0;
  if (lead == 0xed) greatest = 0x9f;
  if (lead == 0xf0) least = 0x90;
  if (lead == 0xf4) greatest = 0x8f;
  if (at[1] < least || at[1] > greatest) return 0;
  for (size_t i = 2; i < length; i++)
    if ((at[i] & 0xc0) != 0x80) return 0;
  return length;
}

size_t mw_utf8_valid_prefix(const uint8_t *bytes, size_t size) {
  size_t at = 0;
  while (at < size) {
    uint64_t word;
    if (size - at >= sizeof word) {
      memcpy(&word, bytes + at, sizeof word);
      if ((word & UINT64_C(0x8080808080808080)) == 0) {
        at += sizeof word;
        continue;
      }
    }
    const size_t length = sequence_length(bytes + at, size - at);
    if (length == 0) return at;
    at += length;
  }
  return at;
}
