#include <meshwright/float_text.h>

#include <string.h>

#include "float_digits.h"
#include "wire.h"

/** Numbers whose first digit has an exponent from -5 to 15 are written plainly. */
enum { LEAST_PLAIN_POINT = -4, GREATEST_PLAIN_POINT = 16 };

/** Decimals of up to this many digits survive a double, so one that gives the value back is its shortest. */
static const uint64_t SAFE_INTEGER = UINT64_C(1000000000000000);
enum { GREATEST_EXACT_POWER = 22 };

static char *write_digits(char *to, const uint8_t *digits, unsigned count) {
  for (unsigned i = 0; i < count; i++)
    *to++ = (char)('0' + digits[i]);
  return to;
}

static char *write_zeros(char *to, int count) {
  for (int i = 0; i < count; i++)
    *to++ = '0';
  return to;
}

static char *write_plain(const mw_decimal_t *decimal, char *to) {
  const int count = (int)decimal->count;
  const int point = decimal->point;
  if (point <= 0) {
    to = write_zeros(to, 1);
    *to++ = '.';
    to = write_zeros(to, -point);
    return write_digits(to, decimal->digits, decimal->count);
  }
  if (count <= point) {
    to = write_digits(to, decimal->digits, decimal->count);
    to = write_zeros(to, point - count);
    *to++ = '.';
    return write_zeros(to, 1);
  }
  to = write_digits(to, decimal->digits, (unsigned)point);
  *to++ = '.';
  return write_digits(to, decimal->digits + point, (unsigned)(count - point));
}

static char *write_scientific(const mw_decimal_t *decimal, char *to) {
  to = write_digits(to, decimal->digits, 1);
  if (decimal->count > 1) {
    *to++ = '.';
    to = write_digits(to, decimal->digits + 1, decimal->count - 1);
  }
  *to++ = 'e';
  int exponent = decimal->point - 1;
  if (exponent < 0) {
    *to++ = '-';
    exponent = -exponent;
  }
  if (exponent >= 100) *to++ = (char)('0' + exponent / 100);
  if (exponent >= 10) *to++ = (char)('0' + exponent / 10 % 10);
  *to++ = (char)('0' + exponent % 10);
  return to;
}

size_t mw_write_decimal(const mw_decimal_t *decimal, char *text) {
  const bool plain = decimal->point >= LEAST_PLAIN_POINT && decimal->point <= GREATEST_PLAIN_POINT;
  return (size_t)((plain ? write_plain(decimal, text) : write_scientific(decimal, text)) - text);
}

/** Digits of an integer × 10^-places. */
static void decimal_of_integer(uint64_t integer, int places, mw_decimal_t *decimal) {
  uint8_t reversed[20];
  unsigned count = 0;
  for (; integer != 0; integer /= 10)
    reversed[count++] = (uint8_t)(integer % 10);
  decimal->point = (int)count - places;
  decimal->count = 0;
  unsigned last = 0;
  while (reversed[last] == 0)
    last++;
  for (unsigned i = count; i-- > last;)
    decimal->digits[decimal->count++] = reversed[i];
}

/**
 * The short way, for the values that people write: an integer of at most 15 digits over a power of ten. Both are exact doubles, so
 * their quotient is the double nearest to the decimal.
 */
static bool is_short_decimal(double value, mw_decimal_t *decimal) {
  static const double powers[GREATEST_EXACT_POWER + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                          1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                          1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  if (!(value >= 1e-7 && value < (double)SAFE_INTEGER)) return false;
  for (int places = 0; places <= GREATEST_EXACT_POWER; places++) {
    const double scaled = value * powers[places];
    if (scaled >= (double)SAFE_INTEGER) return false;
    const uint64_t integer = (uint64_t)(scaled + 0.5);
    if (integer != 0 && integer < SAFE_INTEGER && (double)integer / powers[places] == value) {
      decimal_of_integer(integer, places, decimal);
      return true;
    }
  }
  return false;
}

/** Signs, zeros and what is not finite; false for what has digits, after its sign. */
static bool format_special(bool negative, bool nan, bool infinite, bool zero, char *text, size_t *size) {
  const char *word = nan ? "NaN" : infinite ? "Infinity" : zero ? "0.0" : "";
  *size = 0;
  if (negative && !nan) text[(*size)++] = '-';
  memcpy(text + *size, word, strlen(word) + 1);
  *size += strlen(word);
  return word[0] != '\0';
}

size_t mw_format_f64(double value, char text[MW_FLOAT_TEXT_CAPACITY]) {
  const uint64_t bits = mw_f64_bits(value);
  const uint64_t magnitude = bits & (UINT64_MAX >> 1);
  size_t size;
  if (format_special(bits != magnitude, value != value, magnitude == UINT64_C(0x7ff0000000000000),
                     magnitude == 0, text, &size))
    return size;
  mw_decimal_t decimal;
  if (!is_short_decimal(mw_f64_of_bits(magnitude), &decimal))
    mw_shortest_digits(magnitude, &mw_f64_format, &decimal);
  size += mw_write_decimal(&decimal, text + size);
  text[size] = '\0';
  return size;
}

size_t mw_format_f32(float value, char text[MW_FLOAT_TEXT_CAPACITY]) {
  const uint32_t bits = mw_f32_bits(value);
  const uint32_t magnitude = bits & (UINT32_MAX >> 1);
  size_t size;
  if (format_special(bits != magnitude, value != value, magnitude == UINT32_C(0x7f800000), magnitude == 0,
                     text, &size))
    return size;
  mw_decimal_t decimal;
  mw_shortest_digits(magnitude, &mw_f32_format, &decimal);
  size += mw_write_decimal(&decimal, text + size);
  text[size] = '\0';
  return size;
}
