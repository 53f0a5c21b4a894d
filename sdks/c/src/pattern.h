/** Matches text against a pattern that the generator has compiled to a table. */
#ifndef MESHWRIGHT_PATTERN_H
#define MESHWRIGHT_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct mw_pattern {
  /** As the spec writes it; for messages. */
  const char *source;
  /** 256 entries: byte to class. */
  const uint8_t *classes;
  /** Row by state: class to next state, -1 for none. State 0 is the start. */
  const int16_t *transitions;
  const bool *accepting;
  size_t class_count;
} mw_pattern_t;

/** Whether the whole text matches. */
bool mw_pattern_matches(const mw_pattern_t *pattern, const char *text, size_t size);

#endif
