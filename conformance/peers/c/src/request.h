/** A request that is being understood, and what is wrong with it. */
#ifndef PEER_REQUEST_H
#define PEER_REQUEST_H

#include <meshwright/codec.h>
#include <meshwright/json.h>

typedef struct peer_request {
  mw_arena_t *arena;
  /** How it failed: a refusal as an encoder's, or a request that makes no sense, or memory. */
  bool bad_request;
  bool no_memory;
  mw_codec_error_t *error;
} peer_request_t;

/** Records what is wrong, with an empty path. The request itself makes no sense, or no encoder could take the value. */
void peer_note_request(peer_request_t *in, const char *expected);
void peer_note_refusal(peer_request_t *in, mw_codec_error_kind_t kind, const char *why);
/** Puts a step before the path. */
void peer_note_field(peer_request_t *in, const char *name);
void peer_note_position(peer_request_t *in, size_t index, const char *suffix);

/* These answer false. */

static inline bool peer_refuse_request(peer_request_t *in, const char *expected) {
  peer_note_request(in, expected);
  return false;
}

static inline bool peer_refuse_missing(peer_request_t *in) {
  return peer_refuse_request(in, "a required member is missing");
}

static inline bool peer_refuse(peer_request_t *in, mw_codec_error_kind_t kind, const char *why) {
  peer_note_refusal(in, kind, why);
  return false;
}

static inline bool peer_in_field(peer_request_t *in, const char *name) {
  peer_note_field(in, name);
  return false;
}

static inline bool peer_in_item(peer_request_t *in, size_t index) {
  peer_note_position(in, index, "");
  return false;
}

static inline bool peer_in_key(peer_request_t *in, size_t index) {
  peer_note_position(in, index, ".key");
  return false;
}

static inline bool peer_in_value(peer_request_t *in, size_t index) {
  peer_note_position(in, index, ".value");
  return false;
}

/** What the SDK's encoder said. */
bool peer_encoded(peer_request_t *in, mw_status_t status);

/** Room for `count` elements, never NULL for none; NULL after recording that memory is out. */
void *peer_allocate(peer_request_t *in, size_t count, size_t size);

#endif
