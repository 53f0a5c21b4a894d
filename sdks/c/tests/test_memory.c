/*
 * Memory that runs out, at every place where a codec asks for it, for random values of every message. A codec says so and takes nothing;
 * or it could do without, and then does what it would have done. MESHWRIGHT_SEED chooses other values.
 */
#include <stdio.h>
#include <stdlib.h>

#include "round_trip.h"

enum {
  ROUNDS = 40,
  /** Of a message whose every byte is tried as the edge of a buffer. */
  MAX_EDGES = 512
};

/**
 * An allocator that refuses `count` requests from number `refused` on, and grants those before and after them: so a refusal that is not
 * heeded ends well. Two in a row, since room for a whole list is asked for ahead, and may be refused, before that of its elements.
 */
typedef struct scarce {
  size_t requests;
  size_t refused;
  size_t count;
} scarce_t;

enum { MOST_REFUSED = 2 };

static void *scarce_allocate(void *context, size_t size) {
  scarce_t *const scarce = (scarce_t *)context;
  const size_t request = scarce->requests++;
  return request >= scarce->refused && request < scarce->refused + scarce->count ? NULL : malloc(size);
}

static void scarce_release(void *context, void *memory, size_t size) {
  (void)context;
  (void)size;
  free(memory);
}

static void fail(const sample_root_t *root, const char *why, size_t room) {
  fprintf(stderr, "%s: %s (with room for %zu bytes)\n", root->name, why, room);
  exit(EXIT_FAILURE);
}

/** Encodes where only `room` bytes are at hand and requests for more are refused; whether any was. */
static bool check_encoding(const sample_root_t *root, const void *value, mw_bytes_t expected, size_t room,
                           size_t refused, size_t count) {
  scarce_t scarce = {0, refused, count};
  const mw_allocator_t allocator = {scarce_allocate, scarce_release, &scarce};
  mw_codec_error_t error;
  mw_buffer_t out;
  mw_buffer_init(&out, &allocator);
  if (room != 0) {
    out.data = (uint8_t *)malloc(room);
    if (out.data == NULL) abort();
    out.capacity = room;
  }
  const mw_status_t status = root->encode(value, &out, &error);
  if (status == MW_REFUSED) fail(root, "lack of memory was told as a refusal", room);
  if (status == MW_OK && !mw_bytes_equal(expected, mw_buffer_bytes(&out)))
    fail(root, "lack of memory was passed over", room);
  if (status == MW_NO_MEMORY && (out.size != 0 || error.kind != MW_CODEC_NO_REFUSAL))
    fail(root, "what was written before memory ran out was kept", room);
  mw_buffer_free(&out);
  return scarce.requests > refused;
}

/** Decodes with `room` bytes for the value; whether they were enough. */
static bool check_decoding(const sample_root_t *root, mw_bytes_t bytes, void *value, size_t room) {
  mw_arena_t arena;
  mw_buffer_t again;
  mw_codec_error_t error;
  void *const memory = malloc(room != 0 ? room : 1);
  if (memory == NULL) abort();
  mw_arena_init_fixed(&arena, memory, room);
  const mw_status_t status = root->decode(bytes, &arena, value, &error);
  if (status == MW_REFUSED) fail(root, "lack of memory was told as a refusal", room);
  if (status == MW_NO_MEMORY && arena.used != 0) fail(root, "what was taken was not given back", room);
  if (status == MW_OK) {
    mw_buffer_init(&again, NULL);
    if (root->encode(value, &again, &error) != MW_OK || !mw_bytes_equal(bytes, mw_buffer_bytes(&again)))
      fail(root, "lack of memory was passed over", room);
    mw_buffer_free(&again);
  }
  free(memory);
  return status == MW_OK;
}

static void check_root(sampler_t *s, const sample_root_t *root, size_t counts[2]) {
  mw_buffer_t encoded;
  mw_codec_error_t error;
  mw_buffer_init(&encoded, NULL);
  for (size_t round = 0; round < ROUNDS; round++) {
    mw_arena_reset(s->arena);
    mw_buffer_clear(&encoded);
    void *const value = sample_allocate(s, 1, root->size);
    root->make(s, value);
    if (root->encode(value, &encoded, &error) != MW_OK) continue;
    const mw_bytes_t bytes = mw_buffer_bytes(&encoded);
    const size_t step = 1 + bytes.size / MAX_EDGES;
    for (size_t room = round % step; room <= bytes.size; room += step)
      for (size_t count = 1; count <= MOST_REFUSED; count++)
        for (size_t refused = 0; check_encoding(root, value, bytes, room, refused, count); refused++)
          counts[0]++;
    void *const decoded = sample_allocate(s, 1, root->size);
    for (size_t room = 0; !check_decoding(root, bytes, decoded, room); room += step)
      counts[1]++;
  }
  mw_buffer_free(&encoded);
}

int main(void) {
  const char *const text = getenv("MESHWRIGHT_SEED");
  const uint64_t seed = text != NULL && *text != '\0' ? strtoull(text, NULL, 0) : 20240229;
  mw_arena_t arena;
  size_t counts[2] = {0, 0};
  mw_arena_init(&arena, NULL, 0);
  for (size_t i = 0; i < sample_root_count; i++) {
    sampler_t s = {.state = (seed + i) * UINT64_C(0x9e3779b97f4a7c15) | 1, .arena = &arena};
    check_root(&s, &sample_roots[i], counts);
  }
  printf("seed %llu: %zu types, %zu encodings with requests refused, %zu arenas too small to decode into\n",
         (unsigned long long)seed, sample_root_count, counts[0], counts[1]);
  mw_arena_free(&arena);
  return counts[0] != 0 && counts[1] != 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
