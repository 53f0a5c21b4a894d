/** What the generated dispatch offers: each message by name, decoded into and encoded from neutral JSON. */
#ifndef PEER_DISPATCH_H
#define PEER_DISPATCH_H

#include "request.h"

typedef struct peer_type {
  const char *name;
  /** Appends the value to `to`. */
  mw_status_t (*decode)(mw_bytes_t bytes, mw_arena_t *arena, mw_buffer_t *to, mw_codec_error_t *error);
  /** Appends the bytes; false after recording in the request what is wrong. */
  bool (*encode)(peer_request_t *in, const mw_json_node_t *value, mw_buffer_t *bytes);
} peer_type_t;

extern const peer_type_t peer_types[];
extern const size_t peer_type_count;
extern const char *const peer_spec_hash;
extern const char *const peer_spec_version;

#endif
