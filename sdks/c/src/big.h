/** Natural numbers of up to 4096 bits: enough for every exact step between decimal text and doubles. */
#ifndef MESHWRIGHT_BIG_H
#define MESHWRIGHT_BIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MW_BIG_LIMBS 128

/** Little-endian limbs of 32 bits; the highest one is not zero. */
typedef struct mw_big {
  size_t size;
  uint32_t limbs[MW_BIG_LIMBS];
} mw_big_t;

void mw_big_set(mw_big_t *big, uint64_t value);
void mw_big_multiply_add(mw_big_t *big, uint32_t factor, uint32_t summand);
void mw_big_multiply_power_of_ten(mw_big_t *big, unsigned exponent);
void mw_big_shift_left(mw_big_t *big, unsigned bits);
void mw_big_add(mw_big_t *big, const mw_big_t *other);
/** `other` must not be larger. */
void mw_big_subtract(mw_big_t *big, const mw_big_t *other);
int mw_big_compare(const mw_big_t *a, const mw_big_t *b);
/** Compares a + b with c. */
int mw_big_compare_sum(const mw_big_t *a, const mw_big_t *b, const mw_big_t *c);
unsigned mw_big_bit_length(const mw_big_t *big);

static inline bool mw_big_is_zero(const mw_big_t *big) {
  return big->size == 0;
}

#endif
