/* Canonical float text: the shortest digits that read back as the same number. */
#ifndef MESHWRIGHT_FLOATS_H
#define MESHWRIGHT_FLOATS_H

#include <float.h>
#include <math.h>

#include "strings.h"

/* The longest canonical text is shorter, its end included. */
#define MW_FLOAT_TEXT 33
#define MW_DIGITS_32 9
/* Numbers of so many digits are told apart by 32-bit floats. */
#define MW_CERTAIN_DIGITS_32 6
/* Exponents of the first digit between which no exponent is written. */
#define MW_PLAIN_LOW (-5)
#define MW_PLAIN_HIGH 15

/* From the spelling of `repr`, or of the format `e`, to the canonical one; gives its size, and that of the digits. 0: too long to be one. */
MW_SHARED int mw_spell(const char *text, char *out, int *significant) {
  char digits[MW_FLOAT_TEXT];
  int count = 0, lead = 0, whole = -1, exponent = 0;
  char *to = out;
  if (*text == '-') *to++ = *text++;
  for (; *text != '\0' && *text != 'e'; text++) {
    if (*text == '.')
      whole = count + lead;
    else if (*text == '0' && count == 0)
      lead++;
    else if (count >= MW_FLOAT_TEXT - 8)
      return 0;
    else
      digits[count++] = *text;
  }
  if (whole < 0) whole = count + lead;
  if (*text == 'e') exponent = (int)strtol(text + 1, NULL, 10);
  const int first = exponent + whole - 1 - lead;
  while (count > 0 && digits[count - 1] == '0')
    count--;
  *significant = count;
  if (count == 0) return memcpy(to, "0.0", 3), (int)(to - out) + 3;
  if (first < MW_PLAIN_LOW || first > MW_PLAIN_HIGH) {
    *to++ = digits[0];
    if (count > 1) *to++ = '.';
    memcpy(to, digits + 1, (size_t)count - 1);
    to += count - 1;
    return (int)(to - out) + sprintf(to, "e%d", first);
  }
  if (first < 0) {
    memcpy(to, "0.0000", (size_t)(1 - first));
    to += 1 - first;
    memcpy(to, digits, (size_t)count);
    return (int)(to - out) + count;
  }
  for (int i = 0; i <= first; i++)
    *to++ = i < count ? digits[i] : '0';
  *to++ = '.';
  if (count <= first + 1) *to++ = '0';
  for (int i = first + 1; i < count; i++)
    *to++ = digits[i];
  return (int)(to - out);
}

MW_SHARED int mw_spell_as(double number, char format, int precision, char *out, int *significant) {
  char *text = PyOS_double_to_string(number, format, precision, 0, NULL);
  if (text == NULL) return 0;
  const int size = mw_spell(text, out, significant);
  PyMem_Free(text);
  return size;
}

/* Decimal numbers of so many digits are told apart by 64-bit floats: one that reads back is the shortest. */
#define MW_CERTAIN_DIGITS_64 15
#define MW_CERTAIN_64 1e15
#define MW_LEAST_PLAIN 1e-5
#define MW_FEW_DECIMALS 8
/* More than the relative error of a product. */
#define MW_PRODUCT_ERROR 1e-15

/* Powers of ten that are exact, as is the quotient of one and an integer below 2^53, but for one rounding. */
static const double MW_TENS[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9, 1e10,
                                 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20};

/* A number with few decimals; 0 for others. */
MW_SHARED int mw_short_text(double number, char *out) {
  const double magnitude = fabs(number);
  int decimals = 0;
  uint64_t digits = 0;
  if (!(magnitude >= MW_LEAST_PLAIN)) return 0;
  for (;; decimals++) {
    const double scaled = magnitude * MW_TENS[decimals];
    if (decimals > MW_FEW_DECIMALS || scaled + 0.5 >= MW_CERTAIN_64) return 0;
    digits = (uint64_t)(scaled + 0.5);
    /* A division is slow, and asked only where it may say yes. */
    if (fabs(scaled - (double)digits) > scaled * MW_PRODUCT_ERROR) continue;
    if ((double)digits / MW_TENS[decimals] == magnitude) break;
  }
  char reversed[MW_FLOAT_TEXT], *at = reversed, *to = out;
  if (decimals == 0) *at++ = '0', *at++ = '.';
  for (int count = 0; digits != 0 || count <= decimals; count++) {
    if (count == decimals && decimals > 0) *at++ = '.';
    *at++ = (char)('0' + digits % 10);
    digits /= 10;
  }
  if (number < 0) *to++ = '-';
  while (at > reversed)
    *to++ = *--at;
  return (int)(to - out);
}

/* The number of a token with few digits, spelt canonically; false for others. */
MW_SHARED int mw_short_number(const char *token, int size, double *number) {
  const char *at = token, *end = token + size;
  uint64_t digits = 0;
  int significant = 0, decimals = 0;
  const int negative = *at == '-';
  at += negative;
  const char *whole = at;
  for (; at < end && *at >= '0' && *at <= '9'; at++) {
    digits = digits * 10 + (uint64_t)(*at - '0');
    if (digits != 0 && ++significant > MW_CERTAIN_DIGITS_64) return 0;
  }
  if (at == whole || (*whole == '0' && at - whole > 1) || at == end || *at++ != '.' || at == end) return 0;
  if (end - at > 1 && end[-1] == '0') return 0;
  /* `.0` is no decimal. */
  if (end - at == 1 && *at == '0') at = end;
  for (; at < end; at++, decimals++) {
    if (*at < '0' || *at > '9') return 0;
    digits = digits * 10 + (uint64_t)(*at - '0');
    if (digits != 0 && ++significant > MW_CERTAIN_DIGITS_64) return 0;
  }
  if (decimals > MW_CERTAIN_DIGITS_64 + 5) return 0;
  const double magnitude = (double)digits / MW_TENS[decimals];
  if (digits != 0 && magnitude < MW_LEAST_PLAIN) return 0;
  *number = negative ? -magnitude : magnitude;
  return 1;
}

MW_SHARED int mw_text_64(double number, char *out) {
  int significant;
  const int size = mw_short_text(number, out);
  if (size != 0) return size;
  return isfinite(number) ? mw_spell_as(number, 'r', 0, out, &significant) : 0;
}

/* The 32-bit float nearest to a decimal number; false if the nearest 64-bit one lies in the very middle of two, where the digits would decide. */
MW_SHARED int mw_parse_32(const char *text, float *number) {
  char *stop;
  const double wide = PyOS_string_to_double(text, &stop, NULL);
  if (wide == -1.0 && PyErr_Occurred()) return PyErr_Clear(), 0;
  *number = (float)wide;
  if (*stop != '\0' || !isfinite(*number)) return 0;
  const double above = nextafterf(*number, INFINITY), below = nextafterf(*number, -INFINITY);
  return wide != ((double)*number + above) / 2 && wide != ((double)*number + below) / 2;
}

/* From the spelling of the format `e` to so many digits, the last of them one up if any was lost; false where that has fewer digits. */
MW_SHARED int mw_round_up(char *text, int digits) {
  char *exponent = strchr(text, 'e');
  char *last = text + (*text == '-') + (digits > 1 ? digits : 0);
  if (strspn(last + 1, "0.") < (size_t)(exponent - last - 1)) {
    if (*last == '9') return 0;
    ++*last;
  }
  memmove(last + 1, exponent, strlen(exponent) + 1);
  return 1;
}

#define MW_EXACT_DIGITS 160

/* Whether a number of so many digits reads back as `number`: the nearest one; for a power of two, whose gap on the side of zero is half the other, also one further out. */
MW_SHARED int mw_try_32(float number, int digits, int outward, char *out) {
  float read;
  int significant, size = 0;
  char *text = PyOS_double_to_string((double)number, 'e', (outward ? MW_EXACT_DIGITS : digits) - 1, 0, NULL);
  if (text == NULL) return -1;
  if (outward && !mw_round_up(text, digits))
    size = 0;
  else if (!mw_parse_32(text, &read))
    size = -1;
  else if (read == number)
    size = mw_spell(text, out, &significant);
  PyMem_Free(text);
  return size;
}

/* The size of the text; 0 for the few numbers that need more thought. */
MW_SHARED int mw_text_32(float number, char *out) {
  int exponent, significant, digits = 1;
  if (!isfinite(number)) return 0;
  const int power_of_two = fabsf(frexpf(number, &exponent)) == 0.5f;
  if (number == 0.0f || fabsf(number) >= FLT_MIN) {
    const int size = mw_spell_as((double)number, 'r', 0, out, &significant);
    if (size == 0 || significant <= MW_CERTAIN_DIGITS_32) return size;
    if (!power_of_two) digits = MW_CERTAIN_DIGITS_32;
  }
  for (; digits <= MW_DIGITS_32; digits++) {
    int size = mw_try_32(number, digits, 0, out);
    if (size == 0 && power_of_two && digits < MW_DIGITS_32) size = mw_try_32(number, digits, 1, out);
    if (size != 0) return size > 0 ? size : 0;
  }
  return 0;
}

/* The token of a number, with an end for C. */
MW_SHARED int mw_number_token(mw_reader *r, char *token) {
  int size = 0;
  while (r->at + size < r->end && size < MW_FLOAT_TEXT) {
    const uint8_t byte = r->at[size];
    if (!(byte >= '0' && byte <= '9') && byte != '-' && byte != '.' && byte != 'e') break;
    token[size++] = (char)byte;
  }
  if (size == 0 || size == MW_FLOAT_TEXT) return 0;
  token[size] = '\0';
  return size;
}

MW_SHARED PyObject *mw_json_float_64(mw_reader *r, double low, double high, int bounded) {
  char token[MW_FLOAT_TEXT + 1], canonical[MW_FLOAT_TEXT + 8], *stop;
  const int size = mw_number_token(r, token);
  double number;
  if (size == 0) return NULL;
  if (!mw_short_number(token, size, &number)) {
    number = PyOS_string_to_double(token, &stop, NULL);
    if (number == -1.0 && PyErr_Occurred()) return PyErr_Clear(), NULL;
    if (*stop != '\0' || mw_text_64(number, canonical) != size || memcmp(token, canonical, (size_t)size) != 0)
      return NULL;
  }
  if (bounded && !(number >= low && number <= high)) return NULL;
  r->at += size;
  return PyFloat_FromDouble(number);
}

MW_SHARED PyObject *mw_json_float_32(mw_reader *r, double low, double high, int bounded) {
  char token[MW_FLOAT_TEXT + 1], canonical[MW_FLOAT_TEXT + 8];
  float number;
  const int size = mw_number_token(r, token);
  if (size == 0 || !mw_parse_32(token, &number)) return NULL;
  if (mw_text_32(number, canonical) != size || memcmp(token, canonical, (size_t)size) != 0) return NULL;
  if (bounded && !(number >= low && number <= high)) return NULL;
  r->at += size;
  return PyFloat_FromDouble((double)number);
}

MW_SHARED int mw_write_float_64(mw_writer *w, PyObject *value, double low, double high, int bounded) {
  char text[MW_FLOAT_TEXT + 8];
  double number;
  if (!mw_double(value, low, high, bounded, &number)) return 0;
  const int size = mw_text_64(number, text);
  return size != 0 && mw_raw(w, text, (size_t)size);
}

MW_SHARED int mw_write_float_32(mw_writer *w, PyObject *value, double low, double high, int bounded) {
  char text[MW_FLOAT_TEXT + 8];
  float number;
  if (!mw_single(value, low, high, bounded, &number)) return 0;
  const int size = mw_text_32(number, text);
  return size != 0 && mw_raw(w, text, (size_t)size);
}

#endif
