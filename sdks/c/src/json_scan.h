/** Finds where JSON's strings and numbers end and what is wrong with them; shared by the codecs' reader and the ordinary one. */
#ifndef MESHWRIGHT_JSON_SCAN_H
#define MESHWRIGHT_JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wire.h"

typedef enum mw_json_fault {
  MW_JSON_SOUND,
  /** The input ends inside. */
  MW_JSON_UNFINISHED,
  MW_JSON_MALFORMED
} mw_json_fault_t;

typedef struct mw_json_string {
  /** What stands between the quotes. */
  const uint8_t *content;
  size_t size;
  /** Of its characters as UTF-8. */
  size_t unescaped_size;
  bool escaped;
  /** An escape that has a shorter or plainer spelling. */
  bool non_canonical;
  /** Half a surrogate pair. Scanning goes on behind it. */
  bool lone_surrogate;
} mw_json_string_t;

/** `at` is the opening quote; on success `*after` is behind the closing one. `MW_JSON_MALFORMED` for the first bad escape or raw control. */
mw_json_fault_t mw_json_scan_string(const uint8_t *at, const uint8_t *end, bool pairs_only,
                                    mw_json_string_t *string, const uint8_t **after);

/** Writes `unescaped_size` bytes; half a surrogate pair becomes three. */
void mw_json_unescape(const mw_json_string_t *string, char *out);

/** The end of the longest run of characters that numbers are made of. */
const uint8_t *mw_json_number_end(const uint8_t *at, const uint8_t *end);

/** The high bits of the bytes of a word that are below `limit`, at most 0x80; what is above the lowest such byte may be marked by mistake. */
static inline uint64_t mw_json_mark_below(uint64_t word, uint8_t limit) {
  const uint64_t ones = UINT64_C(0x0101010101010101);
  return (word - ones * limit) & ~word & ones << 7;
}

/** The first character from `at` on that cannot stand for itself in a string, its closing quote among them; `end` if there is none. */
static inline const uint8_t *mw_json_skip_plain(const uint8_t *at, const uint8_t *end) {
  for (; end - at >= 8; at += 8) {
    const uint64_t ones = UINT64_C(0x0101010101010101), word = mw_load_u64le(at);
    const uint64_t marks = mw_json_mark_below(word, 0x20) | mw_json_mark_below(word ^ ones * '"', 1) |
                           mw_json_mark_below(word ^ ones * '\\', 1);
#if defined(__GNUC__)
    if (marks != 0) return at + __builtin_ctzll(marks) / 8;
#else
    if (marks != 0) break;
#endif
  }
  while (at != end && *at >= 0x20 && *at != '"' && *at != '\\')
    at++;
  return at;
}

static inline bool mw_json_is_space(uint8_t character) {
  return character <= ' ' &&
         (character == ' ' || character == '\t' || character == '\n' || character == '\r');
}

#endif
