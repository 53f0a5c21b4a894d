/** Finds where JSON's strings and numbers end and what is wrong with them; shared by the codecs' reader and the ordinary one. */
#ifndef MESHWRIGHT_JSON_SCAN_H
#define MESHWRIGHT_JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

static inline bool mw_json_is_space(uint8_t character) {
  return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

#endif
