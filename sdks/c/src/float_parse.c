/*
 * Decimal text to the nearest float, exactly: the number is a quotient of two integers, of which the leading 64 bits are computed by long
 * division and the rest is known to be zero or not.
 */
#include <meshwright/float_text.h>

#include "big.h"
#include "float_digits.h"
#include "wire.h"

enum {
  /** No half-way point between two doubles has more digits than this; behind them it only matters whether any is not zero. */
  MAX_SIGNIFICANT_DIGITS = 770,
  /** Beyond these powers of ten everything is infinite or zero. */
  GREATEST_POINT = 400,
  LEAST_POINT = -400,
  QUOTIENT_BITS = 64
};

static bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

static size_t skip_digits(const char *text, size_t size, size_t at) {
  while (at < size && is_digit(text[at]))
    at++;
  return at;
}

bool mw_is_json_number(const char *text, size_t size) {
  size_t at = size > 0 && text[0] == '-' ? 1 : 0;
  const size_t integer = at;
  at = skip_digits(text, size, at);
  if (at == integer || (text[integer] == '0' && at > integer + 1)) return false;
  if (at < size && text[at] == '.') {
    const size_t fraction = ++at;
    at = skip_digits(text, size, at);
    if (at == fraction) return false;
  }
  if (at < size && (text[at] == 'e' || text[at] == 'E')) {
    at++;
    if (at < size && (text[at] == '+' || text[at] == '-')) at++;
    const size_t exponent = at;
    at = skip_digits(text, size, at);
    if (at == exponent) return false;
  }
  return at == size;
}

/** Saturates far beyond what the digits before it can make up for. */
static int64_t read_exponent(const char *text, size_t size) {
  const int64_t enough = INT64_MAX / 100;
  const bool negative = size > 0 && text[0] == '-';
  int64_t exponent = 0;
  for (size_t at = size > 0 && !is_digit(text[0]) ? 1 : 0; at < size; at++)
    if (exponent < enough) exponent = exponent * 10 + (text[at] - '0');
  return negative ? -exponent : exponent;
}

/** digits × 10^exponent, of which `point` digits stand before the decimal point. */
typedef struct number {
  mw_big_t digits;
  int64_t exponent;
  int64_t point;
} number_t;

static void read_number(const char *text, size_t size, number_t *number) {
  mw_big_set(&number->digits, 0);
  int64_t count = 0, places = 0, dropped = 0;
  bool in_fraction = false, any_dropped = false;
  size_t at = 0;
  for (; at < size && text[at] != 'e' && text[at] != 'E'; at++) {
    if (text[at] == '.') {
      in_fraction = true;
      continue;
    }
    places += in_fraction;
    if (count == 0 && text[at] == '0') continue;
    if (count < MAX_SIGNIFICANT_DIGITS) {
      mw_big_multiply_add(&number->digits, 10, (uint32_t)(text[at] - '0'));
      count++;
    } else {
      any_dropped |= text[at] != '0';
      dropped++;
    }
  }
  number->exponent = (at < size ? read_exponent(text + at + 1, size - at - 1) : 0) - places + dropped;
  number->point = number->exponent + count;
  if (any_dropped) {
    mw_big_multiply_add(&number->digits, 10, 1);
    number->exponent--;
  }
}

/** The leading bits of numerator / denominator × 2^-*exponent, the last one set if anything is left. Destroys both. */
static uint64_t quotient(mw_big_t *numerator, mw_big_t *denominator, int *exponent) {
  *exponent = (int)mw_big_bit_length(numerator) - (int)mw_big_bit_length(denominator) - (QUOTIENT_BITS - 1);
  const int shift = *exponent + QUOTIENT_BITS - 1;
  if (shift >= 0)
    mw_big_shift_left(denominator, (unsigned)shift);
  else
    mw_big_shift_left(numerator, (unsigned)-shift);
  uint64_t bits = 0;
  for (int i = 0; i < QUOTIENT_BITS; i++) {
    bits <<= 1;
    if (mw_big_compare(numerator, denominator) >= 0) {
      mw_big_subtract(numerator, denominator);
      bits |= 1;
    }
    mw_big_shift_left(numerator, 1);
  }
  return bits | !mw_big_is_zero(numerator);
}

/** The nearest float to leading × 2^exponent, where a set last bit may stand for more behind it. */
static uint64_t round_bits(uint64_t leading, int exponent, const mw_float_format_t *format) {
  int length = 0;
  while (length < QUOTIENT_BITS && leading >> length != 0)
    length++;
  /* How many bits are to go: those beyond the fraction, and more where the number is subnormal. */
  int drop = length - (int)format->fraction_bits - 1;
  if (exponent + drop < format->least_exponent) drop = format->least_exponent - exponent;
  if (drop > QUOTIENT_BITS) return 0;
  const uint64_t kept = drop == QUOTIENT_BITS ? 0 : leading >> drop;
  const uint64_t half = UINT64_C(1) << (drop - 1);
  const uint64_t rest = leading & (half | (half - 1));
  uint64_t significand = kept + (rest > half || (rest == half && (kept & 1) != 0));
  int biased = exponent + drop - format->least_exponent + 1;
  /* A carry may make the significand one bit longer; its bits are then zero, and the sum below comes out right. */
  const uint64_t hidden = UINT64_C(1) << format->fraction_bits;
  if (significand < hidden) return significand;
  if (significand >= hidden * 2) {
    significand >>= 1;
    biased++;
  }
  const int infinite = format->greatest_exponent - format->least_exponent + 2;
  if (biased >= infinite) return (uint64_t)infinite << format->fraction_bits;
  return (uint64_t)biased << format->fraction_bits | (significand - hidden);
}

/** The bits of the nearest value; `text` has no sign. */
static uint64_t nearest_bits(const char *text, size_t size, const mw_float_format_t *format) {
  const uint64_t infinity = (uint64_t)(format->greatest_exponent - format->least_exponent + 2)
                            << format->fraction_bits;
  number_t number;
  read_number(text, size, &number);
  if (mw_big_is_zero(&number.digits) || number.point < LEAST_POINT) return 0;
  if (number.point > GREATEST_POINT) return infinity;
  mw_big_t denominator;
  mw_big_set(&denominator, 1);
  if (number.exponent >= 0)
    mw_big_multiply_power_of_ten(&number.digits, (unsigned)number.exponent);
  else
    mw_big_multiply_power_of_ten(&denominator, (unsigned)-number.exponent);
  int exponent;
  const uint64_t leading = quotient(&number.digits, &denominator, &exponent);
  return round_bits(leading, exponent, format);
}

/** The short way: both parts are exact doubles, so that one division or multiplication rounds as it must. */
static bool is_exact_quotient(const char *text, size_t size, double *value) {
  static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  uint64_t digits = 0;
  size_t places = 0;
  bool in_fraction = false;
  if (size > sizeof powers / sizeof *powers) return false;
  for (size_t at = 0; at < size; at++) {
    if (text[at] == '.') {
      in_fraction = true;
      continue;
    }
    if (!is_digit(text[at])) return false;
    digits = digits * 10 + (uint64_t)(text[at] - '0');
    places += in_fraction;
  }
  *value = (double)digits / powers[places];
  return true;
}

double mw_nearest_f64(const char *text, size_t size) {
  const bool negative = text[0] == '-';
  double value;
  if (!is_exact_quotient(text + negative, size - negative, &value)) {
    value = mw_f64_of_bits(nearest_bits(text + negative, size - negative, &mw_f64_format));
  }
  return negative ? -value : value;
}

float mw_nearest_f32(const char *text, size_t size) {
  const bool negative = text[0] == '-';
  const float value =
      mw_f32_of_bits((uint32_t)nearest_bits(text + negative, size - negative, &mw_f32_format));
  return negative ? -value : value;
}

bool mw_parse_f64(const char *text, size_t size, double *value) {
  if (!mw_is_json_number(text, size)) return false;
  *value = mw_nearest_f64(text, size);
  return true;
}

bool mw_parse_f32(const char *text, size_t size, float *value) {
  if (!mw_is_json_number(text, size)) return false;
  *value = mw_nearest_f32(text, size);
  return true;
}
