#include "big.h"

#include <string.h>

void mw_big_set(mw_big_t *big, uint64_t value) {
  big->limbs[0] = (uint32_t)value;
  big->limbs[1] = (uint32_t)(value >> 32);
  big->size = big->limbs[1] != 0 ? 2 : big->limbs[0] != 0;
}

void mw_big_multiply_add(mw_big_t *big, uint32_t factor, uint32_t summand) {
  uint64_t carry = summand;
  for (size_t i = 0; i < big->size; i++) {
    carry += (uint64_t)big->limbs[i] * factor;
    big->limbs[i] = (uint32_t)carry;
    carry >>= 32;
  }
  if (carry != 0) big->limbs[big->size++] = (uint32_t)carry;
}

void mw_big_multiply_power_of_ten(mw_big_t *big, unsigned exponent) {
  for (; exponent >= 9; exponent -= 9)
    mw_big_multiply_add(big, 1000000000, 0);
  for (; exponent > 0; exponent--)
    mw_big_multiply_add(big, 10, 0);
}

void mw_big_shift_left(mw_big_t *big, unsigned bits) {
  if (big->size == 0) return;
  const size_t limbs = bits / 32;
  memmove(big->limbs + limbs, big->limbs, big->size * sizeof big->limbs[0]);
  memset(big->limbs, 0, limbs * sizeof big->limbs[0]);
  big->size += limbs;
  bits %= 32;
  if (bits != 0) mw_big_multiply_add(big, UINT32_C(1) << bits, 0);
}

static uint32_t limb(const mw_big_t *big, size_t i) {
  return i < big->size ? big->limbs[i] : 0;
}

void mw_big_add(mw_big_t *big, const mw_big_t *other) {
  const size_t size = big->size > other->size ? big->size : other->size;
  uint64_t carry = 0;
  for (size_t i = 0; i < size; i++) {
    carry += (uint64_t)limb(big, i) + limb(other, i);
    big->limbs[i] = (uint32_t)carry;
    carry >>= 32;
  }
  big->size = size;
  if (carry != 0) big->limbs[big->size++] = (uint32_t)carry;
}

void mw_big_subtract(mw_big_t *big, const mw_big_t *other) {
  uint64_t borrow = 0;
  for (size_t i = 0; i < big->size; i++) {
    const uint64_t difference = (uint64_t)big->limbs[i] - limb(other, i) - borrow;
    big->limbs[i] = (uint32_t)difference;
    borrow = difference >> 63;
  }
  while (big->size > 0 && big->limbs[big->size - 1] == 0)
    big->size--;
}

int mw_big_compare(const mw_big_t *a, const mw_big_t *b) {
  if (a->size != b->size) return a->size > b->size ? 1 : -1;
  for (size_t i = a->size; i-- > 0;)
    if (a->limbs[i] != b->limbs[i]) return a->limbs[i] > b->limbs[i] ? 1 : -1;
  return 0;
}

int mw_big_compare_sum(const mw_big_t *a, const mw_big_t *b, const mw_big_t *c) {
  mw_big_t sum = *a;
  mw_big_add(&sum, b);
  return mw_big_compare(&sum, c);
}

unsigned mw_big_bit_length(const mw_big_t *big) {
  if (big->size == 0) return 0;
  unsigned bits = 0;
  for (uint32_t top = big->limbs[big->size - 1]; top != 0; top >>= 1)
    bits++;
  return (unsigned)(big->size - 1) * 32 + bits;
}
