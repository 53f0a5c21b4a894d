/** The decimal digits of a float: what formatting prints and parsing reads. */
#ifndef MESHWRIGHT_FLOAT_DIGITS_H
#define MESHWRIGHT_FLOAT_DIGITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The most digits that a shortest form can need. */
#define MW_MAX_SHORTEST_DIGITS 17

/** The width of a float: what its bits mean. */
typedef struct mw_float_format {
  /** Of the stored fraction. */
  unsigned fraction_bits;
  /** Of the value 1 in the last place of a subnormal number: value = significand × 2^exponent. */
  int least_exponent;
  /** Of the largest finite numbers. */
  int greatest_exponent;
} mw_float_format_t;

extern const mw_float_format_t mw_f32_format;
extern const mw_float_format_t mw_f64_format;

/** 0.d₁d₂d₃… × 10^point: `point` digits stand before the decimal point. */
typedef struct mw_decimal {
  unsigned count;
  int point;
  uint8_t digits[MW_MAX_SHORTEST_DIGITS + 1];
} mw_decimal_t;

/**
 * The shortest digits that only this value rounds from, the closest to it if there are several; `bits` are those of a positive
 * finite number.
 */
void mw_shortest_digits(uint64_t bits, const mw_float_format_t *format, mw_decimal_t *decimal);

/** The nearest value, ties to even; infinite if it is too large. `text` is a JSON number, perhaps with leading zeros. */
double mw_nearest_f64(const char *text, size_t size);
float mw_nearest_f32(const char *text, size_t size);

/** Whether `text` is a number by JSON's grammar. */
bool mw_is_json_number(const char *text, size_t size);

/** Writes the canonical text of `decimal`; no terminator. Answers the length. */
size_t mw_write_decimal(const mw_decimal_t *decimal, char *text);

#endif
