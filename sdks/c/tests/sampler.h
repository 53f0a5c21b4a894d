/** Random parts of values, the same for the same seed on every machine. */
#ifndef TESTS_SAMPLER_H
#define TESTS_SAMPLER_H

#include <meshwright/codec.h>

typedef struct sampler {
  uint64_t state;
  /** Where values are made; ends the program when memory is out. */
  mw_arena_t *arena;
  /** Of self-containing types; deep ones stop growing. */
  unsigned depth;
} sampler_t;

uint64_t sample_bits(sampler_t *s);
/** 0 to `count` - 1. */
size_t sample_below(sampler_t *s, size_t count);
void *sample_allocate(sampler_t *s, size_t count, size_t size);

/* Bounds are inclusive. Ends of ranges come more often than by chance. */
void sample_u8(sampler_t *s, uint8_t min, uint8_t max, uint8_t *out);
void sample_u16(sampler_t *s, uint16_t min, uint16_t max, uint16_t *out);
void sample_u32(sampler_t *s, uint32_t min, uint32_t max, uint32_t *out);
void sample_u64(sampler_t *s, uint64_t min, uint64_t max, uint64_t *out);
void sample_i8(sampler_t *s, int8_t min, int8_t max, int8_t *out);
void sample_i16(sampler_t *s, int16_t min, int16_t max, int16_t *out);
void sample_i32(sampler_t *s, int32_t min, int32_t max, int32_t *out);
void sample_i64(sampler_t *s, int64_t min, int64_t max, int64_t *out);
void sample_f32(sampler_t *s, bool finite, float min, float max, float *out);
void sample_f64(sampler_t *s, bool finite, double min, double max, double *out);
void sample_bool(sampler_t *s, bool *out);
void sample_text(sampler_t *s, uint64_t min, uint64_t max, mw_text_t *out);
void sample_bytes(sampler_t *s, uint64_t min, uint64_t max, mw_bytes_t *out);
void sample_fill(sampler_t *s, size_t size, uint8_t *out);
void sample_duration(sampler_t *s, mw_duration_t *out);
void sample_socket_address(sampler_t *s, mw_socket_address_t *out);
void sample_json_value(sampler_t *s, mw_text_t *out);
void sample_unknown_members(sampler_t *s, mw_bytes_t *out);

/** Whether an optional value is there. */
bool sample_present(sampler_t *s);
/** A small number of elements within the bounds. */
size_t sample_count(sampler_t *s, uint64_t min, uint64_t max);
/** One of `count` cases; `shallow` once it is deep enough. */
size_t sample_case(sampler_t *s, size_t count, size_t shallow);

#endif
