/*
 * Round trips of random values of every message, and of what is left of their encodings after random damage. MESHWRIGHT_SEED and
 * MESHWRIGHT_ROUNDS choose where to start and how long to go on.
 */
#include <stdio.h>
#include <stdlib.h>

#include "round_trip.h"

enum { DAMAGES = 24 };

static uint64_t setting(const char *name, uint64_t otherwise) {
  const char *const text = getenv(name);
  return text != NULL && *text != '\0' ? strtoull(text, NULL, 0) : otherwise;
}

/** Random values may be too long as a whole, or have a key twice; nothing else. */
static bool may_refuse(const mw_codec_error_t *error) {
  return error->kind == MW_CODEC_TOO_LONG || error->kind == MW_CODEC_DUPLICATE_KEY;
}

static bool make_encoded(sampler_t *s, const sample_root_t *root, mw_buffer_t *out) {
  mw_codec_error_t error;
  void *const value = sample_allocate(s, 1, root->size);
  root->make(s, value);
  const mw_status_t status = root->encode(value, out, &error);
  if (status == MW_OK) return true;
  if (status == MW_REFUSED && may_refuse(&error)) return false;
  fprintf(stderr, "%s: a random value was refused: %s\n", root->name, error.message);
  exit(EXIT_FAILURE);
}

/** One small change: a bit, a byte, a piece left out, or a piece twice. */
static void damage(sampler_t *s, mw_buffer_t *bytes) {
  if (bytes->size == 0) return;
  const size_t at = sample_below(s, bytes->size);
  const size_t size = 1 + sample_below(s, bytes->size - at < 8 ? bytes->size - at : 8);
  switch (sample_below(s, 5)) {
  case 0:
    bytes->data[at] ^= (uint8_t)(1U << sample_below(s, 8));
    break;
  case 1:
    bytes->data[at] = (uint8_t)sample_bits(s);
    break;
  case 2:
    bytes->size = at;
    break;
  case 3:
    memmove(bytes->data + at, bytes->data + at + size, bytes->size - at - size);
    bytes->size -= size;
    break;
  default: {
    uint8_t piece[8];
    memcpy(piece, bytes->data + at, size);
    if (!mw_buffer_append(bytes, piece, size)) abort();
    memmove(bytes->data + at + size, bytes->data + at, bytes->size - size - at);
    memcpy(bytes->data + at, piece, size);
  }
  }
}

static void check_root(sampler_t *s, const sample_root_t *root, uint64_t rounds, uint64_t counts[2]) {
  mw_buffer_t encoded, damaged;
  mw_buffer_init(&encoded, NULL);
  mw_buffer_init(&damaged, NULL);
  uint64_t made = 0;
  for (uint64_t round = 0; round < rounds; round++) {
    mw_arena_reset(s->arena);
    mw_buffer_clear(&encoded);
    if (!make_encoded(s, root, &encoded)) continue;
    made++;
    if (check_bytes(root, mw_buffer_bytes(&encoded)) != MW_OK) {
      fprintf(stderr, "%s: its own encoding was refused\n", root->name);
      exit(EXIT_FAILURE);
    }
    mw_buffer_clear(&damaged);
    if (!mw_buffer_append(&damaged, encoded.data, encoded.size)) abort();
    for (int i = 0; i < DAMAGES; i++) {
      if (sample_below(s, 3) == 0) {
        mw_buffer_clear(&damaged);
        if (!mw_buffer_append(&damaged, encoded.data, encoded.size)) abort();
      }
      damage(s, &damaged);
      check_bytes(root, mw_buffer_bytes(&damaged));
      counts[1]++;
    }
  }
  if (made * 4 < rounds) {
    fprintf(stderr, "%s: only %llu of %llu random values could be encoded\n", root->name,
            (unsigned long long)made, (unsigned long long)rounds);
    exit(EXIT_FAILURE);
  }
  counts[0] += made;
  mw_buffer_free(&encoded);
  mw_buffer_free(&damaged);
}

int main(void) {
  const uint64_t seed = setting("MESHWRIGHT_SEED", 20240229), rounds = setting("MESHWRIGHT_ROUNDS", 100);
  mw_arena_t arena;
  uint64_t counts[2] = {0, 0};
  mw_arena_init(&arena, NULL, 0);
  printf("seed %llu, %llu rounds a type\n", (unsigned long long)seed, (unsigned long long)rounds);
  for (size_t i = 0; i < sample_root_count; i++) {
    sampler_t s = {.state = (seed + i) * UINT64_C(0x9e3779b97f4a7c15) | 1, .arena = &arena};
    check_root(&s, &sample_roots[i], rounds, counts);
  }
  printf("%zu types, %llu values there and back, %llu damaged ones\n", sample_root_count,
         (unsigned long long)counts[0], (unsigned long long)counts[1]);
  mw_arena_free(&arena);
  return EXIT_SUCCESS;
}
