#include "utf8.h"

#include <stdbool.h>
#include <string.h>

/** The length of the well-formed sequence at `at`, or 0. */
static size_t sequence_length(const uint8_t *at, size_t left) {
  const uint8_t lead = at[0];
  if (lead < 0x80) return 1;
  const size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || left < length) return 0;
  /* The second byte alone tells overlong forms, surrogates, and numbers above U+10FFFF. */
  uint8_t least = 0x80, greatest = 0xbf;
  if (lead == 0xe0) least = 0xa0;
  if (lead == 0xed) greatest = 0x9f;
  if (lead == 0xf0) least = 0x90;
  if (lead == 0xf4) greatest = 0x8f;
  if (at[1] < least || at[1] > greatest) return 0;
  for (size_t i = 2; i < length; i++)
    if ((at[i] & 0xc0) != 0x80) return 0;
  return length;
}

/** Sequence by sequence, to find the one that is ill-formed. */
static size_t find_fault(const uint8_t *bytes, size_t size) {
  size_t at = 0;
  while (at < size) {
    const size_t length = sequence_length(bytes + at, size - at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

/*
 * The check itself is an automaton without branches, since no branch predictor knows a text. A state is the place of its six bits in a row; a
 * byte's row says for each state which one follows, so that a step is one shift. The states: between characters, no way out, one to
 * three more continuation bytes, and the four leads that restrict the byte behind them.
 */
enum {
  START = 0,
  DEAD = 6,
  ONE = 12,
  TWO = 18,
  THREE = 24,
  E0 = 30,
  ED = 36,
  F0 = 42,
  F4 = 48,
  STATE_MASK = 63
};

#define FROM(state, next) ((uint64_t)(next) << (state))
/* Every state that a row does not name goes to DEAD, itself included. */
#define ROW(start, one, two, three, e0, ed, f0, f4)                                                          \
  (FROM(START, start) | FROM(DEAD, DEAD) | FROM(ONE, one) | FROM(TWO, two) | FROM(THREE, three) |            \
   FROM(E0, e0) | FROM(ED, ed) | FROM(F0, f0) | FROM(F4, f4))
#define LEAD(next) ROW(next, DEAD, DEAD, DEAD, DEAD, DEAD, DEAD, DEAD)

enum { ASCII, CONT_8, CONT_9, CONT_AB, NEVER, LEAD_2, LEAD_E0, LEAD_3, LEAD_ED, LEAD_F0, LEAD_4, LEAD_F4 };

static const uint64_t rows[] = {
    [ASCII] = LEAD(START),
    [CONT_8] = ROW(DEAD, START, ONE, TWO, DEAD, ONE, DEAD, TWO),
    [CONT_9] = ROW(DEAD, START, ONE, TWO, DEAD, ONE, TWO, DEAD),
    [CONT_AB] = ROW(DEAD, START, ONE, TWO, ONE, DEAD, TWO, DEAD),
    [NEVER] = LEAD(DEAD),
    [LEAD_2] = LEAD(ONE),
    [LEAD_E0] = LEAD(E0),
    [LEAD_3] = LEAD(TWO),
    [LEAD_ED] = LEAD(ED),
    [LEAD_F0] = LEAD(F0),
    [LEAD_4] = LEAD(THREE),
    [LEAD_F4] = LEAD(F4),
};

#define TIMES_4(x) x, x, x, x
#define TIMES_16(x) TIMES_4(x), TIMES_4(x), TIMES_4(x), TIMES_4(x)

static const uint8_t classes[256] = {
    TIMES_16(ASCII),
    TIMES_16(ASCII),
    TIMES_16(ASCII),
    TIMES_16(ASCII),
    TIMES_16(ASCII),
    TIMES_16(ASCII),
    TIMES_16(ASCII),
    TIMES_16(ASCII),
    TIMES_16(CONT_8),
    TIMES_16(CONT_9),
    TIMES_16(CONT_AB),
    TIMES_16(CONT_AB),
    NEVER,
    NEVER,
    LEAD_2,
    LEAD_2,
    TIMES_4(LEAD_2),
    TIMES_4(LEAD_2),
    TIMES_4(LEAD_2),
    TIMES_16(LEAD_2),
    LEAD_E0,
    TIMES_4(LEAD_3),
    TIMES_4(LEAD_3),
    TIMES_4(LEAD_3),
    LEAD_ED,
    LEAD_3,
    LEAD_3,
    LEAD_F0,
    LEAD_4,
    LEAD_4,
    LEAD_4,
    LEAD_F4,
    NEVER,
    NEVER,
    NEVER,
    TIMES_4(NEVER),
    TIMES_4(NEVER),
};

static inline uint64_t step(uint64_t state, uint8_t byte) {
  return rows[classes[byte]] >> (state & STATE_MASK);
}

size_t mw_utf8_valid_prefix(const uint8_t *bytes, size_t size) {
  const uint8_t *at = bytes;
  const uint8_t *const end = bytes + size;
  uint64_t state = START;
  while ((size_t)(end - at) >= sizeof(uint64_t)) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    if ((word & UINT64_C(0x8080808080808080)) != 0 || (state & STATE_MASK) != START)
      for (size_t i = 0; i < sizeof word; i++)
        state = step(state, at[i]);
    at += sizeof word;
  }
  while (at != end)
    state = step(state, *at++);
  return (state & STATE_MASK) == START ? size : find_fault(bytes, size);
}
