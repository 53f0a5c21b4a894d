/** Every message of the spec, as the property tests and the fuzzer use it. */
#ifndef TESTS_SAMPLES_H
#define TESTS_SAMPLES_H

#include "sampler.h"

typedef struct sample_root {
  const char *name;
  /** Bytes of its C type. */
  size_t size;
  void (*make)(sampler_t *s, void *out);
  mw_status_t (*encode)(const void *value, mw_buffer_t *out, mw_codec_error_t *error);
  mw_status_t (*decode)(mw_bytes_t bytes, mw_arena_t *arena, void *out, mw_codec_error_t *error);
} sample_root_t;

extern const sample_root_t sample_roots[];
extern const size_t sample_root_count;

#endif
