/*
 * Shortest digits by exact integer arithmetic, after the free-format algorithm of Steele and White, and Burger and Dybvig: the value
 * and half its gaps to both neighbours are kept as fractions over one denominator, and digits are produced until what is left is
 * smaller than a gap.
 */
#include "float_digits.h"

#include "big.h"

const mw_float_format_t mw_f32_format = {23, -149, 104};
const mw_float_format_t mw_f64_format = {52, -1074, 971};

/** value = remainder / denominator; `below` and `above` are half the gaps to the neighbours, over the same denominator. */
typedef struct fraction {
  mw_big_t remainder;
  mw_big_t denominator;
  mw_big_t below;
  mw_big_t above;
  /** A neighbour's half-way point still rounds to this value: its significand is even. */
  bool inclusive;
} fraction_t;

static void start(fraction_t *f, uint64_t significand, int exponent, bool is_lowest_of_binade) {
  /* The gap below the lowest number of a binade is half the one above it, so everything is doubled once more. */
  const unsigned scale = is_lowest_of_binade ? 2 : 1;
  mw_big_set(&f->remainder, significand);
  mw_big_shift_left(&f->remainder, scale);
  mw_big_set(&f->denominator, 1);
  mw_big_shift_left(&f->denominator, scale);
  mw_big_set(&f->below, 1);
  mw_big_set(&f->above, is_lowest_of_binade ? 2 : 1);
  if (exponent >= 0) {
    mw_big_shift_left(&f->remainder, (unsigned)exponent);
    mw_big_shift_left(&f->below, (unsigned)exponent);
    mw_big_shift_left(&f->above, (unsigned)exponent);
  } else {
    mw_big_shift_left(&f->denominator, (unsigned)-exponent);
  }
  f->inclusive = (significand & 1) == 0;
}

static void multiply_all(fraction_t *f, unsigned power_of_ten) {
  mw_big_multiply_power_of_ten(&f->remainder, power_of_ten);
  mw_big_multiply_power_of_ten(&f->below, power_of_ten);
  mw_big_multiply_power_of_ten(&f->above, power_of_ten);
}

/** Whether the upper half-way point reaches 1. */
static bool reaches_one(const fraction_t *f) {
  const int order = mw_big_compare_sum(&f->remainder, &f->above, &f->denominator);
  return f->inclusive ? order >= 0 : order > 0;
}

/** Brings the value below 1 and at or above 1/10, and answers the power of ten that was taken out. */
static int scale(fraction_t *f) {
  const int log2 = (int)mw_big_bit_length(&f->remainder) - (int)mw_big_bit_length(&f->denominator);
  /* log10(2) = 0.30103: an estimate that is never too large. */
  int point = (int)((long)(log2 - 1) * 30103 / 100000) - 1;
  if (point >= 0)
    mw_big_multiply_power_of_ten(&f->denominator, (unsigned)point);
  else
    multiply_all(f, (unsigned)-point);
  while (reaches_one(f)) {
    mw_big_multiply_add(&f->denominator, 10, 0);
    point++;
  }
  return point;
}

static uint8_t next_digit(fraction_t *f) {
  multiply_all(f, 1);
  uint8_t digit = 0;
  while (mw_big_compare(&f->remainder, &f->denominator) >= 0) {
    mw_big_subtract(&f->remainder, &f->denominator);
    digit++;
  }
  return digit;
}

/** Whether the last digit is better one higher: the rest is above a half, or a half after an odd digit. */
static bool rounds_up(const fraction_t *f, uint8_t digit) {
  const int order = mw_big_compare_sum(&f->remainder, &f->remainder, &f->denominator);
  return order > 0 || (order == 0 && (digit & 1) != 0);
}

void mw_shortest_digits(uint64_t bits, const mw_float_format_t *format, mw_decimal_t *decimal) {
  const uint64_t hidden = UINT64_C(1) << format->fraction_bits;
  const uint64_t fraction_part = bits & (hidden - 1);
  const int biased = (int)(bits >> format->fraction_bits);
  const uint64_t significand = biased == 0 ? fraction_part : fraction_part | hidden;
  const int exponent = format->least_exponent + (biased == 0 ? 0 : biased - 1);

  fraction_t f;
  start(&f, significand, exponent, fraction_part == 0 && biased > 1);
  decimal->point = scale(&f);
  decimal->count = 0;
  for (;;) {
    const uint8_t digit = next_digit(&f);
    const int low_order = mw_big_compare(&f.remainder, &f.below);
    const bool low = f.inclusive ? low_order <= 0 : low_order < 0;
    const bool high = reaches_one(&f);
    decimal->digits[decimal->count++] = digit;
    if (!low && !high) continue;
    if (high && (!low || rounds_up(&f, digit))) decimal->digits[decimal->count - 1]++;
    return;
  }
}
