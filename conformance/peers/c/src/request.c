#include "request.h"

#include <stdio.h>
#include <string.h>

static bool refuse(peer_request_t *in, bool bad_request, mw_codec_error_kind_t kind, const char *why) {
  in->bad_request = bad_request;
  in->error->kind = kind;
  in->error->offset = MW_NO_OFFSET;
  in->error->path[0] = '\0';
  snprintf(in->error->message, sizeof in->error->message, "%s", why);
  return false;
}

bool peer_refuse_request(peer_request_t *in, const char *expected) {
  return refuse(in, true, MW_CODEC_NO_REFUSAL, expected);
}

bool peer_refuse_missing(peer_request_t *in) {
  return peer_refuse_request(in, "a required member is missing");
}

bool peer_refuse(peer_request_t *in, mw_codec_error_kind_t kind, const char *why) {
  return refuse(in, false, kind, why);
}

static bool prepend(peer_request_t *in, const char *step) {
  char *const path = in->error->path;
  const char *const dot = path[0] != '\0' && path[0] != '[' ? "." : "";
  const size_t added = strlen(step) + strlen(dot), size = strlen(path);
  if (added + size + 1 > sizeof in->error->path) return false;
  memmove(path + added, path, size + 1);
  memcpy(path, step, strlen(step));
  memcpy(path + strlen(step), dot, strlen(dot));
  return false;
}

static bool in_position(peer_request_t *in, size_t index, const char *suffix) {
  char step[48];
  snprintf(step, sizeof step, "[%zu]%s", index, suffix);
  return prepend(in, step);
}

bool peer_in_field(peer_request_t *in, const char *name) {
  return prepend(in, name);
}

bool peer_in_item(peer_request_t *in, size_t index) {
  return in_position(in, index, "");
}

bool peer_in_key(peer_request_t *in, size_t index) {
  return in_position(in, index, ".key");
}

bool peer_in_value(peer_request_t *in, size_t index) {
  return in_position(in, index, ".value");
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
