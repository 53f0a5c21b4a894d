#include "round_trip.h"

#include <stdio.h>
#include <stdlib.h>

static void fail(const sample_root_t *root, mw_bytes_t bytes, const char *why) {
  fprintf(stderr, "%s: %s\n", root->name, why);
  for (size_t i = 0; i < bytes.size; i++)
    fprintf(stderr, "%02x", bytes.data[i]);
  fprintf(stderr, "\n");
  abort();
}

static void check_error(const sample_root_t *root, mw_bytes_t bytes, const mw_codec_error_t *error) {
  if (error->kind == MW_CODEC_NO_REFUSAL) fail(root, bytes, "refused without a kind");
  if (error->offset > bytes.size) fail(root, bytes, "refused behind the end");
  if (memchr(error->path, '\0', sizeof error->path) == NULL)
    fail(root, bytes, "refused with an endless path");
  const char *const type = strrchr(root->name, '.') + 1;
  if (strncmp(error->message, type, strlen(type)) != 0) fail(root, bytes, "refused without naming the type");
}

mw_status_t check_bytes(const sample_root_t *root, mw_bytes_t bytes) {
  mw_arena_t arena;
  mw_buffer_t again;
  mw_codec_error_t error;
  mw_arena_init(&arena, NULL, 0);
  mw_buffer_init(&again, NULL);
  void *const value = malloc(root->size);
  if (value == NULL) abort();
  const mw_status_t status = root->decode(bytes, &arena, value, &error);
  if (status == MW_REFUSED) check_error(root, bytes, &error);
  if (status == MW_NO_MEMORY) fail(root, bytes, "the arena's own bound was not enough");
  if (status == MW_OK) {
    if (root->encode(value, &again, &error) != MW_OK) fail(root, bytes, error.message);
    if (!mw_bytes_equal(bytes, mw_buffer_bytes(&again))) fail(root, bytes, "accepted, but written otherwise");
  }
  free(value);
  mw_buffer_free(&again);
  mw_arena_free(&arena);
  return status;
}
