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

/* All of these answer false. */

/** The request itself makes no sense; `expected` says what should have stood there. */
bool peer_refuse_request(peer_request_t *in, const char *expected);
bool peer_refuse_missing(peer_request_t *in);
/** A value that no encoder could take, which it would refuse so. */
bool peer_refuse(peer_request_t *in, mw_codec_error_kind_t kind, const char *why);
/** Put a step before the error's path. */
bool peer_in_field(peer_request_t *in, const char *name);
bool peer_in_item(peer_request_t *in, size_t index);
bool peer_in_key(peer_request_t *in, size_t index);
bool peer_in_value(peer_request_t *in, size_t index);

/** What the SDK's encoder said. */
bool peer_encoded(peer_request_t *in, mw_status_t status);

/** Room for `count` elements, never NULL for none; NULL after recording that memory is out. */
void *peer_allocate(peer_request_t *in, size_t count, size_t size);

#endif
