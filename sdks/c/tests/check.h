/** Checks for test programs: a failed one says where and why, and the program goes on and ends with 1. */
#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H

#include <stdio.h>
#include <string.h>

static int check_failures;

#define CHECK(condition)                                                                                     \
  do {                                                                                                       \
    if (!(condition)) {                                                                                      \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                        \
      check_failures++;                                                                                      \
    }                                                                                                        \
  } while (0)

#define CHECK_TEXT(actual, expected)                                                                         \
  do {                                                                                                       \
    if (strcmp(actual, expected) != 0) {                                                                     \
      fprintf(stderr, "%s:%d: \"%s\" is not \"%s\"\n", __FILE__, __LINE__, actual, expected);                \
      check_failures++;                                                                                      \
    }                                                                                                        \
  } while (0)

#define CHECK_RESULT() (check_failures == 0 ? 0 : 1)

#endif
