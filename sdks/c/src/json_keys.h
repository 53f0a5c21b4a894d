/** Finds names that an object says twice. */
#ifndef MESHWRIGHT_JSON_KEYS_H
#define MESHWRIGHT_JSON_KEYS_H

#include "json_reader.h"

/** Names met so far, of one object behind those of the objects around it. They live in the reader's arena. */
typedef struct mw_json_keys {
  mw_json_name_t *items;
  size_t count;
  size_t capacity;
} mw_json_keys_t;

bool mw_json_add_key(mw_reader_t *r, mw_json_keys_t *keys, const uint8_t *token, size_t size);

/**
 * Forgets the names from position `from` on; answers the first one in the input that is there a second time, or NULL. Compared after the fact,
 * since then sorting bounds the time whatever the names are.
 */
const uint8_t *mw_json_drop_keys(mw_json_keys_t *keys, size_t from);

/** One value of free JSON, with its names collected behind `keys`. */
bool mw_json_skip_value(mw_reader_t *r, mw_json_keys_t *keys);

#endif
