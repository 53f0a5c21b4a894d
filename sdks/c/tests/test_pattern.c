#include "pattern.h"

#include "check.h"

/** `ab*`: classes 0 other, 1 a, 2 b. */
static bool matches(const char *text, size_t size) {
  uint8_t classes[256] = {0};
  classes['a'] = 1;
  classes['b'] = 2;
  static const int16_t transitions[] = {-1, 1, -1, -1, -1, 1};
  static const bool accepting[] = {false, true};
  const mw_pattern_t pattern = {.source = "ab*",
                                .classes = classes,
                                .transitions = transitions,
                                .accepting = accepting,
                                .class_count = 3};
  return mw_pattern_matches(&pattern, text, size);
}

int main(void) {
  CHECK(matches("a", 1));
  CHECK(matches("abbb", 4));
  CHECK(!matches("", 0));
  CHECK(!matches("ba", 2));
  CHECK(!matches("ab\0", 3));
  CHECK(!matches("a\xff", 2));
  return CHECK_RESULT();
}
