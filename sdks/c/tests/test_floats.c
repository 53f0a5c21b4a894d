#include <meshwright/float_text.h>

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "check.h"

static void check_f64(double value, const char *expected) {
  char text[MW_FLOAT_TEXT_CAPACITY];
  const size_t size = mw_format_f64(value, text);
  CHECK(size == strlen(text));
  CHECK_TEXT(text, expected);
}

static void check_f32(float value, const char *expected) {
  char text[MW_FLOAT_TEXT_CAPACITY];
  CHECK(mw_format_f32(value, text) == strlen(text));
  CHECK_TEXT(text, expected);
}

static void test_format(void) {
  check_f64(0.0, "0.0");
  check_f64(-0.0, "-0.0");
  check_f64(64.0, "64.0");
  check_f64(-1.5, "-1.5");
  check_f64(0.00001, "0.00001");
  check_f64(0.000001, "1e-6");
  check_f64(1e15, "1000000000000000.0");
  check_f64(1e16, "1e16");
  check_f64(1.5e-7, "1.5e-7");
  check_f64(9007199254740993.0, "9007199254740992.0");
  check_f64(0x1p89, "6.189700196426902e26");
  check_f64(5e-324, "5e-324");
  check_f64(2.2250738585072014e-308, "2.2250738585072014e-308");
  check_f64(1.7976931348623157e308, "1.7976931348623157e308");
  check_f64(9.5367431640625e-7, "9.5367431640625e-7");
  check_f64(1e23, "1e23");
  check_f64((double)NAN, "NaN");
  check_f64((double)-INFINITY, "-Infinity");
  check_f32(0.1F, "0.1");
  check_f32(16777216.0F, "16777216.0");
  check_f32(1e-45F, "1e-45");
  check_f32(3.4028235e38F, "3.4028235e38");
  check_f32(0x1p-126F, "1.1754944e-38");
  /* 8589973000 would come back as well, but is further away. */
  check_f32(8589973504.0F, "8589974000.0");
}

static void test_parse(void) {
  static const char *const bad[] = {"", "-", "01", "1.", ".5", "1e", "1e+", "+1", "0x1", "1 ", "NaN", "--1"};
  double value;
  float single;
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    CHECK(!mw_parse_f64(bad[i], strlen(bad[i]), &value));
  CHECK(mw_parse_f64("-0", 2, &value) && value == 0 && signbit(value));
  CHECK(mw_parse_f64("1e400", 5, &value) && isinf(value));
  CHECK(mw_parse_f64("1e-400", 6, &value) && value == 0);
  CHECK(mw_parse_f64("1e99999999999999999999", 22, &value) && isinf(value));
  /* Between two doubles exactly, and the least bit above that. */
  CHECK(mw_parse_f64("9007199254740993", 16, &value) && value == 9007199254740992.0);
  CHECK(mw_parse_f64("9007199254740993.00000000000000000000000000000001", 49, &value) &&
        value == 9007199254740994.0);
  /* Rounding to double first would give the wrong float. */
  CHECK(mw_parse_f32("1.00000005960464477539062500000000001", 37, &single) && single == 0x1.000002p0F);
  CHECK(mw_parse_f32("3.4028235677973367e38", 21, &single) && isinf(single));
  CHECK(mw_parse_f32("3.4028235677973366e38", 21, &single) && single == 3.4028235e38F);
}

static uint64_t next(uint64_t *state) {
  *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return *state ^ *state >> 29;
}

/** The C library, in its default locale, is the judge. */
static void test_random(void) {
  uint64_t state = 1;
  for (int i = 0; i < 20000; i++) {
    char text[MW_FLOAT_TEXT_CAPACITY], shorter[40];
    const uint64_t bits = next(&state);
    double value, back;
    memcpy(&value, &bits, sizeof value);
    if (!isfinite(value)) continue;
    const size_t size = mw_format_f64(value, text);
    CHECK(strtod(text, NULL) == value);
    CHECK(mw_parse_f64(text, size, &back) && back == value);
    /* No text of fewer digits comes back as this value. */
    size_t digits = 0;
    for (const char *at = text; *at != '\0' && *at != 'e'; at++)
      digits += *at >= '0' && *at <= '9';
    if (strchr(text, 'e') != NULL && digits > 1) {
      snprintf(shorter, sizeof shorter, "%.*e", (int)digits - 2, value);
      CHECK(strtod(shorter, NULL) != value);
    }
  }
}

int main(void) {
  test_format();
  test_parse();
  test_random();
  return CHECK_RESULT();
}
