/* Patterns of text as state tables. */
#ifndef MESHWRIGHT_PATTERNS_H
#define MESHWRIGHT_PATTERNS_H

#include "objects.h"

typedef struct {
  const uint8_t *classes;     /* by byte */
  const int16_t *transitions; /* by state and class the next state, or -1; 0 is the start */
  int width;                  /* classes */
  const uint8_t *accepting;   /* by state */
} mw_pattern;

MW_SHARED int mw_matches(const mw_pattern *pattern, const uint8_t *text, size_t size) {
  int state = 0;
  for (size_t i = 0; i < size; i++) {
    state = pattern->transitions[state * pattern->width + pattern->classes[text[i]]];
    if (state < 0) return 0;
  }
  return pattern->accepting[state];
}

#endif
