#include "sampler.h"

#include <math.h>
#include <stdlib.h>

enum { DEEPEST = 5, MOST_ELEMENTS = 4, LONGEST = 12 };

/* A 64-bit xorshift with a multiplied output; any generator would do that is the same everywhere. */
uint64_t sample_bits(sampler_t *s) {
  s->state ^= s->state >> 12;
  s->state ^= s->state << 25;
  s->state ^= s->state >> 27;
  return s->state * UINT64_C(2685821657736338717);
}

size_t sample_below(sampler_t *s, size_t count) {
  return (size_t)((sample_bits(s) >> 32) % count);
}

void *sample_allocate(sampler_t *s, size_t count, size_t size) {
  void *const memory = mw_arena_allocate(s->arena, count * size, sizeof(uint64_t));
  if (memory == NULL) abort();
  memset(memory, 0, count * size);
  return memory;
}

/** A number of any magnitude: small ones are as likely as large ones. */
static uint64_t any_magnitude(sampler_t *s) {
  const uint64_t bits = sample_bits(s);
  return bits >> (sample_bits(s) % 64);
}

void sample_u64(sampler_t *s, uint64_t min, uint64_t max, uint64_t *out) {
  const uint64_t range = max - min;
  switch (sample_below(s, 6)) {
  case 0:
    *out = min;
    return;
  case 1:
    *out = max;
    return;
  default:
    *out = min + (range == UINT64_MAX ? any_magnitude(s) : any_magnitude(s) % (range + 1));
  }
}

void sample_i64(sampler_t *s, int64_t min, int64_t max, int64_t *out) {
  uint64_t distance;
  sample_u64(s, 0, (uint64_t)max - (uint64_t)min, &distance);
  *out = (int64_t)((uint64_t)min + distance);
}

#define DEFINE_SAMPLE_INT(name, type, wide, wide_type)                                                       \
  void sample_##name(sampler_t *s, type min, type max, type *out) {                                          \
    wide_type value;                                                                                         \
    sample_##wide(s, min, max, &value);                                                                      \
    *out = (type)value;                                                                                      \
  }

DEFINE_SAMPLE_INT(u8, uint8_t, u64, uint64_t)
DEFINE_SAMPLE_INT(u16, uint16_t, u64, uint64_t)
DEFINE_SAMPLE_INT(u32, uint32_t, u64, uint64_t)
DEFINE_SAMPLE_INT(i8, int8_t, i64, int64_t)
DEFINE_SAMPLE_INT(i16, int16_t, i64, int64_t)
DEFINE_SAMPLE_INT(i32, int32_t, i64, int64_t)

void sample_f64(sampler_t *s, bool finite, double min, double max, double *out) {
  static const double common[] = {0.0, -0.0, 1.0, 0.5, 0.1, 64.0, 1e16, 1e-7, 5e-324, 1.7976931348623157e308};
  for (int tries = 0; tries < 64; tries++) {
    const uint64_t bits = sample_bits(s);
    memcpy(out, &bits, sizeof *out);
    if (sample_below(s, 3) == 0) *out = common[sample_below(s, sizeof common / sizeof *common)];
    if (*out >= min && *out <= max && !(finite && isinf(*out))) return;
    if (isnan(*out) && !finite && isinf(min) && isinf(max)) return;
  }
  *out = isinf(min) ? 0.0 : min;
}

void sample_f32(sampler_t *s, bool finite, float min, float max, float *out) {
  static const float common[] = {0.0F, -0.0F, 1.0F, 0.5F, 0.1F, 64.0F, 1e16F, 1e-7F, 1e-45F, 3.4028235e38F};
  for (int tries = 0; tries < 64; tries++) {
    const uint32_t bits = (uint32_t)(sample_bits(s) >> 32);
    memcpy(out, &bits, sizeof *out);
    if (sample_below(s, 3) == 0) *out = common[sample_below(s, sizeof common / sizeof *common)];
    if (*out >= min && *out <= max && !(finite && isinf(*out))) return;
    if (isnan(*out) && !finite && isinf(min) && isinf(max)) return;
  }
  *out = isinf(min) ? 0.0F : min;
}

void sample_bool(sampler_t *s, bool *out) {
  *out = sample_below(s, 2) == 1;
}

void sample_text(sampler_t *s, uint64_t min, uint64_t max, mw_text_t *out) {
  /* One character each of one to four bytes, and those that JSON has to escape. */
  static const mw_text_t characters[] = {{"a", 1},
                                         {"~", 1},
                                         {"\"", 1},
                                         {"\\", 1},
                                         {"\n", 1},
                                         {"\0", 1},
                                         {"\x1f", 1},
                                         {"/", 1},
                                         {"\xc3\xa9", 2},
                                         {"\x7f", 1},
                                         {"\xe2\x82\xac", 3},
                                         {"\xef\xbb\xbf", 3},
                                         {"\xf0\x9f\x98\x80", 4}};
  const uint64_t most = max - min < LONGEST ? max : min + LONGEST;
  uint64_t size;
  sample_u64(s, min, most, &size);
  char *const text = (char *)sample_allocate(s, (size_t)size, 1);
  for (size_t at = 0; at < size;) {
    const mw_text_t character = characters[sample_below(s, sizeof characters / sizeof *characters)];
    if (character.size > size - at) continue;
    memcpy(text + at, character.data, character.size);
    at += character.size;
  }
  out->data = text;
  out->size = (size_t)size;
}

void sample_fill(sampler_t *s, size_t size, uint8_t *out) {
  for (size_t i = 0; i < size; i++)
    out[i] = (uint8_t)(sample_bits(s) >> 56);
}

void sample_bytes(sampler_t *s, uint64_t min, uint64_t max, mw_bytes_t *out) {
  uint64_t size;
  sample_u64(s, min, max - min < LONGEST ? max : min + LONGEST, &size);
  uint8_t *const bytes = (uint8_t *)sample_allocate(s, (size_t)size, 1);
  sample_fill(s, (size_t)size, bytes);
  out->data = bytes;
  out->size = (size_t)size;
}

void sample_duration(sampler_t *s, mw_duration_t *out) {
  sample_u64(s, 0, UINT64_MAX, &out->secs);
  sample_u32(s, 0, 999999999, &out->nanos);
}

void sample_socket_address(sampler_t *s, mw_socket_address_t *out) {
  memset(out, 0, sizeof *out);
  sample_bool(s, &out->is_v6);
  /* Many zero groups, which the text shortens. */
  const size_t size = out->is_v6 ? 16 : 4;
  for (size_t i = 0; i < size; i += 2)
    if (sample_below(s, 2) == 1) sample_fill(s, 2, out->octets + i);
  sample_u16(s, 0, UINT16_MAX, &out->port);
}

void sample_json_value(sampler_t *s, mw_text_t *out) {
  static const char *const values[] = {"null",
                                       "true",
                                       "[]",
                                       "{}",
                                       "-0.0e+1",
                                       "\"\\u001f\"",
                                       "[1,[2,{\"a\":[]}]]",
                                       "{\"b\":1,\"a\":{\"b\":2}}",
                                       "12345678901234567890.5"};
  *out = mw_text_of(values[sample_below(s, sizeof values / sizeof *values)]);
}

void sample_unknown_members(sampler_t *s, mw_bytes_t *out) {
  static const char *const members[] = {"", "\"~x\":1", "\"~x\":[],\"~y\":{\"~x\":null}"};
  const mw_text_t text = mw_text_of(members[sample_below(s, sizeof members / sizeof *members)]);
  out->data = (const uint8_t *)text.data;
  out->size = text.size;
}

bool sample_present(sampler_t *s) {
  return sample_below(s, 2) == 1 && s->depth < DEEPEST;
}

size_t sample_count(sampler_t *s, uint64_t min, uint64_t max) {
  if (s->depth >= DEEPEST) return (size_t)min;
  const uint64_t most = max - min < MOST_ELEMENTS ? max : min + MOST_ELEMENTS;
  return (size_t)(min + sample_below(s, (size_t)(most - min + 1)));
}

size_t sample_case(sampler_t *s, size_t count, size_t shallow) {
  return s->depth >= DEEPEST ? shallow : sample_below(s, count);
}
