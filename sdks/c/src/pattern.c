#include "pattern.h"

bool mw_pattern_matches(const mw_pattern_t *pattern, const char *text, size_t size) {
  size_t state = 0;
  for (size_t i = 0; i < size; i++) {
    const int16_t next =
        pattern->transitions[state * pattern->class_count + pattern->classes[(uint8_t)text[i]]];
    if (next < 0) return false;
    state = (size_t)next;
  }
  return pattern->accepting[state];
}
