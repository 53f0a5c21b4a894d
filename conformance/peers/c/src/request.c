#include "request.h"

#include <stdio.h>
#include <string.h>

static void note(peer_request_t *in, bool bad_request, mw_codec_error_kind_t kind, const char *why) {
  in->bad_request = bad_request;
  in->error->kind = kind;
  in->error->offset = MW_NO_OFFSET;
  in->error->path[0] = '\0';
  snprintf(in->error->message, sizeof in->error->message, "%s", why);
}

void peer_note_request(peer_request_t *in, const char *expected) {
  note(in, true, MW_CODEC_NO_REFUSAL, expected);
}

void peer_note_refusal(peer_request_t *in, mw_codec_error_kind_t kind, const char *why) {
  note(in, false, kind, why);
}

void peer_note_field(peer_request_t *in, const char *name) {
  char *const path = in->error->path;
  const char *const dot = path[0] != '\0' && path[0] != '[' ? "." : "";
  const size_t added = strlen(name) + strlen(dot), size = strlen(path);
  if (added + size + 1 > sizeof in->error->path) return;
  memmove(path + added, path, size + 1);
  memcpy(path, name, strlen(name));
  memcpy(path + strlen(name), dot, strlen(dot));
}

void peer_note_position(peer_request_t *in, size_t index, const char *suffix) {
  char step[48];
  snprintf(step, sizeof step, "[%zu]%s", index, suffix);
  peer_note_field(in, step);
}

bool peer_encoded(peer_request_t *in, mw_status_t status) {
  in->no_memory = status == MW_NO_MEMORY;
  return status == MW_OK;
}

void *peer_allocate(peer_request_t *in, size_t count, size_t size) {
  void *const memory = mw_arena_allocate(in->arena, count * size, sizeof(uint64_t));
  in->no_memory = memory == NULL;
  return memory;
}
